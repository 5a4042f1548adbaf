package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeDate = diag.Define(diag.Info{
	Code:  "aid-date",
	Title: "This is not a date that can be right",
	Explain: "`published:`, the `searched:` of the evidence and the `when:` of an attestation are days that have been: year, month and day, in quotes. " +
		"A day to come is a slip, or a promise that belongs elsewhere.",
	Bad:  "published: \"21/11/2026\"",
	Good: "published: \"2026-11-21\"",
})

// checkDates holds the dates of an aid to their form, and warns where one is still to come.
func checkDates(def *Definition, asOf day.Day, r *diag.Reporter) {
	checkDay(def.Published, "/published", asOf, r)
	if def.Evidence != nil {
		checkDay(def.Evidence.Searched, "/evidence/searched", asOf, r)
	}
	for _, a := range def.Development.each() {
		if a.of != nil {
			checkDay(a.of.When, "/development/"+a.key+"/when", asOf, r)
		}
	}
}

func checkDay(text, at string, asOf day.Day, r *diag.Reporter) {
	if text == "" {
		return
	}
	switch _, err := day.Parse(text); {
	case err != nil:
		r.Errorf(codeDate, diag.At(at), "%q is not a date", text).Hinted("Write year, month and day like \"2026-11-21\"")
	case !asOf.IsZero() && text > asOf.String():
		r.Warnf(codeDate, diag.At(at), "%s is still to come", text).Hinted("Write the day on which it was done")
	}
}
