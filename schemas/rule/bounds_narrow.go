package rule

import (
	"math"
	"strings"
)

// meet keeps of a bound what lies from lo to hi.
func meet(b Bound, lo, hi float64) Bound {
	b.Lo, b.Hi = max(b.Lo, lo), min(b.Hi, hi)
	return b
}

// assume narrows names and expressions to what a condition says when it holds, or does not hold. It is false where the
// condition cannot turn out so.
func (e *ranger) assume(n *node, holds bool) bool {
	switch {
	case n.form == formTruth:
		return (n.value != 0) == holds
	case n.form == formNot:
		return e.assume(n.kids[0], !holds)
	case n.form == formAnd && holds, n.form == formOr && !holds:
		return e.assume(n.kids[0], holds) && e.assume(n.kids[1], holds)
	case n.form == formName:
		return e.narrow(n, truth(holds), truth(holds))
	case n.form == formCompare:
		op := n.word
		if !holds {
			op = mirror(op)
		}
		return e.assumeOrder(n.kids[0], op, n.kids[1])
	case n.form == formIn && (n.word == "in") == holds:
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, m := range n.members {
			lo, hi = min(lo, m[0]), max(hi, m[1])
		}
		return e.narrow(n.kids[0], lo, hi)
	case n.form == formCall && n.word == "answered" && n.kids[0].form == formName:
		slot := n.kids[0].slot
		b := e.slot(slot)
		if holds {
			if b.NA == Always {
				return false
			}
			b.NA, b.Why, b.Leaves = Never, Present, false
		} else {
			b = Bound{NA: Always, Why: blame(b.Why, Blank), Leaves: b.Leaves}
		}
		e.slots[slot] = b
	}
	return true
}

// assumeOrder narrows both sides of a comparison that holds.
func (e *ranger) assumeOrder(a *node, op string, b *node) bool {
	x, y := e.bound(a), e.bound(b)
	if x.NA == Always || y.NA == Always {
		return false
	}
	switch op {
	case "==":
		return e.narrow(a, edge(y.Lo, -1), edge(y.Hi, 1)) && e.narrow(b, edge(x.Lo, -1), edge(x.Hi, 1))
	case "<", "<=":
		return e.below(a, b, x, y, op == "<")
	case ">", ">=":
		return e.below(b, a, y, x, op == ">")
	default:
		return e.narrowOut(a, y) && e.narrowOut(b, x)
	}
}

// below narrows to a < b, or a <= b.
func (e *ranger) below(a, b *node, x, y Bound, strictly bool) bool {
	hi, lo := edge(y.Hi, 1), edge(x.Lo, -1)
	if strictly {
		hi = math.Nextafter(edge(y.Hi, -1), math.Inf(-1))
		lo = math.Nextafter(edge(x.Lo, 1), math.Inf(1))
	}
	return e.narrow(a, math.Inf(-1), hi) && e.narrow(b, lo, math.Inf(1))
}

// narrowOut takes a single value away from the ends of what a name can be.
func (e *ranger) narrowOut(n *node, other Bound) bool {
	if n.form != formName || other.Lo != other.Hi || n.values == nil {
		return true
	}
	b := e.slot(n.slot)
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range n.values {
		if compare12(v, b.Lo) >= 0 && compare12(v, b.Hi) <= 0 && compare12(v, other.Lo) != 0 {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	return e.narrow(n, lo, hi)
}

// narrow keeps of a node what lies from lo to hi, to the nearest values that its type has. It is false where nothing is
// left. A node that was compared is present.
func (e *ranger) narrow(n *node, lo, hi float64) bool {
	if n.isConstant() {
		return true
	}
	b := meet(e.bound(n), lo, hi)
	if n.values != nil {
		least, most := math.Inf(1), math.Inf(-1)
		for _, v := range n.values {
			if v >= b.Lo && v <= b.Hi {
				least, most = min(least, v), max(most, v)
			}
		}
		b.Lo, b.Hi = least, most
	}
	if b.Lo > b.Hi {
		return false
	}
	b.NA = Never
	if n.form == formName {
		e.slots[n.slot] = b
	} else {
		e.shapes[shape(n)] = b
	}
	return true
}

// shape writes a node so that equal expressions are written equally.
func shape(n *node) string {
	var b strings.Builder
	n.walk(func(k *node) {
		b.WriteByte(byte('a' + k.form))
		b.WriteString(k.word)
		if k.isConstant() {
			b.WriteString(FormatNumber(k.value))
		}
		b.WriteByte(byte('0' + min(len(k.kids), 70)))
	})
	return b.String()
}
