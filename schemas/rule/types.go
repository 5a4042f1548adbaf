package rule

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeType = diag.Define(diag.Info{
	Code:    "rule-type",
	Title:   "A value of the wrong kind",
	Explain: "Numbers are added and compared, truths are joined with and, or and not, and the code of an answer is compared with codes of its own answer set. The value of a rule must be what its key needs.",
	Bad:     "when: q9",
	Good:    "when: q9 >= 1",
})

// checker gives every node its type. expr's own check is not used: it lets misspelt codes and mixed types through.
type checker struct {
	report *diag.Reporter
	scope  *scope
	source Source
	root   *node
	faults int
}

// check types the whole tree and looks at what is right by its type and yet not what an author would want.
func (c *checker) check(root *node) {
	c.root = root
	want := c.source.Want
	c.infer(root, &want)
	c.result(root, want)
	if c.faults == 0 {
		c.advise(root)
	}
}

func (c *checker) place(n *node) diag.Where { return diag.At(c.source.At).Text(n.from, n.to) }

// fault reports an error on a node, once: what follows from it stays silent.
func (c *checker) fault(n *node, code diag.Code, format string, args ...any) *diag.Entry {
	c.faults++
	n.wrong = true
	return c.report.Errorf(code, c.place(n), format, args...)
}

// silent makes a node wrong because of a fault that was reported elsewhere.
func (c *checker) silent(n *node) {
	c.faults++
	n.wrong = true
}

func (c *checker) warn(n *node, code diag.Code, format string, args ...any) *diag.Entry {
	return c.report.Warnf(code, c.place(n), format, args...)
}

// quote gives a node as its author wrote it.
func (c *checker) quote(n *node) string {
	text := strings.Join(strings.Fields(string([]rune(c.source.Text)[n.from:n.to])), " ")
	if n.bracketed {
		text = "(" + text + ")"
	}
	return text
}

// infer finds the type of a node. want is the type that its place asks for, or nil; it only serves to find the answer
// set of codes in quotes.
func (c *checker) infer(n *node, want *Type) Type {
	if n.known {
		return n.typ
	}
	n.known = true
	switch n.form {
	case formNumber:
		n.typ = Type{Kind: Number, Lo: n.value, Hi: n.value}
		n.near[0], n.near[1] = near(n.value)
	case formTruth:
		n.typ = Type{Kind: Truth}
	case formCode:
		n.typ = c.code(n, want)
	case formName:
		n.typ = c.name(n)
	case formNegate:
		c.expect(n.kids[0], Number, "a minus sign")
		n.typ = Type{Kind: Number, Unit: n.kids[0].typ.Unit}
	case formNot:
		c.expect(n.kids[0], Truth, "`not`")
		n.typ = Type{Kind: Truth}
	case formArith:
		n.typ = c.arithmetic(n)
	case formCompare:
		n.typ = c.comparison(n)
	case formIn:
		n.typ = c.membership(n)
	case formAnd, formOr:
		if first := n.kids[0]; n.chain && first.form == formCompare && first.kids[0].form == formNot && !first.kids[0].bracketed {
			c.fault(first.kids[0], codeNotFirst, "`not` belongs to %s alone here", signOf(c.quote(first.kids[0].kids[0]))).
				Hinted("Write not (...) around the whole comparison")
			n.wrong = true
			return Type{Kind: Truth}
		}
		c.expect(n.kids[0], Truth, signOf(n.word))
		c.expect(n.kids[1], Truth, signOf(n.word))
		n.typ = Type{Kind: Truth}
	case formChoice:
		n.typ = c.choice(n, want)
	case formCall:
		n.typ = c.call(n)
	}
	for _, kid := range n.kids {
		n.wrong = n.wrong || kid.wrong
	}
	return n.typ
}

// expect checks that an operand has a kind; where says in words what asks for it.
func (c *checker) expect(n *node, kind Kind, where string) bool {
	t := c.infer(n, nil)
	if n.wrong || t.Kind == kind {
		return !n.wrong
	}
	e := c.fault(n, codeType, "%s needs %s; %s is %s", where, kind, signOf(c.quote(n)), t.Kind)
	switch {
	case kind == Truth && t.Kind == Number:
		e.Hinted("Write a comparison, such as %s >= 1", c.quote(n))
	case kind == Number && t.Kind == Truth:
		e.Hinted("Write (%s ? 1 : 0)", c.quote(n))
	case kind == Number && t.Kind == Many:
		e.Hinted("Write sum(%s) or mean(%s)", c.quote(n), c.quote(n))
	case kind == Truth && t.Kind == Code && len(t.ids()) > 0:
		e.Hinted("Write a comparison, such as %s == %q", c.quote(n), t.ids()[0])
	default:
		e.Hinted("Name something that is %s here", kind)
	}
	return false
}

