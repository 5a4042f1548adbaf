package values

import (
	"math"
	"strconv"
)

// tie is the width within which two fits, on the scale 0 to 1, are the same: what is left of a difference after 12 decimal places is
// rounding and not a preference.
const tie = 1e-12

// Range is what is known of a number: it lies between Low and High, both included. Where the number is known, Low equals High.
type Range struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Exact says whether the number is known.
func (r Range) Exact() bool { return r.Low == r.High }

// within keeps a range inside low..high. It removes rounding only: what it is used for is a weighted mean of numbers in low..high.
func (r Range) within(low, high float64) Range {
	return Range{min(max(r.Low, low), high), min(max(r.High, low), high)}
}

// times multiplies a range by a weight that is itself only known to lie in a range, all of it at or above zero.
func (r Range) times(weight Range) Range {
	return Range{
		min(r.Low*weight.Low, r.Low*weight.High),
		max(r.High*weight.Low, r.High*weight.High),
	}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// round12 rounds to 12 significant digits, so that 33.3 + 33.3 + 33.4 is 100.
func round12(x float64) float64 {
	y, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'e', 11, 64), 64) // what was formatted parses, and even the largest number rounds down
	return y
}

// dot adds the products in order, each rounded on its own, so that every machine gets the same last digit.
func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}
