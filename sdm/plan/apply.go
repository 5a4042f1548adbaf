package plan

import (
	"maps"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Each apply first reports what does not fit to the steps before it, and changes the state only where nothing was reported at all.

func (o Offered) apply(s *State, e dated, c *checker) {
	if len(c.faults) == 0 {
		s.offers = append(s.offers, Entry[Offered]{e.id, e.on, o})
	}
}

func (r Reached) apply(s *State, e dated, c *checker) {
	if len(c.faults) == 0 {
		s.stages = append(s.stages, Entry[Reached]{e.id, e.on, r})
	}
}

func (t Told) apply(s *State, e dated, c *checker) {
	s.replacements(c)
	if len(c.faults) == 0 {
		s.remember(c.ids)
		s.told = append(s.told, Entry[Told]{e.id, e.on, t})
	}
}

func (a Agreed) apply(s *State, e dated, c *checker) {
	s.replacements(c)
	s.supersedes(a.Supersedes, c)
	if n := len(s.offers); n > 0 && s.offers[n-1].Step.Status == Declined {
		c.report(nil, "", "record plan_offered with the status accepted first, or leave the version out",
			"the person declined a plan on %s (event %.40s), and said nothing else since", s.offers[n-1].On, s.offers[n-1].ID)
	}
	if len(c.faults) > 0 {
		return
	}
	s.remember(c.ids)
	if s.version == nil {
		s.version = map[string]int{}
	}
	s.version[e.id] = len(s.versions)
	s.versions = append(s.versions, Entry[Agreed]{e.id, e.on, a})
	s.since = len(s.reviews)
	s.goals, s.actions = map[string]found[GoalReviewed]{}, map[string]found[ActionReviewed]{}
	for _, need := range a.Needs {
		for _, g := range need.Goals {
			s.goals[g.ID] = found[GoalReviewed]{}
			for _, action := range g.Actions {
				s.actions[action.ID] = found[ActionReviewed]{}
			}
		}
	}
}

// supersedes reports a version that does not take the place of the one before it.
func (s *State) supersedes(earlier string, c *checker) {
	if len(s.versions) == 0 {
		if earlier != "" {
			c.report(nil, "supersedes", "leave it out for the first version", "there is no earlier version %.40q", earlier)
		}
		return
	}
	current := s.versions[len(s.versions)-1]
	_, there := s.version[earlier]
	switch {
	case earlier == current.ID:
	case earlier == "":
		c.report(nil, "supersedes", "name "+current.ID, "version %.40s of %s is in force, and this one does not say that it takes its place", current.ID, current.On)
	case !there:
		c.report(nil, "supersedes", "name "+current.ID, "there is no earlier version %.40q", earlier)
	default:
		c.report(nil, "supersedes", "name "+current.ID+", and see what it changed", "version %.40s has already been superseded; %.40s is in force", earlier, current.ID)
	}
}

// replacements reports statements that take the place of one that was never made.
func (s *State) replacements(c *checker) {
	for _, r := range c.replaced {
		if s.known[r.id] != aStatement && c.ids[r.id] != aStatement {
			c.faults = append(c.faults, Fault{r.field, "there is no earlier statement " + quoted(r.id), "name the statement that it puts right, or leave it out"})
		}
	}
}

// remember keeps what ids name.
func (s *State) remember(ids map[string]sort) {
	if s.known == nil {
		s.known = map[string]sort{}
	}
	maps.Copy(s.known, ids)
}

func (r Reviewed) apply(s *State, e dated, c *checker) {
	if len(s.versions) == 0 {
		c.report(nil, "", "record plan_agreed first", "nothing has been agreed yet that could be reviewed")
		return
	}
	s.replacements(c)
	for i, g := range r.Goals {
		if _, there := s.goals[g.Goal]; !there {
			here := (*place)(nil).at("goals", i)
			c.report(&here, "goal", "name a goal of the current version", "there is no goal %.40q in version %.40s", g.Goal, s.versions[len(s.versions)-1].ID)
		}
	}
	for i, a := range r.Actions {
		if _, there := s.actions[a.Action]; !there {
			here := (*place)(nil).at("actions", i)
			c.report(&here, "action", "name an action of the current version", "there is no action %.40q in version %.40s", a.Action, s.versions[len(s.versions)-1].ID)
		}
	}
	if len(c.faults) > 0 {
		return
	}
	s.remember(c.ids)
	s.reviews = append(s.reviews, Entry[Reviewed]{e.id, e.on, r})
	for _, g := range r.Goals {
		s.goals[g.Goal] = found[GoalReviewed]{s.goals[g.Goal].is.then(g), e.id, e.on}
	}
	for _, a := range r.Actions {
		s.actions[a.Action] = found[ActionReviewed]{s.actions[a.Action].is.then(a), e.id, e.on}
	}
}

// then lays a later review over an earlier one; what the later does not say stays.
func (g GoalReviewed) then(later GoalReviewed) GoalReviewed {
	later.Status = either(later.Status, g.Status)
	later.Achievement = either(later.Achievement, g.Achievement)
	return later
}

func (a ActionReviewed) then(later ActionReviewed) ActionReviewed {
	later.Status = either(later.Status, a.Status)
	if later.Confidence == nil {
		later.Confidence = a.Confidence
	}
	return later
}

func either[W ~string](later, earlier W) W {
	if later == "" {
		return earlier
	}
	return later
}

func (h Shared) apply(s *State, e dated, c *checker) {
	if len(s.versions) == 0 {
		c.report(nil, "", "record plan_agreed first", "there is no version yet that could be shared")
		return
	}
	i, there := s.version[h.Version]
	if h.Version == "" {
		i, there = len(s.versions)-1, true
	}
	if !there {
		c.report(nil, "version", "name an event with a version, or leave it out for the current one", "there is no version %.40q", h.Version)
		return
	}
	v := &s.versions[i].Step.Version
	for k, reader := range h.With {
		if !v.SharedWith(reader) {
			here := (*place)(nil).at("with", k)
			c.report(&here, "", "agree a version that is shared with them first", "version %.40s is not shared with %.40q, so nobody allowed it", s.versions[i].ID, reader)
		}
	}
	if len(c.faults) == 0 {
		h.Version = s.versions[i].ID
		s.shared = append(s.shared, Entry[Shared]{e.id, e.on, h})
	}
}

func (n Ended) apply(s *State, e dated, c *checker) {
	if s.last.on.IsZero() {
		c.report(nil, "", "record how the plan began first", "nothing has begun that could end")
	}
	if len(c.faults) == 0 {
		s.ended = []Entry[Ended]{{e.id, e.on, n}}
	}
}

// NextReview gives the day by which the next formal review is due: what the last review that names one says, or else the current version.
// It is the zero day where nobody named one.
func (s *State) NextReview() day.Day {
	current, ok := s.Current()
	if !ok {
		return day.Day{}
	}
	for i := len(s.reviews) - 1; i >= s.since; i-- {
		if next := s.reviews[i].Step.Next; !next.IsZero() {
			return next
		}
	}
	return current.Step.Review.Due
}
