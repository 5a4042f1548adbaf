package sdm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// InError says that earlier events were entered in error, such as under a wrong day or in the record of the wrong person. They stay in the
// record, where everybody can see what was once written, and take no part in the story: what comes after is held against what stands
// without them. What rests on them stays too and is listed in Story.Untold. What is right instead is a new event.
//
// An InError may itself be entered in error; what it names then stands again. It belongs to no thread.
type InError struct {
	// Events are the ids of the events.
	Events []string `json:"events"`
	// Because says what is wrong with them.
	Because string `json:"because"`
}

// Kind is the word in_error.
func (InError) Kind() string { return "in_error" }

// Check says what is missing or cannot be.
func (i InError) Check() error {
	var f fault.Faults
	if len(i.Events) == 0 {
		f.Tell(nil, "events", "give their ids", "it does not name the events that were entered in error")
	}
	f.IDs(nil, "events", i.Events)
	f.Text(nil, "because", i.Because, "say what is wrong with them")
	return f.Err()
}

// Referring gives the same with other ids of events.
func (i InError) Referring(id func(string) string) interface {
	Kind() string
	Check() error
} {
	i.Events = mapped(i.Events, id)
	return i
}

// EnteredInError gives what says of an event that it was entered in error. ok is false where nothing does.
func (s *Story) EnteredInError(id string) (_ Said[InError], ok bool) {
	by, struck := s.known.struck[id]
	told := s.known.events[by]
	if !struck || told.word != (InError{}).Kind() || told.in == unreadThread {
		return Said[InError]{}, false
	}
	return s.InError[told.at], true
}

// inError lists what says of other events that they were entered in error. The teller leaves those out, and looks whether they are there.
func (s *Story) inError(e Event, i InError) error {
	if e.In != "" {
		return fault.In("in", "leave it out", "it belongs to no conversation or thread, and names its events itself")
	}
	s.note(e.ID, entry{word: i.Kind(), at: int32(len(s.InError))})
	s.InError = append(s.InError, said(i, e))
	return nil
}

// struckIn gives the events of a list that were entered in error, each with the id of the first event that stands and says so; nil where
// there are none. doubt tells that some may be, since the list has an event of that kind, whether or not it can be read.
func struckIn(events []Event) (struck map[string]string, doubt bool) {
	for _, e := range events {
		switch b := e.Body.(type) {
		case InError:
			return struckAmong(events), true
		case Unread:
			doubt = doubt || b.Word == InError{}.Kind()
		}
	}
	return nil, doubt
}

// struckAmong goes backwards, so that whatever says something of an event was itself looked at before.
func struckAmong(events []Event) map[string]string {
	places := make(map[string]int, len(events))
	for i, e := range events {
		if _, before := places[e.ID]; !before {
			places[e.ID] = i
		}
	}
	var struck map[string]string
	for i, e := range slices.Backward(events) {
		b, is := e.Body.(InError)
		if _, itself := struck[e.ID]; !is || itself || places[e.ID] != i {
			continue
		}
		for _, id := range b.Events {
			if at, there := places[id]; !there || at >= i {
				continue
			}
			if struck == nil {
				struck = map[string]string{}
			}
			struck[id] = e.ID
		}
	}
	return struck
}

// hidesAny reports whether any of these events is hidden from the reader, as a whole or in part.
func (f *redaction) hidesAny(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return f.hidden[id].all || f.hidden[id].part })
}

// noReason stands for a reason that the reader of a copy is not told.
const noReason = "withheld from this copy"

// withoutReason is an InError for a reader who may not see it, or not all that it is about: that something was entered in error is told to
// everybody who gets the record, and only the reason may speak of what it was.
func withoutReason(e Event, i InError) Event {
	i.Because = noReason
	return Event{ID: e.ID, On: e.On, By: Author{Role: e.By.Role}, Part: true, Noted: e.Noted, Seq: e.Seq, Body: i}
}

// namesEarlier asks that what an InError names is in the record.
func (t *teller) namesEarlier(i InError) error {
	var f fault.Faults
	for k, id := range i.Events {
		if _, there := t.places[id]; !there {
			f.Tell(nil, fmt.Sprintf("events[%d]", k), "name an event that comes before this one", "the record has no earlier event %.80q", id)
		}
	}
	return f.Err()
}

// restsOnError reports whether an event names something that cannot be told, and whether that is because of what was entered in error. It adds
// both to what is wrong with the event.
func (t *teller) restsOnError(e Event, wrong *error) (names, rests bool) {
	if t.story.known.struck == nil {
		return false, false
	}
	told := slices.Clone(fault.Of(*wrong))
	var ids []string
	e.referring(func(id string) string {
		by, struck := t.story.known.struck[id]
		inError, fell := t.fallen[id]
		rests = rests || struck || inError
		if !struck && !fell || len(ids) >= mostHinted || slices.Contains(ids, id) {
			return id
		}
		ids = append(ids, id)
		for i := range told {
			if strings.Contains(told[i].Says, strconv.Quote(id)) {
				told[i].Mend = "" // it would offer what is there, or ask for what is in the record
			}
		}
		switch {
		case struck:
			told.Tell(nil, "", "name what is right instead", "the event %.80q was entered in error, as event %.80q says", id, by)
		case inError:
			told.Tell(nil, "", "name what is right instead", "the event %.80q cannot be told, since it rests on what was entered in error", id)
		default:
			told.Tell(nil, "", "", "the event %.80q cannot be told either, since it does not fit what this record has", id)
		}
		return id
	})
	*wrong = told
	return len(ids) > 0, rests
}

// fell lists an event that cannot be told in a record in which something is in error; rests tells that it rests on that.
func (t *teller) fell(e Event, why error, rests bool) {
	if t.fallen == nil {
		t.fallen = map[string]bool{}
	}
	t.fallen[e.ID] = rests
	t.story.Untold = append(t.story.Untold, Untold{Event: e.ID, Why: why.Error()})
}
