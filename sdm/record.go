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
	size   int    // how many bytes of JSON the events take at most
	trunk  *trunk // nil where nothing was added yet
}

// NewRecord begins a record. person is the caller's own identifier for the person, which this library never looks into.
func NewRecord(person string) Record { return Record{person: person} }

// BornOn gives the record with the person's day of birth, before which nothing in it can have happened: no event, and no day that an event
// names. The zero day means that it is not known. The error is an *EventFault, which wraps ErrEvent and ErrOrder and names the first event
// with an earlier day, unless that was entered in error; the record is then unchanged.
func (r Record) BornOn(born day.Day) (Record, error) {
	if err := r.beforeBirth(born); err != nil {
		return r, err
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
// ErrEvent, and says what is wrong with the event; the record is then unchanged. What was added can be written and read again: an event that
// is larger than MaxEventBytes, or for which the record has no room (MaxRecordBytes), is refused (ErrTooLarge), and so are texts that JSON cannot
// keep.
//
// An event that this version cannot read is added as ParseEvent gives it, and one that is withheld as Record.For does; neither is made up.
//
// Adding to the newest of the records that came from each other costs the same however long the record is. Adding to an older one, and adding
// InError, costs what a replay costs.
func (r Record) Add(e Event) (Record, error) {
	t := r.grown()
	defer t.mu.Unlock()
	if err := t.add(e); err != nil {
		return r, err
	}
	t.settle()
	return t.record(), nil
}

// AddAll gives the record with more events, in their order. Events that cannot stand in it are left out; the error joins one *EventFault
// for each. An event that refers to one that was left out cannot stand either. Any number of InError, one behind the other, cost one replay.
func (r Record) AddAll(events ...Event) (Record, error) {
	t := r.grown()
	defer t.mu.Unlock()
	var faults []error
	for _, e := range events {
		if err := t.add(e); err != nil {
			faults = append(faults, err)
		}
	}
	t.settle()
	return t.record(), errors.Join(faults...)
}

// Replay tells the story of the record. Events that do not fit are left out of it; the error then joins one *EventFault an
// event. A record made by Add replays without error, and so does one that Record.For redacted: what cannot be told without what is
// withheld, or was entered in error, is listed in the story.
func (r Record) Replay() (Story, error) {
	t := newTeller(r, r.events)
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

// beforeBirth finds the first event of the record that a day of birth does not go with.
func (r Record) beforeBirth(born day.Day) error {
	if born.IsZero() {
		return nil
	}
	struck, _ := struckIn(r.events)
	var l look
	for _, e := range r.events {
		if _, inError := struck[e.ID]; inError {
			continue
		}
		if e.On.Before(born) {
			return faultyIn(e, beforeBirth(e.On, born))
		}
		if _, unread := e.Body.(Unread); unread {
			continue
		}
		if l.through(e.Body, born); len(l.faults) > 0 {
			return faultyIn(e, l.faults)
		}
	}
	return nil
}
