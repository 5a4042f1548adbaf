package sdm

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Event is one thing that was said or done, on a day, by somebody. Events are only ever added to a Record; what people
// thought better of is a later event. An Event is a plain value.
type Event struct {
	// ID names the event in its record. Later events and other components refer to it. An id is shown to every reader of the record,
	// so it should say nothing of what happened.
	ID string
	// Person is the caller's identifier for the person whom the event is about. It may be left empty; a record refuses an event that names
	// somebody else, and leaves the name out of the events that it keeps.
	Person string
	// On is the day on which it happened; the time of day is left out.
	On day.Day
	// By says who said or did it.
	By Author
	// In is the id of the event that opened the conversation, or the thread of another component, that this one belongs to; empty for
	// an event that opens one, and for one that stands alone.
	In string
	// Audience says who may see it; where it says nothing, everybody who is given the record may.
	Audience Audience
	// Part marks an event of which something was left out for the reader of this copy of the record. Record.For sets it.
	Part bool
	// Noted and Seq say where the event stands in its record: by which day it was noted, and its number among the events noted. Both
	// go up along a record and stay with the event, so that Merge can put the events of two records in order. Left zero, as most callers
	// leave them, they follow from the event before: Noted is the latest day so far, and Seq the next number.
	Noted day.Day
	Seq   int
	// Body is what happened.
	Body Body
}

// Body is what happened in an event. Each kind of event has its own type: those of a conversation are in this package, those of a
// component in the component's. Unread stands for an event that this version cannot read, and Withheld for one that the reader may not
// see. Bodies are plain values, which nobody may change once they are in a record. A body may also be an Answerer, a Redactor or a
// Referrer.
type Body interface {
	// Kind is the word for it in JSON, such as decided.
	Kind() string
	// Check says what is wrong with the body itself, whatever else the record holds, or nil.
	Check() error
}

// Unread is the body of an event that this version cannot read: of a kind or form that it does not know, or with a fault. The
// event is kept as it is, white space apart, and written out again; it takes no part in the story.
type Unread struct {
	// Word is the kind that the event was written with, as far as it could be read.
	Word string
	// Raw is the whole event.
	Raw json.RawMessage
}

// Kind is the word that the event was written with.
func (u Unread) Kind() string { return u.Word }

// Check finds nothing: what cannot be read cannot be judged.
func (u Unread) Check() error { return nil }
