package irt

import "math"

// stop gives the reason to stop after the last step, or nothing.
func (t *Adaptive) stop(steps []Step) StopReason {
	last, rules := steps[len(steps)-1], t.design.Stop
	e := last.Estimate
	switch {
	case !e.OK() && e.Reason != NoAnswers:
		return StopNoEstimate
	case e.OK() && e.Answered >= rules.MinItems && rules.SE.reached(e.SE):
		return StopSE
	case e.OK() && e.Answered >= rules.MinItems && settled(steps, rules.SEChange):
		return StopSEChange
	case len(steps) >= rules.MaxItems:
		return StopMaxItems
	case len(steps) == len(t.bank.items):
		return StopNoItems
	}
	return ""
}

// settled is true where the last answer, which a skipped item is not, changed the standard error by no more than the limit.
func settled(steps []Step, limit Limit) bool {
	if len(steps) < 2 || steps[len(steps)-1].Response < 0 {
		return false
	}
	before, after := steps[len(steps)-2].Estimate, steps[len(steps)-1].Estimate
	return before.OK() && limit.reached(math.Abs(after.SE-before.SE))
}
