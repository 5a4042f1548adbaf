package standard

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// numberFacts are facts of outcomes and of how likely they are. A chance is an estimate with a number; what an option asks of
// everybody or of nobody, such as planning for an operation, is none.
var numberFacts = []fact{
	number("outcomes", "things that may happen", "outcomes", 1e6, 1, "Add what may happen under `outcomes:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Outcomes), "/outcomes")
	}),
	number("chances", "estimates with a number", "estimates", 1e6, 1, "Give the numbers that are known under `estimates:`.", func(s *subject) derived.Answer {
		n, at := 0, "/outcomes"
		s.chances(func(_ *decisionaid.Outcome, _ *decisionaid.EstimateDefinition, here string) {
			if n++; n == 1 {
				at = here
			}
		})
		return derived.Amount(n, at)
	}),
	is("every_cell_filled", "every outcome says for every option how likely it is, that it cannot happen, or why nobody knows", "Add the estimate of the option, or `unknown:` with the reason.", (*subject).cells),
	is("nothing_is_counted", "the option of doing nothing, or of waiting, has a chance", "Give the chance of an outcome for doing nothing, where it is known.", func(s *subject) derived.Answer {
		var seen derived.Every
		s.chances(func(_ *decisionaid.Outcome, e *decisionaid.EstimateDefinition, at string) {
			if s.waits(e.Option) {
				seen.See(true, at)
			}
		})
		return seen.Any("/outcomes")
	}),
	is("every_chance_has_people", "every outcome with a chance says among whom it was counted", "Say under `among:` of the outcome whom the numbers are about.", func(s *subject) derived.Answer {
		return s.counted(func(o *decisionaid.Outcome) bool { return filled(o.Among) }, "among")
	}),
	is("every_chance_out_of_people", "every outcome with a chance is shown out of 10, 100, 1,000 or 10,000 people", "Set `shown_per:` of the outcome.", func(s *subject) derived.Answer {
		return s.counted(func(o *decisionaid.Outcome) bool {
			return slices.Contains([]risk.Denominator{risk.Per10, risk.Per100, risk.Per1000, risk.Per10000}, o.ShownPer)
		}, "shown_per")
	}),
	number("denominators", "different numbers of people that chances are shown out of", "numbers", 10, 1, "Use one `shown_per:` in the whole aid.", (*subject).denominators),
	is("every_chance_has_period", "every outcome with a chance says over what time", "Say under `within:` of the outcome over what time.", func(s *subject) derived.Answer {
		return s.counted(func(o *decisionaid.Outcome) bool { return o.Within.Stated() || o.Kind == decisionaid.Burden }, "within")
	}),
	number("views", "ways in which chances are shown: in words, as numbers of people and as a picture, wherever there is a chance", "ways", 3, 1,
		"Give the numbers that are known under `estimates:`; pages then show them in all ways.", func(s *subject) derived.Answer {
			ways, at := 0.0, "/outcomes"
			s.chances(func(_ *decisionaid.Outcome, _ *decisionaid.EstimateDefinition, here string) {
				if ways == 0 {
					ways, at = 3, here
				}
			})
			return derived.Amount(ways, at)
		}),
}

// chances visits every estimate with a number, with its place.
func (s *subject) chances(visit func(o *decisionaid.Outcome, e *decisionaid.EstimateDefinition, at string)) {
	for i := range s.def.Outcomes {
		o := &s.def.Outcomes[i]
		for k := range o.Estimates {
			if e := &o.Estimates[k]; numeric(e) && !byNature(o, e) {
				visit(o, e, pointer("outcomes", i, "estimates", k))
			}
		}
	}
}

// counted looks at a key of every outcome that has a chance.
func (s *subject) counted(so func(o *decisionaid.Outcome) bool, key string) derived.Answer {
	var seen derived.Every
	for i := range s.def.Outcomes {
		o := &s.def.Outcomes[i]
		if slices.ContainsFunc(o.Estimates, func(e decisionaid.EstimateDefinition) bool { return numeric(&e) && !byNature(o, &e) }) {
			seen.See(so(o), pointer("outcomes", i, key))
		}
	}
	return seen.All("/outcomes")
}

func (s *subject) denominators() derived.Answer {
	var seen []risk.Denominator
	var at []string
	for i := range s.def.Outcomes {
		if o := &s.def.Outcomes[i]; o.Kind != decisionaid.Burden && !slices.Contains(seen, o.ShownPer) {
			seen, at = append(seen, o.ShownPer), append(at, pointer("outcomes", i, "shown_per"))
		}
	}
	return derived.Amount(len(seen), append(at, "/outcomes")[:max(len(at), 1)]...)
}

// cells holds that every outcome has an estimate of some kind for every option.
func (s *subject) cells() derived.Answer {
	var seen derived.Every
	for i := range s.def.Outcomes {
		o := &s.def.Outcomes[i]
		for _, option := range s.def.Options {
			k := slices.IndexFunc(o.Estimates, func(e decisionaid.EstimateDefinition) bool { return e.Option == option.ID })
			if k < 0 {
				seen.See(false, pointer("outcomes", i, "estimates"))
				continue
			}
			e := &o.Estimates[k]
			seen.See(numeric(e) || filled(e.Unknown) || filled(e.NotApplicable), pointer("outcomes", i, "estimates", k))
		}
	}
	return seen.All("/outcomes")
}

// waits reports whether an option is to do nothing, or to wait.
func (s *subject) waits(id string) bool {
	return slices.ContainsFunc(s.def.Options, func(o decisionaid.Option) bool { return o.ID == id && o.Kind.Waits() })
}

// numeric reports whether an estimate gives a number.
func numeric(e *decisionaid.EstimateDefinition) bool {
	return e.Chance != nil || e.Count != nil || e.RelativeTo != ""
}

// fixed gives the chance of an estimate that is a number for everybody.
func fixed(e *decisionaid.EstimateDefinition) (float64, bool) {
	switch {
	case e.Chance != nil && e.Chance.Rule == "":
		return e.Chance.Number, true
	case e.Count != nil && e.Count.People > 0:
		return float64(e.Count.Events) / float64(e.Count.People), true
	}
	return 0, false
}

// byNature reports whether a burden is simply part of an option, or not part of it.
func byNature(o *decisionaid.Outcome, e *decisionaid.EstimateDefinition) bool {
	v, plain := fixed(e)
	return o.Kind == decisionaid.Burden && e.Count == nil && plain && (v == 0 || v == 1)
}
