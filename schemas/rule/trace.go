package rule

import "strings"

// Trace is a rule with its numbers filled in, for a person to check by hand.
type Trace struct {
	// Rule is the rule as its author wrote it.
	Rule string `json:"rule"`
	// Lines are the steps of the calculation in order, such as "1 + 2 + 0 = 3". The last one ends in the result.
	Lines []string `json:"lines"`
}

// String gives the lines in one, separated by commas.
func (t Trace) String() string { return strings.Join(t.Lines, ", ") }

// Trace writes out how the value came about over the answers in the State, after an Eval.
func (p *Program) Trace(s *State) Trace {
	if !p.fits(s.frame) {
		return Trace{Rule: p.source.Text, Lines: []string{"the result is " + Internal.String()}}
	}
	t := &tracing{f: s.frame}
	text := t.text(p.root, 0)
	result := p.typ.Format(p.Eval(s.frame))
	switch {
	case p.typ.Kind == Truth && !p.root.isConstant() && text != result:
		t.say(text + " is " + t.truth(p.Eval(s.frame)))
	case text != result:
		t.say(text + " = " + result)
	case len(t.lines) == 0 || !strings.HasSuffix(t.lines[len(t.lines)-1], "= "+result):
		t.say("the result is " + result)
	}
	return Trace{Rule: p.source.Text, Lines: t.lines}
}

// tracing writes a tree with values in place of names. What cannot stand inside a line becomes a line before it.
type tracing struct {
	f     []float64
	lines []string
}

func (t *tracing) say(line string) { t.lines = append(t.lines, line) }

func (t *tracing) truth(v float64) string {
	if v != v {
		return "unknown (" + ReasonOf(v).String() + ")"
	}
	return Type{Kind: Truth}.Format(v)
}

// value writes what a node comes to.
func (t *tracing) value(n *node) string {
	return n.typ.Format(settle(n.eval(t.f)))
}

// binding tells how strongly an operator holds its operands together, so that brackets stand where they are needed.
func binding(n *node) int {
	switch n.form {
	case formOr:
		return 1
	case formAnd:
		return 2
	case formCompare, formIn:
		return 3
	case formNot:
		return 5
	case formArith:
		if n.word == "+" || n.word == "-" {
			return 4
		}
		return 6
	case formNegate:
		return 7
	default:
		return 9
	}
}

var shownSigns = map[string]string{"*": "×", "/": "/"}

// text writes a node for a place that binds with a certain strength.
func (t *tracing) text(n *node, place int) string {
	var out string
	switch n.form {
	case formName:
		out = t.value(n)
		if n.typ.Kind == Truth || IsNA(t.f[n.slot]) {
			out = n.word + " (" + out + ")"
		}
		if n.typ.Kind == Number && t.f[n.slot] < 0 && place > 4 {
			return "(" + out + ")"
		}
		return out
	case formNumber, formTruth:
		out = n.typ.Format(n.value)
		if n.form == formNumber && n.value < 0 && place > 4 {
			return "(" + out + ")"
		}
		return out
	case formCode:
		return n.word
	case formNegate:
		out = "-" + t.text(n.kids[0], 8)
	case formNot:
		out = "not " + t.text(n.kids[0], 6)
	case formIn:
		out = t.text(n.kids[0], 4) + " " + n.word + " [" + t.row(n.kids[1:], ", ") + "]"
	case formAnd, formOr, formArith, formCompare:
		return t.binary(n, place)
	case formChoice:
		return t.choice(n, place)
	default:
		return t.call(n)
	}
	if binding(n) < place {
		return "(" + out + ")"
	}
	return out
}

func (t *tracing) binary(n *node, place int) string {
	own := binding(n)
	left, right := n.kids[0], n.kids[1]
	if n.chain && right.form == formCompare {
		out := t.text(left, own) + " " + right.word + " " + t.text(right.kids[1], 4)
		if own < place {
			return "(" + out + ")"
		}
		return out
	}
	sign := n.word
	if shown, ok := shownSigns[sign]; ok {
		sign = shown
	}
	strong := own + 1
	if n.form == formAnd || n.form == formOr || n.word == "+" {
		strong = own
	}
	out := t.text(left, own) + " " + sign + " " + t.text(right, strong)
	if own < place {
		return "(" + out + ")"
	}
	return out
}

// choice says in a line of its own which way the condition went, and goes on with the arm that was chosen.
func (t *tracing) choice(n *node, place int) string {
	c := n.kids[0].eval(t.f)
	t.say(t.text(n.kids[0], 0) + " is " + t.truth(c))
	switch {
	case c != c:
		return n.typ.Format(c)
	case c != 0:
		return t.text(n.kids[1], place)
	default:
		return t.text(n.kids[2], place)
	}
}

// call writes the calculation of a call in lines of its own and gives its value.
func (t *tracing) call(n *node) string {
	value := t.value(n)
	switch {
	case n.word == "answered":
		return n.fn.name + "(" + t.label(n.kids[0]) + ") (" + value + ")"
	case n.word == "table":
		t.say("table " + n.kids[0].word + " at " + t.text(n.kids[1], 0) + " = " + value)
		return value
	case n.kids[0].list != nil:
		t.list(n, n.kids[0].list, value)
		return value
	case n.word == "sum":
		out := t.row(n.kids, " + ")
		t.say(out + " = " + value)
		return value
	case n.word == "ifna":
		if IsNA(n.kids[0].eval(t.f)) {
			t.say(t.label(n.kids[0]) + " is missing, so " + t.text(n.kids[1], 0) + " stands in")
			return value
		}
		return t.text(n.kids[0], 9)
	default:
		t.say(n.word + "(" + t.row(n.kids, ", ") + ") = " + value)
		return value
	}
}

// label writes a node by its name where it has one.
func (t *tracing) label(n *node) string {
	if n.form == formName {
		return n.word
	}
	return t.text(n, 0)
}

func (t *tracing) row(nodes []*node, between string) string {
	parts := make([]string, len(nodes))
	place := 0
	if strings.TrimSpace(between) == "+" {
		place = 4
	}
	for i, n := range nodes {
		parts[i] = t.text(n, place)
	}
	return strings.Join(parts, between)
}

// undefined names the part of the rule that has no result, the innermost and first.
func (p *Program) undefined(f []float64) string {
	found := ""
	var look func(n *node) bool
	look = func(n *node) bool {
		if n.form == formTable || n.typ.Kind == Many || ReasonOf(settle(n.eval(f))) != Undefined {
			return false
		}
		for _, kid := range n.kids {
			if look(kid) {
				return true
			}
		}
		found = p.quote(n)
		if n.form == formArith && n.word == "/" && n.kids[1].eval(f) == 0 {
			found = "the divisor " + p.quote(n.kids[1]) + " is 0"
		} else {
			found += " has no result"
		}
		return true
	}
	look(p.root)
	return found
}

func (p *Program) quote(n *node) string {
	return strings.Join(strings.Fields(string([]rune(p.source.Text)[n.from:n.to])), " ")
}
