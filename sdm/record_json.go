package sdm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// RecordFormat is the form in which records are written.
const RecordFormat = 1

// MaxRecordBytes is the largest record that ParseRecord reads, and that is written: 64 MiB of JSON without needless white space.
const MaxRecordBytes = 64 << 20

// ErrRecord is wrapped by errors about a record that cannot be read as a whole.
var ErrRecord = errors.New("this record cannot be read whole")

// written is an event as it stands in JSON.
type written struct {
	heading
	Body json.RawMessage `json:"body"`
}

// heading is what every event has beside its body. In a record, noted and seq are left out where they follow from the event before.
type heading struct {
	ID       string   `json:"id"`
	Person   string   `json:"person,omitempty"`
	Kind     string   `json:"kind"`
	Form     int      `json:"form"`
	On       string   `json:"on"`
	By       Author   `json:"by,omitzero"`
	In       string   `json:"in,omitempty"`
	Audience Audience `json:"audience,omitzero"`
	Part     bool     `json:"part,omitempty"`
	Noted    day.Day  `json:"noted,omitzero"`
	Seq      int      `json:"seq,omitempty"`
}

// MarshalJSON gives the record as {"format": 1, "person": ..., "born": ..., "events": [...]}. The same record gives the same bytes. The
// error wraps ErrTooLarge where ParseRecord could not read them, which Add and Merge do not let happen.
func (r Record) MarshalJSON() ([]byte, error) {
	events := make([]json.RawMessage, len(r.events))
	var last stamp
	for i, e := range r.events {
		src, err := e.after(last)
		if err != nil {
			return nil, fmt.Errorf("sdm: event %s cannot be written: %w", e.ID, err)
		}
		events[i], last = src, e.stamp()
	}
	src, err := json.Marshal(struct {
		Format int               `json:"format"`
		Person string            `json:"person"`
		Born   day.Day           `json:"born,omitzero"`
		Events []json.RawMessage `json:"events"`
	}{RecordFormat, r.person, r.born, events})
	switch {
	case err != nil:
		return nil, err
	case len(src) > largest:
		return nil, tooLarge(len(src))
	case !utf8.ValidString(r.person):
		return nil, fmt.Errorf("sdm: the identifier of the person, %.40q, is no UTF-8, so that it would not be read as it is", r.person)
	}
	return src, nil
}

// after writes an event that stands after another in a record.
func (e Event) after(last stamp) ([]byte, error) {
	if unread, ok := e.Body.(Unread); ok {
		return unread.after(last, e), nil
	}
	n := last.next(e.On)
	if e.Noted == n.noted {
		e.Noted = day.Day{}
	}
	if e.Seq == n.seq {
		e.Seq = 0
	}
	return e.MarshalJSON()
}

// after writes an event that cannot be read as it was. Only where it would not get its place back from that, since a merge put it behind
// other events, the place is written into it.
func (u Unread) after(last stamp, e Event) []byte {
	if e.stamp() == last || last.besides(legible(u.Raw).event(), false).stamp() == e.stamp() {
		return u.Raw
	}
	return restamped(u.Raw, e.stamp())
}

// restamped gives the JSON of an event with its place. What is no event stays as it is.
func restamped(raw json.RawMessage, s stamp) json.RawMessage {
	return withMembers(raw, map[string]any{"noted": s.noted, "seq": s.seq})
}

// withMembers gives a JSON object with some members replaced, in the order of their names. What is no object stays as it is.
func withMembers(raw json.RawMessage, members map[string]any) json.RawMessage {
	var all map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil || all == nil {
		return raw
	}
	for name, value := range members {
		src, err := json.Marshal(value)
		if err != nil {
			return raw
		}
		all[name] = src
	}
	src, err := json.Marshal(all)
	if err != nil {
		return raw
	}
	return src
}

// MarshalJSON gives the event as it stands in a record, with its place where it has one. The error wraps ErrEvent where the event has no body,
// or a pointer to one.
func (e Event) MarshalJSON() ([]byte, error) {
	if unread, ok := e.Body.(Unread); ok {
		return unread.Raw, nil
	}
	if err := e.embodied(); err != nil {
		return nil, faulty(e, err)
	}
	body, err := json.Marshal(e.Body)
	if err != nil {
		return nil, err
	}
	kind := e.Body.Kind()
	src, err := json.Marshal(heading{
		ID: e.ID, Person: e.Person, Kind: kind, Form: kinds[kind].form, On: e.On.String(), By: e.By, In: e.In,
		Audience: e.Audience, Part: e.Part, Noted: e.Noted, Seq: e.Seq,
	})
	if err != nil {
		return nil, err
	}
	// The body is JSON already. Putting it in by hand spares reading it once more.
	src = append(append(src[:len(src)-1], `,"body":`...), body...)
	return append(src, '}'), nil
}

// says reports whether two events are the same in everything but their place.
func (e Event) says(other Event) bool {
	e.Person, other.Person = "", ""
	a, err := e.stamped(stamp{}).MarshalJSON()
	b, wrong := other.stamped(stamp{}).MarshalJSON()
	return err == nil && wrong == nil && bytes.Equal(a, b)
}

// sameBody reports whether two bodies of one kind say the same.
func sameBody(a, b Body) bool {
	one, err := json.Marshal(a)
	other, wrong := json.Marshal(b)
	return err == nil && wrong == nil && bytes.Equal(one, other)
}
