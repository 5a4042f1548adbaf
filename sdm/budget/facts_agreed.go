package budget

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// ofTerms gives a truth of what the plan says beside the money.
func ofTerms(name, says string, find func(t *Terms) float64) fact {
	return truth(name, says, func(s *subject) float64 {
		if s.agreed.Terms == nil {
			return unknown
		}
		return find(s.agreed.Terms)
	})
}

// counted gives a number of a budget.
func counted(name, says, unit string, find func(a *Agreed) int) fact {
	return number(name, says, upTo(maxCount, unit), func(s *subject) float64 { return float64(find(s.agreed)) })
}

// recorded is counted where nothing means that nobody recorded it.
func recorded(name, says, unit string, find func(a *Agreed) int) fact {
	return number(name, says, upTo(maxCount, unit), func(s *subject) float64 {
		if n := find(s.agreed); n != 0 {
			return float64(n)
		}
		return unknown
	})
}

// agreedFacts tell of the last budget that was agreed; nobody knows them of none.
var agreedFacts = []fact{
	counted("budget.modes", "ways in which it is managed", "ways", func(a *Agreed) int {
		n := 0
		for _, s := range a.Shares {
			if s.Amount.Minor > 0 {
				n++
			}
		}
		return n
	}),
	truth("budget.direct_payment", "a part of it is a direct payment", func(s *subject) float64 { return so(s.agreed.share(Direct)) }),
	recorded("budget.modes_offered", "ways of managing it that the person could choose from", "ways", func(a *Agreed) int { return len(a.Offered) }),
	truth("budget.direct_payment_offered", "a direct payment was among the ways to choose from", func(s *subject) float64 {
		if len(s.agreed.Offered) == 0 {
			return unknown
		}
		return so(slices.Contains(s.agreed.Offered, Direct))
	}),
	counted("budget.agencies", "different agencies that contribute, where there are several", "agencies", func(a *Agreed) int {
		seen := map[string]bool{}
		for _, k := range a.Contributions {
			seen[k.Agency] = true
		}
		return min(len(seen), maxCount)
	}),
	counted("budget.lines", "lines", "lines", func(a *Agreed) int { return len(a.Lines) }),
	counted("budget.outcomes", "different outcomes that the lines serve", "outcomes", func(a *Agreed) int {
		seen := map[string]bool{}
		for _, l := range a.Lines {
			for _, id := range l.Outcomes {
				seen[id] = true
			}
		}
		return min(len(seen), maxCount)
	}),
	ofTerms("budget.agreed_with_person", "the person or their representative agreed to the plan and the sum", func(t *Terms) float64 {
		if len(t.AgreedWith) == 0 {
			return unknown
		}
		return so(slices.ContainsFunc(t.AgreedWith, func(who string) bool {
			who = strings.TrimSpace(who)
			return strings.EqualFold(who, string(HeldByPerson)) || strings.EqualFold(who, string(HeldByRepresentative))
		}))
	}),
	ofTerms("budget.has_coordinator", "a care co-ordinator is named", func(t *Terms) float64 { return so(!fault.Blank(t.Coordinator)) }),
	ofTerms("budget.has_monitors", "the plan says who monitors each condition", func(t *Terms) float64 { return known(t.Monitors) }),
	ofTerms("budget.risks_advised", "the person was advised on significant risks, with a procedure for each in the plan", func(t *Terms) float64 { return known(t.RisksAdvised) }),
	ofTerms("budget.has_first_review", "the day and the method of the first review are stated", func(t *Terms) float64 { return so(!t.FirstReview.IsZero() && !fault.Blank(t.ReviewMethod)) }),
	ofTerms("budget.has_notice_period", "the period of notice for later cuts is stated", func(t *Terms) float64 { return so(t.NoticeDays != nil) }),
	code("budget.holder", "who gets the direct payment", holders, func(s *subject) Holder { return s.agreed.direct().Holder }),
	code("budget.account", "where the direct payment goes", accounts, func(s *subject) Account { return s.agreed.direct().Account }),
	recorded("budget.payments", "direct payments in the period", "payments", func(a *Agreed) int { return a.direct().Payments }),
	recorded("budget.items", "items or services that the direct payments buy in all", "items", func(a *Agreed) int { return a.direct().Items }),
	truth("budget.only_of_year", "the direct payment is the only one from the body in the financial year; false where the ledger has several releases in one", func(s *subject) float64 {
		for _, n := range s.state.years {
			if n > 1 {
				return 0
			}
		}
		return known(s.agreed.direct().OnlyOfYear)
	}),
	truth("budget.has_contingency", "as many weeks are set aside as the policy asks for; nobody knows it where it asks for none, or nobody said how much is set aside", func(s *subject) float64 {
		asked, ok := s.def.Contingency.of(s.agreed)
		if !ok || s.agreed.Contingency.IsZero() {
			return unknown
		}
		return so(s.agreed.Contingency.Minor >= asked.Minor)
	}),
}

// share reports whether a part is managed in one way.
func (a *Agreed) share(m Mode) bool {
	return slices.ContainsFunc(a.Shares, func(s Share) bool { return s.Mode == m && s.Amount.Minor > 0 })
}

// direct gives what is known of the direct payment.
func (a *Agreed) direct() DirectPayment {
	if a.Direct == nil {
		return DirectPayment{}
	}
	return *a.Direct
}