func (c *checker) arithmetic(n *node) Type {
	a, b := n.kids[0], n.kids[1]
	okA, okB := c.expect(a, Number, signOf(n.word)), c.expect(b, Number, signOf(n.word))
	t := Type{Kind: Number}
	if !okA || !okB {
		return t
	}
	if n.word == "+" || n.word == "-" {
		c.units(n, a.typ, b.typ)
	}
	switch {
	case n.word == "*" && a.typ.Unit == "" || n.word == "/" && a.typ.Unit == b.typ.Unit:
		if n.word == "*" {
			t.Unit = b.typ.Unit
		}
	case n.word != "*" || b.typ.Unit == "":
		t.Unit = a.typ.Unit
		if t.Unit == "" && n.word != "/" {
			t.Unit = b.typ.Unit
		}
	}
	return t
}

var codeUnit = diag.Define(diag.Info{
	Code:    "rule-unit",
	Title:   "Two units in one sum or comparison",
	Explain: "Years and kilograms cannot be added or compared. Either a name is the wrong one, or one side must be converted first.",
	Bad:     "rule: age + weight",
	Good:    "rule: age * 0.1 + weight * 0.2",
})

func (c *checker) units(n *node, a, b Type) {
	if a.Unit != "" && b.Unit != "" && a.Unit != b.Unit {
		c.warn(n, codeUnit, "one side is in %s, the other in %s", a.Unit, b.Unit).
			Hinted("Look whether another name was meant, or convert one side first")
	}
}

func (c *checker) choice(n *node, want *Type) Type {
	c.expect(n.kids[0], Truth, "the condition before `?`")
	a, b := n.kids[1], n.kids[2]
	if want == nil || want.Kind != Code {
		want = nil
		if a.literal() && !b.literal() {
			t := c.infer(b, nil)
			want = &t
		} else if b.literal() && !a.literal() {
			t := c.infer(a, nil)
			want = &t
		}
	}
	if want != nil && (a.wrong || b.wrong) {
		return *want // which nobody knows
	}
	ta, tb := c.infer(a, want), c.infer(b, want)
	switch {
	case a.wrong || b.wrong:
	case ta.Kind != tb.Kind:
		c.fault(n, codeType, "both arms of `? :` must be of one kind; %s is %s, %s is %s",
			signOf(c.quote(a)), ta.Kind, signOf(c.quote(b)), tb.Kind).Hinted("Let both be of the kind that is meant")
	case ta.Kind == Code && !ta.sameSet(tb):
		c.fault(n, codeOtherSet, "the arms of `? :` are answers of two sets: %s and %s", ta.Set, tb.Set).
			Hinted("Let both be answers of one set")
	case ta.Kind == Many:
		c.fault(n, codeType, "`? :` chooses between two values, not between lists").
			Hinted("Write c ? sum(a) : sum(b)")
	}
	if ta.Kind == Number {
		t := Type{Kind: Number}
		if ta.Unit == tb.Unit || b.isConstant() {
			t.Unit = ta.Unit
		} else if a.isConstant() {
			t.Unit = tb.Unit
		}
		return t
	}
	return ta
}

// result checks that the rule gives what its key needs.
func (c *checker) result(root *node, want Type) {
	t := root.typ
	switch {
	case root.wrong:
	case t.Kind != want.Kind:
		e := c.fault(root, codeType, "this must be %s; the rule gives %s", want.Kind, t.Kind)
		switch {
		case want.Kind == Truth && t.Kind == Number:
			e.Hinted("Write a comparison, such as %s >= 1", c.quote(root))
		case want.Kind == Number && t.Kind == Truth:
			e.Hinted("Write (%s) ? 1 : 0", c.quote(root))
		case want.Kind == Number && t.Kind == Many:
			e.Hinted("Write sum(%s) or mean(%s)", c.quote(root), c.quote(root))
		case want.Kind == Truth && t.Kind == Code && len(t.ids()) > 0:
			e.Hinted("Write a comparison, such as %s == %q", c.quote(root), t.ids()[0])
		default:
			e.Hinted("Let the rule give %s", want.Kind)
		}
	case t.Kind == Code && !t.sameSet(want):
		c.fault(root, codeOtherSet, "this must be an answer of %s; the rule gives one of %s", want.Set, t.Set).
			Hinted("The answers of %s are %s", want.Set, words(want.ids()))
	case t.Kind == Number && t.Unit != "" && want.Unit != "" && t.Unit != want.Unit:
		c.warn(root, codeUnit, "this must be in %s; the rule gives %s", want.Unit, t.Unit).
			Hinted("Look whether another name was meant, or convert it")
	}
}
