package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// audienceName is the output that tells whether the aid is for a person, named as its author wrote it.
const audienceName = "for.when"

// constant is the step of an estimate that is the same for everybody: a number, or missing.
type constant struct {
	slot  rule.Slot
	value float64
}

func (c *constant) Reads() []rule.Slot   { return nil }
func (c *constant) Writes() []rule.Slot  { return []rule.Slot{c.slot} }
func (c *constant) Eval(s *rule.State)   { s.Set(c.slot, c.value) }
func (c *constant) Bounds(s *rule.State) { s.SetBound(c.slot, rule.Point(c.value)) }

// condition is the step of the audience: it decides over what blanks might have been, as every condition does.
type condition struct {
	slot    rule.Slot
	program *rule.Program
}

func (c *condition) Reads() []rule.Slot   { return c.program.Reads() }
func (c *condition) Writes() []rule.Slot  { return []rule.Slot{c.slot} }
func (c *condition) Bounds(s *rule.State) { s.SetBound(c.slot, c.program.Bound(s)) }

func (c *condition) Eval(s *rule.State) {
	value, _ := c.program.Decide(s)
	s.Set(c.slot, value)
}

// ranged is the step of a rule whose value has a range. A value outside it is missing as internal, never clamped.
type ranged struct {
	slot    rule.Slot
	program *rule.Program
	lo, hi  float64
}

func (g *ranged) Reads() []rule.Slot  { return g.program.Reads() }
func (g *ranged) Writes() []rule.Slot { return []rule.Slot{g.slot} }

func (g *ranged) Eval(s *rule.State) {
	v := g.program.Eval(s.Frame())
	if v < g.lo || v > g.hi {
		v = rule.NA(rule.Internal)
	}
	s.Set(g.slot, v)
}

func (g *ranged) Bounds(s *rule.State) {
	s.SetBound(g.slot, within(g.program.Bound(s), g.lo, g.hi))
}

// within cuts a bound to a range; what lay outside may be missing.
func within(b rule.Bound, lo, hi float64) rule.Bound {
	if b.NA == rule.Always || b.Lo >= lo && b.Hi <= hi {
		return b
	}
	if b.Hi < lo || b.Lo > hi {
		return rule.Point(rule.NA(rule.Internal))
	}
	b.Lo, b.Hi = max(b.Lo, lo), min(b.Hi, hi)
	b.NA = max(b.NA, rule.Maybe)
	if b.Why == rule.Present {
		b.Why = rule.Internal
	}
	return b
}

// relative is the step of an estimate that an effect works out from another option's.
type relative struct {
	slot, from rule.Slot
	effect     risk.Effect // without its interval, which the model has no place for
}

func (e *relative) Reads() []rule.Slot  { return []rule.Slot{e.from} }
func (e *relative) Writes() []rule.Slot { return []rule.Slot{e.slot} }
func (e *relative) Eval(s *rule.State)  { s.Set(e.slot, e.at(s.Get(e.from))) }

// at gives the chance that the effect makes of a baseline.
func (e *relative) at(baseline float64) float64 {
	if rule.IsNA(baseline) {
		return baseline
	}
	from, err := risk.NewChance(baseline, risk.Interval{}, risk.Period{})
	if err != nil {
		return rule.NA(rule.Internal)
	}
	to, err := e.effect.Apply(from)
	if err != nil {
		return rule.NA(rule.Internal)
	}
	value, _ := to.Value()
	return value
}

// Bounds uses that every measure of effect keeps the order of chances: a greater baseline never gives a smaller chance.
func (e *relative) Bounds(s *rule.State) {
	b := s.Bound(e.from)
	if b.NA == rule.Always {
		s.SetBound(e.slot, b)
		return
	}
	lo, hi := e.at(b.Lo), e.at(b.Hi)
	if rule.IsNA(lo) || rule.IsNA(hi) {
		b.NA = max(b.NA, rule.Maybe)
		if b.Why == rule.Present {
			b.Why = rule.Internal
		}
	}
	b.Lo, b.Hi = orElse(lo, 0), orElse(hi, 1)
	s.SetBound(e.slot, b)
}

// orElse gives a value, or what stands for it where it is missing.
func orElse(v, other float64) float64 {
	if rule.IsNA(v) {
		return other
	}
	return v
}
