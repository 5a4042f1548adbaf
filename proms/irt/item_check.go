package irt

import (
	"fmt"
	"math"
	"slices"
)

// checkItems gives every fault of the items, in their order.
func checkItems(items []Item) Faults {
	if len(items) == 0 {
		return Faults{{Kind: ErrItem, Index: -1, Field: "items", Problem: "there are none; a bank needs at least one item to estimate anything"}}
	}
	var faults Faults
	seen := make(map[string]int, len(items))
	for i, it := range items {
		add := func(field, format string, args ...any) {
			faults = append(faults, Fault{Kind: ErrItem, Index: i, Item: it.ID, Field: field, Problem: fmt.Sprintf(format, args...)})
		}
		if it.ID == "" {
			add("id", "is empty; answers and traces name an item by its id, so give it one")
		} else if first, twice := seen[it.ID]; twice {
			add("id", "is also the id of item number %d (counting from 0); an id must name one item", first)
		} else {
			seen[it.ID] = i
		}
		if !slices.Contains(models, it.Model) {
			add("model", "%q is not a model; use one of %v", it.Model, models)
			continue
		}
		checkDiscrimination(it, add)
		checkThresholds(it, add)
		checkGuessing(it, add)
	}
	return faults
}

// report adds one fault to a field.
type report func(field, format string, args ...any)

func checkDiscrimination(it Item, add report) {
	a := it.Discrimination
	if it.Model == Rasch || it.Model == PCM {
		if a != 0 && a != 1 {
			add("discrimination", "is %v, but %s fixes it at 1; leave it out, or use %s", a, it.Model, freed(it.Model))
		}
		return
	}
	switch {
	case !finite(a):
		add("discrimination", "is %v; it must be a finite number above 0", a)
	case a <= 0:
		add("discrimination", "is %v; it must be above 0 (reverse the item's categories if it falls as theta rises)", a)
	case a < MinSlope || a > MaxSlope:
		add("discrimination", "is %v; it must lie between %v and %v", a, MinSlope, MaxSlope)
	}
}

// freed names the model that estimates the discrimination which m fixes.
func freed(m Model) Model {
	if m == Rasch {
		return TwoPL
	}
	return GPCM
}

func checkThresholds(it Item, add report) {
	n := len(it.Thresholds)
	dichotomous := it.Model == Rasch || it.Model == TwoPL || it.Model == ThreePL
	switch {
	case n == 0:
		add("thresholds", "are missing, so the item has no categories to choose between; give one fewer than its categories")
	case dichotomous && n != 1:
		add("thresholds", "has %d values, but %s has two categories and so one difficulty", n, it.Model)
	case n >= MaxCategories:
		add("thresholds", "has %d values; an item may have at most %d categories", n, MaxCategories)
	}
	for k, b := range it.Thresholds {
		field := fmt.Sprintf("thresholds[%d]", k)
		if !finite(b) || math.Abs(b) > MaxMagnitude {
			add(field, "is %v; it must be a number between -%v and %v, on the scale of theta", b, MaxMagnitude, MaxMagnitude)
			continue
		}
		if it.Model == GRM && k > 0 && finite(it.Thresholds[k-1]) && b-it.Thresholds[k-1] < MinThresholdGap {
			add(field, "is %v and does not rise above %v before it; graded thresholds must rise, or a category has no chance of being chosen (disordered steps belong to gpcm)",
				b, it.Thresholds[k-1])
		}
	}
}

func checkGuessing(it Item, add report) {
	c := it.Guessing
	switch {
	case it.Model != ThreePL && c != 0:
		add("guessing", "is %v, but %s has no guessing; leave it out, or use 3pl", c, it.Model)
	case it.Model == ThreePL && !(c >= 0 && c < 1):
		add("guessing", "is %v; it is the chance of a right answer at the lowest theta, from 0 and below 1", c)
	}
}

// finite is true of numbers that are neither NaN nor infinite.
func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
