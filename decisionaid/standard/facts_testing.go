package standard

import (
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
)

// testFacts are facts of an aid about a test, such as one that screens for a disease.
var testFacts = []fact{
	is("tests", "the aid is about a test", "Add what is known of the test under `test:`.", func(s *subject) derived.Answer { return derived.Has(s.def.Test != nil, "/test") }),
	testText("test_measures", "what the test measures", "measures", func(t *decisionaid.Test) string { return t.Measures }),
	testText("test_if_positive", "what happens next where the test finds something", "if_positive", func(t *decisionaid.Test) string { return t.IfPositive }),
	testText("test_if_negative", "what happens next where the test finds nothing", "if_negative", func(t *decisionaid.Test) string { return t.IfNegative }),
	testText("test_overdiagnosis", "what it means to find what would never have mattered", "overdiagnosis", func(t *decisionaid.Test) string { return t.Overdiagnosis }),
	testShare("has_sensitivity", "how many of those with the condition the test finds", "sensitivity", func(t *decisionaid.Test) float64 { return t.Sensitivity }),
	testShare("has_specificity", "how many of those without the condition the test clears", "specificity", func(t *decisionaid.Test) float64 { return t.Specificity }),
	testShare("has_prevalence", "how many of those who are tested have the condition", "prevalence", func(t *decisionaid.Test) float64 { return t.Prevalence }),
	is("test_compared", "an outcome has a chance both with the test and with doing nothing, or waiting", "Give a chance of an outcome for both options.", func(s *subject) derived.Answer {
		var seen derived.Every
		if s.def.Test == nil {
			return seen.Any("/test")
		}
		for i := range s.def.Outcomes {
			with, without := false, false
			for k := range s.def.Outcomes[i].Estimates {
				e := &s.def.Outcomes[i].Estimates[k]
				counts := numeric(e) && !byNature(&s.def.Outcomes[i], e)
				with = with || counts && e.Option == s.def.Test.Option
				without = without || counts && s.waits(e.Option)
			}
			seen.See(with && without, pointer("outcomes", i))
		}
		return seen.Any("/outcomes")
	}),
}

func testText(name, says, key string, text func(t *decisionaid.Test) string) fact {
	return is(name, "the aid says "+says, "Say under `test: "+key+":` "+says+".", func(s *subject) derived.Answer {
		return derived.Has(s.def.Test != nil && filled(text(s.def.Test)), "/test/"+key)
	})
}

func testShare(name, says, key string, share func(t *decisionaid.Test) float64) fact {
	return is(name, "the aid says "+says, "Say under `test: "+key+":` "+says+", from 0 to 1.", func(s *subject) derived.Answer {
		return derived.Has(s.def.Test != nil && share(s.def.Test) > 0 && share(s.def.Test) <= 1, "/test/"+key)
	})
}
