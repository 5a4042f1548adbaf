package rule

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeUnknownCode = diag.Define(diag.Info{
	Code:    "rule-unknown-code",
	Title:   "A code that the answer set does not have",
	Explain: "A comparison with a code that nobody can answer is never true, and nobody would notice. The code must be one of the answers, letter by letter.",
	Bad:     `when: sex == "femal"`,
	Good:    `when: sex == "female"`,
})

var codeOtherSet = diag.Define(diag.Info{
	Code:    "rule-other-set",
	Title:   "Codes of two answer sets",
	Explain: "The answers of two sets mean different things even where they are spelt alike, so they cannot be compared.",
	Bad:     "when: sex == legal_status",
	Good:    `when: sex == "female" and legal_status == "none"`,
})

var codeUnquoted = diag.Define(diag.Info{
	Code:    "rule-unquoted-code",
	Title:   "A code without quotes",
	Explain: "Without quotes a word is a name, such as that of an item. The code of an answer stands in double quotes.",
	Bad:     "when: sex == female",
	Good:    `when: sex == "female"`,
})

// code finds a code in quotes in the set that its place asks for.
func (c *checker) code(n *node, want *Type) Type {
	switch {
	case want == nil:
		c.fault(n, codeType, "the code %q stands where no answer is compared", n.word).
			Hinted("Compare it with an answer, such as sex == %q", n.word)
	case want.Kind == Code:
		if _, i, ok := want.option(n.word); ok {
			n.value = float64(i)
			n.near = [2]float64{n.value, n.value}
			if want.Options[i].Missing {
				c.fault(n, codeUnknownCode, "%q counts as missing, so nothing is ever equal to it", n.word).
					Hinted("Ask `not answered(x)` to find out whether there is an answer")
			}
			break
		}
		c.unknownCode(n, want.ids())
	case want.Kind == Truth:
		c.fault(n, codeType, "a yes or no is true or false, not the code %q", n.word).
			Hinted("Write the name alone for yes, or `not` and the name for no")
	case len(want.Options) > 0:
		c.named(n, *want)
	default:
		c.fault(n, codeType, "the code %q stands where %s is needed", n.word, want.Kind).
			Hinted("Write %s", want.Kind)
	}
	if want == nil {
		return Type{Kind: Code}
	}
	return *want
}

func (c *checker) unknownCode(n *node, ids []string) {
	e := c.fault(n, codeUnknownCode, "no answer has the code %q", n.word)
	if near := diag.Nearest(n.word, ids); near != "" {
		e.Hinted("Did you mean %q?", near)
		return
	}
	e.Hinted("The codes are %s", words(ids))
}

// named reports the name of an answer that is worth a number: there the number is compared.
func (c *checker) named(n *node, t Type) {
	o, _, ok := t.option(n.word)
	if !ok || o.Missing {
		c.unknownCode(n, t.ids())
		return
	}
	c.fault(n, codeType, "the answers here are numbers; %q is worth %s", n.word, FormatNumber(o.Value)).
		Hinted("Write %s", FormatNumber(o.Value)).Mended(c.place(n), FormatNumber(o.Value))
}

// comparison checks == != < <= > >=.
func (c *checker) comparison(n *node) Type {
	out := Type{Kind: Truth}
	a, b := n.kids[0], n.kids[1]
	if a.form == formNot && !a.bracketed {
		c.notFirst(n, a, mirror(n.word))
		return out
	}
	if a.literal() && b.literal() {
		c.fault(n, codeType, "two codes in quotes are compared, so the answer is always the same").
			Hinted("Compare a name with a code, such as sex == %s", c.quote(b))
		return out
	}
	var ta, tb Type
	if c.meantCode(a, b) || c.meantCode(b, a) {
		return out
	}
	if a.literal() {
		tb, ta = c.pair(b, a)
	} else {
		ta, tb = c.pair(a, b)
	}
	switch {
	case a.wrong || b.wrong:
	case ta.Kind != tb.Kind:
		c.fault(n, codeType, "%s is %s and %s is %s, so they cannot be compared",
			signOf(c.quote(a)), ta.Kind, signOf(c.quote(b)), tb.Kind).Hinted("Compare values of one kind")
	case ta.Kind == Truth:
		c.truths(n, a, b)
	case ta.Kind == Many:
		c.fault(n, codeType, "lists cannot be compared").Hinted("Compare sum(%s) or another single value", c.quote(a))
	case ta.Kind == Code && !ta.sameSet(tb):
		c.fault(n, codeOtherSet, "%s is an answer of %s and %s one of %s", signOf(c.quote(a)), ta.Set, signOf(c.quote(b)), tb.Set).
			Hinted("Compare each with a code of its own set, such as %s == %q", c.quote(a), ta.ids()[0])
	case ta.Kind == Code && n.word != "==" && n.word != "!=":
		c.fault(n, codeType, "codes have no order, so %s cannot compare them", signOf(n.word)).
			Hinted("List the answers that are meant: %s in [%s]", c.quote(a), words(ta.ids()))
	case ta.Kind == Number:
		c.units(n, ta, tb)
	}
	return out
}

