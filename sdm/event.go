package sdm

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Event is one thing that was said or done, on a day, by somebody. Events are only ever added to a Record; what people
// thought better of is a later event. An Event is a plain value.
type Event struct {
	// ID names the event in its record. Later events and other components refer to it.
	ID string
	// On is the day; the time of day is left out.
	On day.Day
	// By says who said or did it.
	By Author
	// In is the id of the event that opened the conversation this one belongs to; empty for an event that opens one.
	In string
	// Body is what happened.
	Body Body
}

// Body is what happened in an event. Each kind of event has its own type: those of a conversation are in this package, those of a
// component in the component's. Unread stands for an event that this version cannot read.
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
