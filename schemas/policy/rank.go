package policy

import (
	"cmp"
	"slices"
)

// Rank gives the findings in the order in which offers are shown: first those that are met, by their Order, the lowest
// first, and those without one last; then those that are unknown, since an answer may still bring them in; then the
// rest. Equals keep the order of the document. The order says what may suit first, and chooses nothing for anybody.
func Rank(findings []Finding) []Finding {
	ranked := slices.Clone(findings)
	slices.SortStableFunc(ranked, func(a, b Finding) int {
		if by := cmp.Compare(rankOf(a), rankOf(b)); by != 0 {
			return by
		}
		first, firstOK := a.Order.Number()
		second, secondOK := b.Order.Number()
		switch {
		case firstOK && secondOK:
			return cmp.Compare(first, second)
		case firstOK && !secondOK:
			return -1
		case secondOK && !firstOK:
			return 1
		default:
			return 0
		}
	})
	return ranked
}

func rankOf(f Finding) int {
	switch f.State {
	case Met:
		return 0
	case Unknown:
		return 1
	default:
		return 2
	}
}
