package outcome

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Evaluate says what became of a person between the first results and the last ones: one of each questionnaire at each
// end, in any order; others are left out. It is total: what a missing result leaves open is unknown. One and the same
// result must not stand at both ends, since nothing changes between a day and itself; see FirstAndLast.
func (s *Set) Evaluate(first, last []proms.Result) Outcome {
	o := Outcome{Set: s.ID(), Version: s.Version(), Digest: s.digest, Measures: make([]Reading, len(s.measures))}
	state := s.states.Get().(*rule.State)
	defer s.states.Put(state)
	state.Reset()
	for i, m := range s.measures {
		o.Measures[i] = m.read(s.definition.Measures[i].Title, first, last)
		state.Set(m.first, o.Measures[i].First.Slot())
		state.Set(m.last, o.Measures[i].Last.Slot())
	}
	s.model.Eval(state)
	for i, m := range s.measures {
		o.Measures[i].Change = rule.ValueOf(rule.Round(state.Get(m.change), places, rule.HalfEven))
	}
	o.Start, o.Outcomes = s.start.Findings(state), s.outcomes.Findings(state)
	for _, found := range [][]policy.Finding{o.Start, o.Outcomes} {
		s.tellImputed(found, o.Measures)
		tellMissing(found, o.Measures)
	}
	return o
}

// places is how many decimals of a change are kept: 50.1 less 47.1 is 3, whatever the doubles say.
const places = 9

// read finds the two values of a measure.
func (m measure) read(title string, first, last []proms.Result) Reading {
	r := Reading{Measure: m.id, Title: title, Questionnaire: m.questionnaire.ID(), Score: m.score}
	from, refused := m.find(first)
	r.First, r.FirstRefused, r.FirstImputed = from.Value, refused, len(from.Imputed) > 0
	to, refused := m.find(last)
	r.Last, r.LastRefused, r.LastImputed = to.Value, refused, len(to.Imputed) > 0
	return r
}

// find gives the measure's score among the results of one end.
func (m measure) find(results []proms.Result) (proms.Score, Refusal) {
	ours := slices.DeleteFunc(slices.Clone(results), func(r proms.Result) bool { return r.Questionnaire != m.questionnaire.ID() })
	none := proms.Score{Value: rule.MissingValue(rule.NotSupplied)}
	switch len(ours) {
	case 0:
		return none, ""
	case 1:
		score, refused := m.questionnaire.Kept(ours[0], m.score)
		return score, Refusal(refused)
	default:
		return none, TwoResults
	}
}

// tellImputed marks the findings that rest on a score in which blanks were filled.
func (s *Set) tellImputed(found []policy.Finding, readings []Reading) {
	for _, r := range readings {
		for i := range found {
			rests := s.rests[found[i].ID]
			if r.FirstImputed && slices.Contains(rests, r.Measure+first) || r.LastImputed && slices.Contains(rests, r.Measure+last) {
				found[i].Imputed = true
			}
		}
	}
}

// tellMissing leaves only readings that are missing among the names that could decide a finding: behind a need, or behind
// another finding, others can be named too, which nobody can supply.
func tellMissing(found []policy.Finding, readings []Reading) {
	var missing []string
	for _, r := range readings {
		if _, known := r.First.Number(); !known {
			missing = append(missing, r.Measure+first)
		}
		if _, known := r.Last.Number(); !known {
			missing = append(missing, r.Measure+last)
		}
	}
	for i := range found {
		found[i].Missing = slices.DeleteFunc(found[i].Missing, func(name string) bool { return !slices.Contains(missing, name) })
	}
}

// Explain says in steps that a person can check by hand how the finding with an id came about; nil where there is none.
func (s *Set) Explain(o Outcome, id string) []string {
	state := s.states.Get().(*rule.State)
	defer s.states.Put(state)
	state.Reset()
	for i, m := range s.measures {
		from, to := rule.MissingValue(rule.NotSupplied), rule.MissingValue(rule.NotSupplied)
		if i < len(o.Measures) {
			from, to = o.Measures[i].First, o.Measures[i].Last
		}
		state.Set(m.first, from.Slot())
		state.Set(m.last, to.Slot())
	}
	s.model.Eval(state)
	return s.steps(state, id)
}

// steps explains a finding of an evaluated state. It is a cases.Explainer.
func (s *Set) steps(state *rule.State, id string) []string {
	if steps := s.start.Explain(state, id); steps != nil {
		return steps
	}
	return s.outcomes.Explain(state, id)
}
