package standard

import (
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// balanceFacts compare how the options are told.
var balanceFacts = []fact{
	number("least_words_share", "words about the option that has fewest, as a share of those about the option that has most", "", 1, 0,
		"Say as much of each option under `happens:`, `experience:` and `practical:`.", func(s *subject) derived.Answer { return s.least(words) }),
	number("least_numbers_share", "share of estimates with a number, of the option that has fewest as a share of that of the option that has most", "", 1, 0,
		"Give the numbers that are known, or say of each option why they are not.", func(s *subject) derived.Answer { return s.least(numbers) }),
	is("benefits_and_risks_counted", "benefits and risks both have numbers, or neither has", "Give the numbers of the other kind too, where they are known.", func(s *subject) derived.Answer {
		counted := map[decisionaid.OutcomeKind]bool{}
		s.chances(func(o *decisionaid.Outcome, _ *decisionaid.EstimateDefinition, _ string) { counted[o.Kind] = true })
		return derived.Has(counted[decisionaid.Benefit] == counted[decisionaid.Risk], "/outcomes")
	}),
}

// least gives the smallest measure of an option as a share of the largest, and the option that has it.
func (s *subject) least(measure func(s *subject, o *decisionaid.Option) float64) derived.Answer {
	lowest, highest, at := 0.0, 0.0, "/options"
	for i := range s.def.Options {
		m := measure(s, &s.def.Options[i])
		highest = max(highest, m)
		if i == 0 || m < lowest {
			lowest, at = m, pointer("options", i)
		}
	}
	if highest == 0 || len(s.def.Options) < 2 {
		return missing("/options")
	}
	return derived.Amount(lowest/highest, at)
}

// words counts the words that describe an option.
func words(_ *subject, o *decisionaid.Option) float64 {
	texts := []string{o.Happens, o.Practical}
	if o.Experience != nil {
		texts = append(texts, o.Experience.Physical, o.Experience.Emotional, o.Experience.Social)
	}
	n := 0
	for _, text := range texts {
		n += len(readability.Words(text))
	}
	return float64(n)
}

// numbers gives the share of the estimates of an option's benefits and risks that have a number; those that do not apply are
// left out.
func numbers(s *subject, option *decisionaid.Option) float64 {
	could, have := 0, 0
	for i := range s.def.Outcomes {
		o := &s.def.Outcomes[i]
		for k := range o.Estimates {
			e := &o.Estimates[k]
			if o.Kind == decisionaid.Burden || e.Option != option.ID || filled(e.NotApplicable) {
				continue
			}
			could++
			if numeric(e) {
				have++
			}
		}
	}
	return float64(have) / float64(max(could, 1))
}
