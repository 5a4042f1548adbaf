package policy

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// Bounds says which conclusions a criterion can come to while answers are missing.
func (c *compiled) Bounds(s *rule.State) {
	h := hull{}
	if h.passes(c.about, slotNotApplicable, s) {
		spared := h.exceptions(c, s)
		if c.when == nil {
			h.levels(c, spared, s)
		} else if h.passes(c.when, slotNotMet, s) && spared {
			h.add(slotMet)
		}
	}
	s.SetBound(c.slot, h.bound())
}

// hull collects the conclusions that are possible.
type hull struct {
	any    bool
	lo, hi float64
	na     rule.Tri
	why    rule.Reason
}

func (h *hull) add(slot float64) {
	if !h.any {
		h.any, h.lo, h.hi = true, slot, slot
	}
	h.lo, h.hi = min(h.lo, slot), max(h.hi, slot)
}

// passes adds what a condition that is false comes to, and reports whether it can be true. No condition is true.
func (h *hull) passes(p *rule.Program, otherwise float64, s *rule.State) bool {
	if p == nil {
		return true
	}
	no, yes := h.look(p, s)
	if no {
		h.add(otherwise)
	}
	return yes
}

// look tells whether a condition can be false, and whether it can be true.
func (h *hull) look(p *rule.Program, s *rule.State) (no, yes bool) {
	b := p.Bound(s)
	if b.NA != rule.Never {
		h.na, h.why = rule.Maybe, b.Why
	}
	if b.NA == rule.Always {
		return false, false
	}
	return b.Lo == 0, b.Hi == 1
}

// exceptions adds what comes of those that can hold, and reports whether it can be that none holds.
func (h *hull) exceptions(c *compiled, s *rule.State) bool {
	spared := true
	for _, p := range c.unless {
		no, yes := h.look(p, s)
		if yes {
			h.add(slotNotMet)
		}
		spared = spared && no
	}
	return spared
}

// levels adds every level that can be the first to hold.
func (h *hull) levels(c *compiled, spared bool, s *rule.State) {
	for i, p := range c.levels {
		no, yes := h.look(p, s)
		if yes && spared {
			h.add(float64(slotMet + i))
		}
		if !no {
			return
		}
	}
	h.add(slotNotMet)
}

func (h *hull) bound() rule.Bound {
	if !h.any {
		return rule.Bound{NA: rule.Always, Why: h.why}
	}
	return rule.Bound{Lo: h.lo, Hi: h.hi, NA: h.na, Why: h.why}
}
