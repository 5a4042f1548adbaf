package plan

import "github.com/whatmatters-care/whatmatters/schemas/fault"

var (
	areas        = []Area{Health, Wellbeing, DailyLife}
	goalStates   = []GoalStatus{Proposed, UnderWay, OnHold, Finished, GivenUp}
	achievements = []Achievement{Achieved, Partly, NotAchieved}
	actionKinds  = []ActionKind{Self, Support, ByOthers, Referral, Budget, Other}
	actionStates = []ActionStatus{NotStarted, Started, Done, Stopped}
)

// check looks through a whole version. Outcomes come before the goals that name them.
func (v *Version) check(c *checker) {
	about := fault.Field("about_me")
	for _, h := range v.About.headings() {
		c.statements(&about, h.id, *h.statements)
	}
	c.someone(&about, "supported_by", v.About.SupportedBy)
	c.past(&about, "updated", v.About.Updated)
	c.statements(nil, "what_matters", v.Matters)
	c.statements(nil, "strengths", v.Strengths)
	c.statements(nil, "formulation", v.Formulation)
	for i := range v.Outcomes {
		o, here := &v.Outcomes[i], fault.Item("outcomes", i)
		c.id(&here, o.ID, anOutcome)
		c.faults.Text(&here, "text", o.Text, "write what the person hopes will come of it")
		c.said(&here, o.Said)
	}
	for i := range v.Needs {
		here := fault.Item("needs", i)
		c.need(&here, &v.Needs[i])
	}
	for i := range v.Contingency {
		here := fault.Item("contingency", i)
		c.contingency(&here, &v.Contingency[i])
	}
	for i := range v.Additional {
		a, here := &v.Additional[i], fault.Item("additional_plans", i)
		c.id(&here, a.ID, anAdditional)
		c.faults.Text(&here, "name", a.Name, "say which plan it is")
		c.past(&here, "updated", a.Updated)
		c.day(&here, "review", a.Review)
		c.someone(&here, "responsible", a.Responsible)
		c.said(&here, a.Said)
	}
	c.people(v)
}

func (c *checker) need(p *fault.Place, n *Need) {
	c.id(p, n.ID, aNeed)
	c.faults.Text(p, "text", n.Text, "write the need in the person's own words")
	fault.MayWord(&c.faults, p, "area", n.Area, areas)
	c.said(p, n.Said)
	for i := range n.Goals {
		here := p.Item("goals", i)
		c.goal(&here, &n.Goals[i])
	}
}

func (c *checker) goal(p *fault.Place, g *Goal) {
	c.id(p, g.ID, aGoal)
	c.faults.Text(p, "text", g.Text, "write what the person wants to reach")
	c.named(p, "owner", g.Owner, "nobody owns this goal, so nobody would see to it")
	c.rating(p, "importance", g.Importance)
	fault.MayWord(&c.faults, p, "status", g.Status, goalStates)
	fault.MayWord(&c.faults, p, "achievement", g.Achievement, achievements)
	for i, id := range g.Outcomes {
		if here := p.Item("outcomes", i); c.ids[id] != anOutcome {
			c.faults.Tell(&here, "", "name an outcome of this plan, or add it under outcomes", "there is no outcome %.40q in this plan", id)
		}
	}
	c.said(p, g.Said)
	for i := range g.Actions {
		here := p.Item("actions", i)
		c.action(&here, &g.Actions[i])
	}
}

func (c *checker) action(p *fault.Place, a *Action) {
	c.id(p, a.ID, anAction)
	c.faults.Text(p, "what", a.What, "write what is to be done")
	c.named(p, "who", a.Who, "it does not say who does it, so nobody will")
	c.day(p, "due", a.Due)
	fault.MayWord(&c.faults, p, "kind", a.Kind, actionKinds)
	fault.MayWord(&c.faults, p, "status", a.Status, actionStates)
	c.rating(p, "confidence", a.Confidence)
	c.faults.Texts(p, "strategies", a.Strategies, "write what is meant, or take the entry out")
	c.past(p, "updated", a.Updated)
	c.day(p, "review", a.Review)
	c.said(p, a.Said)
	for i := range a.Stages {
		here := p.Item("stage_goals", i)
		c.faults.Text(&here, "text", a.Stages[i].Text, "write what the step is")
		fault.MayWord(&c.faults, &here, "status", a.Stages[i].Status, goalStates)
	}
}

func (c *checker) contingency(p *fault.Place, k *Contingency) {
	c.id(p, k.ID, aContingency)
	c.faults.Text(p, "name", k.Name, "say what the plan is for")
	if len(k.Triggers) == 0 {
		c.faults.Tell(p, "triggers", "add at least one trigger factor", "it does not say what sets it off, so nobody would know when to follow it")
	}
	c.faults.Texts(p, "triggers", k.Triggers, "write what is meant, or take the entry out")
	c.faults.Texts(p, "steps", k.Steps, "write what is meant, or take the entry out")
	c.faults.Texts(p, "coping", k.Coping, "write what is meant, or take the entry out")
	c.faults.Texts(p, "signs", k.Signs, "write what is meant, or take the entry out")
	for i, s := range k.Contacts {
		here := p.Item("contacts", i)
		c.named(&here, "", s, "it does not say whom to call")
	}
	c.past(p, "updated", k.Updated)
	c.day(p, "review", k.Review)
	c.someone(p, "responsible", k.Responsible)
	c.said(p, k.Said)
}

// people checks who was involved, who agreed, who may see the plan and how it is looked at again.
func (c *checker) people(v *Version) {
	for i, s := range v.Involved {
		here := fault.Item("involved", i)
		c.named(&here, "", s.Someone, "it does not say who was involved")
	}
	fault.MayWord(&c.faults, nil, "involved_decided_by", v.InvolvedBy, roles)
	c.someone(nil, "coordinator", v.Coordinator)
	for i, s := range v.Shares {
		here := fault.Item("shared_with", i)
		c.faults.Text(&here, "audience", s.Audience, "name the reader in one word, such as gp_practice")
		fault.MayWord(&c.faults, &here, "allowed_by", s.AllowedBy, roles)
	}
	fault.Repeats(v.Shares, func(s *Share) string { return s.Audience }, func(i int) {
		here := fault.Item("shared_with", i)
		c.faults.Tell(&here, "audience", "keep one of the two", "the plan is shared with %.40q twice", v.Shares[i].Audience)
	})
	for i, a := range v.AgreedWith {
		here := fault.Item("agreed_with", i)
		c.named(&here, "", a.Someone, "it does not say who agreed")
		if a.Role == Representative && fault.Blank(a.Name) {
			c.faults.Tell(&here, "name", "give the representative's full name", "it does not say who decided in the person's place")
		}
		c.past(&here, "on", a.On)
	}
	review := fault.Field("review")
	c.day(&review, "due", v.Review.Due)
	c.someone(&review, "responsible", v.Review.Responsible)
	if v.Review.Due.Before(c.on) {
		c.faults.Tell(&review, "due", "give the day of the next review, after the agreement", "the review is due on %s, before the plan was agreed on %s", v.Review.Due, c.on)
	}
}
