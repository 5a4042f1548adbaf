package standard

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

var codeNotMet = diag.Define(diag.Info{
	Code:  "standard-not-met",
	Title: "An aid does not meet a criterion of a standard",
	Explain: "The structure of the aid, or the word of somebody, shows that it does not do what the standard asks. The message names the standard and the " +
		"criterion, and the place is the field to mend or to add.",
	Bad:  "kind: decision-aid\noptions: []   # and no funding anywhere",
	Good: "kind: decision-aid\nfunding: Nobody paid for this aid.",
})

var codeUntold = diag.Define(diag.Info{
	Code:  "standard-unknown",
	Title: "Nobody can tell whether an aid meets a criterion of a standard",
	Explain: "A person has to vouch for it, or to judge it, and nobody has, or what they handed in lacks who, when or evidence. That is no fault: many aids have " +
		"never been tried out.",
	Bad:  "development: {}",
	Good: "development:\n  patient_test: {who: The clinic in York, when: \"2026-03-01\", evidence: york_2026}",
})

var codeDoubt = diag.Define(diag.Info{
	Code:    "standard-doubt",
	Title:   "Something in an aid speaks against a criterion of a standard",
	Explain: "It does not decide the criterion. Look at the place, and judge for yourself.",
	Bad:     "options:\n  - {id: none, happens: You wait.}\n  - {id: surgery, happens: You go to a hospital and ...}",
	Good:    "options:\n  - {id: none, happens: You carry on and ...}\n  - {id: surgery, happens: You go to a hospital and ...}",
})

// Warnings gives a report to the author of its aid: a warning for each criterion that is not met and for each doubt, and a
// note for each that nobody can tell, at the fields to mend or to add. aid is the document of the aid, or nil for
// diagnostics without places.
func (r Report) Warnings(aid diag.Locator) diag.List {
	to := diag.NewReporter(aid)
	for _, f := range r.Findings {
		code, severity, came := codeNotMet, diag.Warning, "is not met"
		switch f.State {
		case policy.NotMet:
		case policy.Unknown:
			code, severity, came = codeUntold, diag.Note, "cannot be told"
		default:
			came = ""
		}
		if came != "" {
			e := to.Report(severity, code, diag.At(first(f.Places)), "criterion %s of %s %s: %s", f.ID, r.Standard, came, f.Title)
			say(e, f.Places)
		}
		for _, d := range f.Doubts {
			e := to.Warnf(codeDoubt, diag.At(first(d.Places)), "this speaks against criterion %s of %s: %s", f.ID, r.Standard, d.Because)
			say(e, d.Places)
		}
	}
	return to.List().Clean()
}

// first is the first field of some facts; the whole document where there is none.
func first(places []Place) string {
	for _, p := range places {
		if len(p.At) > 0 {
			return p.At[0]
		}
	}
	return ""
}

// say adds how to mend a criterion, and the other fields that take part.
func say(e *diag.Entry, places []Place) {
	var mends []string
	for i, p := range places {
		if p.Mend != "" {
			mends = append(mends, p.Mend)
		}
		for k, at := range p.At {
			if i+k > 0 {
				e.Beside(diag.At(at), "%s", strings.TrimPrefix(at, "/"))
			}
		}
	}
	e.Hinted("%s", strings.Join(mends, " "))
}
