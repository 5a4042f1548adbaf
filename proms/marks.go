package proms

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// declareMarks gives every item with marks the number that are marked, as item.count.
func (c *compiler) declareMarks() {
	for i := range c.sheet.Len() {
		if c.sheet.Question(i).Form() != question.FormMarks {
			continue
		}
		_, n := c.sheet.Slots(i)
		counted := rule.Type{Kind: rule.Number, Lo: 0, Hi: float64(n), Step: 1}
		c.counts = append(c.counts, marksCount{i, c.builder.Name(c.sheet.Question(i).ID+".count", counted, c.sheet.Pointer(i)), counted})
	}
}

// marksCount is the number of marks on one item.
type marksCount struct {
	item int
	slot rule.Slot
	kind rule.Type
}

// compileMarks makes the steps that count.
func (c *compiler) compileMarks() {
	for _, counted := range c.counts {
		first, n := c.sheet.Slots(counted.item)
		names := make([]string, n)
		for k := range names {
			names[k] = c.inputs[first+k].Name
		}
		text := fmt.Sprintf("count_true(%s)", strings.Join(names, ", "))
		c.builder.Compute(counted.slot, c.builder.Compile(rule.Source{At: c.sheet.Pointer(counted.item), Text: text, Want: counted.kind}))
	}
}
