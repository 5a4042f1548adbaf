package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Bounds gives the range that the score has over ranges of answers: blanks stand for what they might have been.
func (sc *score) Bounds(s *rule.State) {
	for i := range sc.turned {
		sc.turned[i].bounds(s)
	}
	b := sc.withinRange(sc.enough(s, sc.program.Bound(s)))
	s.SetBound(sc.exact, b)
	if b.NA != rule.Always {
		b.Lo, b.Hi = sc.round(b.Lo), sc.round(b.Hi)
	}
	s.SetBound(sc.value, b)
	if !sc.banded {
		return
	}
	if b.NA != rule.Always {
		b.Lo, b.Hi = float64(sc.bandOf(b.Lo)), float64(sc.bandOf(b.Hi))
	}
	s.SetBound(sc.band, b)
}

// bounds turns the range round. Where the item may not have been asked, what stands for it then is not turned.
func (t *turned) bounds(s *rule.State) {
	b := s.Bound(t.from)
	turned := b
	if b.NA != rule.Always {
		turned.Lo, turned.Hi = t.sum-b.Hi, t.sum-b.Lo
	}
	if t.gated {
		switch asked := s.Bound(t.asked); {
		case asked.IsPoint() && asked.Lo == 0:
			turned = b
		case !asked.IsPoint():
			turned = rule.Hull(b, turned)
		}
	}
	s.SetBound(t.to, turned)
}

// enough looks at a count of answers that stays out of reach, because members leave the list that are not asked. A share of
// what is left can always be reached, and so can a key item.
func (sc *score) enough(s *rule.State, b rule.Bound) rule.Bound {
	most, least := len(sc.members), len(sc.members)
	for _, m := range sc.members {
		switch one := s.Bound(m.Slot); {
		case one.NA == rule.Always && one.Why == rule.NotAsked:
			most--
			least--
		case one.Leaves:
			least--
		}
	}
	tooFew := rule.NA(rule.TooFew)
	switch need := sc.atLeast.Count; {
	case len(sc.members) == 0 || need <= least:
		return b
	case need > most:
		return rule.Point(tooFew)
	default:
		return rule.Hull(b, rule.Point(tooFew))
	}
}

// withinRange leaves out what lies outside the declared range, where the score would be missing as a fault.
func (sc *score) withinRange(b rule.Bound) rule.Bound {
	lo, hi := sc.definition.Range[0], sc.definition.Range[1]
	if b.NA == rule.Always || sc.inRange(sc.round(b.Lo)) && sc.inRange(sc.round(b.Hi)) {
		return b
	}
	if b.Hi < lo || b.Lo > hi {
		return rule.Point(rule.NA(rule.Internal))
	}
	b.Lo, b.Hi = max(b.Lo, lo), min(b.Hi, hi)
	return rule.Hull(b, rule.Point(rule.NA(rule.Internal)))
}
