package cohort

import "slices"

// Alpha returns Cronbach's alpha of the columns, read as items: k/(k-1) × (1 - Σ s²item / s²total),
// with k items (Cronbach 1951, doi:10.1007/BF02310555). Items must point the same way: reverse-score
// first. It is at most 1; a value below 0 is possible and usually means an item scored the wrong way
// round.
//
// It is missing for fewer than two complete rows or two columns, and where all totals are equal.
func (t *Table) Alpha() Statistic { return t.alpha(-1) }

// AlphaWithout returns the alpha of the other items, over the same people. It is Invalid where no
// column has that name.
func (t *Table) AlphaWithout(column string) Statistic {
	at := slices.Index(t.columns, column)
	if at < 0 {
		return missing(Invalid)
	}
	return t.alpha(at)
}

func (t *Table) alpha(without int) Statistic {
	k := len(t.columns)
	if without >= 0 {
		k--
	}
	if reason := t.tooSmall(k); reason != "" {
		return missing(reason)
	}
	own, total := t.sums(without)
	if total == 0 {
		return missing(NoSpread)
	}
	items := float64(k)
	return known(float64(items / (items - 1) * (1 - own/total)))
}

// tooSmall says why a statistic over k columns cannot be computed, or returns "".
func (t *Table) tooSmall(k int) Reason {
	switch {
	case t.n == 0:
		return NoValues
	case t.n == 1:
		return OneValue
	case k < 2:
		return OneColumn
	}
	return ""
}
