package rule

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeUnknownFunction = diag.Define(diag.Info{
	Code:    "rule-unknown-function",
	Title:   "A function that rules do not have",
	Explain: "The functions are few and fixed, so that each rule can be checked by hand. The page on rules lists them all.",
	Bad:     "rule: average(q1, q2)",
	Good:    "rule: mean(q1, q2)",
})

var codeArguments = diag.Define(diag.Info{
	Code:    "rule-arguments",
	Title:   "A function called with the wrong things",
	Explain: "Each function takes a certain number of arguments of certain kinds. A list such as `of` stands alone in sum, mean, min, max and count.",
	Bad:     "rule: clamp(total, 0)",
	Good:    "rule: clamp(total, 0, 100)",
})

// call finds the function and lets it check its own arguments.
func (c *checker) call(n *node) Type {
	n.fn = findFunction(n.word)
	if n.fn == nil {
		c.unknownFunction(n)
		for _, kid := range n.kids {
			c.infer(kid, nil)
		}
		return Type{}
	}
	if got := len(n.kids); got < n.fn.least || n.fn.most >= 0 && got > n.fn.most {
		c.fault(n, codeArguments, "%s takes %s, not %d", n.word, n.fn.takes(), got).Hinted("Write %s", n.fn.signature())
		for _, kid := range n.kids {
			if kid.form != formName || c.isName(kid.word) { // a first argument may be the name of a table
				c.infer(kid, nil)
			}
		}
		return Type{}
	}
	return n.fn.check(c, n)
}

func (fn *function) takes() string {
	switch {
	case fn.most < 0:
		return "at least one value"
	case fn.most == 1:
		return "one argument"
	default:
		return FormatNumber(float64(fn.most)) + " arguments"
	}
}

func (c *checker) unknownFunction(n *node) {
	e := c.fault(n, codeUnknownFunction, "there is no function %s", signOf(n.word))
	if hint, ok := elsewhere[strings.ToLower(n.word)]; ok {
		e.Hinted("%s", hint)
		return
	}
	if near := diag.Nearest(strings.ToLower(n.word), functionNames()); near != "" {
		e.Hinted("Did you mean %s?", near)
		return
	}
	if c.isName(n.word) {
		e.Hinted("%s is a name; a sign such as * is missing before the bracket", n.word)
		return
	}
	e.Hinted("The functions are %s", strings.Join(functionNames(), ", "))
}
