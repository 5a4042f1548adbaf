package sdm

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Withheld stands in a copy of the record for an event that its reader may not see. It keeps the event's id, day and thread, so that
// nothing that refers to it breaks, and nothing of what the event says. It takes no part in the story but to be counted.
type Withheld struct {
	// Was is the kind of the event; empty where even that is withheld.
	Was string `json:"was,omitempty"`
}

// Kind is the word withheld.
func (Withheld) Kind() string { return "withheld" }

// Check finds nothing: there is nothing to be judged.
func (Withheld) Check() error { return nil }

// Redaction is what a story says of a copy of a record from which something is withheld.
type Redaction struct {
	// Withheld are the events of which the reader sees only that they are there, and Parts those of which something is left out.
	Withheld []Said[Withheld]
	Parts    []string
	// Untold are events that the reader may see, but that cannot be told without what is withheld, such as the steps of a referral after
	// one that they may not see: nobody can say whether they fit before Merge puts them into the whole record. Events that rest on what was
	// entered in error are among them too.
	Untold []Untold
}

// Untold is an event that cannot be told without what is withheld, or was entered in error.
type Untold struct {
	// Event is its id.
	Event string
	// Why says what is missing.
	Why string
}

// withheld counts an event that the reader may not see. As with one that cannot be read, nothing that names it is refused.
func (s *Story) withheld(e Event, w Withheld) error {
	s.note(e.ID, entry{word: w.Kind(), in: unreadThread, at: int32(len(s.Withheld)), opens: e.In == ""})
	s.gap(e, w.Was)
	s.Withheld = append(s.Withheld, said(w, e))
	return nil
}

// seenBy changes nothing in the story: who may see an event is looked up in the record.
func (s *Story) seenBy(e Event, v SeenBy) error {
	for i, id := range v.Events {
		if _, struck := s.known.struck[id]; struck {
			continue
		}
		if _, there := s.known.events[id]; !there {
			return fault.In(fmt.Sprintf("events[%d]", i), "name an event that comes before this one", "%s", s.absent(id, "an event whose audience can change"))
		}
	}
	s.note(e.ID, entry{word: v.Kind()})
	return nil
}
