package sdm

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// index finds what events and parts of plans are, so that a reference costs the same however long the record is.
type index struct {
	events map[string]entry
	parts  map[string]int // places in partList, by id
	// partList are the needs, goals, outcomes and actions of all plans, each as the last version with it has it, in the order in which
	// they first came.
	partList []part
	// lines are all lines that a budget ever had.
	lines map[Ref]bool
	// paid says in which event money of a budget was first paid out, by the id of the budget.
	paid map[string]string
	// decisions are all decisions and deferrals; a Talk has only the last.
	decisions []taken
	// through says in which event an option was first gone through, by talk and option.
	through map[[2]string]string
	// struck says of events that were entered in error which event says so; nil where none was.
	struck map[string]string
	// planUnread tells that a plan event could not be read, or not all of it, so that nobody knows all parts of plans.
	planUnread bool
	// holes are the threads, by id, of which nobody knows what fits into them, since something that decides it is withheld.
	holes map[string]bool
}

// entry is one event. There is one for each, so it is small.
type entry struct {
	// word is its kind.
	word string
	// in is the component of the thread that it belongs to or opens, and at the place of the thread; of what belongs to no thread,
	// at is its own place in its list.
	at    int32
	in    component
	opens bool
}

// is says what the event is to a chain of identifiers; empty where it is nothing there.
func (e entry) is() RefKind {
	switch {
	case e.in == unreadThread:
		return ""
	case e.opens:
		return threadWords[e.in].is
	}
	switch e.word {
	case "decided", "deferred":
		return RefDecision
	case "scored":
		return RefScore
	case "activation_assessed":
		return RefAssessment
	case "plan_reviewed", "budget_reviewed":
		return RefReview
	}
	return ""
}

// component says which threads of the story are meant.
type component uint8

const (
	noThread component = iota
	aTalk
	aChoice
	aCommunity
	aSupport
	aPlan
	aBudget
	unreadThread
)

// threadWords name the threads, say which kinds of event open one, and what the id of that event then names.
var threadWords = [...]struct {
	name, opener string
	is           RefKind
}{
	aTalk:      {"conversation", "opened", ""},
	aChoice:    {"referral with a choice", "choice_referred", RefChoice},
	aCommunity: {"community referral", "community_offered or community_referred", RefCommunity},
	aSupport:   {"thread of support", "support_offered", ""},
	aPlan:      {"plan", "plan_offered, plan_told, plan_stage or plan_agreed", ""},
	aBudget:    {"budget", "budget_requested", ""},
}

// part is a need, goal, outcome or action of a plan.
type part struct {
	ref   Ref
	event string
	on    day.Day
	plan  int // the place of the plan in Story.Plans
	// under is the need of a goal, or the goal of an action.
	under  string
	text   string
	goal   *plan.Goal
	action *plan.Action
}

// taken is a decision, or the decision not to decide yet.
type taken struct {
	event string
	on    day.Day
	by    Author
	talk  int
	// option is empty for a deferral.
	option  string
	reasons []string
	until   string
}

// note keeps what an event is.
func (s *Story) note(id string, e entry) {
	if s.known.events == nil {
		s.known.events = map[string]entry{}
	}
	s.known.events[id] = e
}

// threadOf finds the thread that an event says it belongs to.
func (s *Story) threadOf(e Event, of component) (int, error) {
	found, there := s.known.events[e.In]
	word := threadWords[of]
	switch {
	case e.In == "":
		return 0, fault.In("in", "name the event that opened it, which is "+word.opener, "it is empty, so this belongs to no %s", word.name)
	case !there:
		return 0, fault.In("in", s.near(e.In, func(o entry) bool { return o.opens && o.in == of }), "it belongs to the %s %q, which was not opened before it", word.name, e.In)
	case !found.opens || found.in != of:
		return 0, fault.In("in", "name the event that opened it, which is "+word.opener, "it belongs to the %s %q, which was not opened before it: the event %s is %s",
			word.name, e.In, e.In, found.word)
	}
	return int(found.at), nil
}

// opening is a thread that begins, in one piece: most have few events.
type opening[S any] struct {
	state  S
	events [4]string
}

// open opens a thread with the first event of it that can be seen.
func open[S any](s *Story, list *[]Thread[S], of component, e Event, apply func(*S) error) error {
	first := new(opening[S])
	if err := apply(&first.state); err != nil {
		if e.In != "" {
			return err
		}
		return append(fault.Of(err), fault.Fault{Field: "in", Says: "it is empty, so this would open a " + threadWords[of].name, Mend: "name the event that opened it, if it belongs to one"})
	}
	at := int32(len(*list))
	if e.In != "" {
		s.note(e.In, entry{word: Withheld{}.Kind(), in: of, at: at, opens: true})
	}
	s.note(e.ID, entry{word: e.Body.Kind(), in: of, at: at, opens: e.In == ""})
	*list = append(*list, Thread[S]{ID: threadOf(e), On: e.On, By: e.By, State: &first.state, Events: append(first.events[:0], e.ID)})
	return nil
}

// step adds a step to the thread that its event belongs to, or opens one with it.
func step[S any](s *Story, list *[]Thread[S], of component, e Event, apply func(*S) error) error {
	if e.In == "" || s.hiddenOpener(e.In, of) {
		return open(s, list, of, e, apply)
	}
	at, err := s.threadOf(e, of)
	if err != nil {
		return err
	}
	t := &(*list)[at]
	if err := apply(t.State); err != nil {
		return err
	}
	s.note(e.ID, entry{word: e.Body.Kind(), in: of, at: int32(at)})
	t.Events = append(t.Events, e.ID)
	return nil
}
