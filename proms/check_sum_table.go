package proms

import (
	"maps"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeSumTable = diag.Define(diag.Info{
	Code:  "bank-sum-table",
	Title: "A table of raw sums is not the one that follows from its bank",
	Explain: "The score of each raw sum follows from the parameters, prior, grid and metric of the bank (Lord and Wingersky). Where a published table differs by more than its " +
		"rounding, a number of one of the two is wrong, or the table was made on another `grid:`.",
	Bad:  "sum_table: {value: t_score, places: 1}   # and the table has 52.1 where the bank gives 51.2",
	Good: "sum_table: {value: t_score, places: 1, grid: {low: -4.5, high: 4.5, points: 91}}",
})

// checkSumTable holds published tables of raw sums against the bank.
func (c *compiler) checkSumTable(b *bankReady, form Bank, items []irt.Item, at string) {
	s, settings := form.SumTable, form.settings()
	if s.Places < 0 || s.Places > maxPlaces {
		c.report.Errorf(codeSumTable, diag.At(at+"/places"), "a table with %d decimal places", s.Places).Hinted("Write 0 to %d", maxPlaces)
		return
	}
	bank := b.bank
	if s.Grid != nil {
		settings.Grid = *s.Grid
		var err error
		if bank, err = irt.NewBank(items, settings); err != nil {
			reportFaults(err, codeSumTable, at, bankPlace, c.report)
			return
		}
	}
	lowest := 0.0
	for _, item := range b.items {
		if item.categories.step != 1 {
			c.report.Errorf(codeSumTable, diag.At(at), "the values of %s are not whole steps, so no raw sum tells the categories", item.id).Hinted("Take `sum_table:` out")
			return
		}
		lowest += item.categories.lowest
	}
	derived := bank.RawTable(0)
	c.compareTable(s.Value, at+"/value", s.Places, lowest, derived, func(r irt.Reported) float64 { return r.Value })
	if s.SE != "" {
		c.compareTable(s.SE, at+"/se", s.Places, lowest, derived, func(r irt.Reported) float64 { return r.SE })
	}
}

// compareTable reports each row of a table that differs by more than its rounding, and each that is not there.
func (c *compiler) compareTable(name, at string, places int, lowest float64, derived irt.RawTable, of func(irt.Reported) float64) {
	table, ok := c.def.Tables[name]
	if !ok {
		reportNearest(c.report, codeSumTable, at, name, "table", slices.Sorted(maps.Keys(c.def.Tables)))
		return
	}
	unit := 1 / math.Pow10(places)
	for _, row := range derived.Rows {
		key := rule.FormatNumber(lowest + float64(row.Raw))
		published, there := table.Rows[key]
		switch want := of(row.Reported); {
		case row.Reported.Reason != "":
			c.report.Errorf(codeSumTable, diag.At(at), "for the raw sum %s the bank has no estimate", key).Hinted("Take `sum_table:` out, or give it the grid that the table was made on")
			return
		case !there:
			c.report.Errorf(codeSumTable, diag.At(schemas.Pointer("tables", name)), "the table has no raw sum %s", key).Hinted("Add it").
				Beside(diag.At(at), "checked because of this")
		case math.Abs(published-want) > unit/2+1e-9:
			c.report.Errorf(codeSumTable, diag.At(schemas.Pointer("tables", name, key)), "the raw sum %s has %s, and the bank gives %s", key,
				rule.FormatNumber(published), rule.FormatNumber(rule.Round(want, places+2, rule.HalfAway))).
				Hinted("Look the number up in the source, and the parameters and the grid of the bank").Beside(diag.At(at), "checked because of this")
		}
	}
}
