package risk

import "math"

// Interval is a confidence interval. The zero Interval means that none was
// stated. Limits are on the scale of the estimate they belong to: chances, ratios,
// differences. Level is the confidence level as a fraction, such as 0.95.
type Interval struct {
	Lower float64 `json:"lower"`
	Upper float64 `json:"upper"`
	Level float64 `json:"level"`
}

// CI95 makes a 95% confidence interval.
func CI95(lower, upper float64) Interval {
	return Interval{Lower: lower, Upper: upper, Level: 0.95}
}

// Stated reports whether there is an interval at all.
func (i Interval) Stated() bool { return i != Interval{} }

// check holds a stated interval to its level, the order of its limits, the range
// low to high of its scale, and the estimate it must contain.
func (i Interval) check(estimate, low, high float64) error {
	if !i.Stated() {
		return nil
	}
	if !(i.Level > 0 && i.Level < 1) {
		return faultNumber(BadLevel, "confidence level", i.Level)
	}
	if !(i.Lower >= low && i.Lower <= high) {
		return faultNumber(BadInterval, "lower limit", i.Lower)
	}
	if !(i.Upper >= low && i.Upper <= high) {
		return faultNumber(BadInterval, "upper limit", i.Upper)
	}
	if i.Lower > i.Upper {
		return fault(BadInterval, "interval", i.text())
	}
	if estimate < i.Lower || estimate > i.Upper {
		return faultNumber(MissesEstimate, "interval "+i.text()+" around", estimate)
	}
	return nil
}

// around puts computed limits beside their estimate. Exact arithmetic keeps the
// estimate within them; min and max guard against the last bit of rounding only.
func around(estimate, lower, upper, level float64) Interval {
	return Interval{Lower: math.Min(lower, estimate), Upper: math.Max(upper, estimate), Level: level}
}

// joined is the half-width of the sum of two independent quantities whose
// half-widths are a and b at one confidence level. With standard errors a/z and
// b/z the sum has the standard error sqrt(a²+b²)/z, so that z cancels out.
func joined(a, b float64) float64 {
	return math.Sqrt(float64(a*a) + float64(b*b))
}

// logHalfWidth is half the width of the interval of a ratio on the log scale,
// which is its log standard error times the normal quantile of its level.
func (i Interval) logHalfWidth() float64 {
	return (math.Log(i.Upper) - math.Log(i.Lower)) / 2
}
