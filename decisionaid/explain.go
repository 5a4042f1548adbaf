package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// explain says in steps how an output of the model came about over an evaluated state; nil where its author wrote it as it
// is.
func (a *Aid) explain(s *rule.State, output string) []string {
	slot, ok := a.model.Slot(output)
	if !ok {
		return nil
	}
	if a.audience != nil && slot == a.forWhen {
		return a.audience.Trace(s).Lines
	}
	for _, d := range a.derived {
		if d.slot == slot {
			return d.program.Trace(s).Lines
		}
	}
	for _, row := range a.cells {
		for _, c := range row {
			if c.slot == slot {
				return a.explainCell(s, c)
			}
		}
	}
	return nil
}

// explainCell gives how the estimate came about, and how it was moved to the period that is shown.
func (a *Aid) explainCell(s *rule.State, c *cell) []string {
	lines, o := a.explainMeasured(s, c), &a.definition.Outcomes[c.outcome]
	if o.Horizon == nil {
		return lines
	}
	return append(lines, fmt.Sprintf("%s in %s at a %s gives %s in %s", rule.FormatNumber(s.Get(c.raw)), o.Horizon.From, o.Horizon.Rule,
		rule.FormatNumber(s.Get(c.slot)), o.Within))
}

// explainMeasured gives the rule, or the effect behind the steps of its baseline.
func (a *Aid) explainMeasured(s *rule.State, c *cell) []string {
	switch c.form {
	case ruled:
		return c.program.Trace(s).Lines
	case effected:
		from := c.baseline
		return append(a.explainMeasured(s, from), fmt.Sprintf("%s of %s on %s (%s) gives %s", c.effect.Measure,
			rule.FormatNumber(c.effect.Value), a.model.Name(from.slot), rule.FormatNumber(s.Get(from.raw)), rule.FormatNumber(s.Get(c.raw))))
	default:
		return nil
	}
}
