package proms

import (
	"fmt"
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeAdaptive = diag.Define(diag.Info{
	Code:  "bank-adaptive",
	Title: "An adaptive test contradicts itself or its bank",
	Explain: "`adaptive:` says what the next item is chosen by (mfi or mpwi), and when enough was asked: `stop:` with min_items, max_items and, if there are, `se:` and `se_change:` as " +
		"{at_most: 0.3} or {below: 0.3}. Items of a balanced test have an area, and none is asked only of some people.",
	Bad:  "adaptive: {by: mfi, stop: {min_items: 4, max_items: 3, se: {at_most: 0}}}",
	Good: "adaptive: {by: mfi, stop: {min_items: 4, max_items: 12, se: {at_most: 0.3}}}",
})

// compileAdaptive makes the adaptive test of a bank ready.
func (c *compiler) compileAdaptive(b *bankReady, form *AdaptiveDesign, at string) {
	before := len(c.report.List())
	c.checkAsked(b, at)
	checkLimits(form.Stop, at, c.report)
	if len(c.report.List()) > before {
		return
	}
	design := irt.Design{
		Criterion: form.By, Start: form.Start, Balance: form.shares(b.bank.Items()),
		Stop: irt.Stop{MinItems: form.Stop.MinItems, MaxItems: form.Stop.MaxItems, SE: form.Stop.SE.limit(), SEChange: form.Stop.SEChange.limit()},
	}
	test, err := irt.NewAdaptive(b.bank, design)
	if err != nil {
		reportFaults(err, codeAdaptive, at, func(f irt.Fault) string { return designPlace(f, design) }, c.report)
		return
	}
	b.adaptive = test
}

// shares gives the balance in the order in which the items name the areas, those without items last.
func (d *AdaptiveDesign) shares(items []irt.Item) []irt.Share {
	var order []string
	for _, it := range items {
		if _, ok := d.Balance[it.Area]; ok && !slices.Contains(order, it.Area) {
			order = append(order, it.Area)
		}
	}
	for _, area := range slices.Sorted(maps.Keys(d.Balance)) {
		if !slices.Contains(order, area) {
			order = append(order, area)
		}
	}
	var shares []irt.Share
	for _, area := range order {
		shares = append(shares, irt.Share{Area: area, Weight: d.Balance[area]})
	}
	return shares
}

// checkAsked reports items that are only asked of some people: an adaptive test knows of no condition.
func (c *compiler) checkAsked(b *bankReady, at string) {
	for _, item := range b.items {
		if place := slices.IndexFunc(c.def.Items, func(i Item) bool { return i.ID == item.id }); place >= 0 && c.def.Items[place].AskWhen != "" {
			c.report.Errorf(codeAdaptive, diag.At(at).Key(), "%s is asked only of some people, and an adaptive test asks it of any", item.id).
				Hinted("Take its `ask_when:` out, or leave it out of the bank").Beside(diag.At(fmt.Sprintf("/items/%d/ask_when", place)), "its condition")
		}
	}
}

// checkLimits reports a limit that says both or neither of its two forms.
func checkLimits(stop AdaptiveStop, at string, r *diag.Reporter) {
	for _, l := range []struct {
		key   string
		limit *StopLimit
	}{{"se", stop.SE}, {"se_change", stop.SEChange}} {
		if l.limit != nil && (l.limit.AtMost == nil) == (l.limit.Below == nil) {
			r.Errorf(codeAdaptive, diag.At(at+"/stop/"+l.key), "a limit is one of {at_most: x} and {below: x}").Hinted("Write {at_most: 0.3} where 0.3 itself is enough")
		}
		if l.limit != nil && l.limit.limit().Value == 0 && (l.limit.AtMost == nil) != (l.limit.Below == nil) {
			r.Errorf(codeAdaptive, diag.At(at+"/stop/"+l.key), "a limit of 0 is never reached").Hinted("Write a number above 0, or take the limit out")
		}
	}
}

// designPlace gives where a part of a design stands in a document.
func designPlace(f irt.Fault, d irt.Design) string {
	var k int
	if _, err := fmt.Sscanf(f.Field, "balance[%d]", &k); err == nil && k < len(d.Balance) {
		return schemas.Pointer("balance", d.Balance[k].Area)
	}
	places := map[string]string{
		"criterion": "/by", "start": "/start", "balance": "/balance", "stop.min_items": "/stop/min_items", "stop.max_items": "/stop/max_items",
		"stop.se": "/stop/se", "stop.se_change": "/stop/se_change",
	}
	return places[f.Field]
}
