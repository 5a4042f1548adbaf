package decisionaid

import "github.com/whatmatters-care/whatmatters/schemas/diag"

var codeOneNumber = diag.Define(diag.Info{
	Code:  "aid-one-number",
	Title: "Only one option has a number",
	Explain: "People judge a number against the number without the option. Where all other options are unknown, a lone number is easily read " +
		"as if the others had none of it. A number for doing nothing, or for another option, gives it a meaning.",
	Bad:  "estimates:\n  - {option: surgery, chance: 0.12}\n  - option: as_now\n    unknown: No trial has measured it.",
	Good: "estimates:\n  - {option: surgery, chance: 0.12}\n  - {option: as_now, chance: 0.09}",
})

// checkComparison warns where the only number of an outcome stands beside nothing that it can be compared with.
func checkComparison(def *Definition, o *Outcome, at string, r *diag.Reporter) {
	numbers, beside := 0, 0
	for k := range o.Estimates {
		switch forms := o.Estimates[k].forms(); {
		case len(forms) != 1:
			return
		case forms[0] == formNotApplicable:
			beside++
		case forms[0] != formUnknown:
			numbers++
		}
	}
	if numbers == 1 && beside == 0 && len(o.Estimates) == len(def.Options) && len(def.Options) > 1 {
		r.Warnf(codeOneNumber, diag.At(at+"/estimates").Key(), "only one option has a number for %s", o.ID).
			Hinted("Give a number for doing nothing or for another option, or say why it does not apply")
	}
}
