package budget

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Check says what is wrong with the step in itself: fault.Faults that lead to the field and name the line.
func (a Agreed) Check() error {
	var c checker
	if c.amount(nil, "amount", a.Amount, "") && a.Amount.Minor == 0 {
		c.Tell(nil, "amount", "write the sum that was agreed, or use the event budget_refused", "a budget of nothing buys nothing")
	}
	period := fault.Field("period")
	a.Period.check(&c, &period)
	if a.tooMany(&c) {
		return c.Err()
	}
	if len(a.Lines) == 0 {
		c.Tell(nil, "lines", "say what the money is for", "the budget pays for nothing")
	}
	a.checkShares(&c)
	a.checkContributions(&c)
	a.checkLines(&c)
	a.checkSum(&c)
	a.checkDirect(&c)
	a.checkTerms(&c)
	c.short(nil, "supersedes", a.Supersedes)
	c.notice(&a.Notice)
	return c.Err()
}

// tooMany reports whether a list is longer than one looks through.
func (a *Agreed) tooMany(c *checker) bool {
	for _, list := range [...]struct {
		field string
		n     int
	}{{"lines", len(a.Lines)}, {"shares", len(a.Shares)}, {"contributions", len(a.Contributions)}, {"offered", len(a.Offered)}} {
		if list.n > MaxLines {
			c.Tell(nil, list.field, "split the budget", "there are %d of them, and at most %d are read", list.n, MaxLines)
			return true
		}
	}
	return false
}

// currency gives the currency of the budget; "" where the sum is none.
func (a *Agreed) currency() string {
	if a.Amount.Valid() != nil {
		return ""
	}
	return a.Amount.Currency
}

// has reports whether a part of the budget is managed in a way.
func (a *Agreed) has(m Mode) bool {
	return slices.ContainsFunc(a.Shares, func(s Share) bool { return s.Mode == m })
}

func (a *Agreed) checkShares(c *checker) {
	for i := range a.Shares {
		here := fault.Item("shares", i)
		fault.Word(&c.Faults, &here, "mode", a.Shares[i].Mode, modes)
	}
	if len(a.Shares) == 0 {
		c.Tell(nil, "shares", "say how much is managed in which way", "nobody said how the money is managed")
		return
	}
	checkParts(c, "shares", "the mode", a.Amount, a.Shares, func(s *Share) part { return part{string(s.Mode), "", s.Amount, s.Percent} })
}

func (a *Agreed) checkContributions(c *checker) {
	for i := range a.Contributions {
		here := fault.Item("contributions", i)
		c.text(&here, "agency", a.Contributions[i].Agency, "name the agency that contributes")
		c.short(&here, "ground", a.Contributions[i].Ground)
	}
	if len(a.Contributions) > 0 {
		checkParts(c, "contributions", "the agency", a.Amount, a.Contributions, func(k *Contribution) part { return part{k.Agency, k.Ground, k.Amount, k.Percent} })
	}
}

// checkDirect looks at how a direct payment is held and paid.
func (a *Agreed) checkDirect(c *checker) {
	if a.Direct == nil {
		return
	}
	here := fault.Field("direct")
	fault.MayWord(&c.Faults, &here, "holder", a.Direct.Holder, holders)
	fault.MayWord(&c.Faults, &here, "account", a.Direct.Account, accounts)
	c.count(&here, "payments", a.Direct.Payments, "count the payments of the period")
	c.count(&here, "items", a.Direct.Items, "count the items and services of the period")
	if !a.has(Direct) {
		c.Tell(&here, "", "take it out, or add the share", "it says how a direct payment is held, and there is no share of that mode")
	}
}

// checkTerms looks at what was offered, and at what the plan says beside the money.
func (a *Agreed) checkTerms(c *checker) {
	for i, m := range a.Offered {
		here := fault.Item("offered", i)
		fault.Word(&c.Faults, &here, "", m, modes)
	}
	fault.Repeats(a.Offered, func(m *Mode) string { return string(*m) }, func(i int) {
		here := fault.Item("offered", i)
		c.Tell(&here, "", "name it once", "%.40s stands there twice", a.Offered[i])
	})
	if a.Terms == nil {
		return
	}
	here := fault.Field("terms")
	for i, who := range a.Terms.AgreedWith { // two of them may be called by one word, such as daughter
		one := here.Item("agreed_with", i)
		c.text(&one, "", who, "say who agreed, or take the entry out")
	}
	c.short(&here, "coordinator", a.Terms.Coordinator)
	c.short(&here, "review_method", a.Terms.ReviewMethod)
	if a.Terms.NoticeDays != nil {
		c.count(&here, "notice_days", *a.Terms.NoticeDays, "count the days of notice")
	}
}
