package risk

import "math"

// Each measure has a scale on which applying it is a plain addition. Only there do
// standard errors of baseline and effect add as squares.

func (m Measure) toScale(p float64) float64 {
	switch m {
	case RelativeRisk:
		return math.Log(p)
	case OddsRatio:
		return math.Log(p) - math.Log1p(-p)
	case HazardRatio:
		return math.Log(-math.Log1p(-p))
	}
	return p
}

func (m Measure) fromScale(x float64) float64 {
	switch m {
	case RelativeRisk:
		return math.Exp(x)
	case OddsRatio:
		return 1 / (1 + math.Exp(-x))
	case HazardRatio:
		return -math.Expm1(-math.Exp(x))
	}
	return x
}

func (e Effect) halfWidth() float64 {
	if e.Measure.ratio() {
		return e.Interval.logHalfWidth()
	}
	return (e.Interval.Upper - e.Interval.Lower) / 2
}

// joinedWith gives the result the interval that holds the uncertainty of the
// effect and of the baseline together.
func (e Effect) joinedWith(result, baseline Chance) (Chance, error) {
	own := baseline.interval
	if own.Level != e.Interval.Level {
		return Chance{}, fault(LevelsDiffer, "confidence levels", numberText(own.Level)+" and "+numberText(e.Interval.Level))
	}
	half := joined((e.Measure.toScale(own.Upper)-e.Measure.toScale(own.Lower))/2, e.halfWidth())
	middle := e.Measure.toScale(result.value)
	if math.IsNaN(half+middle) || math.IsInf(half+middle, 0) {
		return Chance{}, fault(CannotJoin, "interval of the baseline", own.text())
	}
	lower, upper := e.Measure.fromScale(middle-half), e.Measure.fromScale(middle+half)
	if !(lower >= 0) {
		return Chance{}, faultNumber(OutOfRange, "lower limit of the result", lower)
	}
	if !(upper <= 1) {
		return Chance{}, faultNumber(OutOfRange, "upper limit of the result", upper)
	}
	result.interval = around(result.value, lower, upper, own.Level)
	return result, nil
}
