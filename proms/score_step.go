package proms

import (
	"strings"
	"sync/atomic"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// score is one compiled score: the step of the model that works it out in the order that RULES fixes.
type score struct {
	definition *ScoreDefinition
	at         string            // its JSON pointer
	moved      map[string]string // by key: where a part of it stands that an alternative changes
	members    []rule.ListItem   // in the order of `of`; reversed members stand in slots of their own
	listed     []rule.ListItem   // what the rule reads of the members: earlier answers where they are carried over
	turned     []turned
	carried    []carry // by member, where earlier answers are carried over
	key        []rule.ListItem
	atLeast    AtLeast
	overall    quorum
	work       working
	program    *rule.Program // the rule, where there is one
	plain      plainRule
	table      atomic.Pointer[tabulated] // nil until the paths for millions need it, and where the answers are too many
	exact      rule.Slot
	value      rule.Slot
	band       rule.Slot
	banded     bool
	bands      []edge
	beside     []rule.Slot // the slots that the work writes beside the value
	se         rule.Slot
	theta      rule.Slot
	precise    bool     // it has a standard error
	parts      []*score // the scores that it reads, also through others
}

// quorum is a wider list of which a number must be answered too; without members it asks for nothing.
type quorum struct {
	members []rule.ListItem
	atLeast AtLeast
	parts   []*score // the scores that the score itself is made of
}

// place gives the JSON pointer of a part of the score.
func (sc *score) place(key string) string {
	if moved, ok := sc.moved[key]; ok {
		return moved
	}
	return sc.at + "/" + key
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
	if sc.lookUp(frame) {
		return
	}
	v, done := sc.complete(frame)
	if !done {
		if reason := sc.unscorable(frame); reason != rule.Present {
			sc.missing(frame, rule.NA(reason))
			return
		}
		for i := range sc.carried {
			sc.carried[i].carry(frame)
		}
		v = sc.work.eval(frame)
	}
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
		frame[sc.band] = float64(sc.bandOf(sc.bandedValue(v, rounded)))
	}
}

// complete is the usual path: every member was answered, and the rule is the plain sum or mean of them. A sum that is a number had
// every member, so one pass counts and adds up. Its bits are those of the rule.
func (sc *score) complete(frame []float64) (v float64, done bool) {
	if sc.plain == notPlain {
		return 0, false
	}
	for i := range sc.members {
		v += frame[sc.members[i].Slot]
	}
	if sc.plain == plainMean {
		v /= float64(len(sc.members))
	}
	return v, v-v == 0
}

// plainRule says whether a rule is one that needs no more than a pass over the members where nothing is missing.
type plainRule uint8

const (
	notPlain plainRule = iota
	plainSum
	plainMean
)

// plainly finds out whether the rule of a score is a plain one. A score that waits for answers overall or carries earlier ones is
// worked out step by step.
func (sc *score) plainly() plainRule {
	if len(sc.members) == 0 || len(sc.overall.members) > 0 || len(sc.carried) > 0 || sc.program == nil {
		return notPlain
	}
	switch strings.Join(strings.Fields(sc.program.Text()), "") {
	case "sum(of)":
		return plainSum
	case "mean(of)":
		return plainMean
	}
	return notPlain
}

// bandedValue gives the one of the two values that falls into a band.
func (sc *score) bandedValue(exact, rounded float64) float64 {
	if sc.definition.BandedBy == bandedByExact {
		return exact
	}
	return rounded
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
	for _, slot := range sc.beside {
		frame[slot] = na
	}
	for i := range sc.carried {
		frame[sc.carried[i].to] = frame[sc.carried[i].today]
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
	case sc.overall.short(frame):
		return rule.TooFew
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
func (sc *score) count(frame []float64) (answered, expected int) { return count(sc.members, frame) }

// short reports whether too few of the wider list are answered.
func (q *quorum) short(frame []float64) bool {
	if len(q.members) == 0 {
		return false
	}
	answered, expected := count(q.members, frame)
	return answered < q.atLeast.Needed(expected)
}

func count(members []rule.ListItem, frame []float64) (answered, expected int) {
	expected = len(members)
	for i := range members {
		v := frame[members[i].Slot]
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
	if r == nil || v == float64(int64(v)) && v < exactWhole && v > -exactWhole {
		return v
	}
	return rule.Round(v, r.Places, r.Half)
}

// inRange reports whether a value is one that the score can have, after 12 significant digits.
func (sc *score) inRange(v float64) bool {
	lo, hi := sc.definition.Range[0], sc.definition.Range[1]
	return v >= lo && v <= hi || rule.Equal(v, lo) || rule.Equal(v, hi)
}

// Reads gives the slots that the score looks at, without those it writes itself. Earlier answers, which are inputs, are left out:
// nobody can be asked for them now, so they are never to blame for what is missing.
func (sc *score) Reads() []rule.Slot {
	own := map[rule.Slot]bool{}
	var slots []rule.Slot
	for _, t := range sc.turned {
		own[t.to] = true
		slots = append(slots, t.from) // whoever writes it writes whether the item was asked
	}
	for _, c := range sc.carried {
		own[c.to] = true
	}
	looked := sc.work.reads()
	for _, list := range [][]rule.ListItem{sc.members, sc.overall.members} {
		for _, m := range list {
			looked = append(looked, m.Slot)
		}
	}
	for _, slot := range looked {
		if !own[slot] {
			slots = append(slots, slot)
		}
	}
	return slots
}

// Writes gives the score's own slots.
func (sc *score) Writes() []rule.Slot {
	slots := append([]rule.Slot{sc.exact, sc.value}, sc.beside...)
	for _, t := range sc.turned {
		slots = append(slots, t.to)
	}
	for _, c := range sc.carried {
		slots = append(slots, c.to)
	}
	if sc.banded {
		slots = append(slots, sc.band)
	}
	return slots
}
