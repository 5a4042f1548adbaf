package letter

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// money tells of budgets: what was asked for, what there is and for what, and what was refused, stopped or is asked back.
func (a *account) money() (p Part) {
	p.ID, p.Title = "money", a.w.Money.Title
	for _, t := range a.budgets() {
		p.under("", func(p *Part) { a.budget(p, t) })
	}
	return p
}

// budgets gives the budgets that are to be told of.
func (a *account) budgets() []sdm.Thread[budget.State] {
	return threads(a, a.story.Budgets, within(sdm.RefLine))
}

func (a *account) budget(p *Part, t sdm.Thread[budget.State]) {
	w, s := &a.w.Money, t.State
	p.says(a.w.on(w.Asked, s.Requested.On), s.Requested.ID)
	p.own(w.Hope, s.Requested.Step.Words, s.Requested.ID)
	force, inForce := s.InForce()
	switch n := len(s.Indicated); {
	case inForce:
		a.agreed(p, force)
		a.balance(p, t)
	case s.Closed() == "" && len(s.Agreed) == 0:
		p.stock(w.Waiting, t.ID)
		if n > 0 {
			last := s.Indicated[n-1]
			p.says(a.w.sum(w.Rough, last.Step.Amount), last.ID)
		}
	}
	a.refused(p, s)
	if n := len(s.Reviewed); n > 0 {
		last := s.Reviewed[n-1]
		p.says(a.w.on(w.Review, last.On), last.ID)
		p.own(w.ReviewFound, last.Step.Found, last.ID)
	}
}

// sum fills a template that is about a sum.
func (w *Words) sum(template string, m budget.Money, pairs ...string) string {
	return phrase.Fill(template, append([]string{"sum", m.String()}, pairs...)...)
}

// agreed says how much there is, how it is managed and what it is for.
func (a *account) agreed(p *Part, b budget.Dated[budget.Agreed]) {
	w := &a.w.Money
	p.says(a.w.sum(w.Budget, b.Step.Amount, "from", a.w.day(b.Step.Period.From), "to", a.w.day(b.Step.Period.To)), b.ID)
	for _, share := range b.Step.Shares {
		p.says(a.w.sum(w.Share, share.Amount, "mode", among(a.w.Modes, share.Mode)), b.ID)
	}
	for _, line := range b.Step.Lines {
		p.fact(line.What, a.w.sum(w.Line, line.Cost), b.ID)
	}
	if !b.Step.Contingency.IsZero() && b.Step.Contingency.Minor > 0 {
		p.says(a.w.sum(w.Aside, b.Step.Contingency), b.ID)
	}
}

// balance says what was paid out and spent so far, as far as there are entries. Where one may be among what is withheld, or cannot be told, the sums
// of the others would not be true, and are left out.
func (a *account) balance(p *Part, t sdm.Thread[budget.State]) {
	ledger := t.State.Ledger()
	if ledger == nil || ledger.Len() == 0 {
		return
	}
	w, whole := &a.w.Money, ledger.Whole()
	var entries []string
	for _, e := range a.events[t.ID] {
		switch body := e.Body.(type) {
		case budget.Entry:
			if !slices.Contains(t.Events, e.ID) {
				return
			}
			entries = append(entries, e.ID)
		case sdm.Withheld:
			if body.Was == "" || body.Was == (budget.Entry{}).Kind() {
				return
			}
		case sdm.Unread:
			return
		}
	}
	p.fact(w.Set, whole.Allocated.String(), entries...)
	p.fact(w.Paid, whole.Released.String(), entries...)
	p.fact(w.Spent, whole.Spent.String(), entries...)
	p.fact(w.Left, whole.Available.String(), entries...)
}

// refused tells of every decision against what the person wanted, with the reasons and how it can be looked at again.
func (a *account) refused(p *Part, s *budget.State) {
	w := &a.w.Money
	for _, r := range s.Refused {
		p.says(a.w.on(w.Refused, r.On, "what", among(a.w.Refusals, r.Step.What)), r.ID)
		a.reasons(p, r.ID, r.Step.Reasons, r.Step.Notice)
	}
	for _, stop := range s.Stopped {
		from := stop.Step.From
		if from.IsZero() {
			from = stop.On
		}
		template := w.Stopped
		if stop.Step.Mode != "" {
			template = w.StoppedPart
		}
		p.says(a.w.on(template, from, "mode", among(a.w.Modes, stop.Step.Mode)), stop.ID)
		a.reasons(p, stop.ID, stop.Step.Reasons, stop.Step.Notice)
	}
	for _, r := range s.Repayments {
		p.says(a.w.on(w.Repay, r.Step.Until, "sum", r.Step.Amount.String(), "who", r.Step.From), r.ID)
		a.reasons(p, r.ID, r.Step.Reasons, r.Step.Notice)
	}
	for _, r := range s.Reconsidered {
		template := w.Upheld
		if r.Step.Outcome == budget.Changed {
			template = w.Changed
		}
		p.says(a.w.on(template, r.On), r.ID, r.Step.Of)
		p.owns(w.Why, r.Step.Reasons, r.ID)
	}
}

// reasons give the reasons of a decision, and what the person was told of having it looked at again.
func (a *account) reasons(p *Part, event string, reasons []string, notice budget.Notice) {
	p.owns(a.w.Money.Why, reasons, event)
	if notice.Reconsideration != "" {
		p.own(a.w.Money.LookAgain, notice.Reconsideration, event)
	} else {
		p.stock(a.w.Money.NotTold, event)
	}
}
