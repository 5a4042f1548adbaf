package cases

import (
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// mostValues is up to how many values of a type all are taken.
const mostValues = 12

// Cells gives the values of a type that are worth a try, in rising order, and whether these are all that there are: all of a few, else the
// ends, the middle, and the values around cuts, which are the places where rules change their minds. Safe for concurrent use.
func Cells(t rule.Type, cuts []float64) (values []float64, all bool) {
	switch {
	case t.Kind == rule.Truth:
		return []float64{0, 1}, true
	case len(t.Options) > 0:
		for i, o := range t.Options {
			if o.Missing {
				continue
			}
			if t.Kind == rule.Code {
				values = append(values, float64(i))
			} else {
				values = append(values, o.Value)
			}
		}
		all = true
	default:
		lo, hi := t.Lo, t.Hi
		if lo == 0 && hi == 0 {
			lo, hi = -100, 100 // no range is known
		}
		if n := (hi - lo) / t.Step; t.Step > 0 && n < mostValues {
			for i := range int(math.Round(n)) + 1 {
				values = append(values, lo+float64(float64(i)*t.Step))
			}
			all = true
			break
		}
		values = append(values, lo, snap(t, lo+(hi-lo)/2), hi)
		for _, c := range cuts {
			step := t.Step
			if step == 0 {
				step = lastPlace(c)
			}
			values = append(values, c-step, c, c+step)
		}
	}
	slices.Sort(values)
	return slices.DeleteFunc(slices.Compact(values), func(v float64) bool {
		_, err := t.Parse(v)
		return t.Kind == rule.Number && err != nil
	}), all
}

// snap gives the step of a type below a value.
func snap(t rule.Type, v float64) float64 {
	if t.Step == 0 {
		return v
	}
	return t.Lo + float64(math.Floor((v-t.Lo)/t.Step)*t.Step)
}

// lastPlace gives one unit of the last decimal place of a number, at least of a whole number.
func lastPlace(c float64) float64 {
	unit := 1.0
	for range 9 {
		if rule.Equal(c/unit, math.Round(c/unit)) {
			break
		}
		unit /= 10
	}
	return unit
}
