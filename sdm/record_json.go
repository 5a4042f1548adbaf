package sdm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// RecordFormat is the form in which records are written.
const RecordFormat = 1

// MaxRecordBytes is the largest record that ParseRecord reads: 64 MiB.
const MaxRecordBytes = 64 << 20

// ErrRecord is wrapped by errors about a record that cannot be read as a whole.
var ErrRecord = errors.New("this record cannot be read whole")

// strict decodes one JSON value, and refuses fields that it would otherwise let fall away.
func strict(raw json.RawMessage, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(into)
}

// written is an event as it stands in JSON.
type written struct {
	ID   string          `json:"id"`
	Kind string          `json:"kind"`
	Form int             `json:"form"`
	On   string          `json:"on"`
	By   Author          `json:"by"`
	In   string          `json:"in,omitempty"`
	Body json.RawMessage `json:"body"`
}

// MarshalJSON gives the record as {"format": 1, "person": ..., "events": [...]}. The same record gives the same bytes.
func (r Record) MarshalJSON() ([]byte, error) {
	events := make([]json.RawMessage, len(r.events))
	for i, e := range r.events {
		src, err := e.MarshalJSON()
		if err != nil {
			return nil, fmt.Errorf("sdm: event %s cannot be written: %w", e.ID, err)
		}
		events[i] = src
	}
	return json.Marshal(struct {
		Format int               `json:"format"`
		Person string            `json:"person"`
		Events []json.RawMessage `json:"events"`
	}{RecordFormat, r.person, events})
}

// MarshalJSON gives the event as it stands in a record.
func (e Event) MarshalJSON() ([]byte, error) {
	if unread, ok := e.Body.(Unread); ok {
		return unread.Raw, nil
	}
	if e.Body == nil {
		return nil, ErrEvent
	}
	body, err := json.Marshal(e.Body)
	if err != nil {
		return nil, err
	}
	return json.Marshal(written{ID: e.ID, Kind: e.Body.Kind(), Form: kinds[e.Body.Kind()].form, On: e.On.String(), By: e.By, In: e.In, Body: body})
}
