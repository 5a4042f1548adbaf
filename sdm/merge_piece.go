package sdm

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
)

// piece is one event of the records that are merged.
type piece struct {
	event Event
	place stamp
	// floats is 1 for what could not be placed: it stays behind the event that it followed.
	floats int
	// stood tells that the event could be read in its own record, and untold that it could not be told there, or not in one of both; one that
	// took no part is no conflict where it still does not.
	stood, untold bool
	sides         side
	// digest is that of what the event says: not of its id, its place or of the ids that it names, but of what those stand for.
	digest string
	// base is the id before any merge, and ids those that the event has in the records.
	base string
	ids  []string
	// refers are the pieces that stand behind the ids which the event names.
	refers map[string]*piece
	// as is the piece that stands for it in the merged record: itself, or the same event of the other record.
	as *piece
}

// side says which of the two records an event is in.
type side uint8

const (
	first side = 1 << iota
	second
	both = first | second
)

// pile are the pieces of one record.
type pile struct {
	pieces []*piece
	byID   map[string]*piece
}

// gathered takes a record to pieces. Events that could not be read because of what stood around them get another chance.
func gathered(r Record, of side) *pile {
	p := &pile{pieces: make([]*piece, 0, len(r.events)), byID: make(map[string]*piece, len(r.events))}
	all := make([]piece, len(r.events))
	untold := r.untold()
	for i, e := range r.events {
		one := &all[i]
		*one = piece{event: e, place: e.stamp(), stood: true, untold: untold[e.ID], sides: of, ids: []string{e.ID}}
		if unread, ok := e.Body.(Unread); ok {
			one.stood = false
			if again, err := ParseEvent(unread.Raw); err == nil && (again.Person == "" || again.Person == r.person) {
				again.Person = ""
				one.event = again
			} else if e.ID == "" {
				one.floats = 1
			}
		}
		p.pieces = append(p.pieces, one)
		if _, taken := p.byID[e.ID]; e.ID != "" && !taken {
			p.byID[e.ID] = one
		}
	}
	return p
}

// untold are the ids of the events that cannot be told.
func (r Record) untold() map[string]bool {
	t := r.grown()
	defer t.mu.Unlock()
	ids := make(map[string]bool, len(t.teller.story.Untold))
	for _, u := range t.teller.story.Untold {
		ids[u.Event] = true
	}
	return ids
}

// completeFrom replaces copies from which something was withheld by the full events of the other record, or by copies that show more.
func (p *pile) completeFrom(other *pile) {
	for _, one := range p.pieces {
		if full, ok := other.byID[one.event.ID]; ok && (fuller(full.event, one.event) || parted(full.event, one.event) && more(full.event, one.event) > 0) {
			one.event, one.stood = full.event, one.stood && full.stood
		}
	}
}

// fuller reports whether an event may be the full one of a copy.
func fuller(full, copied Event) bool {
	stub, withheld := copied.Body.(Withheld)
	dated := !withheld || !copied.On.IsZero() // the day of what cannot be read may be left out of a copy
	if full.In != copied.In || dated && full.On != copied.On || !withheld && !copied.Part {
		return false
	}
	switch is := full.Body.(type) {
	case Unread:
		if _, also := copied.Body.(Unread); !also && !withheld {
			return false
		}
	case Withheld:
		return withheld && is.Was != "" && stub.Was == ""
	}
	if withheld {
		return stub.Was == "" || stub.Was == full.Body.Kind()
	}
	return !full.Part && full.Body.Kind() == copied.Body.Kind()
}

// identify works out what each piece says, and which pieces stand behind the ids that it names: those of its own record, and otherwise of
// the other. What waits for what it names stands in a list, since events may name each other in a chain as long as a record.
func (p *pile) identify(other *pile) {
	var waiting []unidentified
	for _, one := range p.pieces {
		for waiting = append(waiting[:0], unidentified{one, p, other}); len(waiting) > 0; {
			last := len(waiting) - 1
			if names := waiting[last].identify(); len(names) > 0 {
				waiting = append(waiting, names...)
			} else {
				waiting = waiting[:last]
			}
		}
	}
}

// pending stands for the digest of a piece that is being worked out. Only records whose events name each other in a circle meet it.
const pending = "?"

// unidentified is a piece whose digest is to be worked out, with the pile of its own record and the other one.
type unidentified struct {
	*piece
	own, other *pile
}

// identify gives the piece its digest, or the pieces that it names and that have to be identified before it, the last of them first.
func (one unidentified) identify() (names []unidentified) {
	if one.digest != "" && one.digest != pending {
		return nil
	}
	one.digest = pending
	resolved := one.event.referring(func(id string) string {
		there, from, to := one.own.byID[id], one.own, one.other
		if there == nil {
			there, from, to = one.other.byID[id], one.other, one.own
		}
		if there == nil || there == one.piece {
			return id
		}
		if one.refers == nil {
			one.refers = map[string]*piece{}
		}
		one.refers[id] = there
		if there.digest == "" {
			names = append(names, unidentified{there, from, to})
		}
		return "#" + there.digest
	})
	if len(names) > 0 {
		slices.Reverse(names)
		return names
	}
	resolved.ID, resolved.Person = "", ""
	src, err := resolved.stamped(stamp{}).MarshalJSON()
	if unread, ok := one.event.Body.(Unread); ok || err != nil {
		src = tidy(withMembers(unread.Raw, map[string]any{"id": "", "in": resolved.In, "noted": nil, "seq": nil, "person": nil}))
	}
	sum := sha256.Sum256(src)
	one.digest = hex.EncodeToString(sum[:])
	one.base = strings.TrimSuffix(one.event.ID, one.suffix())
	return nil
}

// tidy gives JSON without the white space that says nothing. What is no JSON stays as it is.
func tidy(src []byte) []byte {
	var compact bytes.Buffer
	if json.Compact(&compact, src) != nil {
		return src
	}
	return compact.Bytes()
}

// suffix is what a new id has behind the old one. It proves itself: only the event that it was made for has the digest.
func (one *piece) suffix() string { return "~" + one.digest[:12] }

// referring gives an event with the ids that it names replaced. An empty thread stays empty.
func (e Event) referring(id func(string) string) Event {
	if e.In != "" {
		e.In = id(e.In)
	}
	e.Body = referringBody(e.Body, id)
	return e
}
