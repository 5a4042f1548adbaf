package plan

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeNeeded = diag.Define(diag.Info{
	Code:  "plan-needed",
	Title: "Nothing says what makes a plan one",
	Explain: "`needed:` is the kind of the criteria that a plan must meet, all of them, to count as one. Without a criterion of that kind every plan " +
		"would count, even an empty one.",
	Bad:  "needed: five\ncriteria:\n  - {id: central, kind: fives, when: plan.agreed_with_person, basis: local}",
	Good: "needed: five\ncriteria:\n  - {id: central, kind: five, when: plan.agreed_with_person, basis: local}",
})

// checkNeeded holds that a criterion is of the kind that makes a plan one.
func checkNeeded(def *Definition, r *diag.Reporter) {
	var kinds []string
	for _, c := range def.Criteria {
		if c.Kind == def.Needed && def.Needed != "" {
			return
		}
		if c.Kind != "" && !slices.Contains(kinds, c.Kind) {
			kinds = append(kinds, c.Kind)
		}
	}
	e := r.Errorf(codeNeeded, diag.At("/needed"), "no criterion is of the kind %q", def.Needed).After("", "/needed")
	if near := diag.Nearest(def.Needed, kinds); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At("/needed"), near)
		return
	}
	e.Hinted("Give the criteria that a plan must meet `kind: %s`", def.Needed)
}
