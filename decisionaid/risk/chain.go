package risk

import "math"

// Chain multiplies ratios of one measure into the ratio of the last option against
// the first comparator: warfarin against nothing, then a newer drug against warfarin.
// The result is labelled Chained and Indirect, because no study compared the ends
// (indirect comparison: Bucher and others, J Clin Epidemiol 1997).
//
// The log standard error of the product is the root of the summed squares of the log
// standard errors, each read from its interval. If any effect has no interval the
// chain has none and is labelled NoInterval: an interval from part of the uncertainty
// would look surer than it is. The assumption is that the studies are independent and
// the people in them alike.
//
// Errors: CannotChain for fewer than two effects, for differences, or for mixed
// measures; LevelsDiffer; those of Effect.Check.
func Chain(effects ...Effect) (Effect, error) {
	if len(effects) < 2 {
		return Effect{}, faultCount(CannotChain, "number of effects", len(effects))
	}
	whole := Effect{Measure: effects[0].Measure, Value: 1, Basis: Chained | Indirect}
	level, half, stated := effects[0].Interval.Level, 0.0, true
	for _, e := range effects {
		if err := e.Check(); err != nil {
			return Effect{}, err
		}
		if e.Measure != whole.Measure || !e.Measure.ratio() {
			return Effect{}, fault(CannotChain, "measure", string(e.Measure)+" after "+string(whole.Measure))
		}
		whole.Value = float64(whole.Value * e.Value)
		if !e.Interval.Stated() {
			stated = false
			continue
		}
		if stated && e.Interval.Level != level {
			return Effect{}, fault(LevelsDiffer, "confidence levels", numberText(level)+" and "+numberText(e.Interval.Level))
		}
		half = joined(half, e.Interval.logHalfWidth())
	}
	if !stated {
		whole.Basis |= NoInterval
		return whole, whole.Check()
	}
	middle := math.Log(whole.Value)
	whole.Interval = around(whole.Value, math.Exp(middle-half), math.Exp(middle+half), level)
	return whole, whole.Check()
}
