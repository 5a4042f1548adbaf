package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// gate is the step between the answer to an item as it came and as rules read it. It lets the answer through, or says that the
// item was rightly not asked: because its ask_when does not hold, or because the person chose an answer that says so. An unknown
// ask_when means asked, so that a blank elsewhere never hides a question.
type gate struct {
	item     int // place in the sheet
	at       string
	text     string
	lanes    []lane
	asked    rule.Slot
	when     *rule.Program // nil where the item is always asked
	excusing bool          // an answer of the item says that it does not apply
	notAsked float64       // what stands for the answer of an item that was not asked
	idle     bool          // no score, finding or other gate looks at the item, so only a report needs to know
}

// lane is one value of an item: of an item with marks there are several, and of one in words none.
type lane struct {
	raw  rule.Slot // the answer as it came
	slot rule.Slot // the answer as rules see it
}

// declareGates gives every item that may not be asked or not apply the slots that rules read instead of the raw answer.
func (c *compiler) declareGates() {
	for i, item := range c.def.Items {
		place, ok := c.sheet.Place(item.ID)
		if !ok || item.AskWhen == "" && !c.sheet.Set(place).MayNotApply() {
			continue
		}
		g := &gate{
			item: place, at: fmt.Sprintf("/items/%d/ask_when", i), text: item.AskWhen, asked: c.builder.Hidden(truth()),
			excusing: c.sheet.Set(place).MayNotApply(), notAsked: rule.NA(rule.NotAsked),
		}
		first, n := c.sheet.Slots(place)
		for k := range n {
			g.lanes = append(g.lanes, lane{raw: rule.Slot(first + k), slot: c.builder.Hidden(c.inputs[first+k].Type)})
		}
		if item.WhenNotAsked != nil {
			g.notAsked = *item.WhenNotAsked
		}
		c.gates = append(c.gates, g)
	}
	for _, g := range c.gates {
		for _, l := range g.lanes {
			in := c.inputs[l.raw]
			c.builder.Rebind(in.Name, l.slot)
			if in.Name == c.sheet.Question(g.item).ID {
				c.list(in.Name, l.slot, in.Type)
			}
			c.asked[l.slot] = g.asked
		}
	}
}

func truth() rule.Type { return rule.Type{Kind: rule.Truth, Hi: 1, Step: 1} }

// compileGates compiles the ask_when rules.
func (c *compiler) compileGates() {
	for _, g := range c.gates {
		if g.text != "" {
			g.when = c.builder.Compile(rule.Source{At: g.at, Text: g.text, Want: truth(), Condition: true})
		}
		if g.when != nil || g.text == "" {
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

// settle passes the answer on unless the item is known not to be asked or not to apply. Where nobody can know whether to ask,
// the word of whoever filled in the form counts.
func (g *gate) settle(s *rule.State) {
	frame := s.Frame()
	asked := g.decide(s)
	saysNot := len(g.lanes) > 0 && rule.IsNA(frame[g.lanes[0].raw]) && rule.ReasonOf(frame[g.lanes[0].raw]) == rule.NotAsked
	not := asked == 0 || saysNot && (asked != asked || g.excusing)
	if frame[g.asked] = 1; not {
		frame[g.asked] = 0
	}
	for _, l := range g.lanes {
		switch {
		case not:
			frame[l.slot] = g.notAsked
		case saysNot: // it should have been asked, so its answer is missing like any other
			frame[l.slot] = rule.NA(rule.Blank)
		default:
			frame[l.slot] = frame[l.raw]
		}
	}
}

// ignores reports whether the item was answered although it was rightly not asked.
func (g *gate) ignores(s *rule.State, answers question.Answers, id string) bool {
	if !answers.Has(id) {
		return false
	}
	g.settle(s)
	return s.Get(g.asked) == 0
}

// decide tells whether to ask: 1, 0, or a missing value where nobody can know.
func (g *gate) decide(s *rule.State) float64 {
	if g.when == nil {
		return 1
	}
	return g.when.Decided(s)
}

// Bounds gives the range of the answer, widened by the value of an item that may not be asked.
func (g *gate) Bounds(s *rule.State) {
	when := rule.Point(1)
	if g.when != nil {
		when = g.when.Bound(s)
	}
	s.SetBound(g.asked, rule.Bound{Lo: 0, Hi: 1})
	if when.IsPoint() && (when.Lo == 0 || !g.excusing) {
		s.SetBound(g.asked, when)
	}
	for _, l := range g.lanes {
		b := s.Bound(l.raw)
		switch {
		case when.IsPoint() && when.Lo == 0:
			b = rule.Point(g.notAsked)
		case when.NA != rule.Never || when.Lo == 0 || g.excusing && !b.IsPoint():
			b = rule.Hull(b, rule.Point(g.notAsked))
		}
		s.SetBound(l.slot, b)
	}
}

// Reads gives what the gate looks at.
func (g *gate) Reads() []rule.Slot {
	var slots []rule.Slot
	for _, l := range g.lanes {
		slots = append(slots, l.raw)
	}
	if g.when != nil {
		slots = append(slots, g.when.Reads()...)
	}
	return slots
}

// Writes gives the passed-on answer and whether the item was asked.
func (g *gate) Writes() []rule.Slot {
	slots := []rule.Slot{g.asked}
	for _, l := range g.lanes {
		slots = append(slots, l.slot)
	}
	return slots
}
