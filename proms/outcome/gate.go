package outcome

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// gate lets the rules that are compiled from now on read nothing unless every reading under needs is there. So an outcome is
// unknown without them even where what is there would decide it.
func (s *Set) gate(b *rule.Builder) {
	var needs []rule.Slot
	var all []reading
	for _, m := range s.measures {
		for _, r := range m.readings() {
			all = append(all, r)
			if slices.Contains(s.definition.Needs, r.name) {
				needs = append(needs, r.slot)
			}
		}
	}
	if len(needs) == 0 {
		return
	}
	for _, r := range all {
		out := b.Hidden(r.kind)
		b.Step(&gated{raw: r.slot, needs: needs, out: out})
		b.Rebind(r.name, out)
	}
}

// reading is something that rules can read of a measure.
type reading struct {
	name string
	slot rule.Slot
	kind rule.Type
}

func (m measure) readings() []reading {
	return []reading{{m.id + first, m.first, m.kind()}, {m.id + last, m.last, m.kind()}, {m.id + change, m.change, m.changeKind()}}
}

// gated is the step of the model that passes a reading on where all that is needed is there.
type gated struct {
	raw   rule.Slot
	needs []rule.Slot
	out   rule.Slot
}

// Eval passes the reading on, or the reason why something that is needed is missing.
func (g *gated) Eval(s *rule.State) {
	s.Set(g.out, s.Get(g.raw))
	for _, need := range g.needs {
		if v := s.Get(need); rule.IsNA(v) {
			s.Set(g.out, v)
			return
		}
	}
}

// Bounds gives what the reading could be. While something that is needed is missing, it may stay missing whatever it
// is, so that no condition is decided over ranges.
func (g *gated) Bounds(s *rule.State) {
	b := s.Bound(g.raw)
	for _, need := range g.needs {
		if v := s.Get(need); rule.IsNA(v) {
			b = rule.Hull(b, rule.Point(v))
		}
	}
	s.SetBound(g.out, b)
}

// Reads gives the slots of the reading and of what is needed.
func (g *gated) Reads() []rule.Slot { return append([]rule.Slot{g.raw}, g.needs...) }

// Writes gives the slot that rules read.
func (g *gated) Writes() []rule.Slot { return []rule.Slot{g.out} }
