package cases

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// mutation is a document with one scalar or list changed, as by a slip of its author.
type mutation struct {
	pointer  string
	from, to int    // the characters of a rule that change; both 0 for a whole value
	what     string // "`>=` becomes `>`"
	value    any
}

// where gives the place of the change.
func (m mutation) where() diag.Where {
	if m.to > 0 {
		return diag.At(m.pointer).Text(m.from, m.to)
	}
	return diag.At(m.pointer)
}

var (
	// conditionKeys hold conditions, and ruleKeys rules of any kind; chance holds a number or a rule.
	conditionKeys = []string{"when", "ask_when", "for"}
	ruleKeys      = []string{"when", "ask_when", "for", "rule", "chance"}
	// thresholdKeys hold numbers that decide something, and countKeys whole numbers.
	thresholdKeys = []string{"from", "share", "more_than", "fill", "chance", "rr", "when_not_asked"}
	countKeys     = []string{"at_least", "places"}
	// untouched are the parts of a document that its rules do not read.
	untouched = []string{"cases", "sources", "uses", "licence", "answers", "items", "facts"}
	halves    = []string{"up", "away", "even"}
)

// mostCells is up to how many cells of one table are changed. In a longer one each cell is a figure copied from its source, and
// changing them shows nothing about the rules.
const mostCells = 64

// mutations gives every change that Deep makes, in the order of the document.
func mutations(doc *schemas.Document, m *rule.Model) []mutation {
	w := &mutator{model: m}
	root := doc.Root()
	for i, key := range root.Keys() {
		switch {
		case key == "tables" || key == "weights":
			for k := range root.At(i).Len() {
				if table := root.At(i).At(k); leaves(table) <= mostCells {
					w.cells(table)
				}
			}
		case key == "items":
			w.items(root.At(i))
		case !slices.Contains(untouched, key):
			w.node(root.At(i), key)
		}
	}
	return w.found
}

type mutator struct {
	model *rule.Model
	found []mutation
}

func (w *mutator) add(n schemas.Node, value any, format string, args ...any) {
	w.found = append(w.found, mutation{pointer: n.Pointer(), value: value, what: fmt.Sprintf(format, args...)})
}

// items looks at what says when items are asked, and leaves their words alone.
func (w *mutator) items(list schemas.Node) {
	for i := range list.Len() {
		for _, key := range []string{"ask_when", "when_not_asked"} {
			if n, ok := list.At(i).Get(key); ok {
				w.node(n, key)
			}
		}
	}
}

// node changes a value by what its key says it is.
func (w *mutator) node(n schemas.Node, key string) {
	switch {
	case n.Shape() == schemas.Text && slices.Contains(ruleKeys, key):
		w.rule(n, slices.Contains(conditionKeys, key))
	case n.Shape() == schemas.Text && key == "half":
		for _, half := range halves {
			if half != n.Text() {
				w.add(n, half, "half %s becomes half %s", n.Text(), half)
			}
		}
	case n.Shape() == schemas.Number && slices.Contains(countKeys, key):
		w.number(n, 1)
	case n.Shape() == schemas.Number && slices.Contains(thresholdKeys, key):
		w.number(n, lastPlace(n.Number()))
	case n.Shape() == schemas.List && (key == "reversed" || key == "of"):
		w.shorter(n)
	case n.Shape() == schemas.Map && key == "groups":
		for i := range n.Len() {
			w.shorter(n.At(i))
		}
	case n.Shape() == schemas.List:
		for i := range n.Len() {
			w.node(n.At(i), "")
		}
	case n.Shape() == schemas.Map:
		for i, below := range n.Keys() {
			w.node(n.At(i), below)
		}
	}
}

func (w *mutator) number(n schemas.Node, unit float64) {
	for _, v := range []float64{n.Number() - unit, n.Number() + unit} {
		if v >= 0 || n.Number() < 0 {
			v = tidy(v)
			w.add(n, v, "%s becomes %s", rule.FormatNumber(n.Number()), rule.FormatNumber(v))
		}
	}
}

// tidy takes away the noise of the last bits.
func tidy(v float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return short
}

// mostMembers is up to how many members of one list are left out one by one. A longer one is a bank of items of which nobody answers all.
const mostMembers = 36

// shorter leaves out one item of a list at a time.
func (w *mutator) shorter(n schemas.Node) {
	if n.Len() > mostMembers {
		return
	}
	for i := range n.Len() {
		var rest []any
		for k := range n.Len() {
			if k != i {
				rest = append(rest, n.At(k).Plain())
			}
		}
		w.add(n, rest, "%s is left out", n.At(i).Text())
	}
}

// leaves counts the numbers of a table.
func leaves(n schemas.Node) int {
	if n.Shape() != schemas.Map {
		return 1
	}
	count := 0
	for i := range n.Len() {
		count += leaves(n.At(i))
	}
	return count
}

// cells raises each number of a table by its last digit.
func (w *mutator) cells(n schemas.Node) {
	if n.Shape() == schemas.Number {
		v := tidy(n.Number() + lastPlace(n.Number()))
		w.add(n, v, "%s becomes %s", rule.FormatNumber(n.Number()), rule.FormatNumber(v))
	}
	for i := range n.Len() {
		w.cells(n.At(i))
	}
}
