package plan

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

func (o Offered) fits(*State, *checker) {}

func (r Reached) fits(*State, *checker) {}

func (t Told) fits(s *State, c *checker) { s.replacements(c) }

func (a Agreed) fits(s *State, c *checker) {
	s.replacements(c)
	s.supersedes(a.Supersedes, c)
	if offer, there := s.Offer(); there && offer.Step.Status == Declined {
		c.faults.Tell(nil, "", "record plan_offered with the status accepted first, or leave the version out",
			"the person declined a plan on %s (event %.40s), and said nothing else since", offer.On, offer.ID)
	}
}

func (r Reviewed) fits(s *State, c *checker) {
	s.replacements(c)
	version, there := s.Latest()
	if !there {
		c.faults.Tell(nil, "", "record plan_agreed first", "nothing has been agreed yet that could be reviewed")
		return
	}
	for i, g := range r.Goals {
		if s.live[g.Goal] != aGoal && g.Goal != "" {
			here := fault.Item("goals", i)
			c.faults.Tell(&here, "goal", "name a goal of the current version", "there is no goal %.40q in version %.40s", g.Goal, version.ID)
		}
	}
	for i, a := range r.Actions {
		if s.live[a.Action] != anAction && a.Action != "" {
			here := fault.Item("actions", i)
			c.faults.Tell(&here, "action", "name an action of the current version", "there is no action %.40q in version %.40s", a.Action, version.ID)
		}
	}
}

func (h Shared) fits(s *State, c *checker) {
	if len(s.agreed) == 0 {
		c.faults.Tell(nil, "", "record plan_agreed first", "there is no version yet that could be shared")
		return
	}
	version, there := s.version(h.Version)
	if !there {
		c.faults.Tell(nil, "version", "name an event with a version, or leave it out for the current one", "there is no version %.40q", h.Version)
		return
	}
	for i, reader := range h.With {
		if reader != "" && !version.Step.SharedWith(reader) {
			here := fault.Item("with", i)
			c.faults.Tell(&here, "", "agree a version that is shared with them first", "version %.40s is not shared with %.40q, so nobody allowed it", version.ID, reader)
		}
	}
}

func (n Ended) fits(s *State, c *checker) {
	if len(s.history) == 0 {
		c.faults.Tell(nil, "", "record how the plan began first", "nothing has begun that could end")
	}
}

// version finds a version by the id of its event; the latest for an empty id.
func (s *State) version(id string) (Entry[Agreed], bool) {
	for i := len(s.agreed) - 1; i >= 0; i-- {
		if place := s.agreed[i]; id == "" || s.history[place].id == id {
			return at[Agreed](s, place)
		}
	}
	return Entry[Agreed]{}, false
}

// supersedes reports a version that does not take the place of the one before it.
func (s *State) supersedes(earlier string, c *checker) {
	current, there := s.Latest()
	switch _, before := s.version(earlier); {
	case !there && earlier == "", there && earlier == current.ID:
	case !there:
		c.faults.Tell(nil, "supersedes", "leave it out for the first version", "there is no earlier version %.40q", earlier)
	case earlier == "":
		c.faults.Tell(nil, "supersedes", "name "+current.ID, "version %.40s of %s is in force, and this one does not say that it takes its place", current.ID, current.On)
	case !before:
		c.faults.Tell(nil, "supersedes", "name "+current.ID, "there is no earlier version %.40q", earlier)
	default:
		c.faults.Tell(nil, "supersedes", "name "+current.ID+", and see what it changed", "version %.40s has already been superseded; %.40s is in force", earlier, current.ID)
	}
}

// replacements reports statements that take the place of one that was never made.
func (s *State) replacements(c *checker) {
	circles := c.circles()
	for _, r := range c.replaced {
		switch {
		case r.id == r.by:
			c.faults.Add(fault.Fault{Field: r.field, Says: "a statement cannot take its own place", Mend: "name the earlier statement, or leave it out"})
		case circles[r.by]:
			c.faults.Add(fault.Fault{Field: r.field, Says: fmt.Sprintf("%.40q and this one take each other's place, so that neither would hold", r.id), Mend: "give the one that holds now an id of its own"})
		case s.known[r.id] != aStatement && c.ids[r.id] != aStatement:
			c.faults.Add(fault.Fault{Field: r.field, Says: fmt.Sprintf("there is no earlier statement %.40q", r.id), Mend: "name the statement that it puts right, or leave it out"})
		}
	}
}

// circles gives the ids of the statements of a step that take each other's place in a circle.
func (c *checker) circles() map[string]bool {
	if len(c.replaced) < 2 {
		return nil
	}
	next, walks, circles := map[string]string{}, map[string]int{}, map[string]bool{}
	for _, r := range c.replaced {
		if r.by != "" {
			next[r.by] = r.id
		}
	}
	for i, r := range c.replaced {
		at, walk := r.by, i+1
		for ; at != "" && walks[at] == 0; at = next[at] {
			walks[at] = walk
		}
		for ; at != "" && walks[at] == walk && !circles[at]; at = next[at] {
			circles[at] = true
		}
	}
	return circles
}
