package decisionaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/values"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeValueRange = diag.Define(diag.Info{
	Code:  "aid-value-range",
	Title: "A chance lies outside the range that a value asks about",
	Explain: "The question asks how much the step from the worst to the best chance matters. A chance outside that range cannot be set beside the answer, so the " +
		"option then has no fit. Make the range wide enough for every option and everybody.",
	Bad:  "range: [0.1, 0]   # and an option with a chance of 0.12",
	Good: "range: [0.2, 0]",
})

// checkValueRange looks for chances outside the ranges of values, over everybody.
func checkValueRange(a *Aid, r *diag.Reporter) {
	s := a.model.Ranges()
	for i := range a.definition.Values {
		v := &a.definition.Values[i]
		outcome := slices.IndexFunc(a.definition.Outcomes, func(o Outcome) bool { return o.ID == v.About })
		low, high := min(v.Range[0], v.Range[1]), max(v.Range[0], v.Range[1])
		at := diag.At(fmt.Sprintf("/values/%d/range", i))
		var surely, maybe []string
		for _, c := range a.cells[outcome] {
			b, option := s.Bound(c.slot), a.definition.Options[c.option].ID
			switch {
			case b.NA == rule.Always:
			case b.Hi < low || b.Lo > high:
				surely = append(surely, option)
			case b.Lo < low || b.Hi > high:
				maybe = append(maybe, option)
			}
		}
		switch {
		case len(surely) > 0:
			r.Warnf(codeValueRange, at, "the chance of %s with %s lies outside this range", v.About, strings.Join(surely, ", ")).Hinted("Make the range wider")
		case len(maybe) > 0:
			r.Notef(codeValueRange, at, "the chance of %s with %s lies outside this range for some people", v.About, strings.Join(maybe, ", ")).
				Hinted("Make the range wider")
		}
	}
}

// reportAttributes reports what package values finds wrong with the list of values as a whole. What is wrong with one of them, or with the
// number of people that its outcome is shown out of, is reported there.
func reportAttributes(err error, r *diag.Reporter) {
	if faults := fault.Of(err); len(faults) > 0 {
		r.Errorf(codeValue, diag.At("/values").Key(), "%s", faults[0].Says).Hinted("Ask about at most %d things, each once", values.MaxAttributes).After("/values", "/outcomes")
	}
}
