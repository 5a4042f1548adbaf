package budget

import "github.com/whatmatters-care/whatmatters/schemas/day"

// A budget is often agreed before its period begins, and before the one in force is over. Until that day both are paid from: the last of the
// old one can still be set aside, and the first of the new one already.

// begun reports whether the period of the last budget has begun.
func (s *State) begun(on day.Day) bool {
	return !on.Before(s.Agreed[len(s.Agreed)-1].Step.Period.From)
}

// holding gives the number of the budget, counted from 1, from which is paid on a day: the last that has begun, or else the first.
func (s *State) holding(on day.Day) int {
	n := len(s.Agreed)
	for n > 1 && on.Before(s.Agreed[n-1].Step.Period.From) {
		n--
	}
	return n
}

// carry keeps the money of the period so far where a budget is for a later one, which that money leaves whole.
func (s *State) carry(on day.Day, next *Agreed) {
	n := len(s.Agreed)
	if n == 0 || !next.Period.From.After(s.Agreed[n-1].Step.Period.From) {
		return
	}
	s.before, s.settled = s.earlier(on), false
	for m := range s.before {
		s.before[m] = min(s.before[m]+s.shares[m], mostMinor)
	}
}

// earlier gives, as of a day, how much of what is set aside is for earlier periods. Until the new one begins that is all that was agreed for
// them, and from then on what of it was set aside.
func (s *State) earlier(on day.Day) [3]int64 {
	before := s.before
	if !s.settled && s.begun(on) {
		for m := range before {
			before[m] = min(before[m], s.ledger.pots[m][allocated])
		}
	}
	return before
}
