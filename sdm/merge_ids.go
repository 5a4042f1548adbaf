package sdm

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// name is what makes an event the same in both records.
type name struct{ base, digest string }

// unite puts the pieces of both records into one list, each event once.
func (m *merging) unite(left, right *pile) {
	left.identify(right)
	right.identify(left)
	all := make(map[name]*piece, len(left.pieces)+len(right.pieces))
	for _, one := range slices.Concat(left.pieces, right.pieces) {
		key := name{one.base, one.digest}
		same, there := all[key]
		if !there {
			one.as = one
			all[key] = one
			m.pieces = append(m.pieces, one)
			continue
		}
		one.as = same
		same.event = settled(same.event, one.event, one.base)
		same.sides |= one.sides
		same.ids = append(same.ids, one.ids...)
		same.stood = same.stood || one.stood
		same.untold = same.untold || one.untold
		if one.place.compare(same.place) < 0 {
			same.place = one.place
		}
	}
}

// settled gives the one of two events that say the same which the merged record writes. It matters for events that could not be read: they are
// written as they came, and may have come with their members in another order, twice, or with bytes that are no text.
func settled(a, b Event, base string) Event {
	one, unread := a.withID(base).Body.(Unread)
	other, both := b.withID(base).Body.(Unread)
	if unread && both && cmp.Or(bytes.Compare(tidy(other.Raw), tidy(one.Raw)), cmp.Compare(b.ID, a.ID)) < 0 {
		return b
	}
	return a
}

// settleIDs gives new ids where different events have one, and makes what names them follow.
func (m *merging) settleIDs() {
	holders := make(map[string]*piece, len(m.pieces))
	ids := map[string][]*piece{} // those that more than one event has
	for _, one := range m.pieces {
		if one.base == "" {
			continue
		}
		holder, held := holders[one.base]
		switch {
		case !held:
			holders[one.base] = one
		case ids[one.base] == nil:
			ids[one.base] = []*piece{holder, one}
		default:
			ids[one.base] = append(ids[one.base], one)
		}
		one.event = one.event.withID(one.base)
	}
	contested := slices.Sorted(maps.Keys(ids))
	for _, id := range contested {
		rivals := ids[id]
		slices.SortFunc(rivals, func(a, b *piece) int {
			return cmp.Or(a.event.On.Compare(b.event.On), cmp.Compare(a.digest, b.digest))
		})
		for _, one := range rivals[1:] {
			one.event = one.event.withID(id + one.suffix())
		}
	}
	for _, one := range m.pieces {
		if len(one.refers) == 0 {
			continue
		}
		one.event = one.event.referring(func(id string) string {
			if there, ok := one.refers[id]; ok {
				return there.as.event.ID
			}
			return id
		})
	}
	for _, id := range contested {
		if one, ok := m.contest(id, ids[id]); ok {
			m.sameID = append(m.sameID, one)
		}
	}
}

// contest tells of different events with one id. Where nothing gets a new id, it was told when they first met.
func (m *merging) contest(id string, rivals []*piece) (Conflict, bool) {
	fresh := false
	c := Conflict{
		Kind: SameID, Thread: rivals[0].event.In, About: id,
		Why: fmt.Sprintf("%d events that say different things had the id %.40q; the earlier keeps it, and what followed from the others follows their new ids", len(rivals), id),
	}
	for _, one := range rivals {
		fresh = fresh || slices.ContainsFunc(one.ids, func(was string) bool { return was != one.event.ID })
		c.Events = append(c.Events, one.event.stamped(one.place))
	}
	return c, fresh
}

// withID gives the event another id, also where it could not be read.
func (e Event) withID(id string) Event {
	if e.ID == id {
		return e
	}
	if unread, ok := e.Body.(Unread); ok {
		unread.Raw = withMembers(unread.Raw, map[string]any{"id": id})
		e.Body = unread
	}
	e.ID = id
	return e
}

// raw is the JSON of an event with its place, as it is kept where it cannot stand.
func (e Event) raw() json.RawMessage {
	src, err := e.MarshalJSON()
	if err != nil {
		return nil
	}
	return src
}
