package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Bounds gives the range that the score has over ranges of answers: blanks stand for what they might have been.
func (sc *score) Bounds(s *rule.State) {
	for i := range sc.turned {
		sc.turned[i].bounds(s)
	}
	for i := range sc.carried {
		sc.carried[i].bounds(s)
	}
	b := sc.work.bound(s)
	if len(sc.members) > 0 {
		b = enough(s, sc.members, sc.atLeast, b)
	}
	if len(sc.overall.members) > 0 {
		b = enough(s, sc.overall.members, sc.overall.atLeast, sc.unsettled(s, b))
	}
	exact := sc.withinRange(b)
	s.SetBound(sc.exact, exact)
	value := exact
	if value.NA != rule.Always {
		value.Lo, value.Hi = sc.round(exact.Lo), sc.round(exact.Hi)
	}
	s.SetBound(sc.value, value)
	if !sc.banded {
		return
	}
	band := value
	if band.NA != rule.Always {
		band.Lo = float64(sc.bandOf(sc.bandedValue(exact.Lo, value.Lo)))
		band.Hi = float64(sc.bandOf(sc.bandedValue(exact.Hi, value.Hi)))
	}
	s.SetBound(sc.band, band)
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

// unsettled widens the range of a score that waits for more answers overall: its members may have values already that will change
// with these answers, because something stands for their blanks.
func (sc *score) unsettled(s *rule.State, b rule.Bound) rule.Bound {
	frame := s.Frame()
	for _, part := range sc.overall.parts {
		if part.despiteBlanks(frame) && sc.overall.short(frame) {
			return rule.Hull(b, rule.Bound{Lo: sc.definition.Range[0], Hi: sc.definition.Range[1], NA: b.NA, Why: b.Why})
		}
	}
	return b
}

// enough looks at a count of answers that stays out of reach, because members leave the list that are not asked. A share of
// what is left can always be reached, and so can a key item.
func enough(s *rule.State, members []rule.ListItem, atLeast AtLeast, b rule.Bound) rule.Bound {
	most, least := len(members), len(members)
	for _, m := range members {
		switch one := s.Bound(m.Slot); {
		case one.NA == rule.Always && one.Why == rule.NotAsked:
			most--
			least--
		case one.Leaves:
			least--
		}
	}
	tooFew := rule.NA(rule.TooFew)
	switch need := atLeast.Count; {
	case need <= least:
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
