package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// needFacts are facts of needs, goals, outcomes and actions, and of what was planned beside them.
var needFacts = []fact{
	count("needs", "needs", "needs", "Write the needs down in the person's own words.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.Needs), "needs")
	}),
	count("outcomes", "agreed outcomes", "outcomes", "Agree with the person what the plan is to lead to, under `outcomes`.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.Outcomes), "outcomes")
	}),
	count("goals", "goals", "goals", "Agree goals with the person.", func(s *subject) derived.Answer {
		n := 0
		s.goals(func(*Goal, string) { n++ })
		return derived.Amount(n, "needs")
	}),
	count("actions", "actions", "actions", "Agree what is to be done, by whom and by when.", func(s *subject) derived.Answer {
		n := 0
		s.actions(func(*Action, string) { n++ })
		return derived.Amount(n, "needs")
	}),
	is("every_goal_has_outcome", "every goal names an outcome that it is to lead to", "Name under `outcomes` of the goal what it is to lead to.", func(s *subject) derived.Answer {
		return s.everyGoal("outcomes", func(g *Goal) bool { return len(g.Outcomes) > 0 })
	}),
	is("every_goal_has_action", "every goal has an action", "Say under `actions` of the goal what is to be done.", func(s *subject) derived.Answer {
		return s.everyGoal("actions", func(g *Goal) bool { return len(g.Actions) > 0 })
	}),
	is("every_goal_says_why", "every goal says why it matters to the person", "Say under `why` of the goal why it matters.", func(s *subject) derived.Answer {
		return s.everyGoal("why", func(g *Goal) bool { return !fault.Blank(g.Why) })
	}),
	is("every_action_has_day", "every action says by when", "Give each action a `due` day, or say `when` in words.", func(s *subject) derived.Answer {
		var dated derived.Every
		s.actions(func(a *Action, at string) { dated.See(!a.Due.IsZero() || !fault.Blank(a.When), at+".due") })
		return dated.All("needs")
	}),
	is("every_confidence_asked", "for every action that the person does, it was asked how sure they are", "Ask how sure the person is, from 1 to 10.", func(s *subject) derived.Answer {
		var asked derived.Every
		s.actions(func(a *Action, at string) {
			if a.Kind == Self || a.Who.Role == ThePerson {
				asked.See(a.Confidence != nil, at+".confidence")
			}
		})
		if len(asked.Good)+len(asked.Bad) == 0 {
			return derived.Has(true, "needs")
		}
		return asked.All("needs")
	}),
	count("contingency", "plans for when things go wrong", "plans", "Say under `contingency` what to do when things go wrong.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.Contingency), "contingency")
	}),
}

// everyGoal asks something of every goal.
func (s *subject) everyGoal(key string, so func(g *Goal) bool) derived.Answer {
	var e derived.Every
	s.goals(func(g *Goal, at string) { e.See(so(g), at+"."+key) })
	return e.All("needs")
}
