package sdm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// ParseRecord reads a record from JSON. What can be read is always kept: an event of a kind or form that this version does
// not know, or with a fault, becomes Unread and is written out again as it was; a record that breaks off keeps the
// events before the break.
//
// The error joins one error for each such event, wrapping ErrEvent and naming it, and wraps ErrRecord where the record
// itself breaks off or is none. A caller that gets an error must not write the record back over its source when it
// wraps ErrRecord, since events after the break are not in it.
func ParseRecord(src []byte) (Record, error) {
	if len(src) > MaxRecordBytes {
		return Record{}, fmt.Errorf("sdm: %w: it has %d bytes; at most %d are read", ErrRecord, len(src), MaxRecordBytes)
	}
	p := &recordParser{decoder: json.NewDecoder(bytes.NewReader(src)), taken: map[string]bool{}}
	if err := p.read(); err != nil {
		p.faults = append(p.faults, fmt.Errorf("sdm: %w: %w", ErrRecord, err))
	}
	return p.record, errors.Join(p.faults...)
}

// UnmarshalJSON reads a record as ParseRecord does, and keeps what could be read.
func (r *Record) UnmarshalJSON(src []byte) error {
	read, err := ParseRecord(src)
	*r = read
	return err
}

// recordParser walks a record token by token, so that a break leaves what came before it.
type recordParser struct {
	decoder *json.Decoder
	record  Record
	story   Story
	taken   map[string]bool
	faults  []error
	format  int
}

func (p *recordParser) read() error {
	if err := p.expect(json.Delim('{')); err != nil {
		return err
	}
	for p.decoder.More() {
		key, err := p.decoder.Token()
		if err != nil {
			return unexpected(err)
		}
		if err := p.member(key); err != nil {
			return unexpected(err)
		}
	}
	if err := p.expect(json.Delim('}')); err != nil {
		return err
	}
	if _, err := p.decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the record")
	}
	if p.format != RecordFormat {
		return fmt.Errorf("its format is %d; this version reads format %d", p.format, RecordFormat)
	}
	return nil
}

// member reads one member of the record.
func (p *recordParser) member(key json.Token) error {
	switch key {
	case "format":
		return p.decoder.Decode(&p.format)
	case "person":
		return p.decoder.Decode(&p.record.person)
	case "events":
		return p.events()
	default:
		return fmt.Errorf("it has a member %q, which this version does not know", key)
	}
}

func (p *recordParser) events() error {
	if err := p.expect(json.Delim('[')); err != nil {
		return err
	}
	for p.decoder.More() {
		var raw json.RawMessage
		if err := p.decoder.Decode(&raw); err != nil {
			return fmt.Errorf("it breaks off in event %d: %w", p.record.Len()+1, unexpected(err))
		}
		p.event(raw)
	}
	return p.expect(json.Delim(']'))
}

// event takes one event in, as Unread where it has a fault.
func (p *recordParser) event(raw json.RawMessage) {
	var w written
	err := strict(raw, &w)
	e := Event{ID: w.ID, By: w.By, In: w.In}
	if err == nil {
		e.Body, err = w.read(&e)
	}
	if err == nil && (w.ID == "" || p.taken[w.ID]) {
		err = fmt.Errorf("the id %q is empty or already taken", w.ID)
	}
	if err == nil {
		err = p.story.tell(e)
	}
	if err != nil {
		p.faults = append(p.faults, fmt.Errorf("event %s (%s), number %d: %w: %w", w.ID, w.Kind, p.record.Len()+1, ErrEvent, err))
		e.Body = Unread{Word: w.Kind, Raw: raw}
	}
	p.taken[w.ID] = true
	p.record.events = append(p.record.events, e)
}

// read gives the body of a written event, and sets its day.
func (w written) read(e *Event) (Body, error) {
	on, err := day.Parse(w.On)
	if err != nil {
		return nil, err
	}
	e.On = on
	k, known := kinds[w.Kind]
	switch {
	case !known:
		return nil, fmt.Errorf("this version does not know events of the kind %q", w.Kind)
	case w.Form != k.form:
		return nil, fmt.Errorf("it is written in form %d of %s; this version knows form %d", w.Form, w.Kind, k.form)
	}
	return k.read(w.Body)
}

func (p *recordParser) expect(want json.Delim) error {
	got, err := p.decoder.Token()
	if err != nil {
		return unexpected(err)
	}
	if got != want {
		return fmt.Errorf("it has %v where %v belongs", got, want)
	}
	return nil
}

// unexpected says of an end that it came too early.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
