package rule

// FillKind says what stands in for an unanswered item of a score, once enough items are answered.
type FillKind uint8

const (
	// FillNone puts nothing in: one missing item makes the result missing.
	FillNone FillKind = iota
	// FillMean puts in the mean of the answered items.
	FillMean
	// FillDrop leaves unanswered items out.
	FillDrop
	// FillValue puts in a fixed value.
	FillValue
)

// Fill is how unanswered items are filled. Value counts for FillValue alone.
type Fill struct {
	Kind  FillKind
	Value float64
}

// ListItem is one item of a list: its id, by which weights are joined, and the slot that holds its value.
type ListItem struct {
	ID   string
	Slot Slot
}

// List is what `of` means in a score's rule: the score's items and its fill. Items that were not asked leave the list.
type List struct {
	Name  string
	Items []ListItem
	Fill  Fill
}

// listing is a list as a rule reads it: `of`, a bare group, or either of them weighed.
type listing struct {
	name  string
	ids   []string
	slots []Slot
	// leave tells that items not asked leave the list; a bare group is taken as it is.
	leave bool
	fill  Fill
	// weights hold one look-up for each item after weigh, else nothing.
	weights []*lookup
	// truths tells that the items are true or false; whole, that they are whole numbers.
	truths, whole bool
}

// tally is what one pass over a list finds.
type tally struct {
	sum, lo, hi float64
	n, k        int     // items that apply, and those of them that are answered
	gone        float64 // the missing value that speaks for those unanswered
	broken      float64 // the missing value of an item that has no weight
}

// tally goes through the list once, in its order.
func (l *listing) tally(f []float64) tally {
	var t tally
	for i, slot := range l.slots {
		v := f[slot]
		if v != v {
			if l.leave && ReasonOf(v) == NotAsked {
				continue
			}
			t.n++
			if l.weights == nil || l.fill.Kind != FillValue {
				t.gone = carry(t.gone, v)
				continue
			}
			v = l.fill.Value
		} else {
			t.n++
		}
		if l.weights != nil {
			if v = l.weights[i].at(v); v != v {
				t.broken = carry(t.broken, v)
				continue
			}
		}
		if t.k == 0 {
			t.lo, t.hi = v, v
		} else {
			t.lo, t.hi = min(t.lo, v), max(t.hi, v)
		}
		t.k++
		t.sum += v
	}
	return t
}

// sums is tally for the sum of a list without weights, which needs neither the least nor the greatest.
func (l *listing) sums(f []float64) tally {
	var t tally
	for _, slot := range l.slots {
		v := f[slot]
		if v == v {
			t.sum += v
			t.k++
		} else if !l.leave || ReasonOf(v) != NotAsked {
			t.gone = carry(t.gone, v)
			t.n++
		}
	}
	t.n += t.k
	return t
}

// stopped gives the missing value that keeps the list from having a result under its fill, or a present number.
func (l *listing) stopped(t *tally) float64 {
	switch {
	case t.broken != t.broken:
		return t.broken
	case t.n == 0:
		return NA(NotAsked)
	case l.fill.Kind == FillValue:
		return 0
	case l.fill.Kind == FillNone || t.k == 0:
		return t.gone
	default:
		return 0
	}
}

// total is the sum under the fill: for the mean one product and one quotient, because adding the mean item by item
// misrounds one half-way total in six.
func (l *listing) total(t *tally) float64 {
	switch {
	case t.k == t.n:
		return t.sum
	case l.fill.Kind == FillMean:
		return float64(t.sum*float64(t.n)) / float64(t.k)
	case l.fill.Kind == FillValue:
		return t.sum + float64(l.fill.Value*float64(t.n-t.k))
	default:
		return t.sum
	}
}

// mean divides by the items that take part: all of them, or with the fills mean and drop those answered.
func (l *listing) mean(t *tally) float64 {
	if l.fill.Kind == FillValue {
		return l.total(t) / float64(t.n)
	}
	return t.sum / float64(t.k)
}

// least and most are of the answered items, with the fixed value where it stands in for one.
func (l *listing) least(t *tally) float64 {
	switch {
	case l.fill.Kind != FillValue || t.k == t.n:
		return t.lo
	case t.k == 0:
		return l.fill.Value
	default:
		return min(t.lo, l.fill.Value)
	}
}

func (l *listing) most(t *tally) float64 {
	switch {
	case l.fill.Kind != FillValue || t.k == t.n:
		return t.hi
	case t.k == 0:
		return l.fill.Value
	default:
		return max(t.hi, l.fill.Value)
	}
}

// answered counts the items that have an answer, before filling.
func (l *listing) answered(f []float64) float64 {
	k := 0
	for _, slot := range l.slots {
		if f[slot] == f[slot] {
			k++
		}
	}
	return float64(k)
}
