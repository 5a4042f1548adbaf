package risk

import (
	"math"
	"strconv"
)

// Measure is the kind of number in which a study reports an effect.
type Measure string

// The measures. With p0 the chance without and p1 the chance with the option:
const (
	RelativeRisk   Measure = "relative-risk"   // p1 = p0·RR
	OddsRatio      Measure = "odds-ratio"      // p1 = p0·OR / (1-p0+p0·OR)
	HazardRatio    Measure = "hazard-ratio"    // p1 = 1-(1-p0)^HR, under proportional hazards
	RiskDifference Measure = "risk-difference" // p1 = p0+RD
)

func (m Measure) ratio() bool { return m == RelativeRisk || m == OddsRatio || m == HazardRatio }

// Effect is what an option does to a starting chance. Value and the limits of the
// interval are on the scale of the measure: above 0 for ratios, from -1 to 1 for a
// difference, where a fall is negative. Basis may be set to Indirect by the author
// of an effect that comes from a network of studies. Effects are plain values.
type Effect struct {
	Measure  Measure
	Value    float64
	Interval Interval
	Basis    Basis
}

// Check holds the effect to the range of its measure.
// Errors: BadMeasure, BadRatio, BadDifference, BadInterval, BadLevel, MissesEstimate.
func (e Effect) Check() error {
	switch {
	case e.Measure.ratio():
		if !(e.Value > 0 && e.Value <= math.MaxFloat64) {
			return faultNumber(BadRatio, string(e.Measure), e.Value)
		}
		return e.Interval.check(e.Value, math.SmallestNonzeroFloat64, math.MaxFloat64)
	case e.Measure == RiskDifference:
		if !(e.Value >= -1 && e.Value <= 1) {
			return faultNumber(BadDifference, string(e.Measure), e.Value)
		}
		return e.Interval.check(e.Value, -1, 1)
	}
	return fault(BadMeasure, "measure", strconv.Quote(string(e.Measure)))
}

// Apply works out the chance with the option from the baseline, the chance
// without it, over the same period. A baseline that is not known gives a chance
// that is not known for the same reason; so does the zero Chance, reason NoBaseline.
//
// The interval of the result:
//   - effect with an interval, baseline without: the limits of the effect are applied to
//     the baseline, and the result is labelled FixedBaseline;
//   - both with an interval: they are taken as independent, their half-widths are added as
//     squares on the scale on which the effect is a sum (log for RR, logit for OR,
//     complementary log-log for HR, plain for a difference), and the limits brought back;
//   - effect without: none, labelled NoInterval, and so is all that is worked out from it.
//
// A baseline that itself came from an effect gives a result labelled Chained and Indirect.
//
// Errors: those of Check; OutOfRange if the result or a limit leaves 0 to 1;
// LevelsDiffer; CannotJoin if an interval of the baseline touches 0 or 1.
func (e Effect) Apply(baseline Chance) (Chance, error) {
	if err := e.Check(); err != nil {
		return Chance{}, err
	}
	if !baseline.known {
		return baseline, nil
	}
	value, err := e.at("result", baseline.value, e.Value)
	if err != nil {
		return Chance{}, err
	}
	result := Chance{known: true, value: value, period: baseline.period}
	result.basis = baseline.basis&^FixedBaseline | e.Basis | FromEffect
	if baseline.basis.Has(FromEffect) {
		result.basis |= Chained | Indirect
	}
	switch {
	case !e.Interval.Stated():
		result.basis |= NoInterval
		return result, nil
	case baseline.basis.Has(NoInterval):
		return result, nil
	case !baseline.interval.Stated():
		result.basis |= FixedBaseline
		return e.carried(result, baseline)
	}
	result.basis |= baseline.basis & FixedBaseline
	return e.joinedWith(result, baseline)
}

// at is the arithmetic of the measures. Products are rounded on their own, so that
// every machine gives the same bits.
func (e Effect) at(where string, p0, effect float64) (float64, error) {
	var p1 float64
	switch e.Measure {
	case RelativeRisk:
		p1 = p0 * effect
	case OddsRatio:
		odds := float64(p0 * effect)
		p1 = odds / ((1 - p0) + odds)
	case HazardRatio:
		p1 = steady(p0, effect)
	case RiskDifference:
		p1 = p0 + effect
	}
	if !(p1 >= 0 && p1 <= 1) {
		return 0, faultNumber(OutOfRange, where, p1)
	}
	return p1, nil
}

// carried applies the limits of the effect to a baseline that is taken as exact.
func (e Effect) carried(result, baseline Chance) (Chance, error) {
	lower, err := e.at("lower limit of the result", baseline.value, e.Interval.Lower)
	if err != nil {
		return Chance{}, err
	}
	upper, err := e.at("upper limit of the result", baseline.value, e.Interval.Upper)
	if err != nil {
		return Chance{}, err
	}
	result.interval = around(result.value, lower, upper, e.Interval.Level)
	return result, nil
}
