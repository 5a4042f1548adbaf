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
	events := make([]Event, len(m.pieces))
	for i, one := range m.pieces {
		events[i] = one.event.stamped(one.place)
	}
	t := loading(r, events) // what was withheld from one of the records, or entered in error, may be needed
	for i, one := range m.pieces {
		e := events[i]
		err := m.add(t, e)
		if err != nil {
			t.keep(e.kept())
		}
		e = t.events[len(t.events)-1]
		m.built[one] = e
		if err != nil && one.stood && !one.untold {
			m.misfits = append(m.misfits, misfit(e, err))
		}
	}
	r = t.loaded()
	m.story = t.teller.story
	m.unfit()
	return r
}

// unfit tells which events were told in their own record and cannot be told beside those of the other.
func (m *merging) unfit() {
	why := make(map[string]string, len(m.story.Untold))
	for _, u := range m.story.Untold {
		why[u.Event] = u.Why
	}
	for _, one := range m.pieces {
		if reason, untold := why[one.event.ID]; untold && one.stood && !one.untold {
			m.misfits = append(m.misfits, misfit(m.built[one], errors.New(reason)))
		}
	}
}

// stands reports whether an event takes part in the story of the merged record.
func (m *merging) stands(e Event) bool {
	_, unread := e.Body.(Unread)
	_, struck := m.story.known.struck[e.ID]
	return !unread && !struck && !slices.ContainsFunc(m.story.Untold, func(u Untold) bool { return u.Event == e.ID })
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
