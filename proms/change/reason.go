package change

import (
	"fmt"
	"math"
)

// Reason says why there is no result. Every error of this package wraps one, so that errors.Is tells them apart and
// errors.As gives the word; the error itself says what is wrong and how to mend it.
type Reason string

// The reasons why there is no result.
const (
	// NotFinite: an argument is a NaN, an infinity, or beyond MaxMagnitude.
	NotFinite Reason = "not_finite"
	// OutOfRange: an argument is one that there cannot be, such as a reliability above 1.
	OutOfRange Reason = "out_of_range"
	// NoSpread: the formula divides by an error of measurement or a spread that is 0.
	NoSpread Reason = "no_spread"
	// ZeroBaseline: a percentage of a value that is not above 0 has no meaning.
	ZeroBaseline Reason = "zero_baseline"
	// TooFew: there are too few measurements, or none.
	TooFew Reason = "too_few"
	// OutOfOrder: measurements are not in the order of their days, or groups not in that of better and worse.
	OutOfOrder Reason = "out_of_order"
	// DifferentLength: two profiles have different numbers of dimensions.
	DifferentLength Reason = "different_length"
)

// Error gives the word.
func (r Reason) Error() string { return "change: " + string(r) }

// MaxMagnitude bounds every argument, either side of zero, so that no formula overflows.
const MaxMagnitude = 1e12

// named is an argument with the name by which an error speaks of it.
type named struct {
	name  string
	value float64
}

// finite reports the first argument that is not a usable number.
func finite(all ...named) error {
	for _, a := range all {
		if !(math.Abs(a.value) <= MaxMagnitude) {
			return fmt.Errorf("%w: the %s is %v; give a number between -%g and %g", NotFinite, a.name, a.value, MaxMagnitude, MaxMagnitude)
		}
	}
	return nil
}

// positive reports the first argument that is not a usable number above 0.
func positive(all ...named) error {
	if err := finite(all...); err != nil {
		return err
	}
	for _, a := range all {
		if a.value <= 0 {
			return fmt.Errorf("%w: the %s is %v; give a number above 0", OutOfRange, a.name, a.value)
		}
	}
	return nil
}

// notNegative reports the first argument that is not a usable number from 0.
func notNegative(all ...named) error {
	if err := finite(all...); err != nil {
		return err
	}
	for _, a := range all {
		if a.value < 0 {
			return fmt.Errorf("%w: the %s is %v; give 0 or more", OutOfRange, a.name, a.value)
		}
	}
	return nil
}

// plain turns -0 into 0, so that the same result is written in the same way.
func plain(v float64) float64 { return v + 0 }
