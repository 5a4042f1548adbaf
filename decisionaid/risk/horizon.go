package risk

import (
	"math"
	"strconv"
)

// HorizonRule is the declared assumption by which a chance moves to another period.
type HorizonRule string

// The rules.
const (
	// SamePeriod allows no change. It is the zero rule.
	SamePeriod HorizonRule = ""
	// ConstantRate is 1-(1-p)^t for a period t times as long. It assumes that the rate is
	// steady, among people who are alike and stay at risk; results carry the label SteadyRate.
	ConstantRate HorizonRule = "steady-rate"
)

// Over moves the chance and its interval to another period by a declared rule.
// A period of the same length needs no rule and changes no number. A chance that is
// not known stays so.
// Errors: BadPeriod, NoPeriod, PeriodsDiffer without a rule, PeriodsUnrelated, BadRule.
func (c Chance) Over(to Period, rule HorizonRule) (Chance, error) {
	if rule != SamePeriod && rule != ConstantRate {
		return Chance{}, fault(BadRule, "horizon rule", strconv.Quote(string(rule)))
	}
	if err := to.check(); err != nil {
		return Chance{}, err
	}
	if !to.Stated() {
		return Chance{}, fault(NoPeriod, "new period", to.text())
	}
	if !c.known {
		return c, nil
	}
	if !c.period.Stated() {
		return Chance{}, fault(NoPeriod, "period", c.period.text())
	}
	times, err := to.over(c.period)
	if err != nil {
		return Chance{}, err
	}
	from := c.period
	c.period = to
	if times == 1 {
		return c, nil
	}
	if rule == SamePeriod {
		return Chance{}, fault(PeriodsDiffer, "periods", from.text()+" and "+to.text())
	}
	c.value = steady(c.value, times)
	if c.interval.Stated() {
		c.interval = around(c.value, steady(c.interval.Lower, times), steady(c.interval.Upper, times), c.interval.Level)
	}
	c.count = Count{}
	c.basis |= SteadyRate
	return c, nil
}

// steady is 1-(1-p)^t, written so that small chances keep all their digits.
func steady(p, t float64) float64 {
	return -math.Expm1(float64(t * math.Log1p(-p)))
}
