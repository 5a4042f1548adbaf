package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeEvidenceAge = diag.Define(diag.Info{
	Code:  "aid-evidence-age",
	Title: "The evidence may be out of date",
	Explain: "Nobody has looked for new studies for more than five years, going by `searched:` of the evidence or, where that is not said, by the newest source. Look " +
		"again, and say when.",
	Bad:  "evidence:\n  method: We looked for trials.\n  searched: \"2015-01-01\"",
	Good: "evidence:\n  method: We looked for trials.\n  searched: \"2026-11-01\"",
})

// goodFor is how many years a search for evidence is good for.
const goodFor = 5

// checkEvidenceAge warns where the last search for evidence, or the newest source, is old as of a day.
func checkEvidenceAge(def *Definition, asOf day.Day, r *diag.Reporter) {
	if asOf.IsZero() {
		return
	}
	oldest := asOf.AddMonths(-12 * goodFor)
	if def.Evidence != nil && def.Evidence.Searched != "" {
		if def.Evidence.Searched < oldest.String() {
			r.Warnf(codeEvidenceAge, diag.At("/evidence/searched"), "the last search was on %s", def.Evidence.Searched).
				Hinted("Look for new studies, and set `searched:`")
		}
		return
	}
	newest := 0
	for _, s := range def.Sources {
		newest = max(newest, s.Year)
	}
	if year, _, _ := oldest.Date(); newest > 0 && newest < year {
		r.Warnf(codeEvidenceAge, diag.At("/sources").Key(), "the newest source is of %d, and nobody says when they last looked", newest).
			Hinted("Look for new studies, and add `evidence:` with the day").After("/evidence")
	}
}
