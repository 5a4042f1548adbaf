package proms

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// compileNorms makes a score against norms ready; nil after its faults were reported.
func (c *compiler) compileNorms(sc *score) working {
	form, at := sc.definition.Norm, sc.at+"/norm"
	n, ok := c.def.Norms[form.From]
	if !ok {
		reportNearest(c.report, codeNorm, at+"/from", form.From, "norms", slices.Sorted(maps.Keys(c.def.Norms)))
		return nil
	}
	if !slices.Contains([]string{asZ, asT, asPercentile}, form.As) {
		c.report.Errorf(codeNorm, diag.At(at+"/as"), "as is %q", form.As).Hinted("Write z, t or percentile")
		return nil
	}
	base := c.scoreNamed(n.Score)
	if base == nil {
		return nil // reported at the norms
	}
	w := &byNorms{base: base, as: form.As, precise: sc.precise, se: sc.se, ageName: n.Age, sexName: n.Sex}
	var sexes rule.Type
	w.age, _, w.byAge = c.slotOf(n.Age)
	w.sex, sexes, w.bySex = c.slotOf(n.Sex)
	tables := checkNormNumbers(n, form.As, base.definition.Range[0], schemas.Pointer("norms", form.From), c.report)
	for i, row := range n.Rows {
		sex := slices.IndexFunc(sexes.Options, func(o rule.Option) bool { return o.ID == row.Sex })
		w.rows = append(w.rows, normRow{NormRow: row, sex: float64(sex), percentiles: tables[i]})
	}
	if c.report.HasErrors() {
		c.builder.Compute(sc.value, nil)
		return nil
	}
	return w
}

// scoreNamed finds a declared score.
func (c *compiler) scoreNamed(id string) *score {
	for _, sc := range c.declared {
		if sc.definition.ID == id {
			return sc
		}
	}
	return nil
}

// slotOf gives the slot and the type of an input by name, as rules read it, and whether there is one.
func (c *compiler) slotOf(name string) (rule.Slot, rule.Type, bool) {
	for i, in := range c.inputs {
		if in.Name == name {
			if item, listed := c.listed[name]; listed {
				return item.Slot, in.Type, true
			}
			return rule.Slot(i), in.Type, true
		}
	}
	return 0, rule.Type{}, false
}
