package chart

import (
	"math"
	"strconv"
)

// Funnel compares units, such as clinics, with a target and with the limits that chance alone would leave around it. The
// limits come from the caller, for instance from package cohort.
type Funnel struct {
	Frame
	// Scale is what is compared, and Precision what the axis along the bottom counts, such as People counted.
	Scale     Scale
	Precision string
	// Target is the value that the limits lie around.
	Target float64
	// Inner and Outer name the two levels of the limits, such as 95% and 99.8%.
	Inner, Outer string
	// Curve holds the limits to draw, along ascending precision.
	Curve []Limits
	// Units are placed by their own limits, which need not lie on the curve: exact limits move in steps.
	Units []Unit
}

// Limits are the two intervals around the target at one precision.
type Limits struct {
	At           float64 // the precision, such as a number of people, from 0
	Inner, Outer Interval
}

// Interval runs from Low to High, both included.
type Interval struct{ Low, High float64 }

// Unit is one clinic, team or site.
type Unit struct {
	Name string
	// Value is what the unit came to. It and the limits are not read where Missing says something.
	Value  float64
	Limits Limits
	// Missing says in words why there is no value.
	Missing string
}

// The most that a funnel can hold.
const (
	MaxUnits = 1000
	MaxCurve = 500
)

// Place is where a unit lies.
type Place string

// The places. A value equal to a limit lies within it.
const (
	Within     Place = "within"
	AboveInner Place = "above-inner" // above the inner limits and within the outer
	BelowInner Place = "below-inner"
	AboveOuter Place = "above-outer"
	BelowOuter Place = "below-outer"
	NoPlace    Place = "" // a unit without a value
)

// Place says where the unit lies by its own limits.
func (u Unit) Place() Place {
	switch {
	case u.Missing != "":
		return NoPlace
	case u.Value > u.Limits.Outer.High:
		return AboveOuter
	case u.Value < u.Limits.Outer.Low:
		return BelowOuter
	case u.Value > u.Limits.Inner.High:
		return AboveInner
	case u.Value < u.Limits.Inner.Low:
		return BelowInner
	default:
		return Within
	}
}

func (f Funnel) check() error {
	if err := f.Frame.check(); err != nil {
		return err
	}
	if err := f.Scale.check(); err != nil {
		return err
	}
	for _, text := range [][2]string{{"precision", f.Precision}, {"name of the inner limits", f.Inner}, {"name of the outer limits", f.Outer}} {
		if err := checkText(text[0], text[1]); err != nil {
			return err
		}
	}
	if err := f.Scale.checkValue("target", f.Target); err != nil {
		return err
	}
	if len(f.Curve) < 2 || len(f.Curve) > MaxCurve {
		return faultCount(BadLimits, "number of points of the limits", len(f.Curve))
	}
	for i, limits := range f.Curve {
		where := "point " + strconv.Itoa(i+1) + " of the limits"
		if i > 0 && !(limits.At > f.Curve[i-1].At) {
			return faultNumber(BadLimits, "precision of "+where, limits.At)
		}
		if err := limits.check(where, f.Target); err != nil {
			return err
		}
	}
	return f.checkUnits()
}

func (f Funnel) checkUnits() error {
	if len(f.Units) == 0 || len(f.Units) > MaxUnits {
		return faultCount(BadUnits, "number of units", len(f.Units))
	}
	values := 0
	for i, unit := range f.Units {
		where := "unit " + strconv.Itoa(i+1)
		if err := checkText("name of "+where, unit.Name); err != nil {
			return err
		}
		if unit.Missing != "" {
			if err := checkText("reason of "+where, unit.Missing); err != nil {
				return err
			}
			continue
		}
		values++
		if err := f.Scale.checkValue("value of "+where, unit.Value); err != nil {
			return err
		}
		if err := unit.Limits.check("limits of "+where, f.Target); err != nil {
			return err
		}
	}
	if values == 0 {
		return faultCount(BadUnits, "number of values", 0)
	}
	return nil
}

// check holds the outer limits to lie around the inner, and the inner around the target. Limits may leave the scale.
func (l Limits) check(where string, target float64) error {
	if !(l.At >= 0 && l.At <= maxMagnitude) {
		return faultNumber(BadLimits, "precision of "+where, l.At)
	}
	order := []float64{-maxMagnitude, l.Outer.Low, l.Inner.Low, target, l.Inner.High, l.Outer.High, maxMagnitude}
	for i := 1; i < len(order); i++ {
		if !(order[i] >= order[i-1]) {
			return fault(BadLimits, where, "do not ascend: "+strconv.FormatFloat(order[i-1], 'g', -1, 64)+" and then "+
				strconv.FormatFloat(order[i], 'g', -1, 64))
		}
	}
	return nil
}

// highest is the end of the axis along the bottom.
func (f Funnel) highest() float64 {
	highest := f.Curve[len(f.Curve)-1].At
	for _, unit := range f.Units {
		if unit.Missing == "" {
			highest = math.Max(highest, unit.Limits.At)
		}
	}
	return math.Max(highest, smallestSpan)
}