// pair finds the types of two operands, of which the second is read as the first one is. Where nobody knows what the first one is, nothing
// is said of a code beside it.
func (c *checker) pair(a, b *node) (ta, tb Type) {
	ta = c.infer(a, nil)
	if a.wrong && b.literal() {
		return ta, Type{}
	}
	return ta, c.infer(b, &ta)
}

// truths explains what to write in place of x == true.
func (c *checker) truths(n *node, a, b *node) {
	if a.form == formTruth {
		a, b = b, a
	}
	right := c.quote(a)
	if (b.value == 0) == (n.word == "==") {
		right = "not " + right
		if !a.bracketed && a.form != formName && a.form != formCall {
			right = "not (" + c.quote(a) + ")"
		}
	}
	e := c.fault(n, codeType, "true and false are not compared")
	if b.form == formTruth && (n.word == "==" || n.word == "!=") {
		e.Hinted("Write %s", right).Mended(c.place(n), right)
		return
	}
	e.Hinted("Join them with and, or, not")
}

// mirror gives the comparison that holds exactly where op does not.
func mirror(op string) string {
	return map[string]string{"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in"}[op]
}

var codeNotFirst = diag.Define(diag.Info{
	Code:    "rule-not-first",
	Title:   "`not` binds to the name, not to the comparison",
	Explain: `In not x == "a" the word not belongs to x alone, which is not what is meant. Write x != "a", or put the comparison in brackets.`,
	Bad:     `when: not sex == "female"`,
	Good:    `when: sex != "female"`,
})

// notFirst reports not x == "a", which reads as (not x) == "a".
func (c *checker) notFirst(n, not *node, opposite string) {
	rest := string([]rune(c.source.Text)[not.to:n.to])
	operand := c.quote(not.kids[0])
	rest = strings.TrimSpace(rest)
	right := fmt.Sprintf("%s %s %s", operand, opposite, strings.TrimSpace(strings.TrimPrefix(rest, n.word)))
	e := c.fault(n, codeNotFirst, "`not` belongs to %s alone here", signOf(operand))
	if strings.HasPrefix(rest, n.word) {
		e.Hinted("Write %s, or not (%s %s)", right, operand, rest).Mended(c.place(n), right)
		return
	}
	e.Hinted("Write not (...) around the comparison")
}

// meantCode reports sex == female, where female is no name and yet a code of sex.
func (c *checker) meantCode(name, other *node) bool {
	if name.form != formName || name.known || c.isName(name.word) || other.literal() {
		return false
	}
	if other.form == formName && !c.isName(other.word) {
		return false
	}
	t := c.infer(other, nil)
	switch {
	case other.wrong:
		return false
	case t.Kind == Code || len(t.Options) > 0:
		if _, _, ok := t.option(name.word); !ok {
			return false
		}
		if t.Kind != Code {
			c.named(name, t)
			return true
		}
		quoted := `"` + name.word + `"`
		c.fault(name, codeUnquoted, "%s is the code of an answer and stands in quotes", signOf(name.word)).
			Hinted("Write %s", quoted).Mended(c.place(name), quoted)
		return true
	case t.Kind == Truth && (strings.EqualFold(name.word, "yes") || strings.EqualFold(name.word, "no")):
		c.fault(name, codeType, "a yes or no is true or false").
			Hinted("Write %s for yes, or not %s for no", c.quote(other), c.quote(other))
		return true
	default:
		return false
	}
}

// membership checks x in [constants].
func (c *checker) membership(n *node) Type {
	out := Type{Kind: Truth}
	x := n.kids[0]
	if x.form == formNot && !x.bracketed {
		c.notFirst(n, x, mirror(n.word))
		return out
	}
	t := c.infer(x, nil)
	if x.wrong {
		return out
	}
	if t.Kind == Truth || t.Kind == Many {
		c.fault(x, codeType, "%s needs a number or a code before it; %s is %s", signOf(n.word), signOf(c.quote(x)), t.Kind).
			Hinted("Write `not` and `and` in place of a list of true and false")
		return out
	}
	for _, k := range n.kids[1:] {
		switch {
		case c.meantCode(k, x):
		case !k.isConstant():
			c.fault(k, codeType, "the list after `in` holds numbers or codes as such; %s is none", signOf(c.quote(k))).
				Hinted("Write x == a or x == b")
		case c.infer(k, &t).Kind != t.Kind && !k.wrong:
			c.fault(k, codeType, "%s is %s and the list holds %s", signOf(c.quote(x)), t.Kind, signOf(c.quote(k))).
				Hinted("List values of the kind of %s", c.quote(x))
		}
		n.members = append(n.members, k.near)
	}
	return out
}
