package schemas

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	codeTerms = diag.Define(diag.Info{
		Code: "header-licence-terms", Title: "The licence has unknown terms",
		Explain: "The terms are open (a public licence or the public domain), free (no permission or fee needed), conditional (free under " +
			"conditions), licensed (a licence is needed first) or unknown. They are never guessed.",
		Bad:  "terms: public",
		Good: "terms: open",
	})
	codeShipsText = diag.Define(diag.Info{
		Code: "header-licence-ships-text", Title: "Words are shipped that may not be",
		Explain: "The terms say that a licence is needed, or that nobody knows, and yet the words stand in the file for everyone who gets it. Take " +
			"the words out; a site with a licence lays its own over with a translation in the same language.",
		Bad:  "licence: {terms: licensed, ships_text: true}",
		Good: "licence: {terms: licensed, ships_text: false, obtain: \"https://euroqol.org\"}",
	})
	codeConditions = diag.Define(diag.Info{
		Code: "header-licence-conditions", Title: "The licence does not say its conditions",
		Explain: "Whoever uses words that are free under conditions has to know the conditions.",
		Bad:     "licence: {terms: conditional, ships_text: true}",
		Good:    "licence: {terms: conditional, conditions: Not for sale., ships_text: true}",
	})
	codeObtain = diag.Define(diag.Info{
		Code: "header-licence-obtain", Title: "The licence does not say where to get one",
		Explain: "The words need a licence and are not in the file, so readers have to know whom to ask.",
		Bad:     "licence: {terms: licensed, ships_text: false}",
		Good:    "licence: {terms: licensed, ships_text: false, obtain: \"https://euroqol.org\"}",
	})
)

// checkLicence checks that a licence makes sense by itself. Its Cite is checked with all others.
func checkLicence(l *Licence, r *diag.Reporter) {
	switch {
	case l == nil || l.Terms == "":
	case !slices.Contains(AllTerms(), l.Terms):
		r.Errorf(codeTerms, diag.At("/licence/terms"), "there are no terms called %q", l.Terms).
			Hinted("Write open, free, conditional, licensed or unknown; the name of the licence, such as CC BY 4.0, stands under `name:`")
	case l.ShipsText && (l.Terms == TermsLicensed || l.Terms == TermsUnknown):
		r.Errorf(codeShipsText, diag.At("/licence/ships_text"), "the words are %s, so they cannot be shipped", l.Terms).
			Hinted("Write ships_text: false, and take the words out of what others get; a site with a licence keeps them in a translation of its own")
	case l.Terms == TermsConditional && l.Conditions == "":
		r.Warnf(codeConditions, diag.At("/licence/terms"), "the licence does not say its conditions").Hinted("Add `conditions:`")
	case l.Terms == TermsLicensed && !l.ShipsText && l.Obtain == "":
		r.Warnf(codeObtain, diag.At("/licence/terms"), "the licence does not say where to get one").Hinted("Add `obtain:`")
	}
}
