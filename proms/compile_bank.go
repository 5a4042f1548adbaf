package proms

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeBank = diag.Define(diag.Info{
	Code:  "bank-parameters",
	Title: "The numbers of an item bank do not describe how people answer",
	Explain: "Each item of a bank has a discrimination above 0 and thresholds, which rise for graded items, and the bank a prior, a grid and a metric. With others there " +
		"is no estimate, or one that means nothing.",
	Bad:  "items:\n  q1: {a: -2.1, b: [0.4, -0.3]}",
	Good: "items:\n  q1: {a: 2.1, b: [-0.3, 0.4]}",
})

var codeBankItem = diag.Define(diag.Info{
	Code:  "bank-item",
	Title: "An item bank and the items of the document do not fit",
	Explain: "A bank is about items of the document, and each of them has one answer more than thresholds. Its answers are taken in the order of their values; an option that " +
		"counts as missing is none.",
	Bad:  "answers: {often: [{id: never, value: 0}, {id: often, value: 1}]}\nbanks:\n  mood: {items: {q1: {a: 2, b: [-1, 0, 1]}}}",
	Good: "answers: {often: [{id: never, value: 0}, {id: often, value: 1}]}\nbanks:\n  mood: {items: {q1: {a: 2, b: [-1]}}}",
})

// bankReady is an item bank made ready.
type bankReady struct {
	name     string
	bank     *irt.Bank
	items    []bankedItem // in the order of the bank's row of answers
	adaptive *irt.Adaptive
}

// bankedItem is an item of the questionnaire in a bank.
type bankedItem struct {
	id         string
	place      int // in the sheet
	categories categories
}

// compileBanks makes the item banks ready.
func (c *compiler) compileBanks() {
	c.banks = map[string]*bankReady{}
	for _, name := range slices.Sorted(maps.Keys(c.def.Banks)) {
		form, at := c.def.Banks[name], schemas.Pointer("banks", name)
		b := &bankReady{name: name}
		items := c.bankItems(b, form, at)
		if items == nil {
			continue
		}
		bank, err := irt.NewBank(items, form.settings())
		if err != nil {
			reportFaults(err, codeBank, at, bankPlace, c.report)
			continue
		}
		b.bank = bank
		c.banks[name] = b
		if form.Adaptive != nil {
			c.compileAdaptive(b, form.Adaptive, at+"/adaptive")
		}
		if form.SumTable != nil {
			c.checkSumTable(b, form, items, at+"/sum_table")
		}
	}
}

// bankItems gives the bank's items in the order of the document, or nil after it reported items that are not there or have
// another number of answers.
func (c *compiler) bankItems(b *bankReady, form Bank, at string) []irt.Item {
	whole := true
	for _, id := range slices.Sorted(maps.Keys(form.Items)) {
		if _, ok := c.sheet.Place(id); !ok {
			reportNearest(c.report, codeBankItem, at+schemas.Pointer("items", id), id, "item", c.sheet.IDs()).After("/items")
			whole = false
		}
	}
	var items []irt.Item
	for i := range c.sheet.Len() {
		id := c.sheet.Question(i).ID
		p, ok := form.Items[id]
		if !ok {
			continue
		}
		here := at + schemas.Pointer("items", id)
		categories, ok := categoriesOf(c.sheet.Type(i), p.Reversed)
		switch _, inputs := c.sheet.Slots(i); {
		case !ok || inputs != 1:
			c.report.Errorf(codeBankItem, diag.At(here).Key(), "the answers to %s are no categories", id).Hinted("Use an item with options, or with up to %d whole steps", irt.MaxCategories)
			whole = false
			continue
		case categories.number != len(p.B)+1:
			c.report.Errorf(codeBankItem, diag.At(here+"/b"), "%s has %d answers and %d thresholds", id, categories.number, len(p.B)).
				Hinted("Give it %d thresholds", categories.number-1).After(here + "/b")
			whole = false
			continue
		}
		model := p.Model
		if model == "" {
			model = form.Model
		}
		items = append(items, irt.Item{ID: id, Model: model, Discrimination: p.A, Thresholds: p.B, Guessing: p.C, Area: p.Area})
		b.items = append(b.items, bankedItem{id: id, place: i, categories: categories})
	}
	if !whole {
		return nil
	}
	if len(items) == 0 {
		c.report.Errorf(codeBankItem, diag.At(at+"/items"), "the bank has no items").Hinted("Give it at least one").After(at + "/items")
	}
	return items
}

// reportFaults puts faults of package irt at their places. A fault says what is wrong and, behind a semicolon, how to mend it.
func reportFaults(err error, code diag.Code, at string, place func(irt.Fault) string, r *diag.Reporter) {
	var all irt.Faults
	errors.As(err, &all)
	for _, f := range all {
		problem, remedy, _ := strings.Cut(f.Problem, "; ")
		if remedy == "" {
			remedy = "look the value up in its source"
		}
		what := parameterName(f.Field)
		if f.Item != "" {
			what += " of " + f.Item
		}
		r.Errorf(code, diag.At(at+place(f)), "%s %s", what, problem).Hinted("%s", strings.ToUpper(remedy[:1])+remedy[1:]).After(at + place(f))
	}
}

// parameterKeys are the keys under which authors write what package irt calls otherwise.
var parameterKeys = map[string]string{"discrimination": "a", "thresholds": "b", "guessing": "c", "model": "model", "criterion": "by"}

// parameterName gives the name of a field as authors know it.
func parameterName(field string) string {
	field, _, _ = strings.Cut(field, "[")
	if key, ok := parameterKeys[field]; ok {
		return key
	}
	return field
}

// bankPlace gives where a parameter stands in a document.
func bankPlace(f irt.Fault) string {
	if f.Item == "" {
		return "/" + strings.ReplaceAll(f.Field, ".", "/")
	}
	item := schemas.Pointer("items", f.Item)
	var k int
	if _, err := fmt.Sscanf(f.Field, "thresholds[%d]", &k); err == nil {
		return fmt.Sprintf("%s/b/%d", item, k)
	}
	if key, ok := parameterKeys[f.Field]; ok {
		return item + "/" + key
	}
	return item
}
