package sdm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// naming looks up what a body names, and collects what the record does not have. Something that stands in an event which is withheld or
// cannot be read counts as there: nobody can say that it is not.
type naming struct {
	story  *Story
	faults fault.Faults
}

func (s *Story) naming() *naming { return &naming{story: s} }

func (n *naming) err() error { return n.faults.Err() }

// event asks that an id, unless it is empty, is that of an event of one of some kinds. field leads to it, with its arguments.
func (n *naming) event(id string, kinds []RefKind, field string, args ...any) {
	if id == "" || n.hasEvent(id, kinds) {
		return
	}
	n.missing(fmt.Sprintf(field, args...), id, kinds)
}

func (n *naming) events(ids []string, kinds []RefKind, field string, args ...any) {
	for i, id := range ids {
		if !n.hasEvent(id, kinds) {
			n.missing(fmt.Sprintf(field, args...)+fmt.Sprintf("[%d]", i), id, kinds)
		}
	}
}

func (n *naming) hasEvent(id string, kinds []RefKind) bool {
	found, there := n.story.known.events[id]
	return there && (found.in == unreadThread || slices.Contains(kinds, found.is()))
}

// parts asks that ids are those of parts of a kind of some plan of the record.
func (n *naming) parts(ids []string, kind RefKind, field string, args ...any) {
	for i, id := range ids {
		if !n.hasPart(id, kind) {
			n.missing(fmt.Sprintf(field, args...)+fmt.Sprintf("[%d]", i), id, []RefKind{kind})
		}
	}
}

func (n *naming) part(id string, kind RefKind, field string, args ...any) {
	if !n.hasPart(id, kind) {
		n.missing(fmt.Sprintf(field, args...), id, []RefKind{kind})
	}
}

func (n *naming) hasPart(id string, kind RefKind) bool {
	at, there := n.story.known.parts[id]
	return there && n.story.known.partList[at].ref.Kind == kind || !there && n.story.known.planUnread
}

// within asks that entry i of what a score is for, which has its id only in a thread, is there.
func (n *naming) within(r Ref, i int) {
	s, of, here := n.story, aSupport, fault.Item("for", i)
	if r.Kind == RefLine {
		of = aBudget
	}
	thread, there := s.known.events[r.In]
	if thread.in == unreadThread || s.known.holes[r.In] {
		return
	}
	opened, is := there && thread.in == of && thread.opens, s.known.lines[r]
	if opened && of == aSupport {
		_, is = s.Support[thread.at].State.Of(r.ID)
	}
	switch {
	case opened && is:
		return
	case len(n.faults) >= mostHinted:
		n.faults.Tell(&here, "", "", "the record has no %s", r)
		return
	case !opened:
		n.faults.Tell(&here, "in", s.near(r.In, func(e entry) bool { return e.in == of && e.opens }), "%s", s.absent(r.In, "what opens "+article(threadWords[of].name)))
		return
	}
	var ids []string
	if of == aSupport {
		for _, p := range s.Support[thread.at].State.Progress() {
			ids = append(ids, p.Offer)
		}
	}
	for line := range s.known.lines {
		if of == aBudget && line.In == r.In {
			ids = append(ids, line.ID)
		}
	}
	slices.Sort(ids)
	n.faults.Tell(&here, "id", s.thereIs(r.ID, ids), "the %s %q has no %s %q", threadWords[of].name, r.In, r.Kind, r.ID)
}

// plan asks that an id, unless it is empty, is that of an event of a plan.
func (n *naming) plan(id, field string) {
	found, there := n.story.known.events[id]
	if id == "" || there && (found.in == aPlan || found.in == unreadThread) {
		return
	}
	n.faults.Tell(nil, field, n.story.near(id, func(e entry) bool { return e.in == aPlan && e.opens }), "%s", n.story.absent(id, "a plan"))
}

// The kinds of event that can be named.
var (
	decisionKinds = []RefKind{RefDecision}
	scoreKinds    = []RefKind{RefScore, RefAssessment}
)

// missing reports an id that names nothing, or something else.
func (n *naming) missing(field, id string, kinds []RefKind) {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = k.String()
	}
	what, s := strings.Join(words, " or "), n.story
	if len(n.faults) >= mostHinted {
		n.faults.Tell(nil, field, "", "the record has no %s %q", what, id)
		return
	}
	var says, mend string
	if isPart(kinds[0]) {
		says = fmt.Sprintf("no plan of the record has the %s %q", what, id)
		if at, there := s.known.parts[id]; there {
			says += ", which is " + article(string(s.known.partList[at].ref.Kind))
		}
		var ids []string
		for _, p := range s.known.partList {
			if p.ref.Kind == kinds[0] {
				ids = append(ids, p.ref.ID)
			}
		}
		mend = s.thereIs(id, ids)
	} else {
		says = s.absent(id, article(what))
		mend = s.near(id, func(e entry) bool {
			return slices.Contains(kinds, e.is()) && (e.opens || e.in == noThread || e.in == aTalk)
		})
	}
	n.faults.Tell(nil, field, mend, "%s", says)
}

func isPart(k RefKind) bool { return k == RefNeed || k == RefGoal || k == RefOutcome || k == RefAction }

// absent says that an event is not there, or is something else.
func (s *Story) absent(id, what string) string {
	if e, there := s.known.events[id]; there {
		return fmt.Sprintf("the event %q is %s and not %s", id, e.word, what)
	}
	return fmt.Sprintf("no earlier event %q is %s", id, what)
}

// near offers the events that could be meant, of those that are what fits. Among very many nobody looks, or a record in which every event has a
// fault would take hours.
func (s *Story) near(id string, fits func(entry) bool) string {
	if n := len(s.known.events); n > diag.MostSearched {
		return fmt.Sprintf("look it up among the %d events that there are", n)
	}
	var ids []string
	for of, what := range s.known.events {
		if fits(what) {
			ids = append(ids, of)
		}
	}
	slices.Sort(ids)
	return s.thereIs(id, ids)
}

// mostHinted is up to how many references of one event it is looked up what could be meant.
const mostHinted = 20

// thereIs says what the record has instead of an id. Of a copy with gaps nobody can say that nothing was recorded.
func (s *Story) thereIs(id string, ids []string) string {
	if len(ids) == 0 && s.gaps() {
		return "this copy shows none, so leave the reference out"
	}
	return thereIs(id, ids)
}

// mostNamed is how many ids a message lists.
const mostNamed = 8

// thereIs says what is there instead of an id.
func thereIs(id string, ids []string) string {
	if near := diag.Nearest(id, ids); near != "" {
		return "did you mean " + near + "?"
	}
	switch {
	case len(ids) == 0:
		return "there is none yet, so record it first or leave the reference out"
	case len(ids) > mostNamed:
		return fmt.Sprintf("there are %s and %d more", strings.Join(ids[:mostNamed], ", "), len(ids)-mostNamed)
	}
	return "there is " + strings.Join(ids, ", ")
}

// article puts a or an before words.
func article(words string) string {
	if words != "" && strings.ContainsRune("aeiou", rune(words[0])) {
		return "an " + words
	}
	return "a " + words
}
