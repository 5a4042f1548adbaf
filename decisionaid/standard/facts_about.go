package standard

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// aboutFacts are facts of what an aid is about.
var aboutFacts = []fact{
	is("has_condition", "the aid says what the condition is", "Say under `condition: summary:` what the condition is.", func(s *subject) derived.Answer {
		return derived.Has(filled(s.condition()), "/condition/summary")
	}),
	number("condition_words", "words that say what the condition is", "words", 1e6, 1, "Say more under `condition: summary:`.", func(s *subject) derived.Answer {
		return derived.Amount(len(readability.Words(s.condition())), "/condition/summary")
	}),
	is("has_natural_course", "the aid says what happens where nothing is done", "Say under `condition: natural_course:` what happens where nothing is done.", func(s *subject) derived.Answer {
		return derived.Has(s.def.Condition != nil && filled(s.def.Condition.NaturalCourse), "/condition/natural_course")
	}),
	is("has_decision", "the decision is put as a question", "Put the decision under `decision:` as a question that ends with a question mark.", func(s *subject) derived.Answer {
		return derived.Has(strings.HasSuffix(strings.TrimSpace(s.def.Decision), "?"), "/decision")
	}),
	is("says_for_whom", "the aid says for whom it is", "Say under `for: who:` for whom the aid is.", func(s *subject) derived.Answer {
		return derived.Has(filled(s.def.For.Who), "/for/who")
	}),
}

func (s *subject) condition() string {
	if s.def.Condition == nil {
		return ""
	}
	return s.def.Condition.Summary
}

func filled(text string) bool { return !fault.Blank(text) }
