package irt

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
)

// Bank is a set of calibrated items with its settings, compiled and immutable: safe for concurrent use. What it needs for working
// goes into a Scratch, one per goroutine.
type Bank struct {
	items    []Item
	settings Settings
	index    map[string]int
	digest   string
	curves   []curve
	first    []int // where each item's options begin in the option tables
	tables
}

// NewBank compiles items and settings. Where anything is wrong it returns every fault, as Faults, and no bank: errors.Is finds
// ErrItem and ErrSettings. Later changes to items do not reach the bank.
func NewBank(items []Item, settings Settings) (*Bank, error) {
	faults := append(checkItems(items), settings.check()...)
	if len(faults) > 0 {
		return nil, faults
	}
	b := &Bank{settings: settings, index: make(map[string]int, len(items))}
	options := 0
	for i, it := range items {
		it.Thresholds = append([]float64(nil), it.Thresholds...)
		b.items = append(b.items, it)
		b.index[it.ID] = i
		b.curves = append(b.curves, newCurve(it, settings.D))
		b.first = append(b.first, options)
		options += it.Categories()
	}
	if cells := options * settings.Grid.Points; cells > MaxCells {
		return nil, Faults{{Kind: ErrSettings, Index: -1, Field: "grid.points", Problem: fmt.Sprintf(
			"makes %d cells with these %d items; a bank tabulates at most %d, so use fewer nodes or items", cells, len(items), MaxCells)}}
	}
	b.digest = digest(struct {
		Items    []Item   `json:"items"`
		Settings Settings `json:"settings"`
	}{b.items, settings})
	b.tables = b.tabulate(options)
	return b, nil
}

// digest is the SHA-256 of the JSON form, in hexadecimal. Only checked values come here, which always encode.
func digest(of any) string {
	text, err := json.Marshal(of)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Len is the number of items, and so the length of a row of answers.
func (b *Bank) Len() int { return len(b.items) }

// Items gives a copy of the items, in the order of a row of answers.
func (b *Bank) Items() []Item {
	items := make([]Item, len(b.items))
	for i, it := range b.items {
		it.Thresholds = append([]float64(nil), it.Thresholds...)
		items[i] = it
	}
	return items
}

// Index gives an item's place in a row of answers, counted from 0.
func (b *Bank) Index(id string) (int, bool) {
	i, ok := b.index[id]
	return i, ok
}

// Settings gives the settings the bank was compiled with.
func (b *Bank) Settings() Settings { return b.settings }

// Digest is the SHA-256 of items and settings in their JSON form, in hexadecimal: equal digests give equal estimates.
func (b *Bank) Digest() string { return b.digest }

// Report gives an estimate on the bank's metric.
func (b *Bank) Report(e Estimate) Reported { return b.settings.Metric.Report(e) }

// checkTheta refuses a theta at which curves cannot be evaluated.
func checkTheta(theta float64) error {
	if !finite(theta) || math.Abs(theta) > MaxMagnitude {
		return Faults{{Kind: ErrArgument, Index: -1, Field: "theta",
			Problem: fmt.Sprintf("is %v; it must be a number between -%v and %v", theta, MaxMagnitude, MaxMagnitude)}}
	}
	return nil
}

// checkItem refuses an item number outside the bank.
func (b *Bank) checkItem(item int) error {
	if item < 0 || item >= len(b.items) {
		return Faults{{Kind: ErrArgument, Index: item, Field: "item",
			Problem: fmt.Sprintf("is not in the bank, whose %d items are numbered from 0; find a number with Index", len(b.items))}}
	}
	return nil
}
