package sdm

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// showing collects the items of one thread.
type showing struct{ thread ThreadEvidence }

func show(thread string) *showing { return &showing{ThreadEvidence{Thread: thread}} }

func (e *showing) add(id, asks string, shown Shown, because string, events ...string) {
	e.thread.Items = append(e.thread.Items, EvidenceItem{ID: id, Asks: asks, Shown: shown, Because: because, Events: present(events)})
}

// pass adds an item that is there or missing, with a reason for either.
func (e *showing) pass(id, asks string, there bool, because, otherwise string, events ...string) {
	if there {
		e.add(id, asks, Passed, because, events...)
	} else {
		e.add(id, asks, NotShown, otherwise, events...)
	}
}

// finding adds what a document found.
func (e *showing) finding(f policy.Finding, text string, events ...string) {
	item := EvidenceItem{ID: f.ID, Asks: text, Because: f.Because, Events: present(events), Finding: &f}
	switch f.State {
	case policy.NotApplicable:
		return
	case policy.Met:
		item.Shown = Passed
	case policy.NotMet:
		item.Shown = NotShown
		item.Because = "not so: " + f.Because
	default:
		item.Shown = NotKnown
		item.Because = "not known"
		if len(f.Missing) > 0 {
			item.Because += " without " + strings.Join(f.Missing, ", ")
		}
	}
	if item.Because == "" {
		item.Because = f.State.String()
	}
	e.thread.Items = append(e.thread.Items, item)
}

// nothing says that there is no thread at all: everything that is asked for is missing.
func nothing(because string, asks ...[2]string) []ThreadEvidence {
	s := show("")
	for _, a := range asks {
		s.add(a[0], a[1], NotShown, because)
	}
	return []ThreadEvidence{s.thread}
}

// present leaves out empty ids and repeats.
func present(ids []string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// eventsOf gives the events in which things were said.
func eventsOf[T any](all []Said[T]) []string {
	ids := make([]string, len(all))
	for i, s := range all {
		ids[i] = s.Event
	}
	return ids
}

// String prints the evidence for people, as text.
func (e Evidence) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", phrase.Spoken(e.Component), e.Shown())
	for _, t := range e.Threads {
		switch {
		case t.Declined:
			fmt.Fprintf(&b, "  %s: the person declined, which is their right\n", t.Thread)
		case t.Thread != "":
			fmt.Fprintf(&b, "  %s: %s\n", t.Thread, t.Shown())
		}
		for _, i := range t.Items {
			fmt.Fprintf(&b, "    %-7s  %s: %s", i.Shown, i.Asks, i.Because)
			if len(i.Events) > 0 {
				fmt.Fprintf(&b, " [%s]", strings.Join(i.Events, ", "))
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
