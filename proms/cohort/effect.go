package cohort

import "math"

// Before returns the moments of the before values, over the pairs only.
func (c *Change) Before() Moments { return c.before }

// After returns the moments of the after values, over the pairs only.
func (c *Change) After() Moments { return c.after }

// Difference returns the moments of after minus before. Where lower is better, a negative mean is an
// improvement.
func (c *Change) Difference() Moments { return c.difference }

// EffectSize returns the mean difference divided by the standard deviation before, also called the
// standardised effect size, SES (Kazis, Anderson and Meenan 1989). The sign is that of after minus
// before. It is missing for fewer than two pairs, and where all before values are equal.
func (c *Change) EffectSize() Statistic { return ratio(c.difference.Mean(), c.before.SD()) }

// CohensD returns the mean difference divided by the root mean square of the standard deviations
// before and after, √((s²before + s²after) / 2) (Cohen 1988). The sign is that of after minus before.
// It is missing for fewer than two pairs, and where neither side has spread.
func (c *Change) CohensD() Statistic {
	before, after := c.before.Variance(), c.after.Variance()
	if !before.known {
		return before // both sides have the same people, so both are missing alike
	}
	return ratio(c.difference.Mean(), known(math.Sqrt((before.value+after.value)/2)))
}

// SRM returns the standardised response mean, the mean difference divided by the standard deviation of
// the differences (Liang, Fossel and Larson 1990). The sign is that of after minus before. It is
// missing for fewer than two pairs, and where everybody changed by the same amount.
func (c *Change) SRM() Statistic { return ratio(c.difference.Mean(), c.difference.SD()) }

// Responders returns the shares that improved and worsened, in the order of the plan. Use
// [Share.Wilson] for an interval. By percent, Of leaves out people whose before value is 0, since
// nothing is a percentage of 0.
func (c *Change) Responders() []ResponderShare {
	list := make([]ResponderShare, len(c.responses))
	for i, r := range c.responses {
		list[i] = ResponderShare{
			Code:     c.plan.Responders[i].Code,
			Improved: Share{Count: r.improved, Of: r.of},
			Worsened: Share{Count: r.worsened, Of: r.of},
		}
	}
	return list
}
