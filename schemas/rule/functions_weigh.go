package rule

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeFill = diag.Define(diag.Info{
	Code:    "rule-fill",
	Title:   "A fill that does not go with the rule",
	Explain: "What stands in for an unanswered item must be a value that the rule can use. The mean of the answers is no key of weights, and a yes or no has no mean.",
	Bad:     "missing: {at_least: 4, fill: mean}\nrule: sum(weigh(values, of))",
	Good:    "missing: complete\nrule: sum(weigh(values, of))",
})

func checkWeigh(c *checker, n *node) Type {
	out := Type{Kind: Many}
	n.list = &listing{name: n.word}
	name, list := n.kids[0], n.kids[1]
	w, ok := c.scope.weights[name.word]
	if name.form != formName || !ok {
		name.known = true
		e := c.fault(name, codeTable, "the first argument of weigh is the name of weights; %s is none", signOf(c.quote(name)))
		var names []string
		for known := range c.scope.weights {
			names = append(names, known)
		}
		slices.Sort(names)
		hintNearest(e, name.word, names, "weights")
		c.infer(list, nil)
		return out
	}
	name.known, name.form = true, formTable
	if c.infer(list, nil); list.wrong {
		return out
	}
	if list.form != formList || list.list.truths {
		c.fault(list, codeArguments, "weigh needs a list of numbers, such as `of`").Hinted("Write weigh(%s, of)", name.word)
		return out
	}
	weighed := *list.list
	n.list = &weighed
	c.weights(n, w)
	return out
}

// weights joins the weights with the list by item id, and checks that both have the same items and every answer its weight.
func (c *checker) weights(n *node, w weights) {
	l := n.list
	l.whole = false
	if l.fill.Kind == FillMean {
		c.fault(n, codeFill, "`fill: mean` cannot be weighed: a mean is not an answer").
			Hinted("Use `missing: complete`, or `fill: drop`")
		return
	}
	for i, id := range l.ids {
		rows, ok := w.rows[id]
		if !ok {
			c.fault(n, codeTable, "the weights %s have nothing for %s", signOf(n.kids[0].word), signOf(id)).
				Hinted("Give it a weight for each of its answers").Beside(diag.At(w.pointer), "the weights")
			return
		}
		l.weights = append(l.weights, newLookup(weightRows(rows), false))
		if !c.everyAnswer(n, w, i) {
			return
		}
	}
	var extra []string
	for id := range w.rows {
		if !slices.Contains(l.ids, id) {
			extra = append(extra, signOf(id))
		}
	}
	if len(extra) > 0 {
		slices.Sort(extra)
		c.fault(n, codeTable, "the weights %s have %s, which %s does not", signOf(n.kids[0].word), strings.Join(extra, ", "), signOf(l.name)).
			Hinted("Take them out of the weights, or name their items in the list").Beside(diag.At(w.pointer), "the weights")
	}
}

// everyAnswer reports the first answer of an item that has no weight.
func (c *checker) everyAnswer(n *node, w weights, i int) bool {
	l := n.list
	vs, ok := c.scope.types[l.slots[i]].values()
	if l.fill.Kind == FillValue {
		vs, ok = append(slices.Clone(vs), l.fill.Value), true
	}
	for _, v := range vs {
		if ok && IsNA(l.weights[i].at(v)) {
			c.fault(n, codeTableGap, "the weights %s have nothing for the value %s of %s", signOf(n.kids[0].word), FormatNumber(v), signOf(l.ids[i])).
				Hinted("Give it a weight for this value").Beside(diag.At(w.pointer), "the weights")
			return false
		}
	}
	return true
}

func weightRows(m map[float64]float64) []Row {
	rows := make([]Row, 0, len(m))
	for key, v := range m {
		rows = append(rows, Row{Key: key, Value: v})
	}
	return rows
}
