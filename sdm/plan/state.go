package plan

import (
	"errors"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// State is what the steps of one plan come to so far. The zero State is ready for the first step. It is not safe for concurrent use while
// steps are applied; reading it is.
type State struct {
	// Born is the person's day of birth, where it is known: no step may then name a day before it. Set it before the first step.
	Born day.Day

	last     dated
	events   map[string]bool
	known    map[string]sort // what each id names, over all versions
	offers   []Entry[Offered]
	told     []Entry[Told]
	stages   []Entry[Reached]
	versions []Entry[Agreed]
	version  map[string]int // places in versions, by id
	reviews  []Entry[Reviewed]
	since    int // how many reviews came before the current version
	shared   []Entry[Shared]
	ended    []Entry[Ended] // none or one
	goals    map[string]found[GoalReviewed]
	actions  map[string]found[ActionReviewed]
}

// Entry is a step with the id and the day of its event.
type Entry[S Step] struct {
	ID   string  `json:"id"`
	On   day.Day `json:"on"`
	Step S       `json:"step"`
}

// found is what the reviews of the current version found of one goal or action, and which found it last.
type found[R any] struct {
	is     R
	review string
	on     day.Day
}

// dated is the event of a step.
type dated struct {
	id string
	on day.Day
}

// ErrNoStep is returned for a step that is nil or none of Steps. Pointers to steps are none.
var ErrNoStep = errors.New("plan: this is no step of a plan; hand in a value of one of the types that Steps gives")

// Apply takes the next step. id is that of its event, and on its day. The error is ErrNoStep, or Faults that name each field at fault;
// the state is then unchanged. Apply checks the step itself too. It takes time in proportion to the step, whatever came before.
func (s *State) Apply(id string, on day.Day, step Step) error {
	switch step.(type) {
	case Offered, Told, Reached, Agreed, Reviewed, Shared, Ended:
	default:
		return ErrNoStep
	}
	c := checker{on: on, born: s.Born, known: s.known}
	s.order(id, on, &c)
	step.check(&c)
	e := dated{id, on}
	step.apply(s, e, &c)
	if len(c.faults) > 0 {
		return c.faults
	}
	if s.events == nil {
		s.events = map[string]bool{}
	}
	s.events[id] = true
	s.last = e
	return nil
}

// order reports an event that cannot be the next.
func (s *State) order(id string, on day.Day, c *checker) {
	switch {
	case empty(id):
		c.report(nil, "id", "give the event an id", "the event has no id, so no later one could name it")
	case s.events[id]:
		c.report(nil, "id", "give the event an id of its own", "the id %.40q is that of an earlier event of this plan", id)
	}
	switch {
	case on.IsZero():
		c.report(nil, "on", "give the day on which it happened", "the event has no day")
	case on.Before(s.last.on):
		c.report(nil, "on", "put the events in the order of their days", "%s lies before %s, the day of event %.40s before it", on, s.last.on, s.last.id)
	}
	if len(s.ended) > 0 {
		c.report(nil, "", "open a new plan", "the plan ended with event %.40s on %s", s.ended[0].ID, s.ended[0].On)
	}
}

// Offers gives the offers in their order.
func (s *State) Offers() []Entry[Offered] { return slices.Clone(s.offers) }

// Tellings gives what was told beside the plan, in order.
func (s *State) Tellings() []Entry[Told] { return slices.Clone(s.told) }

// Stages gives the stages that were reached, in order; planning may come back to an earlier one.
func (s *State) Stages() []Entry[Reached] { return slices.Clone(s.stages) }

// Versions gives the versions in the order in which they were agreed.
func (s *State) Versions() []Entry[Agreed] { return slices.Clone(s.versions) }

// Reviews gives the reviews in their order.
func (s *State) Reviews() []Entry[Reviewed] { return slices.Clone(s.reviews) }

// Sharings tells who was given copies, in order.
func (s *State) Sharings() []Entry[Shared] { return slices.Clone(s.shared) }

// Current gives the version that is in force; ok is false where none was agreed, or the plan has ended.
func (s *State) Current() (current Entry[Agreed], ok bool) {
	if len(s.versions) == 0 || len(s.ended) > 0 {
		return current, false
	}
	return s.versions[len(s.versions)-1], true
}

// Ended tells how the plan ended; ok is false where it has not.
func (s *State) Ended() (end Entry[Ended], ok bool) {
	if len(s.ended) == 0 {
		return end, false
	}
	return s.ended[0], true
}

// Offer gives the last offer; ok is false where none was recorded, which does not mean that there was none.
func (s *State) Offer() (last Entry[Offered], ok bool) {
	if len(s.offers) == 0 {
		return last, false
	}
	return s.offers[len(s.offers)-1], true
}

// Stage gives the stage that was reached last; ok is false where none was recorded.
func (s *State) Stage() (last Entry[Reached], ok bool) {
	if len(s.stages) == 0 {
		return last, false
	}
	return s.stages[len(s.stages)-1], true
}
