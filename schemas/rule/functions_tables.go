package rule

import (
	"slices"
	"sort"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// tableFunctions are the two that read what a document declares as a table or as weights.
func tableFunctions() []*function {
	return []*function{
		{
			name: "table", params: "t, x", least: 2, most: 2,
			about:   "the entry of the table t for x: the exact key, or with `steps` the last key that is not above x; undefined where there is none",
			missing: "missing if x is", example: "table(risks, 5)", gives: "the entry for 5",
			check: checkTable, lower: lowerTable, bound: boundTable, slope: slopeTable,
		},
		{
			name: "weigh", params: "w, list", least: 2, most: 2,
			about:   "the list with each answer replaced by what the weights w say for that item, joined by item id",
			missing: "missing at the places where the list is", example: "sum(weigh(values, of))", gives: "the weights of all answers, added up",
			check: checkWeigh, lower: func(*node) eval { return nil }, bound: func(*ranger, *node) Bound { return Bound{NA: Always} },
			slope: slopeJoined,
		},
	}
}

var codeTable = diag.Define(diag.Info{
	Code:    "rule-table",
	Title:   "A table or weights that a rule cannot read",
	Explain: "table(t, x) reads a table of the document, weigh(w, of) its weights. The keys must be of the kind that is looked up, each once, and weights must be there for every item.",
	Bad:     "rule: table(risk, total)   # the document has no table risk",
	Good:    "tables: {risk: {0: 0.01, 1: 0.02}}\nrule: table(risk, total)",
})

var codeTableGap = diag.Define(diag.Info{
	Code:    "rule-table-gap",
	Title:   "A value that the table does not have",
	Explain: "Somebody can give this answer, and for them the result would be undefined. Every value that can be answered needs its entry.",
	Bad:     "tables: {risk: {0: 0.01, 2: 0.03}}   # for answers 0, 1, 2",
	Good:    "tables: {risk: {0: 0.01, 1: 0.02, 2: 0.03}}",
})

// hintNearest says which of the names that there are may have been meant.
func hintNearest(e *diag.Entry, typed string, names []string, what string) {
	switch near := diag.Nearest(typed, names); {
	case near != "":
		e.Hinted("Did you mean %s?", near)
	case len(names) > 0 && len(names) <= maxNames:
		e.Hinted("There is %s", strings.Join(names, ", "))
	case len(names) > 0:
		e.Hinted("Name one of the document's")
	default:
		e.Hinted("The document has no %s; give it one", what)
	}
}

func (c *checker) tableNames() []string {
	var names []string
	for name := range c.scope.tables {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func checkTable(c *checker, n *node) Type {
	out := Type{Kind: Number}
	name, x := n.kids[0], n.kids[1]
	t, ok := c.scope.tables[name.word]
	switch {
	case name.form != formName || !ok:
		name.known = true
		e := c.fault(name, codeTable, "the first argument of table is the name of a table; %s is none", signOf(c.quote(name)))
		hintNearest(e, name.word, c.tableNames(), "table")
		c.infer(x, nil)
		return out
	default:
		name.known, name.form = true, formTable
	}
	key := c.infer(x, nil)
	if x.wrong {
		return out
	}
	if key.Kind != Number && key.Kind != Code {
		c.fault(x, codeType, "a table is read with a number or a code; %s is %s", signOf(c.quote(x)), key.Kind).
			Hinted("Look up a name such as an item or a score")
		return out
	}
	if rows, ok := c.rows(n, t, key); ok {
		n.lookup = newLookup(rows, t.Steps)
	}
	return out
}

// rows turns the table's keys into slot values of the type that is looked up.
func (c *checker) rows(n *node, t Table, key Type) ([]Row, bool) {
	rows := slices.Clone(t.Rows)
	for i, r := range rows {
		switch {
		case (r.Code != "") != (key.Kind == Code):
			c.fault(n.kids[1], codeTable, "the keys of %s are not %s, which %s is", signOf(n.kids[0].word), key.Kind, signOf(c.quote(n.kids[1]))).
				Hinted("Write its keys as %s is answered", c.quote(n.kids[1])).Beside(diag.At(t.Pointer), "the table")
			return nil, false
		case key.Kind == Code:
			_, place, ok := key.option(r.Code)
			if !ok {
				e := c.fault(n.kids[0], codeTable, "the table %s has the key %q, which is no answer of %s", signOf(n.kids[0].word), r.Code, key.Set)
				hintNearest(e, r.Code, key.ids(), "answer")
				e.Beside(diag.At(t.Pointer), "the table")
				return nil, false
			}
			rows[i].Key = float64(place)
		}
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].Key < rows[j].Key })
	for i := 1; i < len(rows); i++ {
		if compare12(rows[i-1].Key, rows[i].Key) == 0 {
			c.fault(n.kids[0], codeTable, "the table %s has the key %s twice", signOf(n.kids[0].word), key.Format(rows[i].Key)).
				Hinted("Keep one of the two").Beside(diag.At(t.Pointer), "the table")
			return nil, false
		}
	}
	if len(rows) == 0 {
		c.fault(n.kids[0], codeTable, "the table %s is empty", signOf(n.kids[0].word)).
			Hinted("Give it an entry for each value of %s", c.quote(n.kids[1])).Beside(diag.At(t.Pointer), "the table")
	}
	return rows, len(rows) > 0
}

func lowerTable(n *node) eval {
	x, l := n.kids[1].eval, n.lookup
	return func(f []float64) float64 { return l.at(x(f)) }
}

func boundTable(e *ranger, n *node) Bound {
	x := n.kids[1]
	return n.lookup.bound(e.bound(x), e.domain(x))
}
