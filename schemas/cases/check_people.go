package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// look evaluates at most budget people and notes what they show. Once nothing that they could still show would change
// what is said, it stops; and what nothing open rests on is not worked out. Neither changes what Check finds, or what it
// may spend on witnesses.
func (c *checking) look(everybody *people, budget int) {
	c.whole, c.exact = everybody.all(budget), everybody.exact
	c.left -= everybody.number(budget)
	l := &looking{checking: c, outputs: slices.Clone(c.outputs), conditions: slices.Clone(c.conditions)}
	if l.narrow() {
		everybody.each(budget, l.see)
	}
}

// looking is what is still open while people are looked at.
type looking struct {
	*checking
	outputs    []*outputSeen
	conditions []*conditionSeen
	part       *rule.Model // what these rest on
	state      *rule.State // of part
	people     int         // since part was made
}

// eachPart is for how many people a part of the model serves, before it is made anew without what is settled by then.
const eachPart = 64

// see evaluates one person and notes what it shows.
func (l *looking) see(row []float64, raised int) (more bool) {
	evaluate(l.part, l.state, row)
	for _, o := range l.outputs {
		o.see(row, raised, l.state.Get(o.slot))
	}
	for _, cond := range l.conditions {
		cond.see(row, l.state)
	}
	if l.people++; l.people%eachPart == 0 {
		return l.narrow()
	}
	return true
}

// narrow leaves out what is settled, and reports whether anything is open.
func (l *looking) narrow() bool {
	open := len(l.outputs) + len(l.conditions)
	l.outputs = slices.DeleteFunc(l.outputs, (*outputSeen).done)
	l.conditions = slices.DeleteFunc(l.conditions, (*conditionSeen).done)
	if l.part != nil && open == len(l.outputs)+len(l.conditions) {
		return true
	}
	var slots []rule.Slot
	for _, o := range l.outputs {
		slots = append(slots, o.slot)
	}
	for _, cond := range l.conditions {
		slots = append(slots, cond.Rule.Reads()...)
	}
	l.part = l.model.Only(slots...)
	l.state = l.part.NewState()
	return len(l.outputs)+len(l.conditions) > 0
}
