package plan

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

var codeValidFor = diag.Define(diag.Info{
	Code:    "plan-valid-for",
	Title:   "How long a plan is current cannot be read",
	Explain: "`valid_for:` counts months from the day of the agreement, at least one and at most 120, and says on what basis.",
	Bad:     "valid_for: {months: 0, basis: local}",
	Good:    "valid_for: {months: 12, basis: local}",
})

// checkValidFor holds that how long a plan is current can be counted, and rests on something.
func checkValidFor(def *Definition, r *diag.Reporter) {
	if def.ValidFor == nil {
		return
	}
	if m := def.ValidFor.Months; m < 1 || m > 120 {
		r.Errorf(codeValidFor, diag.At("/valid_for/months"), "a plan cannot be current for %d months", m).Hinted("Give whole months from 1 to 120, or leave `valid_for:` out")
	}
	if b := def.ValidFor.Basis; b != "" && !slices.Contains(policy.Bases, b) {
		nearest(r.Errorf(codeValidFor, diag.At("/valid_for/basis"), "%q is no basis", b), "/valid_for/basis", b, policy.Bases)
	}
}
