package sdm

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// ParseEvent reads one event from JSON, for a service that gets events one at a time. The error is an *EventFault and says what is wrong
// with the event in itself; whether it fits into a record is said by Add.
func ParseEvent(src []byte) (Event, error) {
	e, err := parseEvent(src)
	if err == nil {
		err = e.Body.Check()
	}
	if err != nil {
		return e, faulty(e, err)
	}
	return e, nil
}

// UnmarshalJSON reads an event as ParseEvent does.
func (e *Event) UnmarshalJSON(src []byte) error {
	read, err := ParseEvent(src)
	if err == nil {
		*e = read
	}
	return err
}

// parseEvent reads an event, and leaves its body unchecked. On an error the event is Unread.
func parseEvent(raw json.RawMessage) (Event, error) {
	var w written
	err := fault.Decode(raw, &w)
	if err != nil {
		e := envelope(raw)
		return e, err
	}
	e := w.event()
	body, err := w.read()
	if err != nil {
		e.Body = Unread{Word: w.Kind, Raw: raw}
		return e, err
	}
	e.Body = body
	return e, nil
}

// envelope reads what there is to read of an event whose JSON has a fault, as Unread.
func envelope(raw json.RawMessage) Event {
	var w written
	var wrong *json.UnmarshalTypeError
	if err := json.Unmarshal(raw, &w); err != nil && !errors.As(err, &wrong) {
		w = written{heading: heading{ID: w.ID, Kind: w.Kind}}
	}
	e := w.event()
	e.Body = Unread{Word: w.Kind, Raw: raw}
	return e
}

// event gives the event without its body, and without a day that cannot be read.
func (w written) event() Event {
	on, err := day.Parse(w.On)
	if err != nil {
		on = day.Day{}
	}
	return Event{ID: w.ID, Person: w.Person, On: on, By: w.By, In: w.In, Audience: w.Audience, Part: w.Part, Noted: w.Noted, Seq: w.Seq}
}

// read gives the body of a written event.
func (w written) read() (Body, error) {
	switch _, err := day.Parse(w.On); {
	case w.On == "" && w.Kind != Withheld{}.Kind():
		return nil, undated()
	case w.On != "" && err != nil:
		return nil, fault.In("on", "correct the day", "%v", err)
	}
	k, known := kinds[w.Kind]
	switch {
	case !known:
		return nil, unknownKind(w.Kind)
	case w.Form != k.form:
		return nil, fault.In("form", fmt.Sprintf("read it with a version that knows it; this one knows form %d", k.form), "it is written in form %d of %s", w.Form, w.Kind)
	}
	if len(w.Body) == 0 {
		return nil, bodiless()
	}
	return k.read(w.Body)
}
