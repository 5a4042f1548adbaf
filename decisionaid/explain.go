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

// explainCell gives the rule, or the effect behind the steps of its baseline.
func (a *Aid) explainCell(s *rule.State, c *cell) []string {
	switch c.form {
	case ruled:
		return c.program.Trace(s).Lines
	case effected:
		from := c.baseline.slot
		return append(a.explainCell(s, c.baseline), fmt.Sprintf("%s of %s on %s (%s) gives %s", c.effect.Measure,
			rule.FormatNumber(c.effect.Value), a.model.Name(from), rule.FormatNumber(s.Get(from)), rule.FormatNumber(s.Get(c.slot))))
	default:
		return nil
	}
}
