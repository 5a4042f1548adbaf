package question

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeNumberRange = diag.Define(diag.Info{
	Code:    "item-number-range",
	Title:   "The range or the step of a number makes no sense",
	Explain: "`range:` is the lowest and the highest answer that can be right, in this order; `step:` divides it into whole steps. Ranges are what tell a slip of the pen from an answer.",
	Bad:     "number: {range: [120, 0]}",
	Good:    "number: {range: [0, 120], step: 1}",
})

// checkNumber reports a range or step that makes no sense, of a number or a scale.
func checkNumber(at string, ends [2]float64, step float64, r *diag.Reporter) bool {
	lo, hi := ends[0], ends[1]
	switch {
	case lo == 0 && hi == 0 && reported(at, r):
		return false
	case !(lo < hi) || math.IsInf(hi-lo, 0):
		r.Errorf(codeNumberRange, diag.At(at+"/range"), "the range goes from %s to %s; the lowest answer comes first", rule.FormatNumber(lo), rule.FormatNumber(hi)).
			Hinted("Write the lowest and the highest answer that can be right")
		return false
	case !(step >= 0):
		r.Errorf(codeNumberRange, diag.At(at+"/step"), "the step is %s; a step is more than 0", rule.FormatNumber(step)).
			Hinted("Write the distance between two answers, or leave it out")
		return false
	case step > 0 && !wholeSteps(hi-lo, step):
		r.Errorf(codeNumberRange, diag.At(at+"/step"), "steps of %s do not lead from %s to %s", rule.FormatNumber(step), rule.FormatNumber(lo), rule.FormatNumber(hi)).
			Hinted("Choose a step that divides the range, or leave it out")
		return false
	}
	return true
}

// wholeSteps reports whether length is a whole number of steps, to nine digits: 0.1 has no exact binary form.
func wholeSteps(length, step float64) bool {
	n := length / step
	return math.Abs(n-math.Round(n)) <= 1e-9*max(1, n)
}
