package decisionaid

import (
	"errors"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeTest = diag.Define(diag.Info{
	Code:  "aid-test",
	Title: "The test is none of the options, or its numbers cannot be",
	Explain: "`test: option:` is the id of the option to have the test. `sensitivity:`, `specificity:` and `prevalence:` are shares from 0 to 1; " +
		"`shown_per:` is 10, 100, 1000 or 10000.",
	Bad:  "test:\n  option: screening\n  sensitivity: 85",
	Good: "test:\n  option: screening\n  sensitivity: 0.85",
})

// checkTest holds the test of an aid to its options and to the arithmetic of tests.
func checkTest(def *Definition, r *diag.Reporter) {
	t := def.Test
	if t == nil {
		return
	}
	ids := make([]string, len(def.Options))
	for i, o := range def.Options {
		ids[i] = o.ID
	}
	if t.Option != "" && !slices.Contains(ids, t.Option) {
		reportOption(r, codeTest, "/test/option", t.Option, ids)
	}
	if words, ok := known(t.Certainty, HighCertainty, ModerateCertainty, LowCertainty, VeryLowCertainty, UnknownCertainty); t.Certainty != "" && !ok {
		reportWord(r, codeCertainty, "/test/certainty", string(t.Certainty), words)
	}
	_, err := t.shares().People(risk.Per1000)
	var fault *risk.Error
	if errors.As(err, &fault) {
		r.Errorf(codeTest, diag.At("/test/"+fault.Where), "the %s %s cannot be: %s", fault.Where, fault.Got, fault.Why()).Hinted("%s", fault.Mend())
	}
	if t.ShownPer != 0 && !slices.Contains(denominators, t.ShownPer) {
		r.Errorf(codeTest, diag.At("/test/shown_per"), "a test is shown out of 10, 100, 1000 or 10000 people, and not of %d", int(t.ShownPer)).
			Hinted("Use the smallest of them in which somebody with the condition is missed")
	}
}
