package rule

import (
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeUnknownName = diag.Define(diag.Info{
	Code:    "rule-unknown-name",
	Title:   "A name that the document does not have",
	Explain: "A rule can name the items, facts, scores and groups of its document, and those of the documents that `uses` lists, with a dot: person.age.",
	Bad:     "rule: sum(symptons)",
	Good:    "rule: sum(symptoms)",
})

var codeOf = diag.Define(diag.Info{
	Code:    "rule-of",
	Title:   "`of` where there is no list of items",
	Explain: "`of` means the items that a score counts. Only the rule of a score that has the key `of` can say it.",
	Bad:     "scores: [{id: total, rule: sum(of)}]",
	Good:    "scores: [{id: total, of: symptoms, missing: complete, rule: sum(of)}]",
})

var codeGroup = diag.Define(diag.Info{
	Code:    "rule-group",
	Title:   "A group that a rule cannot add up",
	Explain: "Every member of a group must be a name of the document, and all of them numbers or all of them yes or no.",
	Bad:     "groups: {symptoms: [q1, q22]}",
	Good:    "groups: {symptoms: [q1, q2]}",
})

// isName reports whether a word means anything by itself.
func (c *checker) isName(word string) bool {
	_, slot := c.scope.slots[word]
	_, list := c.scope.groups[word]
	return slot || list || word == "of"
}

// valuesOf lists the values of a slot, once for all rules that read it; nil where its type does not list them.
func (s *scope) valuesOf(slot Slot) []float64 {
	known, ok := s.values[slot]
	if !ok {
		if vs, listed := s.types[slot].values(); listed {
			known = append([]float64{}, vs...)
		}
		s.values[slot] = known
	}
	return known
}

// name finds what a name means and turns the name of a list into a list.
func (c *checker) name(n *node) Type {
	if slot, ok := c.scope.slots[n.word]; ok {
		n.slot, n.values = slot, c.scope.valuesOf(slot)
		return c.scope.types[slot]
	}
	if g, ok := c.scope.groups[n.word]; ok {
		n.form, n.list = formList, &listing{name: n.word, ids: g.ids}
		return c.group(n, g)
	}
	if n.word == "of" {
		return c.of(n)
	}
	if c.report.WasTold(n.word) {
		c.silent(n)
		return Type{}
	}
	e := c.fault(n, codeUnknownName, "nothing is called %s", signOf(n.word))
	switch fn := findFunction(n.word); {
	case fn != nil:
		e.Hinted("%s is a function: write %s", n.word, fn.signature())
		return Type{}
	case n.word == "yes" || n.word == "no":
		e.Hinted("Yes is true and no is false")
		return Type{}
	}
	if _, ok := c.scope.tables[n.word]; ok {
		e.Hinted("%s is a table: write table(%s, x)", n.word, n.word)
		return Type{}
	}
	if _, ok := c.scope.weights[n.word]; ok {
		e.Hinted("%s are weights: write sum(weigh(%s, of))", n.word, n.word)
		return Type{}
	}
	c.hintName(e, n.word)
	return Type{}
}

// hintName says which name was most likely meant: one that is only lacking its prefix, or has another one here, or is cut short, or is spelt
// nearly alike.
func (c *checker) hintName(e *diag.Entry, word string) {
	if c.report.Crowded() {
		return
	}
	names := c.scope.all()
	prefix, rest, dotted := strings.Cut(word, ".")
	ours := func(name string) bool { return strings.HasPrefix(name, prefix+".") }
	for _, name := range names {
		here, same, _ := strings.Cut(name, ".")
		switch {
		case !dotted && strings.HasSuffix(name, "."+word):
			e.Hinted("Did you mean %s?", name)
			return
		case dotted && same == rest && !slices.ContainsFunc(names, ours):
			e.Hinted("%s is called %s here: write %s", prefix, here, name)
			return
		}
	}
	near := diag.Nearest(word, names)
	if kin := kindred(word, names); near == "" && kin != "" {
		e.Hinted("Did you mean %s?", kin)
		return
	}
	if near == "" && dotted {
		names = slices.DeleteFunc(names, func(name string) bool { return !ours(name) })
		if begun := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !strings.HasPrefix(name, word) }); len(begun) == 1 {
			e.Hinted("Did you mean %s?", begun[0])
			return
		}
		if len(names) == 0 {
			names = c.scope.all()
		}
	}
	hintNearest(e, word, names, "name that rules can read")
}

// kindred gives the one name that shares most of its words with another, such as plan.agreed_with_person with plan.agreed_by_person; "" where
// there is none, or several.
func kindred(word string, names []string) string {
	parts := func(name string) []string {
		return strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '_' })
	}
	mine := parts(word)
	best, most := "", 0.0
	for _, name := range names {
		theirs, shared := parts(name), 0
		for _, part := range theirs {
			if slices.Contains(mine, part) {
				shared++
			}
		}
		switch share := float64(shared) / float64(len(mine)+len(theirs)-shared); {
		case share < 0.5 || share < most:
		case share == most:
			best = ""
		default:
			best, most = name, share
		}
	}
	return best
}

func (c *checker) of(n *node) Type {
	n.form, n.list = formList, &listing{name: "of", leave: true, whole: true}
	if c.source.Of == nil {
		c.fault(n, codeOf, "`of` has no meaning here").Hinted("Give the score the key `of`, or name a group")
		return Type{Kind: Many}
	}
	n.list.fill = c.source.Of.Fill
	for _, item := range c.source.Of.Items {
		if uint(item.Slot) >= uint(len(c.scope.types)) {
			c.fault(n, codeGroup, "%s of `of` is not declared", signOf(item.ID)).Hinted("Declare the members of the list first")
			return Type{Kind: Many}
		}
		n.list.ids, n.list.slots = append(n.list.ids, item.ID), append(n.list.slots, item.Slot)
	}
	c.members(n)
	return Type{Kind: Many}
}

func (c *checker) group(n *node, g group) Type {
	for _, id := range g.ids {
		slot, ok := c.scope.slots[id]
		if !ok {
			c.fault(n, codeGroup, "%s of the group %s is not declared", signOf(id), signOf(n.word)).
				Hinted("Let the group name items and scores of the document").After(g.pointer)
			return Type{Kind: Many}
		}
		n.list.slots = append(n.list.slots, slot)
	}
	c.members(n)
	return Type{Kind: Many}
}

// members checks that a list holds numbers only or truths only.
func (c *checker) members(n *node) {
	l := n.list
	if len(l.slots) == 0 {
		c.fault(n, codeGroup, "%s is empty", signOf(n.word)).Hinted("Name its members")
		return
	}
	l.whole = true
	for i, slot := range l.slots {
		t := c.scope.types[slot]
		if i == 0 {
			l.truths = t.Kind == Truth
		}
		if t.Kind != Number && t.Kind != Truth || (t.Kind == Truth) != l.truths {
			c.fault(n, codeGroup, "%s of %s is %s, and a list holds numbers only or truths only", signOf(l.ids[i]), signOf(n.word), t.Kind).
				Hinted("Leave out what is of another kind, or make two groups")
			return
		}
		l.whole = l.whole && t.isWhole()
	}
}

// isWhole reports whether every value of the type is a whole number.
func (t Type) isWhole() bool {
	if t.Kind == Number && len(t.Options) == 0 {
		return t.Step > 0 && t.Step == math.Trunc(t.Step) && t.Lo == math.Trunc(t.Lo)
	}
	vs, _ := t.values()
	return !slices.ContainsFunc(vs, func(v float64) bool { return v != math.Trunc(v) })
}
