package sdm

import (
	"errors"
	"strconv"
	"strings"
)

// ErrEvent is wrapped by every error about an event of a record.
var ErrEvent = errors.New("this event cannot stand in the record")

// The reasons for which an event is refused that a program may want to tell apart. Each comes in an EventFault, which wraps ErrEvent too.
var (
	// ErrRepeated: the very same event stands in the record already. Nothing is lost by leaving it out.
	ErrRepeated = errors.New("the same event stands in the record already")
	// ErrIDTaken: another event has the id.
	ErrIDTaken = errors.New("the id is already taken by another event")
	// ErrOrder: the event is dated or noted before one that stands before it.
	ErrOrder = errors.New("the event is out of order")
	// ErrPerson: the event, or the record, is about somebody else.
	ErrPerson = errors.New("this is about another person")
)

// EventFault says what is wrong with one event of a record.
type EventFault struct {
	// Event is its id, as far as it could be read, and Kind its kind.
	Event, Kind string
	// Number counts the events of a record in JSON, from 1; 0 where the event came otherwise.
	Number int
	// Field leads to what is wrong, such as on; empty where the message says it.
	Field string
	// Err says what is wrong, and how to mend it.
	Err error
}

// Error names the event and the field, and says what is wrong.
func (f *EventFault) Error() string {
	var b strings.Builder
	b.WriteString("event " + f.Event)
	if f.Kind != "" {
		b.WriteString(" (" + f.Kind + ")")
	}
	if f.Number > 0 {
		b.WriteString(", number " + strconv.Itoa(f.Number))
	}
	b.WriteString(": " + ErrEvent.Error() + ": ")
	if f.Field != "" {
		b.WriteString(f.Field + ": ")
	}
	b.WriteString(f.Err.Error())
	return b.String()
}

// Unwrap gives ErrEvent and what is wrong.
func (f *EventFault) Unwrap() []error { return []error{ErrEvent, f.Err} }

// fieldError is something wrong with a field of an event or its body.
type fieldError struct {
	field string
	err   error
}

func (f fieldError) Error() string { return f.field + ": " + f.err.Error() }

func (f fieldError) Unwrap() error { return f.err }

// faulty says of an event what is wrong with it.
func faulty(e Event, err error) *EventFault {
	f := &EventFault{Event: e.ID, Err: err}
	if e.Body != nil {
		f.Kind = e.Body.Kind()
	}
	if in, ok := err.(fieldError); ok {
		f.Field, f.Err = in.field, in.err
	}
	return f
}
