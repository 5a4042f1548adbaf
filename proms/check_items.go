package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeWhenNotAsked = diag.Define(diag.Info{
	Code:    "item-when-not-asked",
	Title:   "The value of an item that is not asked cannot be used",
	Explain: "`when_not_asked:` is what an item counts as when its `ask_when:` does not hold. It needs an `ask_when:`, and a value that an answer can have.",
	Bad:     "- {id: q2, answer: frequency, when_not_asked: 0}",
	Good:    "- {id: q2, answer: frequency, ask_when: q1 > 0, when_not_asked: 0}",
})

var codeAskOrder = diag.Define(diag.Info{
	Code:    "item-ask-when-order",
	Title:   "An item is asked depending on one that comes later",
	Explain: "Items are asked in their order. When this one comes up, the other has no answer yet, so nobody could tell whether to ask.",
	Bad:     "items:\n  - {id: q1, answer: yes_no, ask_when: q2}\n  - {id: q2, answer: yes_no}",
	Good:    "items:\n  - {id: q1, answer: yes_no}\n  - {id: q2, answer: yes_no, ask_when: q1}",
})

// checkNotAsked reports values for items that are not asked which cannot be used.
func (c *compiler) checkNotAsked() {
	for i, item := range c.def.Items {
		at := fmt.Sprintf("/items/%d/when_not_asked", i)
		if item.WhenNotAsked == nil {
			continue
		}
		if item.AskWhen == "" {
			c.report.Errorf(codeWhenNotAsked, diag.At(at).Key(), "%s is always asked, so this value would never be used", item.ID).
				Hinted("Add `ask_when:`, or take it out").After(fmt.Sprintf("/items/%d/ask_when", i))
			continue
		}
		place, ok := c.sheet.Place(item.ID)
		if !ok {
			continue
		}
		if form := c.sheet.Question(place).Form(); form == question.FormMarks || form == question.FormWords || form == question.FormDate {
			c.report.Errorf(codeWhenNotAsked, diag.At(at).Key(), "%s takes %s, for which no one value can stand", item.ID, form).Hinted("Take it out")
			continue
		}
		if d := domainOf(c.sheet.Type(place), c.sheet.Set(place)); rule.IsNA(d.clean(*item.WhenNotAsked)) {
			c.report.Errorf(codeWhenNotAsked, diag.At(at), "%s is no value of an answer to %s", rule.FormatNumber(*item.WhenNotAsked), item.ID).
				Hinted("Write a value that one of the answers has")
		}
	}
}

// checkOrder reports conditions on items that come later.
func (c *compiler) checkOrder(m *rule.Model) {
	for _, g := range c.gates {
		if g.when == nil {
			continue
		}
		if later := c.laterItem(g, m); later != "" {
			c.report.Errorf(codeAskOrder, diag.At(g.at), "%s is asked depending on %s, which comes later",
				c.sheet.Question(g.item).ID, later).Hinted("Put %s first", later)
		}
	}
}

// laterItem finds an item behind the gate's own that its condition reads, itself or through scores.
func (c *compiler) laterItem(g *gate, m *rule.Model) string {
	for _, slot := range g.when.Reads() {
		for _, name := range m.InputsOf(m.Name(slot)) {
			if place, ok := c.sheet.Owner(name); ok && place > g.item {
				return name
			}
		}
	}
	return ""
}
