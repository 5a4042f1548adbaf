package cohort

import (
	"math"
	"slices"
)

// A MissingCount is how many people have no value for one reason word.
type MissingCount struct {
	Reason string `json:"reason"`
	Count  int64  `json:"count"`
}

// Faults counts what this package refused. Each is also counted as missing with the reason "internal".
// They are faults of the program that fed the summary, never facts about a person: look for their
// cause.
type Faults struct {
	NotFinite   int64 `json:"not_finite,omitempty"`   // NaN or an infinity came in as a value
	OffScale    int64 `json:"off_scale,omitempty"`    // a value that the scale says cannot occur
	UnknownWord int64 `json:"unknown_word,omitempty"` // a reason word that the scale does not list
}

// Total returns how many faults there were.
func (f Faults) Total() int64 { return f.NotFinite + f.OffScale + f.UnknownWord }

func (f *Faults) value(value float64) {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		f.NotFinite++
		return
	}
	f.OffScale++
}

func (f *Faults) merge(other Faults) {
	f.NotFinite += other.NotFinite
	f.OffScale += other.OffScale
	f.UnknownWord += other.UnknownWord
}

// An absence counts the people without a value, by reason word, and the faults.
type absence struct {
	words  []string // those of the scale, shared
	counts []int64  // as the caller gave them, beside words
	faults Faults
}

func newAbsence(words []string) absence {
	return absence{words: words, counts: make([]int64, len(words))}
}

// word counts one reason word. A word that the scale does not list is a fault.
func (a *absence) word(word string) {
	if at := slices.Index(a.words, word); at >= 0 {
		a.counts[at]++
		return
	}
	a.faults.UnknownWord++
}

// total returns how many people have no value, faults included.
func (a *absence) total() int64 {
	sum := a.faults.Total()
	for _, n := range a.counts {
		sum += n
	}
	return sum
}

// list returns the count of each word in the order of the scale, faults under "internal".
func (a *absence) list() []MissingCount {
	list := make([]MissingCount, len(a.words))
	for i, word := range a.words {
		list[i] = MissingCount{Reason: word, Count: a.counts[i]}
		if word == internal {
			list[i].Count += a.faults.Total()
		}
	}
	return list
}

func (a *absence) merge(other *absence) {
	for i, n := range other.counts {
		a.counts[i] += n
	}
	a.faults.merge(other.faults)
}
