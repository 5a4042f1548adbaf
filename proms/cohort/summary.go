package cohort

import (
	"fmt"
	"slices"
)

// A Summary describes one score over many people. Make it with [NewSummary], [Summary.Empty] or by
// decoding; a zero Summary counts nothing and says so by ErrUnmade where it can.
//
// Reading is safe for concurrent use while nobody adds or merges. Adding and merging are not: give
// each goroutine its own summary.
type Summary struct {
	layout             *layout
	moments            Moments
	counts             []int64 // by value or bin
	atFloor, atCeiling int64
	absent             absence
}

// NewSummary makes an empty summary. It returns ErrDefinition where the scale contradicts itself.
func NewSummary(scale Scale) (*Summary, error) {
	l, err := newLayout(scale)
	if err != nil {
		return nil, err
	}
	return emptySummary(l), nil
}

func emptySummary(l *layout) *Summary {
	// Whole cache lines, so that two goroutines never write to one line from two summaries.
	lines := (l.places() + 7) / 8 * 8
	return &Summary{
		layout: l, moments: Moments{noise: l.noise},
		counts: make([]int64, l.places(), lines), absent: newAbsence(l.scale.Reasons),
	}
}

// Empty returns a new summary of nobody over the same scale, for another goroutine or another group of
// people.
func (s *Summary) Empty() *Summary {
	if s.layout == nil {
		return &Summary{}
	}
	return emptySummary(s.layout)
}

// Scale returns a copy of the scale, with the reason words filled in.
func (s *Summary) Scale() Scale {
	if s.layout == nil {
		return Scale{}
	}
	scale := s.layout.scale
	scale.Edges, scale.Bands, scale.Reasons = slices.Clone(scale.Edges), slices.Clone(scale.Bands), slices.Clone(scale.Reasons)
	return scale
}

// Add adds one person's value. It does not allocate. A value that is not finite, or that the scale
// says cannot occur, is not added: the person is counted as missing with the reason "internal", and
// Faults says so.
func (s *Summary) Add(value float64) {
	if s.layout == nil {
		s.absent.faults.value(value)
		return
	}
	at, exact := s.layout.find(value)
	if at < 0 {
		s.absent.faults.value(value)
		return
	}
	s.counts[at]++
	s.moments.add(exact)
	if exact == s.layout.scale.Min {
		s.atFloor++
	} else if exact == s.layout.scale.Max {
		s.atCeiling++
	}
}

// AddMissing counts one person who has no value, by a reason word of the scale. It does not allocate.
// A word that the scale does not list is counted as "internal", and Faults says so.
func (s *Summary) AddMissing(reason string) { s.absent.word(reason) }

// Merge adds the people of the other summary to this one, and leaves the other as it was. It returns
// ErrIncompatible where the scales differ, ErrUnmade where either was never made, and ErrTooMany past
// MaxCount; then nothing is changed.
func (s *Summary) Merge(other *Summary) error {
	if other == nil || other.layout == nil || s.layout == nil {
		return fmt.Errorf("%w: make both summaries with NewSummary, Empty or a decoder before merging them", ErrUnmade)
	}
	if err := sameLayout(s.layout, other.layout); err != nil {
		return err
	}
	if err := fits(s.People(), other.People()); err != nil {
		return err
	}
	for i, n := range other.counts {
		s.counts[i] += n
	}
	s.moments.merge(other.moments)
	s.atFloor += other.atFloor
	s.atCeiling += other.atCeiling
	s.absent.merge(&other.absent)
	return nil
}

// Moments returns the number of values, their mean, variance, smallest and largest.
func (s *Summary) Moments() Moments { return s.moments }

// People returns how many people were added, with a value or without.
func (s *Summary) People() int64 { return s.moments.n + s.absent.total() }

// Missing returns how many people have no value, by reason word, in the order of the scale. Words that
// nobody has are listed with 0. Faults are counted under "internal".
func (s *Summary) Missing() []MissingCount { return s.absent.list() }

// Faults returns what was refused, and why.
func (s *Summary) Faults() Faults { return s.absent.faults }

func sameLayout(a, b *layout) error {
	if a == b {
		return nil
	}
	if differ := a.scale.difference(b.scale); differ != "" {
		return fmt.Errorf("%w: %s; summarise each on its own", ErrIncompatible, differ)
	}
	return nil
}

// fits says whether two groups can be counted together.
func fits(a, b int64) error {
	if a < 0 || b < 0 || a > MaxCount || b > MaxCount-a {
		return fmt.Errorf("%w: %d and %d are more than %d together", ErrTooMany, a, b, int64(MaxCount))
	}
	return nil
}
