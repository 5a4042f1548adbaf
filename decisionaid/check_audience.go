package decisionaid

import "github.com/whatmatters-care/whatmatters/schemas/diag"

var codeAudience = diag.Define(diag.Info{
	Code:  "aid-audience",
	Title: "Nothing can check for whom the aid is",
	Explain: "`for: when:` is a condition over what is known of a person. Without it numbers are worked out also for people whom the studies " +
		"were not about, and nobody is told.",
	Bad:  "for:\n  who: Adults with atrial fibrillation",
	Good: "for:\n  who: Adults with atrial fibrillation\n  when: person.age >= 18",
})

// checkAudience warns where nothing tells whom the numbers are about.
func checkAudience(def *Definition, r *diag.Reporter) {
	if def.For.When == "" && def.For.Who != "" {
		r.Warnf(codeAudience, diag.At("/for").Key(), "nothing can check whether a person is among %q", def.For.Who).
			Hinted("Add `when:` with a condition, as far as there are facts for it")
	}
}
