package sdm

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func (s *Story) scored(e Event, v Scored) error {
	if err := s.serves(v.For); err != nil {
		return err
	}
	s.note(e.ID, entry{word: v.Kind(), at: int32(len(s.Scores))})
	s.Scores = append(s.Scores, said(v, e))
	return nil
}

func (s *Story) assessed(e Event, a ActivationAssessed) error {
	if on, err := day.Parse(a.Assessment.On); err == nil && on.After(e.On) {
		return fault.In("assessment.on", "correct the day", "the answers are of %s, after %s, the day of the event", on, e.On)
	}
	if on, err := day.Parse(a.Assessment.On); err == nil && on.Before(s.Born) {
		return because(ErrOrder, "assessment.on", "mend the day, or the day of birth", "it is %s, before the person was born on %s", on, s.Born)
	}
	if err := s.serves(a.For); err != nil {
		return err
	}
	s.note(e.ID, entry{word: a.Kind(), at: int32(len(s.Assessments))})
	s.Assessments = append(s.Assessments, said(a, e))
	return nil
}

// serves says what a score is for and the record does not have.
func (s *Story) serves(things []Ref) error {
	n := s.naming()
	for i, r := range things {
		switch {
		case isPart(r.Kind):
			n.part(r.ID, r.Kind, "for[%d].id", i)
		case r.In == "":
			n.event(r.ID, []RefKind{r.Kind}, "for[%d].id", i)
		default:
			n.within(r, i)
		}
	}
	return n.err()
}

// The tellers of components take the body out of the event, where it stands as an interface already.

func supported[T support.Step](s *Story, e Event, _ T) error {
	n := s.naming()
	switch b := e.Body.(type) {
	case support.Offered:
		n.event(b.Decision, decisionKinds, "decision")
		n.parts(b.Actions, RefAction, "actions")
		if b.Level != nil {
			n.event(b.Level.Score, scoreKinds, "level.score")
		}
	case support.Answered:
		n.parts(b.Actions, RefAction, "actions")
	case support.Ended:
		n.events(b.Scores, scoreKinds, "scores")
	}
	if err := n.err(); err != nil {
		return err
	}
	return step(s, &s.Support, aSupport, e, func(t *support.State) error { return t.Apply(e.ID, e.On, e.Body.(support.Step)) })
}

func referred[T community.Step](s *Story, e Event, _ T) error {
	n := s.naming()
	switch b := e.Body.(type) {
	case community.Offered:
		n.event(b.Decision, decisionKinds, "decision")
	case community.Referred:
		n.event(b.Decision, decisionKinds, "decision")
		n.parts(b.Actions, RefAction, "actions")
	case community.Assessed:
		n.events(b.Scores, scoreKinds, "scores")
		n.plan(b.Plan, "plan")
	case community.Connected:
		n.parts(b.Actions, RefAction, "actions")
	case community.FollowedUp:
		n.events(b.Scores, scoreKinds, "scores")
	}
	if err := n.err(); err != nil {
		return err
	}
	return step(s, &s.Community, aCommunity, e, func(r *community.Referral) error { return r.Apply(e.ID, e.On, e.Body.(community.Step)) })
}

func planned[T plan.Step](s *Story, e Event, _ T) error {
	n := s.naming()
	var agreed *plan.Version
	switch b := e.Body.(type) {
	case plan.Agreed:
		agreed = &b.Version
		n.version(agreed)
	case plan.Reviewed:
		n.events(b.Scores, scoreKinds, "scores")
		for i, g := range b.Goals {
			n.events(g.Scores, scoreKinds, "goals[%d].scores", i)
		}
	}
	if err := n.err(); err != nil {
		return err
	}
	err := step(s, &s.Plans, aPlan, e, func(p *plan.State) error {
		p.Born = s.Born
		return p.Apply(e.ID, e.On, e.Body.(plan.Step))
	})
	if err == nil && agreed != nil {
		s.learn(e, agreed)
	}
	return err
}

func budgeted[T budget.Step](s *Story, e Event, _ T) error {
	n := s.naming()
	switch b := e.Body.(type) {
	case budget.Requested:
		n.plan(b.Plan, "plan")
	case budget.Agreed:
		for i, l := range b.Lines {
			n.parts(l.Needs, RefNeed, "lines[%d].needs", i)
			n.parts(l.Outcomes, RefOutcome, "lines[%d].outcomes", i)
			n.parts(l.Actions, RefAction, "lines[%d].actions", i)
		}
	case budget.Reviewed:
		n.events(b.Scores, scoreKinds, "scores")
		n.parts(b.Goals, RefGoal, "goals")
	}
	if err := n.err(); err != nil {
		return err
	}
	err := step(s, &s.Budgets, aBudget, e, func(b *budget.State) error { return b.Apply(e.ID, e.On, e.Body.(budget.Step)) })
	if err != nil {
		return err
	}
	switch b := e.Body.(type) {
	case budget.Agreed:
		s.learnLines(e.In, b.Lines)
	case budget.Entry:
		s.learnEntry(e, b)
	}
	return nil
}

// unread notes an event that this version cannot read. What it would have said is not known, and nothing that names it is refused.
func (s *Story) unread(id string, u Unread) {
	s.Unread = append(s.Unread, id)
	if id != "" {
		s.note(id, entry{word: u.Word, in: unreadThread})
	}
	s.known.planUnread = s.known.planUnread || strings.HasPrefix(u.Word, "plan_")
}
