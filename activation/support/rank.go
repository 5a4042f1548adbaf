package support

import (
	"cmp"
	"slices"
)

// place is where an offer comes in the list.
type place struct {
	standing, later int
	order           float64
	ordered         bool
	at              int // in the document
}

// ranked puts offers in the order in which they are shown: by standing, the conversation first while the level is not known, then by the
// document's order, those without one last. Equals keep the order of the document.
func ranked(offers []Offer, known bool) []Offer {
	places := make([]place, len(offers))
	for i, o := range offers {
		p := place{standing: slices.Index(standings, o.Standing), at: i}
		if known || o.Kind != KindConversation {
			p.later = 1
		}
		p.order, p.ordered = o.Order.Number()
		places[i] = p
	}
	slices.SortFunc(places, compare)
	list := make([]Offer, len(offers))
	for i, p := range places {
		list[i] = offers[p.at]
	}
	return list
}

func compare(a, b place) int {
	if by := cmp.Or(cmp.Compare(a.standing, b.standing), cmp.Compare(a.later, b.later)); by != 0 {
		return by
	}
	switch {
	case a.ordered && !b.ordered:
		return -1
	case b.ordered && !a.ordered:
		return 1
	default:
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.at, b.at))
	}
}
