package proms

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// previousPrefix is put before the id of an item for its answer of an earlier visit: cases give it as previous.q1.
const previousPrefix = "previous."

// carry is a member of a score for which the answer of an earlier visit may stand.
type carry struct {
	today, before, to rule.Slot
	turned            bool    // today is read from the other end
	sum               float64 // lowest plus highest value
}

// carry writes today's answer, or the earlier one where today's is blank and the item was to be asked.
func (c *carry) carry(frame []float64) {
	v := frame[c.today]
	if v != v && rule.ReasonOf(v) != rule.NotAsked {
		if before := frame[c.before]; before == before {
			v = c.turn(before)
		}
	}
	frame[c.to] = v
}

func (c *carry) turn(v float64) float64 {
	if c.turned {
		return c.sum - v
	}
	return v
}

// stands reports whether the earlier answer stands for today's.
func (c *carry) stands(frame []float64) bool {
	return rule.IsNA(frame[c.today]) && !rule.IsNA(frame[c.to])
}

// bounds gives both answers: today's may still come, and else the earlier one stands.
func (c *carry) bounds(s *rule.State) {
	b := s.Bound(c.today)
	if b.NA == rule.Never && b.Lo == b.Hi || b.NA == rule.Always && b.Why == rule.NotAsked {
		s.SetBound(c.to, b)
		return
	}
	before := s.Bound(c.before)
	if before.NA != rule.Always && c.turned {
		before.Lo, before.Hi = c.sum-before.Hi, c.sum-before.Lo
	}
	s.SetBound(c.to, rule.Hull(b, before))
}

// carriedItems gives the ids of the items whose earlier answers some score may carry over, in the order of the items.
func (d *Definition) carriedItems() []string {
	var carried []string
	for _, s := range d.Scores {
		if s.Missing == nil || !s.Missing.Fill.Carried {
			continue
		}
		carried = append(carried, s.Of.IDs...)
		carried = append(carried, d.Groups[s.Of.Group]...)
	}
	var ids []string
	for _, item := range d.Items {
		if slices.Contains(carried, item.ID) {
			ids = append(ids, item.ID)
		}
	}
	return ids
}

// previous declares the earlier answers as inputs of the model, after all others.
func (c *compiler) previous() {
	for _, id := range c.def.carriedItems() {
		place, ok := c.sheet.Place(id)
		if !ok {
			continue
		}
		if _, inputs := c.sheet.Slots(place); inputs == 1 {
			c.carries[id] = c.input(rule.Input{Name: previousPrefix + id, Type: c.sheet.Type(place), Pointer: c.sheet.Pointer(place)})
		}
	}
}

// carried lets the rule read, of each member, the earlier answer where today's is blank.
func (c *compiler) carried(sc *score) bool {
	sc.listed = slices.Clone(sc.members)
	for i, m := range sc.members {
		before, ok := c.carries[m.ID]
		if !ok {
			c.report.Errorf(codeMissingForm, diag.At(sc.place("missing")+"/fill"), "%s is not one answer, and only such are carried over", m.ID).
				Hinted("Carry the items over in that score, or choose another fill")
			return false
		}
		one := carry{today: m.Slot, before: before, to: c.builder.Hidden(c.types[before])}
		for _, t := range sc.turned {
			if t.to == m.Slot {
				one.turned, one.sum = true, t.sum
			}
		}
		sc.carried = append(sc.carried, one)
		sc.listed[i].Slot = one.to
	}
	return true
}

// carriedItems names the members for which the earlier answer stands.
func (sc *score) carriedItems(frame []float64) []string {
	var ids []string
	for i := range sc.carried {
		if sc.carried[i].stands(frame) {
			ids = append(ids, sc.members[i].ID)
		}
	}
	return ids
}
