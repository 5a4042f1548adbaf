package sdm

import (
	"errors"
	"iter"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Record is one person's record: dated events in the order in which they were added, and nothing else. It is immutable and safe
// for concurrent use; adding gives a new Record. The zero Record is empty and belongs to nobody yet.
type Record struct {
	person string
	born   day.Day
	events []Event
	trunk  *trunk // nil where nothing was added yet
}

// NewRecord begins a record. person is the caller's own identifier for the person, which this library never looks into.
func NewRecord(person string) Record { return Record{person: person} }

// BornOn gives the record with the person's day of birth, before which nothing in it can have happened. The zero day means that it is not
// known. The error wraps ErrEvent and names the first event that is dated before; the record is then unchanged.
func (r Record) BornOn(born day.Day) (Record, error) {
	for _, e := range r.events {
		if e.On.Before(born) {
			return r, faulty(e, beforeBirth(e.On, born))
		}
	}
	r.born, r.trunk = born, nil // what is added from now on is told anew
	return r, nil
}

// Person is the caller's identifier for the person.
func (r Record) Person() string { return r.person }

// Born is the person's day of birth; the zero day where it is not known.
func (r Record) Born() day.Day { return r.born }

// Events gives the events in their order, in a slice of the caller's own.
func (r Record) Events() []Event { return slices.Clone(r.events) }

// All goes through the events in their order, without a copy of the list.
func (r Record) All() iter.Seq[Event] { return slices.Values(r.events) }

// Last gives the last event, with the id and the place that Add gave it. Of an empty record it is the zero Event, which has no id and no body.
func (r Record) Last() Event {
	if len(r.events) == 0 {
		return Event{}
	}
	return r.events[len(r.events)-1]
}

// Len is the number of events.
func (r Record) Len() int { return len(r.events) }

// Add gives the record with one more event. An event without an id gets the next number, which Last tells. The error is an *EventFault, which wraps
// ErrEvent, and says what is wrong with the event; the record is then unchanged.
//
// Adding to the newest of the records that came from each other costs the same however long the record is. Adding to an older one costs
// what a replay costs.
func (r Record) Add(e Event) (Record, error) {
	t := r.grown()
	defer t.mu.Unlock()
	if err := t.add(e); err != nil {
		return r, err
	}
	return t.record(), nil
}

// AddAll gives the record with more events, in their order. Events that cannot stand in it are left out; the error joins one *EventFault
// for each. An event that refers to one that was left out cannot stand either.
func (r Record) AddAll(events ...Event) (Record, error) {
	t := r.grown()
	defer t.mu.Unlock()
	var faults []error
	for _, e := range events {
		if err := t.add(e); err != nil {
			faults = append(faults, err)
		}
	}
	return t.record(), errors.Join(faults...)
}

// Replay tells the story of the record. Events that do not fit are left out of it; the error then joins one *EventFault an
// event. A record made by Add replays without error, and so does one that Record.For redacted: what cannot be told without what is
// withheld is listed in the story.
func (r Record) Replay() (Story, error) {
	t := newTeller(r)
	t.retells = true
	var faults []error
	for i, e := range r.events {
		if _, err := t.take(e, i); err != nil {
			faults = append(faults, err)
		}
	}
	return t.story, errors.Join(faults...)
}

func beforeBirth(on, born day.Day) error {
	return because(ErrOrder, "on", "mend the day, or the day of birth", "it is dated %s, before the person was born on %s", on, born)
}
