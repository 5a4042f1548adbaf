package rule

import "slices"

// lowering turns a checked tree into closures over a frame. Every node gets a closure of its own, which explanation uses;
// three shapes that most rules have (a sum, a weighted sum, a ladder of thresholds) get a faster one on top.
type lowering struct {
	types []Type
}

// program lowers a whole rule.
func (l *lowering) program(root *node) eval { return l.node(root) }

// node lowers a node after its operands. A node that a chain uses twice is lowered once.
func (l *lowering) node(n *node) eval {
	if n.eval != nil {
		return n.eval
	}
	for _, kid := range n.kids {
		if kid.form != formList && kid.form != formTable && kid.typ.Kind != Many {
			l.node(kid)
		}
	}
	n.eval = l.lower(n)
	return n.eval
}

func (l *lowering) lower(n *node) eval {
	switch n.form {
	case formNumber, formTruth, formCode:
		v := n.value
		return func([]float64) float64 { return v }
	case formName:
		slot := n.slot
		return func(f []float64) float64 { return f[slot] }
	case formNegate:
		x := n.kids[0].eval
		return func(f []float64) float64 {
			v := x(f)
			if v != v {
				return v
			}
			return -v
		}
	case formNot:
		return lowerNot(n.kids[0].eval)
	case formAnd:
		return lowerAnd(n.kids[0].eval, n.kids[1].eval)
	case formOr:
		return lowerOr(n.kids[0].eval, n.kids[1].eval)
	case formArith:
		return lowerArith(n)
	case formCompare:
		return lowerCompare(n)
	case formIn:
		return lowerIn(n)
	case formChoice:
		return lowerChoice(n)
	case formCall:
		return n.fn.lower(n)
	default: // lists and tables are read by the calls that they stand in
		return func([]float64) float64 { return NA(Internal) }
	}
}

// lowerChoice reads the condition and then one arm only. A missing condition makes the result missing, even where both
// arms agree.
func lowerChoice(n *node) eval {
	if ladder := lowerLadder(n); ladder != nil {
		return ladder
	}
	c, a, b := n.kids[0].eval, n.kids[1].eval, n.kids[2].eval
	return func(f []float64) float64 {
		switch v := c(f); {
		case v != v:
			return v
		case v != 0:
			return a(f)
		default:
			return b(f)
		}
	}
}

// lowerIn compares with each constant of the list, after 12 significant digits.
func lowerIn(n *node) eval {
	x, members, found := n.kids[0].eval, slices.Clone(n.members), 1.0
	if n.word == "not in" {
		found = 0
	}
	return func(f []float64) float64 {
		v := x(f)
		if v != v {
			return v
		}
		for _, m := range members {
			if v >= m[0] && v <= m[1] {
				return found
			}
		}
		return 1 - found
	}
}
