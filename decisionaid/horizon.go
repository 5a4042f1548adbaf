package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Horizon moves the chances of an outcome from the period that they were measured over to the one that is shown. Effects are
// applied before that, over the period that they were measured over.
type Horizon struct {
	// From is the period that the estimates are over.
	From Within `json:"from"`
	// Rule is the assumption: steady-rate is 1-(1-p)^t, and every number says that it was made.
	Rule risk.HorizonRule `json:"rule"`
}

// measured is the period that the estimates of the outcome are over.
func (o *Outcome) measured() risk.Period {
	if o.Horizon != nil {
		return o.Horizon.From.Period
	}
	return o.Within.Period
}

// shown moves a chance to the period that is shown.
func (o *Outcome) shown(measured risk.Chance) risk.Chance {
	if o.Horizon == nil || !measured.Known() {
		return measured
	}
	moved, err := measured.Over(o.Within.Period, o.Horizon.Rule)
	if err != nil {
		return risk.Unknown(Internal)
	}
	return moved
}

// moved is the step that moves an estimate to the period that is shown, by the arithmetic of package risk.
type moved struct {
	slot, from rule.Slot
	outcome    *Outcome
}

func (m *moved) Reads() []rule.Slot  { return []rule.Slot{m.from} }
func (m *moved) Writes() []rule.Slot { return []rule.Slot{m.slot} }
func (m *moved) Eval(s *rule.State)  { s.Set(m.slot, m.at(s.Get(m.from))) }

// at gives the chance over the shown period.
func (m *moved) at(measured float64) float64 {
	if rule.IsNA(measured) {
		return measured
	}
	from, err := risk.NewChance(measured, risk.Interval{}, m.outcome.measured())
	if err != nil {
		return rule.NA(rule.Internal)
	}
	value, known := m.outcome.shown(from).Value()
	if !known {
		return rule.NA(rule.Internal)
	}
	return value
}

// Bounds uses that moving keeps the order of chances and never leaves 0 to 1.
func (m *moved) Bounds(s *rule.State) {
	b := s.Bound(m.from)
	if b.NA != rule.Always {
		b.Lo, b.Hi = orElse(m.at(b.Lo), 0), orElse(m.at(b.Hi), 1)
	}
	s.SetBound(m.slot, b)
}
