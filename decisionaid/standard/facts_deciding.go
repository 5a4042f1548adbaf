package standard

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// decidingFacts are facts of what helps a person to decide.
var decidingFacts = []fact{
	number("values", "questions about what matters to the person", "questions", 1e6, 1, "Ask under `values:` what matters, about an outcome each.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Values), "/values")
	}),
	number("outcomes_not_asked_about", "outcomes about which no question asks how much they matter", "outcomes", 1e6, 1, "Ask under `values:` about the outcome too.", func(s *subject) derived.Answer {
		var at []string
		for i, o := range s.def.Outcomes {
			if !slices.ContainsFunc(s.def.Values, func(v decisionaid.Value) bool { return v.About == o.ID }) {
				at = append(at, pointer("outcomes", i))
			}
		}
		if len(at) == 0 {
			return derived.Amount(0, "/values")
		}
		return derived.Amount(len(at), at...)
	}),
	number("questions", "questions to ask of every option, those that pages show where an aid has none of its own included", "questions", 1e6, 1, "Add your own under `questions:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Questions.Prompts()), "/questions")
	}),
	number("steps", "steps that lead through the decision", "steps", 1e6, 1, "Write the steps under `steps:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Steps), "/steps")
	}),
	number("knowledge", "questions that show what the person took in", "questions", 1e6, 1, "Add them under `knowledge:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Knowledge), "/knowledge")
	}),
	number("glossary", "terms that the aid explains", "terms", 1e6, 1, "Explain them under `glossary:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.def.Glossary), "/glossary")
	}),
}
