package cases

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// where gives the place of an obligation.
func (o Obligation) where() diag.Where {
	if o.To > 0 {
		return diag.At(o.At).Text(o.From, o.To)
	}
	return diag.At(o.At)
}

// duty is an obligation with what tells whether an evaluated person shows it.
type duty struct {
	Obligation
	reads  []rule.Slot // what shows looks at
	shows  func(s *rule.State) bool
	person int // the place of a person who shows it, or -1
}

// duties lists the obligations of a document, without those that intervals prove to be impossible.
func duties(m *rule.Model, p Promises) []*duty {
	ranges := m.Ranges()
	var all []*duty
	add := func(at string, reads []rule.Slot, shows func(*rule.State) bool, format string, args ...any) {
		all = append(all, &duty{Obligation: Obligation{About: fmt.Sprintf(format, args...), At: at}, reads: reads, shows: shows, person: -1})
	}
	branches := func(of string, p *rule.Program) {
		for _, b := range p.Branches() {
			if b.Possible(ranges) {
				add(p.Pointer(), p.Reads(), b.Taken, "%s in %s", b.About, of)
				last := all[len(all)-1]
				last.From, last.To = b.From, b.To
			}
		}
	}
	for _, c := range p.Conditions {
		b := c.Rule.Bound(ranges)
		for _, outcome := range []float64{1, 0} {
			if b.NA != rule.Always && b.Lo <= outcome && outcome <= b.Hi {
				add(c.Rule.Pointer(), c.Rule.Reads(), func(s *rule.State) bool { return c.Rule.Decided(s) == outcome },
					"%s is %t", c.About, outcome == 1)
			}
		}
		if b.NA != rule.Never {
			add(c.Rule.Pointer(), c.Rule.Reads(), func(s *rule.State) bool { return rule.IsNA(c.Rule.Decided(s)) }, "%s is unknown", c.About)
		}
		branches(c.About, c.Rule)
	}
	for _, o := range p.Outputs {
		slot, ok := m.Slot(o.Output)
		if !ok {
			continue
		}
		b, t := ranges.Bound(slot), m.Type(slot)
		for _, id := range o.Reach {
			code := float64(codeOf(t, id))
			if b.NA != rule.Always && b.Lo <= code && code <= b.Hi {
				add(o.At, []rule.Slot{slot}, func(s *rule.State) bool { return s.Get(slot) == code }, "%s is %s", o.Output, id)
			}
		}
		if b.NA != rule.Always && len(o.Reach) == 0 {
			add(o.At, []rule.Slot{slot}, func(s *rule.State) bool { v := s.Get(slot); return v == v }, "%s has a value", o.Output)
		}
		if b.NA != rule.Never {
			add(o.At, []rule.Slot{slot}, func(s *rule.State) bool { v := s.Get(slot); return v != v }, "%s is unknown", o.Output)
		}
		if o.Rule != nil {
			branches("the rule of "+o.Output, o.Rule)
		}
	}
	return all
}
