package budget

// of gives the sum of so many weeks of a budget: amount x weeks x 7 / days of its period, rounded half up. ok is false where no number of
// weeks is set (w is nil) or the budget has no amount or period.
func (w *Weeks) of(a *Agreed) (Money, bool) {
	if w == nil || a == nil {
		return Money{}, false
	}
	days, known := a.Period.Days()
	if !known || a.Amount.Valid() != nil || a.Amount.Minor < 0 || w.Weeks < 0 || w.Weeks > mostDays/7 {
		return Money{}, false
	}
	minor, ok := ratio(uint64(a.Amount.Minor), 1, uint64(w.Weeks)*7, uint64(days))
	if !ok || minor > MaxMinor {
		return Money{}, false
	}
	return Money{int64(minor), a.Amount.Currency}, true
}

// Contingency gives what the policy wants set aside of a budget: its weeks of contingency, x 7 / days of the period, rounded half up. ok is
// false where the policy sets no weeks, or the budget has no amount or period.
func (p *Policy) Contingency(a Agreed) (Money, bool) { return p.definition.Contingency.of(&a) }

// Surplus gives the unspent sum above which the policy wants somebody to look, worked out as Contingency is.
func (p *Policy) Surplus(a Agreed) (Money, bool) { return p.definition.Surplus.of(&a) }
