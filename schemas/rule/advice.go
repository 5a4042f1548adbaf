package rule

import "github.com/whatmatters-care/whatmatters/schemas/diag"

var codeMixed = diag.Define(diag.Info{
	Code:    "rule-mixed-and-or",
	Title:   "`and` and `or` mixed without brackets",
	Explain: "`and` binds before `or`, which many readers do not expect. Brackets say which is meant.",
	Bad:     "when: a or b and c",
	Good:    "when: a or (b and c)",
})

var codeNeedlessIfna = diag.Define(diag.Info{
	Code:    "rule-needless-ifna",
	Title:   "ifna around a value that is never missing",
	Explain: "The second value is never used, so the rule says something else than its author meant.",
	Bad:     "rule: ifna(count(of), 0)",
	Good:    "rule: count(of)",
})

var codeFlip = diag.Define(diag.Info{
	Code:    "rule-flips",
	Title:   "A right or an alert that an answer can take back",
	Explain: "With answered, ifna or count, filling in a blank can turn a known finding into its opposite. Rights and alerts promise that this never happens: leave the blank to be unknown.",
	Bad:     "when: ifna(q9, 0) >= 1",
	Good:    "when: q9 >= 1",
})

var codeRawItem = diag.Define(diag.Info{
	Code:    "rule-raw-item",
	Title:   "An item by name where blanks are filled in",
	Explain: "`of` is filled in, an item by its name is not: where it is blank, the whole result is missing, however many others are answered.",
	Bad:     "missing: {at_least: 7, fill: mean}\nrule: sum(of) + q9",
	Good:    "missing: {at_least: 7, fill: mean, key: [q9]}\nrule: sum(of) + q9",
})

// advise warns of what is right by its type and yet seldom meant.
func (c *checker) advise(root *node) {
	seen := map[*node]bool{}
	root.walk(func(n *node) {
		if seen[n] { // the middle of a chain stands in the tree twice
			return
		}
		seen[n] = true
		switch n.form {
		case formOr:
			c.mixed(n)
		case formName:
			c.rawItem(n)
		case formCall:
			c.missingCalls(n)
		}
	})
}

func (c *checker) mixed(n *node) {
	for _, kid := range n.kids {
		if kid.form == formAnd && !kid.chain && !kid.bracketed {
			c.warn(kid, codeMixed, "`and` binds before `or` here").Hinted("Write (%s)", c.quote(kid)).
				Mended(c.place(kid), "("+c.quote(kid)+")")
		}
	}
}

func (c *checker) rawItem(n *node) {
	of := c.source.Of
	if of == nil || of.Fill.Kind == FillNone {
		return
	}
	for _, item := range of.Items {
		if item.Slot == n.slot {
			c.warn(n, codeRawItem, "%s is read as it was answered, and is not filled in where it is blank", signOf(n.word)).
				Hinted("List it under `key` in the score's `missing`, or read it through `of`")
			return
		}
	}
}

func (c *checker) missingCalls(n *node) {
	switch n.word {
	case "answered", "ifna", "count":
		if c.source.Protects {
			c.warn(n, codeFlip, "with %s, answering a blank can turn this finding into its opposite", n.word).
				Hinted("Ask the question itself; a blank then leaves the finding unknown")
		}
	case "table":
		c.tableGap(n)
	}
	if n.word == "ifna" && !c.mayMiss(n.kids[0]) {
		c.warn(n, codeNeedlessIfna, "%s is never missing, so %s is never used", signOf(c.quote(n.kids[0])), signOf(c.quote(n.kids[1]))).
			Hinted("Write %s", c.quote(n.kids[0])).Mended(c.place(n), c.quote(n.kids[0]))
	}
}

// anything is the ranger of all people: every name may have any value of its type or be missing.
func (c *checker) anything() *ranger {
	return &ranger{at: func(s Slot) Bound {
		b := Range(c.scope.types[s])
		b.NA = Maybe
		return b
	}}
}

func (c *checker) mayMiss(n *node) bool { return c.anything().bound(n).NA != Never }

// tableGap looks for keys that can be looked up and have no entry. It is an error where an input is looked up as it is,
// so that somebody can give that answer; else a warning.
func (c *checker) tableGap(n *node) {
	x := n.kids[1]
	if x.form != formName {
		return
	}
	for _, v := range x.values {
		if !IsNA(n.lookup.at(v)) {
			continue
		}
		at := diag.At(c.scope.tables[n.kids[0].word].Pointer)
		if n == c.root && int(x.slot) < c.scope.inputs {
			c.fault(n, codeTableGap, "the table %s has nothing for %s, which %s can be", signOf(n.kids[0].word), x.typ.Format(v), signOf(x.word)).
				Hinted("Give the table an entry for it").Beside(at, "the table")
		} else {
			c.warn(n, codeTableGap, "the table %s has nothing for %s, which %s may be", signOf(n.kids[0].word), x.typ.Format(v), signOf(x.word)).
				Hinted("Give the table an entry for it").Beside(at, "the table")
		}
		return
	}
}
