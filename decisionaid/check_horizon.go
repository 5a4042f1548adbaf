package decisionaid

import (
	"errors"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeHorizon = diag.Define(diag.Info{
	Code:  "aid-horizon",
	Title: "Chances are moved to another period in a way that cannot be",
	Explain: "A chance over a year is not a fifth of the chance over five. `horizon:` says `from:` which period the estimates of an outcome are moved to " +
		"`within:`, and by which rule. There is one rule, steady-rate, which is 1-(1-p)^t and assumes that the rate stays the same. Days and " +
		"weeks go into each other, and so do months and years.",
	Bad:  "within: 5 years\nhorizon: {from: 30 days, rule: times-five}",
	Good: "within: 5 years\nhorizon: {from: 1 year, rule: steady-rate}",
})

// checkHorizon holds the move of an outcome to another period to the one rule that there is.
func checkHorizon(o *Outcome, at string, r *diag.Reporter) {
	h := o.Horizon
	if h == nil || !h.From.Stated() || !o.Within.Stated() {
		return // Decode and checkPeriod report it.
	}
	if words, ok := known(h.Rule, risk.ConstantRate); !ok {
		reportWord(r, codeHorizon, at+"/horizon/rule", string(h.Rule), words)
		return
	}
	half, _ := risk.NewChance(0.5, risk.Interval{}, h.From.Period) // any chance will do
	moved, err := half.Over(o.Within.Period, h.Rule)
	value, _ := moved.Value()
	switch here := diag.At(at + "/horizon/from"); {
	case errors.Is(err, risk.PeriodsUnrelated):
		r.Errorf(codeHorizon, here, "%s and %s do not go into each other", h.From, o.Within).Hinted("Give both in days or weeks, or both in months or years")
	case err != nil:
		r.Errorf(codeHorizon, here, "chances cannot be moved from %s to %s: %v", h.From, o.Within, err).Hinted("Give another period")
	case value == 0.5:
		r.Errorf(codeHorizon, here, "%s is the period that is shown anyway", h.From).Hinted("Take the horizon out")
	}
}
