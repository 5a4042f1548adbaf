package standard

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// evidenceFacts are facts of what the numbers stand on.
var evidenceFacts = []fact{
	is("every_chance_has_uncertainty", "every chance has an interval, a count that gives one, or words for how sure it is", "Add `interval:`, `count:` or `certainty:` to the estimate.", func(s *subject) derived.Answer {
		return s.eachChance(func(e *decisionaid.EstimateDefinition) bool { return e.Interval != nil || e.Count != nil || graded(e) })
	}),
	is("every_chance_graded", "every chance says how good the evidence behind it is", "Add `certainty:` high, moderate, low or very_low to the estimate, once somebody has judged it.", func(s *subject) derived.Answer {
		return s.eachChance(graded)
	}),
	number("chances_without_source", "chances that name no source", "estimates", 1e6, 1, "Add `source:` with the id of a source to the estimate.", func(s *subject) derived.Answer {
		return s.countChances(func(e *decisionaid.EstimateDefinition) bool { return e.Source == nil || e.Source.Ref == "" })
	}),
	number("chances_not_read", "chances whose source nobody has read there", "estimates", 1e6, 1, "Read the source, mend the number where it differs, and take `verified: false` away.", func(s *subject) derived.Answer {
		return s.countChances(func(e *decisionaid.EstimateDefinition) bool {
			return e.Source != nil && e.Source.Ref != "" && !e.Source.Verified
		})
	}),
	number("sources", "sources that the aid cites", "sources", 1e6, 1, "Add what the aid stands on under `sources:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Sources), "/sources")
	}),
	is("every_source_findable", "every source has a DOI or a web address", "Add `doi:` or `url:` to the source.", func(s *subject) derived.Answer {
		var seen derived.Every
		for _, id := range slices.Sorted(maps.Keys(s.def.Sources)) {
			source := s.def.Sources[id]
			seen.See(source.DOI != "" || source.URL != "", pointer("sources", id))
		}
		return seen.All("/sources")
	}),
	is("has_evidence_method", "the aid says how studies were looked for and chosen", "Say it under `evidence: method:`.", func(s *subject) derived.Answer {
		return derived.Has(s.def.Evidence != nil && filled(s.def.Evidence.Method), "/evidence/method")
	}),
	is("has_search_date", "the aid says when somebody last looked for studies", "Say it under `evidence: searched:`.", func(s *subject) derived.Answer {
		return derived.Has(s.def.Evidence != nil && filled(s.def.Evidence.Searched), "/evidence/searched")
	}),
	number("years_since_search", "whole years since somebody last looked for studies", "years", 200, 1, "Look for new studies, and say when under `evidence: searched:`.", func(s *subject) derived.Answer {
		if s.def.Evidence == nil || s.asOf.IsZero() {
			return missing("/evidence/searched")
		}
		searched, err := day.Parse(s.def.Evidence.Searched)
		if err != nil {
			return missing("/evidence/searched")
		}
		years, _ := searched.Age(s.asOf)
		return derived.Amount(years, "/evidence/searched")
	}),
}

// eachChance looks at every chance.
func (s *subject) eachChance(so func(e *decisionaid.EstimateDefinition) bool) derived.Answer {
	var seen derived.Every
	s.chances(func(_ *decisionaid.Outcome, e *decisionaid.EstimateDefinition, at string) { seen.See(so(e), at) })
	return seen.All("/outcomes")
}

// countChances counts the chances of which something is so, at their sources.
func (s *subject) countChances(so func(e *decisionaid.EstimateDefinition) bool) derived.Answer {
	var at []string
	s.chances(func(_ *decisionaid.Outcome, e *decisionaid.EstimateDefinition, here string) {
		if so(e) {
			at = append(at, here+"/source")
		}
	})
	if len(at) == 0 {
		return derived.Amount(0, "/outcomes")
	}
	return derived.Amount(len(at), at...)
}

// graded reports whether somebody has judged how sure an estimate is.
func graded(e *decisionaid.EstimateDefinition) bool {
	return slices.Contains([]decisionaid.Certainty{
		decisionaid.HighCertainty, decisionaid.ModerateCertainty, decisionaid.LowCertainty, decisionaid.VeryLowCertainty,
	}, e.Certainty)
}
