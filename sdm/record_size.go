package sdm

import (
	"encoding/json"
	"errors"
	"fmt"
)

// ErrTooLarge is wrapped where an event, or a record with it, would be larger than MaxEventBytes or MaxRecordBytes of JSON.
var ErrTooLarge = errors.New("it is too large")

// largest is MaxRecordBytes, but for tests, which would take seconds to fill a record of 64 MiB.
var largest = MaxRecordBytes

// sizes are how many bytes the events of a record take in JSON. An event is first put down with a bound that costs nothing to find, and weighed
// only where the bounds are over what a record may have, so that each is weighed once at most.
type sizes struct {
	weighed int // how many events are
	exact   int // what they take together
	bound   int // what the others take together at most
}

func (s sizes) sum() int { return s.exact + s.bound }

// room is how many bytes a record has for its events, with the commas between them.
func (r Record) room() int { return largest - len(recordFrame) - escaped*len(r.person) }

const recordFrame = `{"format":1,"person":"","born":"2026-01-01","events":[]}`

// fits reports whether the record has room for so many bytes more, and how many its events take then.
func (t *trunk) fits(more int) (all int, fits bool) {
	room := Record{person: t.teller.person}.room()
	if t.sizes.sum()+more > room {
		t.weigh()
	}
	all = t.sizes.sum() + more
	return all, all <= room
}

// place finds the room for one more event of at most so many bytes, and gives how many those are.
func (t *trunk) place(e Event, most int) (int, error) {
	if _, fits := t.fits(most); fits {
		return most, nil
	}
	exact := e.weigh(t.teller.last.stamp) + len(",")
	if all, fits := t.fits(exact); !fits {
		return 0, full(all)
	}
	return exact, nil
}

// weighed says how many bytes the events of the record take, and whether that can be read again.
func (r Record) weighed() (all int, fits bool) {
	t := r.grown()
	defer t.mu.Unlock()
	return t.fits(0)
}

// weigh weighs the events that were not weighed before.
func (t *trunk) weigh() {
	var last stamp
	if t.sizes.weighed > 0 {
		last = t.events[t.sizes.weighed-1].stamp()
	}
	for _, e := range t.events[t.sizes.weighed:] {
		t.sizes.exact += e.weigh(last) + len(",")
		last = e.stamp()
	}
	t.sizes.weighed, t.sizes.bound = len(t.events), 0
}

// weigh gives the length of an event in the JSON of its record.
func (e Event) weigh(last stamp) int {
	src, err := e.after(last)
	if _, unread := e.Body.(Unread); unread && err == nil {
		src, err = json.Marshal(json.RawMessage(src)) // which is how a record writes what it could not read
	}
	if err != nil {
		return largest // it cannot be written, so the record cannot
	}
	return len(src)
}

// measure gives how many bytes of JSON an event takes at most, or says that it is too large or cannot be written. What was looked through is
// its body.
func (e Event) measure(l *look) (int, error) {
	most := e.size() + l.size
	if most <= MaxEventBytes {
		return most, nil
	}
	src, err := e.MarshalJSON()
	switch {
	case err != nil:
		return 0, because(err, "body", "give values that JSON has", "it cannot be written as JSON (%v)", err)
	case len(src) > MaxEventBytes:
		return 0, because(ErrTooLarge, l.where, "keep what is long elsewhere, and name it here", "the event takes %d bytes of JSON, and one may take %d", len(src), MaxEventBytes)
	}
	return len(src), nil
}

// full says of an event that there is no room for it.
func full(all int) error {
	return because(ErrTooLarge, "", "begin another record for what follows, and merge neither", "with it the record would take %d bytes of JSON, and ParseRecord reads %d", all, largest)
}

// tooLarge says of a record that it could not be read again.
func tooLarge(bytes int) error {
	return fmt.Errorf("sdm: the record takes %d bytes of JSON, and ParseRecord reads %d, so that it could not be read again: %w", bytes, largest, ErrTooLarge)
}

// size is how many bytes of JSON an event that cannot be read takes at most.
func (u Unread) size() int { return escaped*len(u.Raw) + envelopeBytes }
