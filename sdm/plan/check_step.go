package plan

import "github.com/whatmatters-care/whatmatters/schemas/fault"

var (
	offerStates = []OfferStatus{Undecided, Declined, Accepted, NotOffered, UnableToComplete, NotOfferedOther}
	reviewKinds = []ReviewKind{Formal, Informal}
)

func checked(s Step) error {
	var c checker
	s.check(&c)
	return c.faults.Err()
}

// Check says what is wrong in the offer itself.
func (o Offered) Check() error { return checked(o) }

// Check says what is wrong in the statements themselves.
func (t Told) Check() error { return checked(t) }

// Check says what is wrong in the stage itself.
func (r Reached) Check() error { return checked(r) }

// Check says what is wrong in the version itself: ids, owners, references within it, ratings and words.
func (a Agreed) Check() error { return checked(a) }

// Check says what is wrong in the review itself.
func (r Reviewed) Check() error { return checked(r) }

// Check says what is wrong in the sharing itself.
func (h Shared) Check() error { return checked(h) }

// Check says what is wrong in the end itself.
func (n Ended) Check() error { return checked(n) }

func (o Offered) check(c *checker) {
	fault.Word(&c.faults, nil, "status", o.Status, offerStates)
	c.faults.Texts(nil, "reasons", o.Reasons, "write what is meant, or take the entry out")
}

func (t Told) check(c *checker) {
	if len(t.Statements) == 0 {
		c.faults.Tell(nil, "statements", "add what was said", "nothing was said")
	}
	c.statements(nil, "statements", t.Statements)
}

func (r Reached) check(c *checker) {
	c.faults.Text(nil, "stage", r.Stage, "name a stage of the plan standard, such as conversation")
}

func (a Agreed) check(c *checker) { a.Version.check(c) }

func (r Reviewed) check(c *checker) {
	fault.Word(&c.faults, nil, "review", r.How, reviewKinds)
	for i, s := range r.With {
		here := fault.Item("with", i)
		c.named(&here, "", s, "it does not say who took part")
	}
	for i := range r.Goals {
		g, here := &r.Goals[i], fault.Item("goals", i)
		c.faults.Text(&here, "goal", g.Goal, "give the id of a goal of the plan")
		fault.MayWord(&c.faults, &here, "status", g.Status, goalStates)
		fault.MayWord(&c.faults, &here, "achievement", g.Achievement, achievements)
		c.faults.IDs(&here, "scores", g.Scores)
		c.said(&here, g.Said)
	}
	fault.Repeats(r.Goals, func(g *GoalReviewed) string { return g.Goal }, func(i int) {
		here := fault.Item("goals", i)
		c.faults.Tell(&here, "goal", "say once what was found of it", "the goal %.40q stands there twice", r.Goals[i].Goal)
	})
	for i, a := range r.Actions {
		here := fault.Item("actions", i)
		c.faults.Text(&here, "action", a.Action, "give the id of an action of the plan")
		fault.MayWord(&c.faults, &here, "status", a.Status, actionStates)
		c.rating(&here, "confidence", a.Confidence)
	}
	fault.Repeats(r.Actions, func(a *ActionReviewed) string { return a.Action }, func(i int) {
		here := fault.Item("actions", i)
		c.faults.Tell(&here, "action", "say once what was found of it", "the action %.40q stands there twice", r.Actions[i].Action)
	})
	c.faults.IDs(nil, "scores", r.Scores)
	c.statements(nil, "words", r.Words)
	c.day(nil, "next", r.Next)
	if r.Next.Before(c.on) {
		c.faults.Tell(nil, "next", "give a day after this review", "the next review is due on %s, before this one on %s", r.Next, c.on)
	}
}

func (h Shared) check(c *checker) {
	if len(h.With) == 0 {
		c.faults.Tell(nil, "with", "name who was given it", "it does not say who was given the plan")
	}
	c.faults.Texts(nil, "with", h.With, "write what is meant, or take the entry out")
}

func (n Ended) check(c *checker) {
	c.faults.Text(nil, "reason", n.Reason, "say why the plan is no longer in use, such as another plan took its place")
}
