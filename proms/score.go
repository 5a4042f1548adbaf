package proms

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Score works out every score and finding of one person. It is total: what cannot be worked out has a reason in place
// of a value. Answers to another version or language of this questionnaire are joined by the ids of the items; what cannot be
// joined is not scored, and neither are answers to another questionnaire (question.Answers.On). The result names both.
func (q *Questionnaire) Score(answers question.Answers) Result {
	given, _ := q.ours(Given{Answers: answers})
	return q.score(given)
}

// ScoreWith is Score for a questionnaire that reads more than the answers of this visit: facts of the person, or the answers of an
// earlier one. The error is ErrPrevious, where those cannot be used; there is no result then, because one that silently left
// them out would be another result.
func (q *Questionnaire) ScoreWith(given Given) (Result, error) {
	given, err := q.ours(given)
	if err != nil {
		return Result{}, err
	}
	return q.score(given), nil
}

func (q *Questionnaire) score(given Given) Result {
	s := q.evaluate(given)
	defer q.states.Put(s)
	frame := s.Frame()
	result := Result{Questionnaire: q.definition.ID, Version: q.definition.Version, Digest: q.digest, Rules: q.alternative}
	result.Scores = make([]Score, len(q.scores))
	for i, sc := range q.scores {
		sc.report(&result.Scores[i], s, given.Previous.day())
	}
	if q.findings.Len() > 0 {
		result.Findings = q.findings.Findings(s)
	}
	for i := range result.Findings {
		result.Findings[i].Imputed = q.imputed(i, frame)
	}
	q.report(&result, given.Answers, s)
	return result
}

// evaluate runs the model over the answers, in a state that goes back to the pool when its reader is done.
func (q *Questionnaire) evaluate(given Given) *rule.State {
	s := q.states.Get().(*rule.State)
	q.fill(s, given)
	q.model.Eval(s)
	return s
}

// report puts a score into words and counts. day is that of the earlier answers.
func (sc *score) report(out *Score, s *rule.State, day string) {
	def, frame := sc.definition, s.Frame()
	out.ID, out.Title, out.Range, out.Better, out.Source = def.ID, def.Title, def.Range, def.Better, def.Source
	out.Value, out.Exact = rule.ValueOf(frame[sc.value]), rule.ValueOf(frame[sc.exact])
	if sc.precise {
		out.SE = rule.ValueOf(frame[sc.se])
	}
	if sc.definition.Bank != "" {
		out.Theta = rule.ValueOf(frame[sc.theta])
	}
	if len(sc.members) > 0 {
		out.Answered, out.Expected = sc.count(frame)
	}
	if reason := out.Value.Reason(); reason != rule.Present {
		out.Missing = sc.blanks(s, reason)
		return
	}
	if out.Answered < out.Expected {
		out.MissingBasis = def.Missing.Basis
		out.Imputed = sc.filled(frame)
		if items := sc.carriedItems(frame); len(items) > 0 {
			out.Carried = &Carried{Items: items, On: day}
		}
	}
	for _, part := range sc.parts {
		for _, id := range part.filled(frame) {
			if !slices.Contains(out.Imputed, id) {
				out.Imputed = append(out.Imputed, id)
			}
		}
	}
	if sc.banded {
		band := def.Bands[int(frame[sc.band])]
		out.Band, out.BandLabel = band.ID, band.Label
	}
}

// filled names the blank members for which something stands in a value.
func (sc *score) filled(frame []float64) []string {
	if !sc.despiteBlanks(frame) {
		return nil
	}
	if fill := sc.definition.Missing.Fill; !fill.Carried && fill.Kind != rule.FillMean && fill.Kind != rule.FillValue {
		return nil
	}
	return blankOf(sc.members, frame, len(sc.members))
}

// maxNames is how many names of missing items a score lists.
const maxNames = 8

// blanks names what stands in the way of a value.
func (sc *score) blanks(s *rule.State, reason rule.Reason) []string {
	if sc.definition.Norm != nil {
		return sc.work.missing(s).Names // those of the score behind it
	}
	switch reason {
	case rule.TooFew:
		if answered, expected := sc.count(s.Frame()); answered >= sc.atLeast.Needed(expected) {
			return blankOf(sc.overall.members, s.Frame(), maxNames)
		}
		return blankOf(sc.members, s.Frame(), maxNames)
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
		return sc.work.missing(s).Names
	}
}

// blankOf names the members that should have been answered and were not, at most limit of them.
func blankOf(members []rule.ListItem, frame []float64, limit int) []string {
	var names []string
	for _, m := range members {
		v := frame[m.Slot]
		if v != v && rule.ReasonOf(v) != rule.NotAsked && len(names) < limit {
			names = append(names, m.ID)
		}
	}
	return names
}
