package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

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

// Talk gives a conversation by its id.
func (s *Story) Talk(id string) (Talk, bool) {
	if e, ok := s.known.events[id]; ok && e.in == aTalk && e.opens {
		return s.Talks[e.at], true
	}
	return Talk{}, false
}

// in finds the conversation that an event belongs to, and notes the event.
func (s *Story) in(e Event) (*Talk, error) {
	at, err := s.threadOf(e, aTalk)
	if err != nil {
		return nil, err
	}
	t := &s.Talks[at]
	if e.On.Before(t.On) {
		return nil, because(ErrOrder, "on", "mend the day", "it is dated %s, before its conversation was opened on %s", e.On, t.On)
	}
	s.note(e.ID, entry{word: e.Body.Kind(), in: aTalk, at: int32(at)})
	return t, nil
}

func (s *Story) opened(e Event, o Opened) error {
	if e.In != "" {
		return fault.In("in", "leave it out", "it opens a conversation, and cannot belong to another (%.40q)", e.In)
	}
	s.note(e.ID, entry{word: o.Kind(), in: aTalk, at: int32(len(s.Talks)), opens: true})
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
	if err != nil {
		return err
	}
	key := [2]string{t.ID, w.Option}
	if _, before := s.known.through[key]; before {
		return nil
	}
	if s.known.through == nil {
		s.known.through = map[[2]string]string{}
	}
	s.known.through[key] = e.ID
	t.WentThrough = append(t.WentThrough, w.Option)
	return nil
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
		s.take(e, taken{option: d.Option, reasons: d.Reasons})
	}
	return err
}

func (s *Story) deferred(e Event, d Deferred) error {
	t, err := s.in(e)
	if err == nil {
		word := said(d, e)
		t.Decision, t.Deferred = nil, &word
		s.take(e, taken{reasons: d.Reasons, until: d.Until})
	}
	return err
}

// take keeps a decision or a deferral, since later events name it whatever is decided after it.
func (s *Story) take(e Event, d taken) {
	d.event, d.on, d.by, d.talk = e.ID, e.On, e.By, int(s.known.events[e.ID].at)
	s.known.decisions = append(s.known.decisions, d)
}
