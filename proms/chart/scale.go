package chart

import "math"

// Better says which end of a scale is better for people.
type Better string

// The directions. Unsaid is for scales of which neither end is better.
const (
	Unsaid Better = ""
	Lower  Better = "lower"
	Higher Better = "higher"
)

// Scale is what is measured: the upright axis of a picture.
type Scale struct {
	// Name says what is measured, such as Depression severity.
	Name string
	// Lowest and Highest are the ends of the axis, both included, in units of the score.
	Lowest, Highest float64
	// Better says which end is better.
	Better Better
	// Percent shows shares from 0 to 1 as percentages, to one decimal.
	Percent bool
}

// maxMagnitude is how far from zero numbers may be, so that they can be written out.
const maxMagnitude = 1e9

// smallestSpan is the shortest scale whose numbers still differ in the nine decimals that are shown.
const smallestSpan = 1e-6

func (s Scale) check() error {
	if err := checkText("scale name", s.Name); err != nil {
		return err
	}
	switch {
	case !usable(s.Lowest):
		return faultNumber(BadScale, "lowest value", s.Lowest)
	case !usable(s.Highest):
		return faultNumber(BadScale, "highest value", s.Highest)
	case s.Highest-s.Lowest < smallestSpan:
		return faultNumber(BadScale, "distance of the highest from the lowest value", s.Highest-s.Lowest)
	case s.Better != Unsaid && s.Better != Lower && s.Better != Higher:
		return fault(BadScale, "better", "is neither lower nor higher")
	}
	return nil
}

func usable(x float64) bool { return math.Abs(x) <= maxMagnitude } // false for NaN

// checkValue holds a value to the scale.
func (s Scale) checkValue(where string, value float64) error {
	if !(value >= s.Lowest && value <= s.Highest) {
		return faultNumber(BadValue, where, value)
	}
	return nil
}
