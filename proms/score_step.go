package proms

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// score is one compiled score: the step of the model that works it out in the order that RULES fixes.
type score struct {
	definition *ScoreDefinition
	members    []rule.ListItem // in the order of `of`; reversed members stand in slots of their own
	turned     []turned
	key        []rule.ListItem
	atLeast    AtLeast
	program    *rule.Program
	exact      rule.Slot
	value      rule.Slot
	band       rule.Slot
	banded     bool
	bands      []edge
}

// turned is a member that this score reads from the other end.
type turned struct {
	from, to rule.Slot
	sum      float64 // lowest plus highest value
	asked    rule.Slot
	gated    bool // asked tells whether the item was asked at all
}

// Eval works the score out: reverse, count, missing rule, rule, round, range, band.
func (sc *score) Eval(s *rule.State) {
	frame := s.Frame()
	for i := range sc.turned {
		sc.turned[i].turn(frame)
	}
	if reason := sc.unscorable(frame); reason != rule.Present {
		sc.missing(frame, rule.NA(reason))
		return
	}
	v := sc.program.Eval(frame)
	if v != v {
		sc.missing(frame, v)
		return
	}
	rounded := sc.round(v)
	if !sc.inRange(rounded) {
		sc.missing(frame, rule.NA(rule.Internal))
		return
	}
	frame[sc.exact], frame[sc.value] = v, rounded
	if sc.banded {
		frame[sc.band] = float64(sc.bandOf(rounded))
	}
}

// turn writes the turned answer. What stands for an item that was not asked is no answer and stays as it is.
func (t *turned) turn(frame []float64) {
	v := frame[t.from]
	if v == v && !(t.gated && frame[t.asked] == 0) {
		v = t.sum - v
	}
	frame[t.to] = v
}

func (sc *score) missing(frame []float64, na float64) {
	frame[sc.exact], frame[sc.value] = na, na
	if sc.banded {
		frame[sc.band] = na
	}
}

// unscorable counts the answered among the applicable members, and says why the rule is not run, if it is not.
func (sc *score) unscorable(frame []float64) rule.Reason {
	if len(sc.members) == 0 {
		return rule.Present
	}
	answered, expected := sc.count(frame)
	switch {
	case expected == 0:
		return rule.NotAsked
	case answered == len(sc.members): // all of them, so also the key items
		return rule.Present
	case answered < sc.atLeast.Needed(expected):
		return rule.TooFew
	}
	for _, k := range sc.key {
		if v := frame[k.Slot]; v != v && rule.ReasonOf(v) != rule.NotAsked {
			return rule.KeyItem
		}
	}
	return rule.Present
}

// count gives how many members were answered, and how many were to be answered: members that were rightly not asked are
// neither.
func (sc *score) count(frame []float64) (answered, expected int) {
	expected = len(sc.members)
	for i := range sc.members {
		v := frame[sc.members[i].Slot]
		if v == v {
			answered++
		} else if rule.ReasonOf(v) == rule.NotAsked {
			expected--
		}
	}
	return answered, expected
}

// exactWhole is where whole numbers have more than 12 digits.
const exactWhole = 1e12

// round rounds as declared; a whole number needs no work at any number of places.
func (sc *score) round(v float64) float64 {
	r := sc.definition.Round
	if r == nil || v == math.Trunc(v) && v < exactWhole && v > -exactWhole {
		return v
	}
	return rule.Round(v, r.Places, r.Half)
}

// inRange reports whether a value is one that the score can have, after 12 significant digits.
func (sc *score) inRange(v float64) bool {
	lo, hi := sc.definition.Range[0], sc.definition.Range[1]
	return v >= lo && v <= hi || rule.Equal(v, lo) || rule.Equal(v, hi)
}

// Reads gives the slots that the score looks at, without those it writes itself.
func (sc *score) Reads() []rule.Slot {
	own := map[rule.Slot]bool{}
	var slots []rule.Slot
	for _, t := range sc.turned {
		own[t.to] = true
		slots = append(slots, t.from) // whoever writes it writes whether the item was asked
	}
	for _, m := range sc.members {
		if !own[m.Slot] {
			slots = append(slots, m.Slot)
		}
	}
	for _, slot := range sc.program.Reads() {
		if !own[slot] {
			slots = append(slots, slot)
		}
	}
	return slots
}

// Writes gives the score's own slots.
func (sc *score) Writes() []rule.Slot {
	slots := []rule.Slot{sc.exact, sc.value}
	for _, t := range sc.turned {
		slots = append(slots, t.to)
	}
	if sc.banded {
		slots = append(slots, sc.band)
	}
	return slots
}
