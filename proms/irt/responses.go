package irt

import "fmt"

// Missing marks an item that was not answered. Any category below 0 is read as Missing: the item is treated as if it had not been
// administered, never as if its lowest category had been chosen.
const Missing int8 = -1

// Check says in words what is wrong with a row of answers, as Faults of kind ErrResponses, for which an estimator only gives
// InvalidAnswers. The row has one category for each item in the bank's order, counted from 0.
func (b *Bank) Check(responses []int8) error {
	if len(responses) != len(b.items) {
		return Faults{{Kind: ErrResponses, Index: -1, Field: "responses", Problem: fmt.Sprintf(
			"has %d answers for %d items; give one for each item in order, and irt.Missing where there is none", len(responses), len(b.items))}}
	}
	var faults Faults
	for i, x := range responses {
		if n := b.curves[i].categories(); int(x) >= n {
			faults = append(faults, Fault{Kind: ErrResponses, Index: i, Item: b.items[i].ID, Field: fmt.Sprintf("responses[%d]", i),
				Problem: fmt.Sprintf("is category %d, but the item's %d categories are counted from 0 to %d", x, n, n-1)})
		}
	}
	return faults.orNil()
}

// Scratch is the working memory of estimates. The zero value is ready for any bank and grows to the largest it meets; after that
// nothing is allocated. It holds no result, and is not safe for concurrent use: keep one for each goroutine. Where a method
// takes a Scratch, nil is allowed and costs an allocation.
type Scratch struct {
	items     []int // the answered items
	options   []int // their options, as rows of the option tables
	weights   []float64
	points    [MaxCategories]point
	logs      [MaxCategories]float64
	responses []int8
	asked     []bool
}

// gather notes which items were answered, and how. It allocates only where the scratch has not met so large a bank.
func (b *Bank) gather(s *Scratch, responses []int8) Reason {
	if len(responses) != len(b.curves) {
		return InvalidAnswers
	}
	s.items, s.options = s.items[:0], s.options[:0]
	for i, x := range responses {
		if x < 0 {
			continue
		}
		if int(x) >= b.curves[i].categories() {
			return InvalidAnswers
		}
		s.items = append(s.items, i)
		s.options = append(s.options, b.first[i]+int(x))
	}
	if len(s.items) == 0 {
		return NoAnswers
	}
	return ""
}

// sized gives a slice of n, reusing what is there where it is large enough.
func sized[T any](have []T, n int) []T {
	if cap(have) < n {
		return make([]T, n)
	}
	return have[:n]
}
