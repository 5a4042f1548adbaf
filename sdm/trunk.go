package sdm

import (
	"maps"
	"slices"
	"strconv"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// trunk is what a record shares with those that were made from it by adding: all their events, one after the other, and the story told
// up to the last. A record reads only as many events as it has, and those never change, so that only adding needs the lock.
type trunk struct {
	mu     sync.Mutex
	teller *teller
	events []Event
	number int // every number from the length of the record up to this one is taken as an id
	sizes  sizes
	look   look
	stale  bool // what was added last says of others that they were entered in error, and the story was not told anew yet
}

// grown gives the trunk that ends where the record does, locked: its own, unless another event was added there in the meantime. The trunk of
// an older record is made anew, and has its own copy of the events.
func (r Record) grown() *trunk {
	if t := r.trunk; t != nil {
		t.mu.Lock()
		if len(t.events) == len(r.events) {
			return t
		}
		t.mu.Unlock()
	}
	t := &trunk{teller: retold(r), events: slices.Clip(r.events), sizes: sizes{bound: r.size}}
	t.mu.Lock()
	return t
}

// retold tells the story of the events of a record. What does not fit was told by whoever made the record, and takes no part here either.
func retold(r Record) *teller {
	t := newTeller(r, r.events)
	t.retells = true
	for i, e := range r.events {
		_, _ = t.take(e, i)
	}
	t.retells = false
	return t
}

// loading begins the record of events that were in one before, of which some may say that others were entered in error. They are for the caller
// to add; loaded ends it.
func loading(empty Record, events []Event) *trunk {
	t := &trunk{teller: newTeller(empty, events), events: make([]Event, 0, len(events))}
	t.teller.retells = true
	return t
}

// loaded gives the record that was loaded. Where an event could not stand which says of others that they were entered in error, those are
// told after all.
func (t *trunk) loaded() Record {
	if struck, _ := struckIn(t.events); !maps.Equal(struck, t.teller.story.known.struck) {
		t.teller = retold(t.record())
	}
	t.teller.retells = false
	return t.record()
}

// record is the record up to the end of the trunk.
func (t *trunk) record() Record {
	return Record{person: t.teller.person, born: t.teller.story.Born, events: t.events, size: t.sizes.sum(), trunk: t}
}

// add adds one event, or says why it cannot stand. What says of others that they were entered in error lets the story be told anew, once for
// several that follow each other: whoever added the last calls settle.
func (t *trunk) add(e Event) error {
	if _, is := e.Body.(InError); !is {
		t.settle()
	}
	if e.ID == "" {
		e.ID = t.nextID()
	}
	size, err := t.inspect(e)
	if err != nil {
		return faulty(e, err)
	}
	if at, taken := t.teller.places[e.ID]; taken {
		return faulty(e, twice(e, t.events[at]))
	}
	if !t.teller.retells {
		if size, err = t.place(e, size); err != nil {
			return faulty(e, err)
		}
	}
	e, err = t.teller.take(e, len(t.events))
	if err != nil {
		return err
	}
	t.events = append(t.events, e)
	t.sizes.bound += size
	if _, is := e.Body.(InError); is && !t.teller.retells {
		t.stale = true
	}
	return nil
}

// settle tells the story anew where that waits.
func (t *trunk) settle() {
	if t.stale {
		t.teller, t.stale = retold(t.record()), false
	}
}

// inspect says what is wrong with an event in itself, and otherwise how many bytes of JSON it takes at most.
func (t *trunk) inspect(e Event) (int, error) {
	if err := e.embodied(); err != nil {
		return 0, err
	}
	if !t.teller.retells {
		if err := t.offered(e); err != nil {
			return 0, err
		}
	}
	if unread, is := e.Body.(Unread); is {
		return unread.size(), nil
	}
	born := t.teller.story.Born
	if _, struck := t.teller.story.known.struck[e.ID]; struck {
		born = day.Day{} // the wrong day is what was wrong with it
	}
	t.look.through(e.Body, born)
	faults := append(e.sound(), t.look.faults...)
	if err := append(faults, fault.Of(e.Body.Check())...).Err(); err != nil {
		return 0, err
	}
	return e.measure(&t.look)
}

// keep adds an event that cannot be read, as it is.
func (t *trunk) keep(e Event) {
	e, _ = t.teller.take(e, len(t.events)) // of what cannot be read nothing is asked
	t.events = append(t.events, e)
	if unread, is := e.Body.(Unread); is {
		t.sizes.bound += unread.size()
	}
}

// twice says of an event whose id is taken whether it is the same event once more, or another one.
func twice(e, first Event) error {
	if first.says(e) {
		return because(ErrRepeated, "id", "leave the event out", "%.40q is already taken, by the very same event", e.ID)
	}
	return because(ErrIDTaken, "id", "give this one an id of its own", "%.40q is already taken by another event, of the kind %s on %s", e.ID, first.Body.Kind(), first.On)
}

// nextID is the number of the event, or the next number that no event has.
func (t *trunk) nextID() string {
	for t.number = max(t.number, len(t.events)+1); ; t.number++ {
		id := strconv.Itoa(t.number)
		if _, taken := t.teller.places[id]; !taken {
			return id
		}
	}
}

// nextID is the id that Add gives to an event without one.
func (r Record) nextID() string {
	t := r.grown()
	defer t.mu.Unlock()
	return t.nextID()
}
