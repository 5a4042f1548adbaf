package sdm

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Story is what the events of a record come to: the state after the last of them. The same events give the same story.
type Story struct {
	// Talks are the conversations, in the order in which they were opened.
	Talks []Talk
	// Unread names events of a kind or form that this version does not know.
	Unread []string
}

// Talk is one conversation over one aid.
type Talk struct {
	// ID is the id of the event that opened it.
	ID      string
	Opened  Opened
	On      day.Day
	Matters []Said[Mattered]
	// WentThrough are the ids of the options gone through, in the order in which they first were.
	WentThrough []string
	Asked       []Said[Asked]
	// Decision is the decision that stands; nil where there is none, or where the last word is to decide later.
	Decision *Said[Decided]
	// Deferred is the last word where it is to decide later.
	Deferred *Said[Deferred]
}

// Said is something of the record with who said it, and when.
type Said[T any] struct {
	What T
	By   Author
	On   day.Day
	// Event is the id of its event.
	Event string
}

func said[T any](what T, e Event) Said[T] {
	return Said[T]{What: what, By: e.By, On: e.On, Event: e.ID}
}

// Talk gives a conversation by its id.
func (s *Story) Talk(id string) (Talk, bool) {
	if t := s.talk(id); t != nil {
		return *t, true
	}
	return Talk{}, false
}

func (s *Story) talk(id string) *Talk {
	for i := range s.Talks {
		if s.Talks[i].ID == id {
			return &s.Talks[i]
		}
	}
	return nil
}

// in finds the conversation that an event belongs to.
func (s *Story) in(e Event) (*Talk, error) {
	t := s.talk(e.In)
	switch {
	case e.In == "":
		return nil, fmt.Errorf("it belongs to no conversation: `in` is empty")
	case t == nil:
		return nil, fmt.Errorf("it belongs to the conversation %q, which was not opened before it", e.In)
	case e.On.Before(t.On):
		return nil, fmt.Errorf("it is dated %s, before its conversation was opened on %s", e.On, t.On)
	}
	return t, nil
}

func (s *Story) opened(e Event, o Opened) error {
	if e.In != "" {
		return fmt.Errorf("it opens a conversation, and cannot belong to another (%q)", e.In)
	}
	s.Talks = append(s.Talks, Talk{ID: e.ID, Opened: o, On: e.On})
	return nil
}

func (s *Story) mattered(e Event, m Mattered) error {
	t, err := s.in(e)
	if err != nil {
		return err
	}
	if m.Value != "" { // the last word on a value stands
		t.Matters = slices.DeleteFunc(t.Matters, func(old Said[Mattered]) bool { return old.What.Value == m.Value })
	}
	t.Matters = append(t.Matters, said(m, e))
	return nil
}

func (s *Story) wentThrough(e Event, w WentThrough) error {
	t, err := s.in(e)
	if err == nil && !slices.Contains(t.WentThrough, w.Option) {
		t.WentThrough = append(t.WentThrough, w.Option)
	}
	return err
}

func (s *Story) asked(e Event, a Asked) error {
	t, err := s.in(e)
	if err == nil {
		t.Asked = append(t.Asked, said(a, e))
	}
	return err
}

func (s *Story) decided(e Event, d Decided) error {
	t, err := s.in(e)
	if err == nil {
		word := said(d, e)
		t.Decision, t.Deferred = &word, nil
	}
	return err
}

func (s *Story) deferred(e Event, d Deferred) error {
	t, err := s.in(e)
	if err == nil {
		word := said(d, e)
		t.Decision, t.Deferred = nil, &word
	}
	return err
}
