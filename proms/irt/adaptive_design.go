package irt

import (
	"fmt"
	"slices"
)

// Design says how an adaptive test chooses items and when it stops. It is part of the definition: the same design, bank and answers
// ask the same items on every machine.
type Design struct {
	// Criterion is what the next item is chosen by.
	Criterion Criterion `json:"criterion"`
	// Start is the id of the first item; empty lets the criterion choose it, before any answer is known.
	Start string `json:"start,omitempty"`
	// Balance shares the items out over content areas; empty means that areas do not matter. A fixed start item counts for its area.
	Balance []Share `json:"balance,omitempty"`
	// Stop says when enough has been asked.
	Stop Stop `json:"stop"`
}

// Criterion names how an item was chosen.
type Criterion string

const (
	// MFI takes the item with the most Fisher information at the current EAP estimate; before any answer, at the prior's mean.
	// Lord (1980).
	MFI Criterion = "mfi"
	// MPWI takes the item whose information, averaged over the current posterior, is greatest; before any answer, over the prior.
	// van der Linden (1998), doi:10.1007/BF02294775.
	MPWI Criterion = "mpwi"
	// StartItem is only found in traces: the design fixed the item.
	StartItem Criterion = "start"
)

// Share is one content area's part of a test. Areas are kept to their shares by asking, each time, from the area that lies furthest
// below its own (Kingsbury and Zara 1989, doi:10.1207/s15324818ame0204_6); an area without items left is passed over, and the
// first of equals is taken.
type Share struct {
	Area string `json:"area"`
	// Weight is the area's share of the sum of weights, above 0: whole numbers, so that shares are compared exactly.
	Weight int `json:"weight"`
}

// Stop holds the rules that end an adaptive test. They are looked at after each answer in this order: SE, SEChange, MaxItems, and
// that no item is left.
type Stop struct {
	// MinItems is how many items must have been answered before SE or SEChange may end the test; at least 1.
	MinItems int `json:"min_items"`
	// MaxItems is how many items are asked at most, skipped ones included; at least MinItems.
	MaxItems int `json:"max_items"`
	// SE ends the test when the standard error of theta (not of the reported score) has fallen to this.
	SE Limit `json:"se,omitzero"`
	// SEChange ends the test when an answer has changed the standard error by no more than this, up or down.
	SEChange Limit `json:"se_change,omitzero"`
}

// Limit is a bound of a stop rule. The zero value is a rule that is not used.
type Limit struct {
	Value float64 `json:"value"`
	// Inclusive lets the bound itself end the test: "at or below", not "below". Published rules differ, so it must be said.
	Inclusive bool `json:"inclusive,omitempty"`
}

func (l Limit) used() bool { return l.Value != 0 }

// reached is false for a rule that is not used.
func (l Limit) reached(x float64) bool {
	return l.used() && (x < l.Value || l.Inclusive && x == l.Value)
}

// check gives every fault of a design for a bank.
func (d Design) check(b *Bank) Faults {
	var faults Faults
	add := func(field, format string, args ...any) {
		faults = append(faults, Fault{Kind: ErrDesign, Index: -1, Field: field, Problem: fmt.Sprintf(format, args...)})
	}
	if d.Criterion != MFI && d.Criterion != MPWI {
		add("criterion", "is %q; say %q or %q", d.Criterion, MFI, MPWI)
	}
	if d.Start != "" {
		if _, ok := b.Index(d.Start); !ok {
			add("start", "is %q, which is not an item of the bank", d.Start)
		}
	}
	if d.Stop.MinItems < 1 {
		add("stop.min_items", "is %d; at least one item must be answered", d.Stop.MinItems)
	}
	if d.Stop.MaxItems < d.Stop.MinItems {
		add("stop.max_items", "is %d, below min_items %d; the test could never stop by precision", d.Stop.MaxItems, d.Stop.MinItems)
	}
	checkLimit("stop.se", d.Stop.SE, add)
	checkLimit("stop.se_change", d.Stop.SEChange, add)
	d.checkBalance(b, add)
	return faults
}

func checkLimit(field string, l Limit, add report) {
	if !finite(l.Value) || l.Value < 0 {
		add(field, "is %v; a limit must be a number above 0, on the scale of theta (leave it out to not use the rule)", l.Value)
	} else if l.Inclusive && !l.used() {
		add(field, "says inclusive but gives no value; give one above 0, or leave the rule out")
	}
}

// maxWeight keeps the exact comparison of shares within whole numbers.
const maxWeight = 1_000_000

// checkBalance makes sure that every area has items and every item an area, so that none is silently never asked.
func (d Design) checkBalance(b *Bank, add report) {
	if len(d.Balance) == 0 {
		return
	}
	for i, share := range d.Balance {
		field := fmt.Sprintf("balance[%d]", i)
		if share.Weight < 1 || share.Weight > maxWeight {
			add(field+".weight", "is %d; a share is a whole number from 1 to %d", share.Weight, maxWeight)
		}
		if d.areaOf(share.Area) < i {
			add(field+".area", "%q is there twice; add the two shares together", share.Area)
		}
		if !slices.ContainsFunc(b.items, func(it Item) bool { return it.Area == share.Area }) {
			add(field+".area", "%q has no items in the bank", share.Area)
		}
	}
	for _, it := range b.items {
		if d.areaOf(it.Area) < 0 {
			add("balance", "has no share for area %q of item %q, which could never be asked; add the area, or take the item out of the bank", it.Area, it.ID)
		}
	}
}

// areaOf gives the place of an area in the balance, or -1.
func (d Design) areaOf(area string) int {
	return slices.IndexFunc(d.Balance, func(s Share) bool { return s.Area == area })
}
