package rule

import (
	"math"
	"slices"
	"sort"
)

// Table is a look-up that rules read with table(name, x).
type Table struct {
	// Pointer is the JSON pointer of the table, for messages.
	Pointer string
	// Rows are the entries, in any order.
	Rows []Row
	// Steps makes a key hold from its value up to the next key; else only the exact key holds.
	Steps bool
}

// Row is one entry of a table. Its key is Code where that is not empty, else Key.
type Row struct {
	Key   float64
	Code  string
	Value float64
}

// lookup finds the value of a key, after 12 significant digits.
type lookup struct {
	keys   []float64 // in rising order
	lo, hi []float64 // the doubles that equal each key
	values []float64
	steps  bool
	// dense holds the value of each whole key from base on, NA where there is none; nil where keys are not whole and close.
	dense []float64
	base  float64
}

// maxDense is the longest stretch of whole keys that is kept as a plain row.
const maxDense = 1024

// newLookup takes rows whose keys differ.
func newLookup(rows []Row, steps bool) *lookup {
	rows = slices.Clone(rows)
	sort.Slice(rows, func(i, j int) bool { return rows[i].Key < rows[j].Key })
	l := &lookup{steps: steps}
	whole := !steps && len(rows) > 0 && rows[len(rows)-1].Key-rows[0].Key < maxDense
	for _, r := range rows {
		lo, hi := near(r.Key)
		l.keys = append(l.keys, r.Key)
		l.lo, l.hi, l.values = append(l.lo, lo), append(l.hi, hi), append(l.values, r.Value)
		whole = whole && r.Key == math.Trunc(r.Key)
	}
	if whole {
		l.base = rows[0].Key
		l.dense = make([]float64, int(rows[len(rows)-1].Key-l.base)+1)
		for i := range l.dense {
			l.dense[i] = NA(Undefined)
		}
		for _, r := range rows {
			l.dense[int(r.Key-l.base)] = r.Value
		}
	}
	return l
}

// at gives the value of a key; a missing key stays missing, an unknown one is NA(undefined).
func (l *lookup) at(x float64) float64 {
	if x != x {
		return x
	}
	if i := x - l.base; l.dense != nil && i >= 0 && i < float64(len(l.dense)) && i == math.Trunc(i) {
		return l.dense[int(i)]
	}
	i := sort.SearchFloat64s(l.lo, x) // the first key that starts at or above x
	if i < len(l.lo) && l.lo[i] == x {
		return l.values[i]
	}
	if i--; i >= 0 && (l.steps || x <= l.hi[i]) {
		return l.values[i]
	}
	return NA(Undefined)
}

// bound gives the values that keys in an interval have. keys lists the keys that can occur, where they are known.
func (l *lookup) bound(b Bound, keys []float64) Bound {
	if b.NA == Always {
		return b
	}
	out := nothing(b)
	add := func(v float64) {
		if v != v {
			out.NA, out.Why = max(out.NA, Maybe), blame(out.Why, Undefined)
			return
		}
		out.Lo, out.Hi = min(out.Lo, v), max(out.Hi, v)
	}
	switch {
	case b.Lo == b.Hi:
		add(l.at(b.Lo))
	case keys != nil:
		for _, k := range keys {
			if compare12(k, b.Lo) >= 0 && compare12(k, b.Hi) <= 0 {
				add(l.at(k))
			}
		}
	case l.steps:
		add(l.at(b.Lo))
		l.inside(b, add)
	default:
		add(NA(Undefined))
		l.inside(b, add)
	}
	if out.Lo > out.Hi {
		return Bound{NA: Always, Why: blame(out.Why, Undefined)}
	}
	return out
}

func (l *lookup) inside(b Bound, add func(float64)) {
	for i := range l.values {
		if l.hi[i] >= b.Lo && l.lo[i] <= b.Hi {
			add(l.values[i])
		}
	}
}

// rising reports whether greater keys never have smaller values.
func (l *lookup) rising() bool { return slices.IsSorted(l.values) }

// falling reports whether greater keys never have greater values.
func (l *lookup) falling() bool {
	return slices.IsSortedFunc(l.values, func(a, b float64) int {
		switch {
		case a > b:
			return -1
		case a < b:
			return 1
		default:
			return 0
		}
	})
}
