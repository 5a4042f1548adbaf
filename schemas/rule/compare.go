package rule

import "math"

// Equal reports whether two numbers agree after 12 significant digits, which is how every rule and every worked example
// compares: 0.1 + 0.2 equals 0.3. A missing value equals nothing, not even another one. Safe for concurrent use.
func Equal(a, b float64) bool { return a == a && b == b && compare12(a, b) == 0 }

// compare12 orders two present numbers after 12 significant digits. Numbers that lie further apart than that rounding
// can bring together need none.
func compare12(a, b float64) int {
	if a == b {
		return 0
	}
	if gap := math.Abs(a - b); !(gap > 2e-11*max(math.Abs(a), math.Abs(b))) {
		a, b = sig12(a), sig12(b)
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	default:
		return 0
	}
}

// near gives the least and the greatest double that equal c after 12 significant digits. With them a comparison with
// a constant is one plain comparison: x >= c is x >= lo, and x > c is x > hi.
func near(c float64) (lo, hi float64) {
	return edge(c, -1), edge(c, 1)
}

// edge finds the last double in one direction that equals c. It guesses that this is half a unit of the twelfth digit
// away, strides from there until one double inside and one outside are found, and halves the stretch between them.
func edge(c float64, direction int64) float64 {
	if c == 0 || c-c != 0 {
		return c
	}
	same := sig12(c)
	unit := math.Pow10(int(math.Floor(math.Log10(math.Abs(c)))) - significant + 1)
	equal := func(i int64) bool { return inRange(i) && sig12(unorder(i)) == same }
	inside, outside := order(c), order(same+float64(direction)*(unit/2))
	outside = max(min(outside, order(math.MaxFloat64)), -order(math.MaxFloat64))
	for stride := direction; equal(outside); stride *= 2 {
		inside = outside
		if outside += stride; !inRange(outside) {
			return unorder(inside)
		}
	}
	for stride := direction; outside-stride != inside && (outside-stride-inside)*direction > 0; stride *= 2 {
		if equal(outside - stride) {
			inside = outside - stride
			break
		}
		outside -= stride
	}
	for outside-inside > 1 || inside-outside > 1 {
		middle := inside + (outside-inside)/2
		if equal(middle) {
			inside = middle
		} else {
			outside = middle
		}
	}
	return unorder(inside)
}

// order maps doubles to whole numbers that keep their order, neighbours to neighbours.
func order(v float64) int64 {
	bits := int64(math.Float64bits(v))
	if bits < 0 {
		return math.MinInt64 - bits
	}
	return bits
}

func unorder(i int64) float64 {
	if i < 0 {
		i = math.MinInt64 - i
	}
	return math.Float64frombits(uint64(i))
}

func inRange(i int64) bool {
	limit := order(math.MaxFloat64)
	return i >= -limit && i <= limit
}
