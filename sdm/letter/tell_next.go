package letter

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// plans gives the plans that are to be told of: in a letter about a conversation those that ever had a goal which follows from it.
func (a *account) plans() []sdm.Thread[plan.State] {
	goals := map[string][]string{} // of each plan, by its id
	for _, t := range a.story.Plans {
		for _, version := range t.State.Versions() {
			for _, need := range version.Step.Needs {
				for _, g := range need.Goals {
					goals[t.ID] = append(goals[t.ID], g.ID)
				}
			}
		}
	}
	return threads(a, a.story.Plans, func(thread string) func(sdm.Ref) bool {
		return func(r sdm.Ref) bool { return r.Kind == sdm.RefGoal && slices.Contains(goals[thread], r.ID) }
	})
}

// next says what happens next: the goals of the plan, and who does what by when.
func (a *account) next() (p Part) {
	p.ID, p.Title = "next", a.w.Next.Title
	for _, t := range a.plans() {
		a.planned(&p, t.State)
	}
	if len(p.Lines)+len(p.Parts) == 0 && len(a.conversations()) > 0 {
		p.stock(a.w.Next.None)
	}
	return p
}

func (a *account) planned(p *Part, s *plan.State) {
	w := &a.w.Next
	if end, over := s.Ended(); over {
		p.says(a.w.on(w.Over, end.On), end.ID)
		p.own("", end.Step.Reason, end.ID)
		return
	}
	current, ok := s.Current()
	if !ok {
		a.planOffer(p, s)
		return
	}
	p.says(a.w.on(w.Agreed, current.On), current.ID)
	goals := s.Goals()
	for _, g := range goals {
		if a.linked(sdm.RefGoal, g.ID) {
			p.under(g.Text, func(p *Part) { a.goal(p, g, current.ID) }, current.ID)
		}
	}
	if len(goals) == 0 {
		p.stock(w.NoGoals, current.ID)
	}
	if reviews := s.Reviews(); len(reviews) > 0 {
		last := reviews[len(reviews)-1]
		p.under("", func(p *Part) {
			p.says(a.w.on(w.Looked, last.On), last.ID)
			for _, said := range last.Step.Words {
				label := w.Said
				if said.By.Role == plan.ThePerson {
					label = w.YouSaid
				}
				p.own(label, said.Text, last.ID)
			}
		})
	}
}

// planOffer says what came of the offer to make a plan.
func (a *account) planOffer(p *Part, s *plan.State) {
	offer, ok := s.Offer()
	if !ok {
		return
	}
	w := &a.w.Next
	switch offer.Step.Status {
	case plan.Undecided:
		p.says(w.Undecided, offer.ID)
	case plan.Accepted:
		p.says(w.Accepted, offer.ID)
	case plan.Declined:
		p.says(w.Declined, offer.ID)
	case plan.UnableToComplete:
		p.says(w.NotDone, offer.ID)
	}
}

// goal tells of a goal of the version whose event is named, as the reviews left it.
func (a *account) goal(p *Part, g plan.GoalNow, version string) {
	w, events := &a.w.Next, []string{version}
	if g.Review != "" {
		events = append(events, g.Review)
	}
	if g.Status == plan.UnderWay && g.Achievement == plan.Achieved {
		p.says(w.GoesOn, events...)
	} else {
		p.says(sentences(among(a.w.GoalStatus, g.Status), among(a.w.Achievements, g.Achievement)), events...)
	}
	p.own(w.Why, g.Why, version)
	if !g.Owner.IsZero() && g.Owner.Role != plan.ThePerson {
		p.fact(w.Owner, a.w.someone(g.Owner), version)
	}
	for _, action := range g.Actions {
		p.fact(action.What, a.action(action), events...)
	}
	if len(g.Actions) == 0 {
		p.stock(w.NoActions, events...)
	}
}

// action says who does it, when, and where it stands.
func (a *account) action(action plan.Action) string {
	w := &a.w.Next
	who, when, late := w.Open, action.When, ""
	switch {
	case action.Who.Role == plan.ThePerson:
		who = w.You
	case !action.Who.IsZero():
		who = phrase.Fill(w.Who, "who", phrase.Capital(a.w.someone(action.Who)))
	}
	over := action.Status == plan.Done || action.Status == plan.Stopped
	switch {
	case !action.Due.IsZero():
		when = sentences(a.w.on(w.By, action.Due), phrase.Stopped(phrase.Capital(when)))
		if a.past(action.Due) && !over {
			late = w.Passed
		}
	case fault.Blank(when) && !over:
		when = w.NoDay
	default:
		when = phrase.Stopped(phrase.Capital(when))
	}
	return sentences(who, when, late, among(a.w.ActionStatus, action.Status))
}
