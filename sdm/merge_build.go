package sdm

import (
	"errors"
	"fmt"
	"slices"
)

// build adds the pieces to a record in their order. What cannot stand there is kept as Unread.
func (m *merging) build(r Record) Record {
	slices.SortFunc(m.pieces, inOrder)
	m.built = make(map[*piece]Event, len(m.pieces))
	t := r.grown()
	defer t.mu.Unlock()
	t.teller.retells = true // what was withheld from one of the records may be needed
	for _, one := range m.pieces {
		e := one.event.stamped(one.place)
		err := m.add(t, e)
		if err != nil {
			t.keep(e.kept())
		}
		e = t.events[len(t.events)-1]
		m.built[one] = e
		if err != nil && one.stood {
			m.misfits = append(m.misfits, misfit(e, err))
		}
	}
	t.teller.retells = false
	return t.record()
}

// add adds an event that could be read.
func (m *merging) add(t *trunk, e Event) error {
	if _, unread := e.Body.(Unread); unread {
		return errUnread
	}
	return t.add(e)
}

var errUnread = errors.New("this version cannot read it")

// kept is an event as Unread.
func (e Event) kept() Event {
	if _, unread := e.Body.(Unread); unread {
		return e
	}
	return e.unread(e.raw())
}

// misfit tells of an event that cannot stand beside those of the other record.
func misfit(e Event, err error) Conflict {
	var wrong *EventFault
	if errors.As(err, &wrong) {
		err = wrong.Faults
	}
	return Conflict{
		Kind: Misfit, Thread: e.In, About: e.ID, Events: []Event{e},
		Why: fmt.Sprintf("event %s (%s) stood in its own record and cannot stand beside the events of the other: %v; it is kept, and takes no part in the story", e.ID, e.Body.Kind(), err),
	}
}
