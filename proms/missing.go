package proms

import (
	"fmt"
	"math"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Missing is what a score does about blanks. In YAML it is `complete`, or a map:
//
//	missing: {at_least: 7, fill: mean, basis: convention}
type Missing struct {
	// AtLeast is how many of the applicable items must be answered.
	AtLeast AtLeast `json:"at_least"`
	// Key lists items that must be among the answered.
	Key []string `json:"key,omitempty"`
	// Overall is how many of a wider list must be answered too, where an instrument asks for both.
	Overall *Overall `json:"overall,omitempty"`
	// Fill is what stands for a blank: nothing, the person's mean, a dropped place, a number, or the answer of an earlier visit.
	Fill Fill `json:"fill,omitzero"`
	// Basis says on what ground the rule stands, as a criterion's basis does: standard is the instrument's own manual.
	Basis string `json:"basis,omitempty"`
	// Source is where the rule can be read.
	Source *schemas.Cite `json:"source,omitempty"`
}

// Overall is a second count of answers, over a wider list than the score's own: a total of scales may ask for half of the items
// of each scale and for more than 80% of all of them. In YAML
//
//	missing: {at_least: all, overall: {of: items, at_least: {more_than: 0.8}}}
type Overall struct {
	Of      Members `json:"of"`
	AtLeast AtLeast `json:"at_least"`
}

// AtLeast is how many items must be answered: all of them, a whole number, or a share counted in whole items.
type AtLeast struct {
	// All is true where nothing may be blank.
	All bool
	// Count is a whole number of items, from 1, where neither All nor a share is given.
	Count int
	// Share is a fraction of the applicable items, above 0 and at most 1: at least that many, or more than that many where
	// More is true.
	Share float64
	More  bool
}

// Needed gives how many of n applicable items must be answered. Shares are counted in whole items: half of 7 is 4 items,
// more than half of 6 is 4.
func (a AtLeast) Needed(n int) int {
	switch {
	case a.All:
		return n
	case a.Share > 0:
		return neededShare(a.Share, n, a.More)
	default:
		return a.Count
	}
}

// neededShare finds the smallest k with k >= share*n (or k > share*n). The product is taken to nine digits first: a share
// such as 0.7 has no exact binary form, and 0.7 of 10 items is 7.
func neededShare(share float64, n int, more bool) int {
	product := math.Round(float64(float64(share*float64(n))*1e9)) / 1e9
	if more {
		return int(math.Floor(product)) + 1
	}
	return int(math.Ceil(product))
}

// String gives the rule in words, for explanations.
func (a AtLeast) String() string {
	switch {
	case a.All:
		return "all"
	case a.Share > 0 && a.More:
		return fmt.Sprintf("more than %s of the items", rule.FormatNumber(a.Share))
	case a.Share > 0:
		return fmt.Sprintf("at least %s of the items", rule.FormatNumber(a.Share))
	default:
		return fmt.Sprintf("at least %d", a.Count)
	}
}

// Fill is what stands for a blank item when a score may be worked out without it.
type Fill struct {
	Kind rule.FillKind
	// Value stands for each blank where Kind is rule.FillValue.
	Value float64
	// Carried tells that the person's answer of an earlier visit stands for a blank (Given.Previous); Kind is rule.FillNone then,
	// so that a blank that was blank before too leaves the score without a value.
	Carried bool
}
