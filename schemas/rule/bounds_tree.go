package rule

import (
	"maps"
	"math"
)

// ranger evaluates a tree over bounds instead of values. The same operations in the same order run over the ends of the
// intervals; rounding never turns an order around, so the bounds hold to the last bit (but for exp, ln, pow and the fill by
// the mean, whose last bit may lie outside; comparisons look at 12 digits and do not see it).
type ranger struct {
	at func(Slot) Bound
	// slots and shapes hold what the conditions around a node say: of a name, and of any other expression by its shape.
	slots  map[Slot]Bound
	shapes map[string]Bound
}

// Bound gives what is known of the value while answers are missing. That of a condition is computed when it is first asked
// for after an Eval, Reset, Set or SetBound.
func (p *Program) Bound(s *State) Bound {
	if uint(p.seat) >= uint(len(s.seats)) {
		return s.ranger().bound(p.root)
	}
	kept := &s.seats[p.seat]
	if kept.of != p || kept.stamp != s.now {
		*kept = seat{of: p, stamp: s.now, bound: s.ranger().bound(p.root)}
	}
	return kept.bound
}

func (e *ranger) slot(s Slot) Bound {
	if len(e.slots) > 0 {
		if b, ok := e.slots[s]; ok {
			return b
		}
	}
	return e.at(s)
}

func (e *ranger) bound(n *node) Bound {
	if n.isConstant() {
		return Point(n.value)
	}
	b := capped(e.raw(n))
	if len(e.shapes) > 0 && n.form != formName {
		if known, ok := e.shapes[shape(n)]; ok {
			b = meet(b, known.Lo, known.Hi)
			b.NA = Never
		}
	}
	return b
}

func (e *ranger) raw(n *node) Bound {
	switch n.form {
	case formName:
		return e.slot(n.slot)
	case formNegate:
		b := e.bound(n.kids[0])
		b.Lo, b.Hi = -b.Hi, -b.Lo
		return b
	case formNot:
		b := e.bound(n.kids[0])
		b.Lo, b.Hi = 1-b.Hi, 1-b.Lo
		return b
	case formAnd:
		return boundAnd(e.bound(n.kids[0]), e.bound(n.kids[1]))
	case formOr:
		return boundOr(e.bound(n.kids[0]), e.bound(n.kids[1]))
	case formArith:
		return boundArith(n.word, e.bound(n.kids[0]), e.bound(n.kids[1]))
	case formCompare:
		return e.compare(n)
	case formIn:
		return e.membership(n)
	case formChoice:
		return e.choice(n)
	case formCall:
		return n.fn.bound(e, n)
	default:
		return Bound{NA: Always, Why: Internal}
	}
}

// strict starts the bound of something that is missing where any of its operands is.
func strict(bs ...Bound) Bound {
	var out Bound
	for _, b := range bs {
		out.NA = max(out.NA, b.NA)
		out.Why = blame(out.Why, b.Why)
	}
	return out
}

// choice joins the arms that can be chosen, each seen in the light of the condition.
func (e *ranger) choice(n *node) Bound {
	c := e.bound(n.kids[0])
	if c.NA == Always {
		return c
	}
	var arms []Bound
	for i, holds := range []bool{true, false} {
		if v := truth(holds); v < c.Lo || v > c.Hi {
			continue
		}
		if inner, possible := e.assuming(n.kids[0], holds); possible {
			arms = append(arms, inner.bound(n.kids[i+1]))
		}
	}
	if len(arms) == 0 {
		return Bound{NA: Always, Why: blame(c.Why, Undefined)}
	}
	out := arms[0]
	if len(arms) == 2 {
		out = Hull(arms[0], arms[1])
	}
	if c.NA != Never {
		out = Hull(out, Bound{NA: Always, Why: c.Why})
	}
	out.Why = blame(out.Why, c.Why)
	return out
}

// assuming gives a ranger in which a condition holds, or does not hold, and whether that is possible at all.
func (e *ranger) assuming(cond *node, holds bool) (*ranger, bool) {
	inner := &ranger{at: e.at, slots: maps.Clone(e.slots), shapes: maps.Clone(e.shapes)}
	if inner.slots == nil {
		inner.slots, inner.shapes = map[Slot]Bound{}, map[string]Bound{}
	}
	return inner, inner.assume(cond, holds)
}

// domain lists the values that a node can have, where its type says so. Beyond 2^53 a float64 has no next whole number, so nothing is listed.
func (e *ranger) domain(n *node) []float64 {
	if n.values != nil {
		return n.values
	}
	b := e.bound(n)
	if b.NA == Always || !n.whole() || b.Hi-b.Lo > maxValues || max(-b.Lo, b.Hi) >= 1<<53 {
		return nil
	}
	var vs []float64
	for v := math.Ceil(b.Lo); v <= b.Hi; v++ {
		vs = append(vs, v)
	}
	return vs
}

// whole reports whether a node can only have whole numbers for values.
func (n *node) whole() bool {
	switch n.form {
	case formNumber:
		return n.value == math.Trunc(n.value)
	case formName:
		return n.typ.isWhole()
	case formNegate:
		return n.kids[0].whole()
	case formArith:
		return n.word != "/" && n.kids[0].whole() && n.kids[1].whole()
	case formChoice:
		return n.kids[1].whole() && n.kids[2].whole()
	case formCall:
		return n.wholeCall()
	default:
		return false
	}
}

func (n *node) wholeCall() bool {
	switch n.word {
	case "count", "count_true", "floor", "ceil":
		return true
	case "sum", "min", "max", "clamp", "reverse", "abs":
		if l := n.kids[0].list; l != nil {
			return l.whole && l.weights == nil && (l.fill.Kind == FillNone || l.fill.Kind == FillDrop)
		}
		for _, kid := range n.kids {
			if !kid.whole() {
				return false
			}
		}
		return true
	default:
		return false
	}
}
