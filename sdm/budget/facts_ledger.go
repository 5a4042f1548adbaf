package budget

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// ofLedger gives a truth of the entries.
func ofLedger(name, says string, find func(s *subject, whole Balance) float64) fact {
	return truth(name, says, func(s *subject) float64 { return find(s, s.state.Ledger().Whole()) })
}

// ledgerFacts tell of the entries; nobody knows them before a budget is agreed.
var ledgerFacts = []fact{
	ofLedger("budget.released", "money was paid out to whoever manages it", func(_ *subject, b Balance) float64 { return so(b.Released.Minor > 0) }),
	ofLedger("budget.off_plan_spend", "money was spent on what the plan does not have", func(s *subject, _ Balance) float64 {
		return so(s.state.Ledger().OffPlan().Minor > 0)
	}),
	ofLedger("budget.overspent", "more was spent than paid out in one of the ways of managing it", func(s *subject, _ Balance) float64 {
		return so(slices.ContainsFunc(modes, func(m Mode) bool { return s.state.Ledger().Mode(m).Underspend.Minor < 0 }))
	}),
	number("budget.unspent_percent", "what is still held of what was paid out, below 0 where more was spent", derived.Scale{Unit: "per cent", Lo: -1e6, Hi: 100}, func(s *subject) float64 {
		b := s.state.Ledger().Whole()
		if b.Released.Minor == 0 {
			return unknown
		}
		percent := float64(float64(b.Unspent.Minor)*100) / float64(b.Released.Minor)
		if percent < -1e6 {
			return rule.NA(rule.Undefined)
		}
		return percent
	}),
	ofLedger("budget.over_surplus", "more is unspent than the weeks of surplus of the policy; what was spent too much in one way of managing it makes none in another smaller; nobody knows it where the policy sets none", func(s *subject, _ Balance) float64 {
		limit, ok := s.def.Surplus.of(s.agreed)
		if !ok {
			return unknown
		}
		var held int64
		for _, m := range modes {
			held += max(s.state.Ledger().Mode(m).Unspent.Minor, 0)
		}
		return so(held > limit.Minor)
	}),
}
