package proms

import (
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// categories turn the answers to an item into the categories of a bank: 0 for the lowest value, then up; the other way round
// for a reversed item.
type categories struct {
	number   int
	reversed bool
	lowest   float64
	step     float64   // the distance between answers, or 0 where values says them
	values   []float64 // the answers as rules see them, rising
}

// categoriesOf reports whether the answers of a type are categories at all.
func categoriesOf(t rule.Type, reversed bool) (categories, bool) {
	c := categories{reversed: reversed}
	switch {
	case t.Kind == rule.Truth:
		c.number, c.step = 2, 1
	case t.Kind == rule.Code || t.Kind == rule.Number && len(t.Options) > 0:
		for i, o := range t.Options {
			v := o.Value
			if t.Kind == rule.Code {
				v = float64(i)
			}
			if !o.Missing && !slices.Contains(c.values, v) {
				c.values = append(c.values, v)
			}
		}
		slices.Sort(c.values)
		c.number = len(c.values)
		c.evenly()
	case t.Kind == rule.Number && t.Step > 0:
		c.lowest, c.step = t.Lo, t.Step
		if steps := math.Round((t.Hi - t.Lo) / t.Step); steps < irt.MaxCategories {
			c.number = int(steps) + 1
		}
	}
	return c, c.number > 1 && c.number <= irt.MaxCategories
}

// evenly spares the search where neighbouring answers are 1 apart.
func (c *categories) evenly() {
	for i, v := range c.values {
		if v != c.values[0]+float64(i) {
			return
		}
	}
	if len(c.values) > 0 {
		c.lowest, c.step = c.values[0], 1
	}
}

// of gives the category of an answer, and irt.Missing for a blank.
func (c *categories) of(v float64) int8 {
	if v != v {
		return irt.Missing
	}
	k := -1
	if c.step > 0 {
		k = int(math.Round((v - c.lowest) / c.step))
	} else {
		k = slices.Index(c.values, v)
	}
	switch {
	case k < 0 || k >= c.number:
		return irt.Missing
	case c.reversed:
		return int8(c.number - 1 - k)
	}
	return int8(k)
}

// value gives the answer of a category.
func (c *categories) value(category int8) float64 {
	k := int(category)
	if c.reversed {
		k = c.number - 1 - k
	}
	if len(c.values) > 0 {
		return c.values[k]
	}
	return c.lowest + float64(c.step*float64(k))
}
