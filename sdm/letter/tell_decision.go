package letter

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// decisions say what was decided, or that nothing is yet.
func (a *account) decisions() (p Part) {
	p.ID, p.Title = "decision", a.w.Decision.Title
	change := false
	for _, about := range a.topics() {
		p.under(about.title, func(p *Part) {
			open, last := true, false
			for _, talk := range about.talks {
				if talk.Decision != nil || talk.Deferred != nil {
					open, last = false, !a.lacks(talk.ID) && !a.begun(talk)
				}
				p.under("", func(p *Part) {
					a.decision(p, talk)
					a.capacity(p, talk.ID)
				})
			}
			change = change || last
			if open {
				p.stock(a.w.Decision.None, about.events()...)
			}
		}, about.events()...)
	}
	if change {
		p.under("", func(p *Part) { p.stock(a.w.Decision.Change) })
	}
	return p
}

// lacks tells whether the person was last found unable to make a choice of a conversation.
func (a *account) lacks(talk string) bool {
	assessed := a.assessed(talk)
	return len(assessed) > 0 && assessed[0].What.Found == sdm.Lacks
}

// assessed gives the last assessment of each decision of a conversation, the latest first.
func (a *account) assessed(talk string) []sdm.InThread[sdm.CapacityAssessed] {
	var last []sdm.InThread[sdm.CapacityAssessed]
	for _, one := range slices.Backward(a.story.Capacity) {
		same := func(later sdm.InThread[sdm.CapacityAssessed]) bool { return later.What.Decision == one.What.Decision }
		if one.In == talk && !slices.ContainsFunc(last, same) {
			last = append(last, one)
		}
	}
	return last
}

// begun tells whether the treatment started that a decision was for.
func (a *account) begun(talk sdm.Talk) bool {
	return talk.Decision != nil && slices.ContainsFunc(a.story.Choices, func(t sdm.Thread[sdm.Choosing]) bool {
		_, begun := started(t.State)
		return begun && t.State.Referred[len(t.State.Referred)-1].What.Decision == talk.Decision.Event
	})
}

func (a *account) decision(p *Part, talk sdm.Talk) {
	w := &a.w.Decision
	switch decided, later := talk.Decision, talk.Deferred; {
	case decided != nil:
		template, reasons := w.By, w.ReasonsBy
		switch decided.By.Role {
		case sdm.ByPerson.Role:
			template, reasons = w.Chose, w.Reasons
		case sdm.Together.Role:
			template, reasons = w.Together, w.Reasons
		}
		p.says(a.w.on(template, decided.On, "option", a.o.option(talk.Opened, decided.What.Option), "who", phrase.Capital(a.w.author(decided.By))), decided.Event)
		p.owns(reasons, decided.What.Reasons, decided.Event)
	case later != nil:
		template, reasons := w.Later, w.Reasons
		if later.By.Role != sdm.ByPerson.Role && later.By.Role != sdm.Together.Role {
			template, reasons = w.LaterBy, w.ReasonsBy
		}
		p.says(a.w.on(template, later.On, "who", phrase.Capital(a.w.author(later.By))), later.Event)
		p.own(w.Until, later.What.Until, later.Event)
		p.owns(reasons, later.What.Reasons, later.Event)
	}
}

// capacity tells of the last assessment of each decision of a conversation that found anything else than that the person can decide, and of
// what was done then.
func (a *account) capacity(p *Part, talk string) {
	w := &a.w.Decision
	for _, one := range a.assessed(talk) {
		switch one.What.Found {
		case sdm.Lacks:
			p.says(a.w.on(w.Lacks, one.On), one.Event)
		case sdm.InDoubt:
			p.says(a.w.on(w.InDoubt, one.On), one.Event)
		default:
			continue
		}
		p.own(w.Why, one.What.Because, one.Event)
		decider, ok := a.story.Decider(talk, one.What.Decision, a.o.AsOf)
		if !ok {
			continue
		}
		if b := decider.What; b.Outcome != "" {
			p.says(phrase.Fill(w.Decider, "who", b.Decider, "outcome", phrase.Stopped(b.Outcome)), decider.Event)
		} else {
			p.says(phrase.Fill(w.Deciding, "who", b.Decider), decider.Event)
		}
		p.own(w.Why, decider.What.Because, decider.Event)
		p.own(w.Wishes, decider.What.Wishes, decider.Event)
	}
}
