package standard

import (
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// optionFacts are facts of the ways forward.
var optionFacts = []fact{
	number("options", "ways forward", "options", 1e6, 1, "Add the other ways forward under `options:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Options), "/options")
	}),
	is("has_no_treatment", "one option is to do nothing, or to wait", "Add an option with `kind: no_treatment` or `kind: watchful_waiting`.", func(s *subject) derived.Answer {
		return s.eachOption(func(o *decisionaid.Option) bool { return o.Kind.Waits() }, "kind").Any("/options")
	}),
	is("nothing_is_described", "the option of doing nothing, or of waiting, says what happens with it", "Say under `happens:` of that option what happens.", func(s *subject) derived.Answer {
		var seen derived.Every
		for i, o := range s.def.Options {
			if o.Kind.Waits() {
				seen.See(filled(o.Happens), pointer("options", i, "happens"))
			}
		}
		return seen.All("/options")
	}),
	is("every_option_described", "every option says what happens with it", "Say under `happens:` of the option what happens.", func(s *subject) derived.Answer {
		return s.eachOption(func(o *decisionaid.Option) bool { return filled(o.Happens) }, "happens").All("/options")
	}),
	is("every_option_has_experience", "every option says what it is like for the body, for the mind or among others",
		"Say under `experience:` of the option what it is like: physical, emotional and social.", func(s *subject) derived.Answer {
			return s.eachOption(func(o *decisionaid.Option) bool { return felt(o) > 0 }, "experience").All("/options")
		}),
	is("every_experience_whole", "every option says what it is like for the body, for the mind and among others",
		"Fill in all three under `experience:` of the option: physical, emotional and social.", func(s *subject) derived.Answer {
			return s.eachOption(func(o *decisionaid.Option) bool { return felt(o) == 3 }, "experience").All("/options")
		}),
	is("every_option_has_practical", "every option says what it asks of a person in practice", "Say it under `practical:` of the option.", func(s *subject) derived.Answer {
		return s.eachOption(func(o *decisionaid.Option) bool { return filled(o.Practical) }, "practical").All("/options")
	}),
	is("every_option_has_good", "every option has something that speaks for it: a benefit, or a risk or burden that it makes smaller than another option does",
		"Add an outcome that speaks for the option, with an estimate of it.", func(s *subject) derived.Answer { return s.features(speaksFor) }),
	is("every_option_has_bad", "every option has something that speaks against it: a risk or burden, or a benefit that it makes smaller than another option does",
		"Add an outcome that speaks against the option, with an estimate of it.", func(s *subject) derived.Answer { return s.features(speaksAgainst) }),
}

// eachOption looks at a key of every option.
func (s *subject) eachOption(so func(o *decisionaid.Option) bool, key string) *derived.Every {
	var seen derived.Every
	for i := range s.def.Options {
		seen.See(so(&s.def.Options[i]), pointer("options", i, key))
	}
	return &seen
}

// felt counts the ways in which an option says what it is like.
func felt(o *decisionaid.Option) (n int) {
	if o.Experience == nil {
		return 0
	}
	for _, text := range []string{o.Experience.Physical, o.Experience.Emotional, o.Experience.Social} {
		if filled(text) {
			n++
		}
	}
	return n
}

// features holds that every option has an estimate of a kind.
func (s *subject) features(speaks func(o *decisionaid.Outcome, e *decisionaid.EstimateDefinition) bool) derived.Answer {
	var seen derived.Every
	for i, option := range s.def.Options {
		found := false
		for k := range s.def.Outcomes {
			o := &s.def.Outcomes[k]
			for j := range o.Estimates {
				found = found || o.Estimates[j].Option == option.ID && speaks(o, &o.Estimates[j])
			}
		}
		seen.See(found, pointer("options", i))
	}
	return seen.All("/options")
}

// speaksFor reports whether an estimate is something good about its option, as far as that can be told for everybody.
func speaksFor(o *decisionaid.Outcome, e *decisionaid.EstimateDefinition) bool {
	if o.Kind == decisionaid.Benefit {
		return told(e)
	}
	return lower(o, e)
}

// speaksAgainst reports whether an estimate is something bad about its option.
func speaksAgainst(o *decisionaid.Outcome, e *decisionaid.EstimateDefinition) bool {
	if o.Kind != decisionaid.Benefit {
		return told(e)
	}
	return lower(o, e)
}

// told reports whether an estimate says that the outcome can happen with its option: a number other than a plain 0, or that
// nobody knows it.
func told(e *decisionaid.EstimateDefinition) bool {
	v, plain := fixed(e)
	return filled(e.Unknown) || numeric(e) && !(plain && v == 0)
}

// lower reports whether the outcome is less likely with an option than with one of the others.
func lower(o *decisionaid.Outcome, e *decisionaid.EstimateDefinition) bool {
	for i := range o.Estimates {
		if other := &o.Estimates[i]; other.Option != e.Option && less(e, other) {
			return true
		}
	}
	return false
}

// less reports whether the chance of one estimate is less than that of another for everybody.
func less(a, b *decisionaid.EstimateDefinition) bool {
	x, known := fixed(a)
	y, too := fixed(b)
	switch {
	case known && too:
		return x < y
	case a.RelativeTo != "" && a.RelativeTo == b.Option:
		return direction(a) < 0
	case b.RelativeTo != "" && b.RelativeTo == a.Option:
		return direction(b) > 0
	}
	return false
}

// direction is below 0 for an effect that makes an outcome less likely, above 0 for one that makes it more likely.
func direction(e *decisionaid.EstimateDefinition) float64 {
	for _, ratio := range []*float64{e.RR, e.OR, e.HR} {
		if ratio != nil {
			return *ratio - 1
		}
	}
	if e.Difference != nil {
		return *e.Difference
	}
	return 0
}
