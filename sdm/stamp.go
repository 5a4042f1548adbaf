package sdm

import (
	"cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// stamp is the place of an event in its record. Stamps go up along a record. They are compared by their day first, so that the events of
// two records that went on without each other come into the order of their days.
type stamp struct {
	noted day.Day
	seq   int
}

func (e Event) stamp() stamp { return stamp{e.Noted, e.Seq} }

func (e Event) stamped(s stamp) Event {
	e.Noted, e.Seq = s.noted, s.seq
	return e
}

// next is the stamp of an event of a day that says nothing else.
func (s stamp) next(on day.Day) stamp {
	if on.Compare(s.noted) > 0 && possible(on) {
		s.noted = on
	}
	s.seq++
	return s
}

// mostSeq is the greatest number that an event may say of itself. No record has so many events, and there is room above it for those that follow.
const mostSeq = 1 << 30

// follow is the stamp of an event after s: what the event says of it, and otherwise what follows.
func (s stamp) follow(e Event) stamp {
	n := s.next(e.On)
	if !e.Noted.IsZero() {
		n.noted = e.Noted
	}
	if e.Seq != 0 {
		n.seq = e.Seq
	}
	return n
}

// besides gives an event that cannot be read its stamp: what it says itself where that is after s, and otherwise what follows. One
// without an id of its own cannot be placed, and stays with the event before it.
func (s stamp) besides(e Event, nameless bool) Event {
	n := s.follow(e)
	switch {
	case nameless:
		n = s
	case n.compare(s) <= 0, !possible(n.noted), n.seq < 1, n.seq > mostSeq:
		n = s.next(e.On)
	}
	return e.stamped(n)
}

func (s stamp) compare(other stamp) int {
	return cmp.Or(s.noted.Compare(other.noted), cmp.Compare(s.seq, other.seq))
}

// order compares the places of two events of one record.
func order(a, b Event) int { return cmp.Or(a.stamp().compare(b.stamp()), cmp.Compare(a.ID, b.ID)) }
