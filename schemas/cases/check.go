package cases

import (
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeUnproved = diag.Define(diag.Info{
	Code: "rule-unproved", Title: "A promise is neither proved nor refuted",
	Explain: "Nobody for whom the promise breaks was found, and no proof either that there is none. Nothing needs to be done; a simpler rule, " +
		"or narrower ranges of its answers, may make a proof possible.",
	Bad:  "rule: max(q1 * q2, q3) - q1",
	Good: "rule: max(q2, q3)",
})

// unproved is what to do about a promise that is neither proved nor refuted.
const unproved = "Nothing needs to be done; a case with such a person, or a simpler rule, would settle it"

// Check looks at what a kind promises of a model: first by intervals, which hold for everybody, then by at most budget
// people (Budget is the usual number), always the same ones. It reports an error only where it found a person for whom a
// promise breaks, and names that person; a warning for what can never or must always be, or does not matter; a note for
// what is neither proved nor refuted.
func Check(m *rule.Model, promises Promises, budget int, r *diag.Reporter) {
	c := &checking{model: m, inputs: m.Inputs(), state: m.NewState(), ranges: m.Ranges(), report: r, left: budget}
	for _, cond := range promises.Conditions {
		c.conditions = append(c.conditions, &conditionSeen{Condition: cond, bound: cond.Rule.Bound(c.ranges)})
	}
	for _, p := range promises.Outputs {
		if slot, ok := m.Slot(p.Output); ok {
			c.outputs = append(c.outputs, newOutputSeen(p, slot, c.ranges, m))
		}
	}
	c.look(newPeople(m, promises.programs()), budget-budget/8) // the rest serves to simplify witnesses
	for _, o := range c.outputs {
		c.judgeRange(o)
		c.judgeReach(o)
		c.judgeMembers(o)
		c.judgeWays(o)
	}
	for _, cond := range c.conditions {
		c.judgeCondition(cond)
	}
}

// programs gives every rule that the promises know.
func (p Promises) programs() []*rule.Program {
	var all []*rule.Program
	for _, o := range p.Outputs {
		if o.Rule != nil {
			all = append(all, o.Rule)
		}
	}
	for _, c := range p.Conditions {
		all = append(all, c.Rule)
	}
	return all
}

// checking is one run of Check.
type checking struct {
	model      *rule.Model
	inputs     []rule.Input
	state      *rule.State
	ranges     *rule.State
	report     *diag.Reporter
	left       int // evaluations
	outputs    []*outputSeen
	conditions []*conditionSeen
	whole      bool // the people were all that the cells make
	exact      bool // the cells hold every answer that there is
}

// simplest leaves out answers of a witness, from the last one on, as long as the fault still shows and evaluations are
// left. It gives nil where the witness, looked at anew, shows nothing: then there is none.
func (c *checking) simplest(row []float64, shows func(s *rule.State) bool) []float64 {
	again := func(row []float64) bool {
		c.left--
		evaluate(c.model, c.state, row)
		return shows(c.state)
	}
	if row == nil || !again(row) {
		return nil
	}
	blank := blankInputs(c.model)
	simple := append([]float64(nil), row...)
	for i := len(simple) - 1; i >= 0 && c.left > 1; i-- {
		was := simple[i]
		if simple[i] = blank[i]; was != was || !again(simple) {
			simple[i] = was
		}
	}
	evaluate(c.model, c.state, simple)
	return simple
}
