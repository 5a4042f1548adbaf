package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Score works out every score and finding of one person. It is total: what cannot be worked out has a reason in place
// of a value. Answers of another questionnaire, or of another version of this one, count as blank.
func (q *Questionnaire) Score(answers question.Answers) Result {
	s := q.evaluate(answers)
	defer q.states.Put(s)
	frame := s.Frame()
	result := Result{Questionnaire: q.definition.ID, Version: q.definition.Version, Digest: q.digest}
	result.Scores = make([]Score, len(q.scores))
	for i, sc := range q.scores {
		sc.report(&result.Scores[i], s)
	}
	if q.findings.Len() > 0 {
		result.Findings = q.findings.Findings(s)
	}
	for i := range result.Findings {
		result.Findings[i].Imputed = q.imputed(i, frame)
	}
	for i := range q.sheet.Len() {
		if v := frame[i]; v != v && rule.ReasonOf(v) == rule.Invalid {
			result.Invalid = append(result.Invalid, q.sheet.Question(i).ID)
		}
	}
	for _, g := range q.gates {
		if g.ignores(s) {
			result.Ignored = append(result.Ignored, q.sheet.Question(g.item).ID)
		}
	}
	return result
}

// evaluate runs the model over the answers, in a state that goes back to the pool when its reader is done.
func (q *Questionnaire) evaluate(answers question.Answers) *rule.State {
	s := q.states.Get().(*rule.State)
	s.Reset()
	if answers.Sheet() == q.sheet {
		answers.Fill(s.Frame())
	}
	q.model.Eval(s)
	return s
}

// ignores reports whether the item was answered although it was rightly not asked.
func (g *gate) ignores(s *rule.State) bool {
	if rule.IsNA(s.Get(g.raw)) {
		return false
	}
	g.settle(s)
	return s.Get(g.asked) == 0
}

// report puts a score into words and counts.
func (sc *score) report(out *Score, s *rule.State) {
	def, frame := sc.definition, s.Frame()
	out.ID, out.Title, out.Range, out.Better, out.Source = def.ID, def.Title, def.Range, def.Better, def.Source
	out.Value, out.Exact = rule.ValueOf(frame[sc.value]), rule.ValueOf(frame[sc.exact])
	if len(sc.members) > 0 {
		out.Answered, out.Expected = sc.count(frame)
	}
	if reason := out.Value.Reason(); reason != rule.Present {
		out.Missing = sc.blanks(s, reason)
		return
	}
	if out.Answered < out.Expected {
		out.MissingBasis = def.Missing.Basis
		if fill := def.Missing.Fill.Kind; fill == rule.FillMean || fill == rule.FillValue {
			out.Imputed = sc.blankMembers(frame, len(sc.members))
		}
	}
	if sc.banded {
		band := def.Bands[int(frame[sc.band])]
		out.Band, out.BandLabel = band.ID, band.Label
	}
}

// maxNames is how many names of missing items a score lists.
const maxNames = 8

// blanks names what stands in the way of a value.
func (sc *score) blanks(s *rule.State, reason rule.Reason) []string {
	switch reason {
	case rule.TooFew:
		return sc.blankMembers(s.Frame(), maxNames)
	case rule.KeyItem:
		var names []string
		for _, k := range sc.key {
			if rule.IsNA(s.Get(k.Slot)) && len(names) < maxNames {
				names = append(names, k.ID)
			}
		}
		return names
	case rule.NotAsked, rule.Internal:
		return nil
	default:
		return sc.program.Missing(s).Names
	}
}

// blankMembers names the members that should have been answered and were not, at most limit of them.
func (sc *score) blankMembers(frame []float64, limit int) []string {
	var names []string
	for _, m := range sc.members {
		v := frame[m.Slot]
		if v != v && rule.ReasonOf(v) != rule.NotAsked && len(names) < limit {
			names = append(names, m.ID)
		}
	}
	return names
}
