package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeDerivedRange = diag.Define(diag.Info{
	Code:    "aid-derived-range",
	Title:   "The range of a derived value makes no sense",
	Explain: "`range:` is the lowest and the highest value that can be right, in this order; `step:`, where there is one, is above 0.",
	Bad:     "range: [9, 0]",
	Good:    "range: [0, 9]",
})

// checkDerived holds the ranges of derived values to their order.
func checkDerived(def *Definition, r *diag.Reporter) {
	for i, d := range def.Derived {
		at := fmt.Sprintf("/derived/%d", i)
		if !(d.Range[0] < d.Range[1]) {
			r.Errorf(codeDerivedRange, diag.At(at+"/range"), "the range of %s goes from %s to %s", d.ID,
				rule.FormatNumber(d.Range[0]), rule.FormatNumber(d.Range[1])).Hinted("The lowest value comes first").After(at + "/range")
		}
		if d.Step < 0 {
			r.Errorf(codeDerivedRange, diag.At(at+"/step"), "the step of %s is %s", d.ID, rule.FormatNumber(d.Step)).
				Hinted("Write 1 for whole numbers, or leave it out")
		}
	}
}
