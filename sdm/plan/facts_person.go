package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// beginningFacts are facts of how planning began. They need no version.
var beginningFacts = []fact{
	is("offered", "somebody offered the plan, rather than waiting to be asked", "Record plan_offered when the plan is offered.", func(s *subject) derived.Answer {
		offers := s.state.Offers()
		if len(offers) == 0 {
			return open("plan_offered")
		}
		var made derived.Every
		for _, o := range offers {
			made.See(o.Step.Status != NotOffered && o.Step.Status != NotOfferedOther, "plan_offered "+o.ID)
		}
		return made.Any("plan_offered")
	}),
	is("agreed", "a version of the plan was agreed", "Record plan_agreed when a version is agreed.", func(s *subject) derived.Answer {
		return derived.Has(s.Version != nil && !s.draft, "plan_agreed")
	}),
	count("told", "statements of the person, or of who may speak for them, that were written down", "statements",
		"Write down what the person says, in their words, with who said it.", func(s *subject) derived.Answer {
			n := 0
			for _, h := range s.story {
				if h.By.Role.isPerson() {
					n++
				}
			}
			return derived.Amount(n, "plan_told")
		}),
	count("repeats", "things that somebody had to tell again", "repeats", "Look at what has been told before asking.", func(s *subject) derived.Answer {
		var where derived.Every
		for _, r := range s.story.Repeats() {
			where.See(true, r.Again.Event+": "+r.Again.Field)
		}
		return where.Count("plan_told")
	}),
	count("contradictions", "questions with answers that do not go together", "contradictions",
		"Show the answers to the person, and record the one that holds with `replaces`.", func(s *subject) derived.Answer {
			var where derived.Every
			for _, c := range s.story.Contradictions() {
				last := c.Said[len(c.Said)-1]
				where.See(true, last.Event+": "+last.Field)
			}
			return where.Count("plan_told")
		}),
}

// personFacts are facts of what the person said.
var personFacts = []fact{
	count("about_me", "About Me headings with something under them", "headings", "Fill in the headings of About Me with the person.", func(s *subject) derived.Answer {
		var filled derived.Every
		for _, h := range s.About.headings() {
			filled.See(len(*h.statements) > 0, "about_me."+h.id)
		}
		if len(filled.Good) == 0 {
			return derived.Amount(0, filled.Bad...)
		}
		return derived.Amount(len(filled.Good), filled.Good...)
	}),
	count("matters", "things that matter to the person", "statements", "Write under `what_matters` what matters to the person.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.Matters)+len(s.About.Important), "what_matters", "about_me.most_important")
	}),
	is("matters_from_person", "the person, or who may speak for them, said what matters", "Say under `by` of what matters who said it.", func(s *subject) derived.Answer {
		var own derived.Every
		missing := ""
		see := func(at *fault.Place, st *Statement) {
			if st.By.Role == "" && missing == "" {
				missing = at.String() + ".by"
			}
			own.See(st.By.Role.isPerson(), at.String())
		}
		each(nil, "what_matters", s.Matters, see)
		about := fault.Field("about_me")
		each(&about, "most_important", s.About.Important, see)
		if len(own.Good) == 0 && missing != "" {
			return open(missing)
		}
		return own.Any("what_matters")
	}),
	count("strengths", "strengths", "statements", "Write under `strengths` what the person and those around them bring.", func(s *subject) derived.Answer {
		return derived.Amount(len(s.Strengths), "strengths")
	}),
	is("wellbeing_recorded", "wider wellbeing was talked about", "Fill in `about_me.wellness`, or give a need the area wellbeing or daily_life.", func(s *subject) derived.Answer {
		var wide derived.Every
		missing := ""
		wide.See(len(s.About.Wellness) > 0, "about_me.wellness")
		for i, n := range s.Needs {
			if n.Area == "" && missing == "" {
				missing = path("needs", i) + ".area"
			}
			wide.See(n.Area == Wellbeing || n.Area == DailyLife, path("needs", i))
		}
		switch {
		case len(wide.Good) == 0 && missing != "":
			return open(missing)
		case len(s.Needs) == 0 && len(wide.Good) == 0:
			return open("about_me.wellness")
		}
		return wide.Any("about_me.wellness")
	}),
}
