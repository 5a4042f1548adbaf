package sdm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// ParseRecord reads a record from JSON. What can be read is always kept: an event of a kind or form that this version does
// not know, or with a fault, becomes Unread and is written out again as it was; a record that breaks off keeps the
// events before the break.
//
// The error joins one *EventFault for each such event, and wraps ErrRecord where the record
// itself breaks off or is none. A caller that gets an error must not write the record back over its source when it
// wraps ErrRecord, since events after the break are not in it.
func ParseRecord(src []byte) (Record, error) {
	if len(src) > largest {
		return Record{}, fmt.Errorf("sdm: %w: %w: it has %d bytes; at most %d are read", ErrRecord, ErrTooLarge, len(src), largest)
	}
	p := &recordParser{text: fault.NewReader(src)}
	broken := p.whole()
	record, faults := p.record()
	if broken != nil {
		faults = append(faults, fmt.Errorf("sdm: %w: %w", ErrRecord, broken))
	}
	return record, errors.Join(faults...)
}

// UnmarshalJSON reads a record as ParseRecord does, and keeps what could be read.
func (r *Record) UnmarshalJSON(src []byte) error {
	read, err := ParseRecord(src)
	*r = read
	return err
}

// recordParser walks a record token by token, so that a break leaves what came before it. Its members may come in any order, so that
// the events are held against the record after all of them are there.
type recordParser struct {
	text   *fault.Reader
	format int
	person string
	born   day.Day
	events []Event
	read   []readEvent // how each event was read
}

// readEvent is the text of an event, and what is wrong with it.
type readEvent struct {
	src   json.RawMessage
	wrong error
}

// whole reads the record up to its end.
func (p *recordParser) whole() error {
	if err := p.expect(json.Delim('{')); err != nil {
		return err
	}
	for p.text.More() {
		key, err := p.text.Token()
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
	if _, err := p.text.Token(); !errors.Is(err, io.EOF) {
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
		return p.text.Decode(&p.format)
	case "person":
		return p.text.Decode(&p.person)
	case "born":
		return p.text.Decode(&p.born)
	case "events":
		return p.list()
	default:
		return fmt.Errorf("it has a member %q, which this version does not know", key)
	}
}

// list reads the events.
func (p *recordParser) list() error {
	if err := p.expect(json.Delim('[')); err != nil {
		return err
	}
	for p.text.More() {
		w, src, err := fault.Next[written](p.text)
		if src == nil {
			return fmt.Errorf("it breaks off in event %d: %w", len(p.events)+1, unexpected(err))
		}
		e, err := w.parse(src, err)
		p.events, p.read = append(p.events, e), append(p.read, readEvent{src, err})
	}
	return p.expect(json.Delim(']'))
}

// record takes the events in, one after the other, as Unread where they have a fault.
func (p *recordParser) record() (Record, []error) {
	t := loading(Record{person: p.person, born: p.born}, p.events)
	var faults []error
	for i, e := range p.events {
		src, err := p.read[i].src, p.read[i].wrong
		if err == nil && e.ID == "" {
			err = fault.In("id", "give it one that no other event of the record has", "it is empty, so nothing could refer to the event")
		}
		if err == nil {
			err = t.add(e)
		}
		if err == nil {
			continue
		}
		t.keep(e.unread(bytes.Clone(src)))
		var wrong *EventFault
		if !errors.As(err, &wrong) {
			wrong = faulty(e, err)
		}
		wrong.Number = i + 1
		faults = append(faults, wrong)
	}
	if all, fits := t.fits(0); !fits {
		faults = append(faults, fmt.Errorf("%w: %w", ErrRecord, tooLarge(all)))
	}
	return t.loaded(), faults
}

// unread is the event as one that this version cannot read.
func (e Event) unread(raw json.RawMessage) Event {
	word := ""
	if e.Body != nil {
		word = e.Body.Kind()
	}
	e.Body = Unread{Word: word, Raw: raw}
	return e
}

func (p *recordParser) expect(want json.Delim) error {
	got, err := p.text.Token()
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
