package sdm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// ParseEvent reads one event from JSON, for a service that gets events one at a time. The error is an *EventFault and says what is wrong
// with the event in itself; whether it fits into a record is said by Add.
//
// With an error the event that is given is what could be read of it. Where this version cannot read it, its body is Unread: such an event
// can be added, is written as it came, and takes no part in the story. That is the way to keep what a later version wrote, which the error
// tells by ErrUnknownKind or ErrLaterForm; what has any other fault is better sent back.
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
func parseEvent(src json.RawMessage) (Event, error) {
	var w written
	err := fault.Decode(src, &w)
	return w.parse(src, err)
}

// parse gives the event that was read from a text, whose JSON may have a fault. On an error the event is Unread.
func (w written) parse(src json.RawMessage, wrong error) (Event, error) {
	var body Body
	switch {
	case wrong != nil:
		w = legible(src)
	case isNull(src):
		wrong = fault.In("", "give an object with its id, kind, form, on, by and body", "there is null where an event belongs")
	default:
		body, wrong = w.read()
	}
	e := w.event()
	if e.Body = body; wrong != nil {
		e.Body = Unread{Word: w.Kind, Raw: bytes.Clone(src)}
	}
	return e, wrong
}

// legible reads what there is to read of an event whose JSON has a fault.
func legible(src json.RawMessage) written {
	var w written
	var wrong *json.UnmarshalTypeError
	if err := json.Unmarshal(src, &w); err != nil && !errors.As(err, &wrong) {
		return written{heading: heading{ID: w.ID, Kind: w.Kind}}
	}
	return w
}

// event gives the event without its body, and without a day that cannot be read.
func (w written) event() Event {
	on, err := day.Parse(w.On)
	if err != nil {
		on = day.Day{}
	}
	return Event{ID: w.ID, Person: w.Person, On: on, By: w.By, In: w.In, Audience: w.Audience, Part: w.Part, Noted: w.Noted, Seq: w.Seq}
}

// read gives the body of a written event, or says what is missing or wrong of what it says of itself.
func (w written) read() (Body, error) {
	k, known := kinds[w.Kind]
	if !known {
		return nil, unknownKind(w.Kind)
	}
	var f fault.Faults
	withheld := w.Kind == Withheld{}.Kind()
	switch _, err := day.Parse(w.On); {
	case w.On == "" && !withheld:
		f = append(f, fault.Of(undated())...)
	case w.On != "" && err != nil:
		f.Tell(nil, "on", "correct the day", "%v", err)
	}
	if w.By == (Author{}) && !withheld {
		f.Tell(nil, "by", `say who, as in {"role": "person"}`, "it does not say who said or did it")
	}
	switch {
	case w.Form == 0:
		f.Tell(nil, "form", fmt.Sprintf("write the form of what stands in body, which is %d", k.form), "it does not say in which form it is written")
	case w.Form > k.form:
		f.Because(ErrLaterForm, nil, "form", fmt.Sprintf("read it with a version that knows it; this one knows form %d", k.form), "it is written in form %d of %s", w.Form, w.Kind)
	case w.Form < k.form:
		f.Tell(nil, "form", fmt.Sprintf("write it in form %d", k.form), "it is written in form %d of %s, and there was none", w.Form, w.Kind)
	}
	if len(w.Body) == 0 || isNull(w.Body) {
		f = append(f, fault.Of(bodiless())...)
	}
	if w.Form > k.form || len(w.Body) == 0 || isNull(w.Body) {
		return nil, f
	}
	body, err := k.read(w.Body)
	if err = append(f, fault.Of(err)...).Err(); err != nil {
		return nil, err
	}
	return body, nil
}

// isNull reports whether JSON says that there is nothing.
func isNull(raw json.RawMessage) bool { return string(bytes.TrimSpace(raw)) == "null" }
