package plan

import (
	"errors"
	"maps"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// State is what the steps of one plan come to so far. The zero State is ready for the first step. It is not safe for concurrent use while
// steps are applied; reading it is.
type State struct {
	// Born is the person's day of birth, where it is known: no step may then name a day before it. Set it before the first step.
	Born day.Day

	history []moment
	events  map[string]bool
	known   map[string]sort // what each id names, over all versions
	agreed  []int           // places of the versions in history
	offer   int             // how many steps there were with the last offer; 0 for none
	live    map[string]sort // what the ids of the version in force name
}

// moment is a step with its event.
type moment struct {
	id   string
	on   day.Day
	step Step
}

// Entry is a step with the id and the day of its event.
type Entry[S Step] struct {
	ID   string  `json:"id"`
	On   day.Day `json:"on"`
	Step S       `json:"step"`
}

// ErrNoStep is returned for a step that is nil or none of Steps. Pointers to steps are none.
var ErrNoStep = errors.New("plan: this is no step of a plan; hand in a value of one of the types that Steps gives")

// Apply takes the next step. id is that of its event, and on its day. The error is ErrNoStep, or fault.Faults that name each field at fault;
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
	step.fits(s, &c)
	if len(c.faults) > 0 {
		return c.faults
	}
	s.take(moment{id, on, step}, c.ids)
	return nil
}

// take puts a step that fits into the state.
func (s *State) take(m moment, ids map[string]sort) {
	if s.events == nil {
		s.events, s.known = map[string]bool{}, map[string]sort{}
	}
	s.events[m.id] = true
	maps.Copy(s.known, ids)
	switch step := m.step.(type) {
	case Offered:
		s.offer = len(s.history) + 1
	case Agreed:
		s.agreed = append(s.agreed, len(s.history))
		s.live = ids
	case Shared:
		if step.Version == "" {
			step.Version = s.history[s.agreed[len(s.agreed)-1]].id
			m.step = step
		}
	}
	s.history = append(s.history, m)
}

// order reports an event that cannot be the next.
func (s *State) order(id string, on day.Day, c *checker) {
	switch {
	case fault.Blank(id):
		c.faults.Tell(nil, "id", "give the event an id", "the event has no id, so no later one could name it")
	case s.events[id]:
		c.faults.Tell(nil, "id", "give the event an id of its own", "the id %.40q is that of an earlier event of this plan", id)
	}
	switch {
	case on.IsZero():
		c.faults.Tell(nil, "on", "give the day on which it happened", "the event has no day")
	case on.Before(s.last().on):
		c.faults.Tell(nil, "on", "put the events in the order of their days", "%s lies before %s, the day of event %.40s before it", on, s.last().on, s.last().id)
	}
	if _, over := s.last().step.(Ended); over {
		c.faults.Tell(nil, "", "open a new plan", "the plan ended with event %.40s on %s", s.last().id, s.last().on)
	}
}

// last gives the last step; the zero moment where there is none.
func (s *State) last() moment {
	if len(s.history) == 0 {
		return moment{}
	}
	return s.history[len(s.history)-1]
}
