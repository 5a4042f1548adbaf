package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// estimates makes every cell ready.
func (c *compiler) estimates() {
	for i, row := range c.aid.cells {
		o := &c.def.Outcomes[i]
		for _, made := range row {
			c.estimate(o, row, made)
		}
	}
}

// estimate gives a cell its form and adds its step. What is wrong with the estimate was reported; the cell is then
// unknown, so that the model is whole and other faults are found too.
func (c *compiler) estimate(o *Outcome, row []*cell, made *cell) {
	def := made.definition
	switch forms := def.forms(); {
	case len(forms) != 1:
		made.form = unknown
	case forms[0] == formUnknown:
		made.form, made.given = unknown, risk.Unknown(risk.NoEvidence)
	case forms[0] == formNotApplicable:
		made.form, made.given = inapplicable, risk.Unknown(NotApplicable)
	case forms[0] == formRelative:
		c.relative(row, made)
	case def.Chance != nil && def.Chance.Rule != "":
		c.ruled(made)
	default:
		if chance, err := def.stated(o.measured()); err == nil {
			made.form, made.given = fixed, chance
		}
	}
	c.step(made)
	if o.Horizon != nil {
		c.builder.Step(&moved{slot: made.slot, from: made.raw, outcome: o})
	}
	c.builder.Output(o.ID + "." + c.def.Options[made.option].ID)
}

// stated gives the chance of a number or a count.
func (e *EstimateDefinition) stated(period risk.Period) (risk.Chance, error) {
	if e.Count != nil {
		return risk.Observed(*e.Count, e.interval(), period)
	}
	return risk.NewChance(e.Chance.Number, e.interval(), period)
}

func (c *compiler) ruled(made *cell) {
	made.program = c.builder.Compile(rule.Source{
		At: made.pointer() + "/chance", Text: made.definition.Chance.Rule, Want: rule.Type{Kind: rule.Number, Lo: 0, Hi: 1},
	})
	if made.program != nil {
		made.form = ruled
	}
}

func (c *compiler) relative(row []*cell, made *cell) {
	_, effects := made.definition.effects()
	if len(effects) != 1 || effects[0].Check() != nil || circular(row, c.def.Options, made) {
		return
	}
	for _, other := range row {
		if c.def.Options[other.option].ID == made.definition.RelativeTo {
			made.form, made.baseline, made.effect = effected, other, effects[0]
		}
	}
}

// circular reports whether a chain of baselines comes back to the cell it started from.
func circular(row []*cell, options []Option, from *cell) bool {
	at := from
	for range row {
		next := at.definition.RelativeTo
		at = nil
		for _, other := range row {
			if options[other.option].ID == next {
				at = other
			}
		}
		if at == nil || at == from {
			return at == from
		}
	}
	return true
}

func (c *compiler) step(made *cell) {
	switch made.form {
	case ruled:
		c.builder.Step(&ranged{slot: made.raw, program: made.program, lo: 0, hi: 1})
	case effected:
		c.builder.Step(&relative{slot: made.raw, from: made.baseline.raw, effect: made.plain()})
	case fixed:
		value, _ := made.given.Value()
		c.builder.Step(&constant{slot: made.raw, value: value})
	default:
		c.builder.Step(&constant{slot: made.raw, value: missingAs(made.form)})
	}
}
