package sdm

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Record is one person's record: dated events in the order in which they were added, and nothing else. It is immutable and safe
// for concurrent use; adding gives a new Record. The zero Record is empty and belongs to nobody yet.
type Record struct {
	person string
	events []Event
}

// ErrEvent is wrapped by every error about an event of a record.
var ErrEvent = errors.New("this event cannot stand in the record")

// NewRecord begins a record. person is the caller's own identifier for the person, which this library never looks into.
func NewRecord(person string) Record { return Record{person: person} }

// Person is the caller's identifier for the person.
func (r Record) Person() string { return r.person }

// Events gives the events in their order.
func (r Record) Events() []Event { return slices.Clone(r.events) }

// Len is the number of events.
func (r Record) Len() int { return len(r.events) }

// Add gives the record with one more event. An event without an id gets the next number. The error wraps ErrEvent and says
// what is wrong with the event; the record is then unchanged.
func (r Record) Add(e Event) (Record, error) {
	if e.ID == "" {
		e.ID = r.nextID()
	}
	if err := r.fits(e); err != nil {
		return r, fmt.Errorf("event %s: %w: %w", e.ID, ErrEvent, err)
	}
	r.events = append(slices.Clip(r.events), e)
	return r, nil
}

// nextID is the number of the event, or the next number that no event has.
func (r Record) nextID() string {
	for n := len(r.events) + 1; ; n++ {
		if id := strconv.Itoa(n); !r.has(id) {
			return id
		}
	}
}

func (r Record) has(id string) bool {
	return slices.ContainsFunc(r.events, func(e Event) bool { return e.ID == id })
}

// fits says what keeps an event out of the record.
func (r Record) fits(e Event) error {
	switch {
	case e.Body == nil:
		return errors.New("nothing happened in it: it has no body")
	case r.has(e.ID):
		return fmt.Errorf("the id %q is already taken", e.ID)
	case e.On.IsZero():
		return errors.New("it has no date")
	case !slices.Contains(Roles, e.By.Role):
		return fmt.Errorf("%q is no role of an author", e.By.Role)
	}
	if err := e.Body.Check(); err != nil {
		return err
	}
	story, _ := r.Replay()
	return story.tell(e)
}

// Replay tells the story of the record. Events that do not fit are left out of it; the error then joins one error an
// event, each wrapping ErrEvent. A record made by Add replays without error.
func (r Record) Replay() (Story, error) {
	var story Story
	var faults []error
	for _, e := range r.events {
		if err := story.tell(e); err != nil {
			faults = append(faults, fmt.Errorf("event %s (%s): %w: %w", e.ID, e.Body.Kind(), ErrEvent, err))
		}
	}
	return story, errors.Join(faults...)
}
