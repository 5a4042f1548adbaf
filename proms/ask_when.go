package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// gate is the step of an item with ask_when: it lets the answer through, or says that the item was rightly not asked.
// Unknown means asked, so that a blank elsewhere never hides a question.
type gate struct {
	item     int // place in the sheet
	at       string
	text     string
	raw      rule.Slot // the answer as it came
	slot     rule.Slot // the answer as rules see it
	asked    rule.Slot
	when     *rule.Program
	notAsked float64 // what stands for the answer of an item that was not asked
	idle     bool    // no score, finding or other gate looks at the item, so only a report needs to know
}

// declareGates gives every item with ask_when the slot that rules read instead of the raw answer.
func (c *compiler) declareGates() {
	for i, item := range c.def.Items {
		place, ok := c.sheet.Place(item.ID)
		if item.AskWhen == "" || !ok {
			continue
		}
		g := &gate{
			item: place, at: fmt.Sprintf("/items/%d/ask_when", i), text: item.AskWhen, raw: c.listed[item.ID].Slot,
			slot: c.builder.Hidden(c.sheet.Type(place)), asked: c.builder.Hidden(truth()), notAsked: rule.NA(rule.NotAsked),
		}
		if item.WhenNotAsked != nil {
			g.notAsked = *item.WhenNotAsked
		}
		c.gates = append(c.gates, g)
	}
	for _, g := range c.gates {
		id := c.sheet.Question(g.item).ID
		c.builder.Rebind(id, g.slot)
		c.list(id, g.slot, c.sheet.Type(g.item))
		c.asked[g.slot] = g.asked
	}
}

func truth() rule.Type { return rule.Type{Kind: rule.Truth, Hi: 1, Step: 1} }

// compileGates compiles the ask_when rules.
func (c *compiler) compileGates() {
	for _, g := range c.gates {
		g.when = c.builder.Compile(rule.Source{At: g.at, Text: g.text, Want: truth(), Condition: true})
		if g.when != nil {
			c.builder.Step(g)
		}
	}
}

// Eval settles the gate, unless nothing that is computed depends on it.
func (g *gate) Eval(s *rule.State) {
	if !g.idle {
		g.settle(s)
	}
}

// settle passes the answer on unless the item is known not to be asked. Where nobody can know whether to ask, the word of
// whoever filled in the form counts.
func (g *gate) settle(s *rule.State) {
	frame := s.Frame()
	raw, asked := frame[g.raw], g.decide(s)
	saysNot := rule.IsNA(raw) && rule.ReasonOf(raw) == rule.NotAsked
	switch {
	case asked == 0 || asked != asked && saysNot:
		frame[g.asked], frame[g.slot] = 0, g.notAsked
	case saysNot: // it should have been asked, so its answer is missing like any other
		frame[g.asked], frame[g.slot] = 1, rule.NA(rule.Blank)
	default:
		frame[g.asked], frame[g.slot] = 1, raw
	}
}

// decide gives the condition as rule.Program.Decide does, without the names of what it was decided in spite of.
func (g *gate) decide(s *rule.State) float64 {
	v := g.when.Eval(s.Frame())
	if v == v {
		return v
	}
	if b := g.when.Bound(s); b.IsPoint() {
		return b.Lo
	}
	return v
}

// Bounds gives the range of the answer, widened by the value of an item that may not be asked.
func (g *gate) Bounds(s *rule.State) {
	when, b := g.when.Bound(s), s.Bound(g.raw)
	switch {
	case when.IsPoint() && when.Lo == 0:
		b = rule.Point(g.notAsked)
	case when.NA != rule.Never || when.Lo == 0:
		b = rule.Hull(b, rule.Point(g.notAsked))
	}
	s.SetBound(g.slot, b)
	s.SetBound(g.asked, rule.Bound{Lo: 0, Hi: 1})
	if when.IsPoint() {
		s.SetBound(g.asked, when)
	}
}

// Reads gives what the gate looks at.
func (g *gate) Reads() []rule.Slot { return append([]rule.Slot{g.raw}, g.when.Reads()...) }

// Writes gives the passed-on answer and whether the item was asked.
func (g *gate) Writes() []rule.Slot { return []rule.Slot{g.slot, g.asked} }
