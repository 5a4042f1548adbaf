package plan

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Facts are what can be read off a plan as of a day. They are worked out once and serve every standard; they are immutable and safe
// for concurrent use. The zero Facts are those of no plan: nothing is known.
type Facts struct {
	plan  string // the id of the version
	asOf  day.Day
	found derived.Facts
}

// subject is what facts are read off: the state, and the version that was agreed last.
type subject struct {
	state *State
	asOf  day.Day
	*Version
	agreed Entry[Agreed]
	draft  bool // the version was not agreed yet
	story  Story
}

// FactsOf reads the facts off a plan. asOf is the day on which they are looked at; with the zero day nothing is overdue or not. What only
// a version can tell is not supplied where none has been agreed.
func FactsOf(s *State, asOf day.Day) Facts { return factsOf(s, asOf, false) }

func factsOf(s *State, asOf day.Day, draft bool) Facts {
	f := Facts{asOf: asOf}
	of := subject{state: s, asOf: asOf, draft: draft, story: s.Story(ForPerson)}
	if latest, agreed := s.Latest(); agreed {
		f.plan, of.agreed, of.Version = latest.ID, latest, &latest.Step.Version
	}
	f.found = vocabulary.Read(&of)
	return f
}

// FactsOfVersion reads the facts off a version that is not agreed yet, so that what is missing shows while there is time to mend it.
func FactsOfVersion(v Version, asOf day.Day) Facts {
	s := &State{}
	s.take(moment{"", asOf, Agreed{Version: v}}, nil)
	return factsOf(s, asOf, true)
}

// Value gives a fact by its name in rules, such as plan.goals; a truth is 1 or 0. It is missing as not supplied where there is no such fact.
func (f Facts) Value(name string) rule.Value { return f.found.Value(name) }

// At gives the fields of the plan that show a fact, or that are missing, such as needs[0].goals[1].actions.
func (f Facts) At(name string) []string { return f.found.At(name) }

// path leads to an element of a list.
func path(key string, i int) string { return key + "[" + strconv.Itoa(i) + "]" }

// goals goes through the goals of a version with their places.
func (s *subject) goals(take func(g *Goal, at string)) {
	for i := range s.Needs {
		for k := range s.Needs[i].Goals {
			take(&s.Needs[i].Goals[k], path("needs", i)+"."+path("goals", k))
		}
	}
}

// actions goes through the actions of a version with their places.
func (s *subject) actions(take func(a *Action, at string)) {
	s.goals(func(g *Goal, at string) {
		for i := range g.Actions {
			take(&g.Actions[i], at+"."+path("actions", i))
		}
	})
}
