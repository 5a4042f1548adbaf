package letter

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// again says when everything is looked at again, as far as it is known, and that no day is set where none is.
func (a *account) again() (p Part) {
	w := &a.w.Again
	p.ID, p.Title = "again", w.Title
	for _, talk := range a.conversations() {
		if talk.Deferred != nil && !a.takenUp(talk) {
			p.own(w.Decision, talk.Deferred.What.Until, talk.Deferred.Event)
		}
		for _, one := range a.assessed(talk.ID) {
			a.due(&p, w.Capacity, one.What.Again, one.Event)
		}
	}
	for _, t := range a.plans() {
		current, ok := t.State.Current()
		if !ok {
			continue
		}
		a.due(&p, w.Plan, t.State.NextReview(), a.plannedReview(t.State, current)...)
		p.fact(w.Responsible, a.reach(current.Step.Review.Responsible), current.ID)
		p.own(w.Informal, current.Step.Review.Informal, current.ID)
		var looked day.Day
		if reviews := t.State.Reviews(); len(reviews) > 0 {
			looked = reviews[len(reviews)-1].On
		}
		for _, g := range t.State.Goals() {
			for _, action := range g.Actions {
				if !looked.IsZero() && !action.Review.After(looked) {
					continue // it was looked at with the plan
				}
				if action.Status != plan.Done && action.Status != plan.Stopped && a.linked(sdm.RefGoal, g.ID) {
					a.due(&p, phrase.Fill(w.Action, "what", action.What), action.Review, current.ID)
				}
			}
		}
	}
	for _, t := range a.budgets() {
		force, ok := t.State.InForce()
		if !ok {
			continue
		}
		if n := len(t.State.Reviewed); n > 0 {
			a.due(&p, w.Budget, t.State.Reviewed[n-1].Step.Next, t.State.Reviewed[n-1].ID)
		} else if terms := force.Step.Terms; terms != nil {
			a.due(&p, w.Budget, terms.FirstReview, force.ID)
		}
	}
	if len(p.Lines) == 0 {
		p.stock(w.None)
	}
	return p
}

// takenUp tells whether a question that was left for later was talked about again since.
func (a *account) takenUp(talk sdm.Talk) bool {
	return slices.ContainsFunc(a.story.Talks, func(later sdm.Talk) bool {
		return later.Opened.Aid == talk.Opened.Aid && later.On.After(talk.Deferred.On) && (later.Decision != nil || later.Deferred != nil)
	})
}

// due adds a day that something is set for, where there is one, and says so where it has passed.
func (a *account) due(p *Part, label string, d day.Day, events ...string) {
	if d.IsZero() {
		return
	}
	late := ""
	if a.past(d) {
		late = a.w.Again.Passed
	}
	p.fact(label, sentences(phrase.Stopped(a.w.day(d)), late), events...)
}

// plannedReview gives the events that say when the next review of a plan is: the version, and the reviews that moved the day.
func (a *account) plannedReview(s *plan.State, current plan.Entry[plan.Agreed]) []string {
	events, next := []string{current.ID}, s.NextReview()
	for _, r := range s.Reviews() {
		if r.Step.Next == next && !r.On.Before(current.On) {
			events = append(events, r.ID)
		}
	}
	return events
}

// reach says who somebody is and how to reach them; empty for nobody.
func (a *account) reach(s plan.Someone) string {
	if s.IsZero() {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSuffix(a.w.someone(s)+", "+s.Contact, ", "), ", ")
}

// trouble says what to do when things go wrong, as the plan has it.
func (a *account) trouble() (p Part) {
	w := &a.w.Again
	p.ID, p.Title = "trouble", w.Trouble
	for _, t := range a.plans() {
		current, ok := t.State.Current()
		if !ok {
			continue
		}
		for _, c := range current.Step.Contingency {
			p.under(c.Name, func(p *Part) {
				p.owns(w.Signs, c.Triggers, current.ID)
				p.owns(w.Signs, c.Signs, current.ID)
				p.owns(w.Do, c.Steps, current.ID)
				p.owns(w.Helps, c.Coping, current.ID)
				for _, s := range c.Contacts {
					p.fact(w.Call, a.reach(s), current.ID)
				}
			}, current.ID)
		}
	}
	return p
}
