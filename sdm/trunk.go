package sdm

import (
	"slices"
	"strconv"
	"sync"
)

// trunk is what a record shares with those that were made from it by adding: all their events, one after the other, and the story told
// up to the last. A record reads only as many events as it has, and those never change, so that only adding needs the lock.
type trunk struct {
	mu     sync.Mutex
	teller *teller
	events []Event
	number int // every number from the length of the record up to this one is taken as an id
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
	t := &trunk{teller: newTeller(r), events: slices.Clip(r.events)}
	t.teller.retells = true
	for i, e := range r.events {
		// What does not fit was told by whoever made the record, and takes no part here either.
		_, _ = t.teller.take(e, i)
	}
	t.teller.retells = false
	t.mu.Lock()
	return t
}

// record is the record up to the end of the trunk.
func (t *trunk) record() Record {
	return Record{person: t.teller.person, born: t.teller.story.Born, events: t.events, trunk: t}
}

// add adds one event, or says why it cannot stand.
func (t *trunk) add(e Event) error {
	if e.ID == "" {
		e.ID = t.nextID()
	}
	if e.Body != nil {
		if err := e.Body.Check(); err != nil {
			return faulty(e, err)
		}
	}
	if at, taken := t.teller.places[e.ID]; taken {
		return faulty(e, twice(e, t.events[at]))
	}
	e, err := t.teller.take(e, len(t.events))
	if err == nil {
		t.events = append(t.events, e)
	}
	return err
}

// keep adds an event that cannot be read, as it is.
func (t *trunk) keep(e Event) {
	e, _ = t.teller.take(e, len(t.events)) // of what cannot be read nothing is asked
	t.events = append(t.events, e)
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
