package rule

import "math"

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// lowerCompare compares after 12 significant digits. With a constant on one side that is one plain comparison with the
// edge of the doubles that equal the constant.
func lowerCompare(n *node) eval {
	a, b, op := n.kids[0], n.kids[1], n.word
	if a.isConstant() && !b.isConstant() {
		a, b, op = b, a, mirrored[op]
	}
	if b.isNear() {
		return compareConstant(a, op, b.near[0], b.near[1])
	}
	x, y := a.eval, b.eval
	holds := orderHolds(op)
	return func(f []float64) float64 {
		v, w := x(f), y(f)
		if v != v || w != w {
			return either(v, w)
		}
		return truth(holds[compare12(v, w)+1])
	}
}

// either gives the missing value of two operands of which at least one is missing.
func either(v, w float64) float64 {
	if w == w {
		return v
	}
	return carry(v, w)
}

// orderHolds says for smaller, equal, greater whether a comparison holds.
func orderHolds(op string) [3]bool {
	switch op {
	case "==":
		return [3]bool{false, true, false}
	case "!=":
		return [3]bool{true, false, true}
	case "<":
		return [3]bool{true, false, false}
	case "<=":
		return [3]bool{true, true, false}
	case ">":
		return [3]bool{false, false, true}
	default:
		return [3]bool{false, true, true}
	}
}

// span gives the doubles for which a comparison with the constant holds; != has no such stretch and ok is false.
func span(op string, lo, hi float64) (from, to float64, ok bool) {
	switch op {
	case "==":
		return lo, hi, true
	case "<":
		return math.Inf(-1), math.Nextafter(lo, math.Inf(-1)), true
	case "<=":
		return math.Inf(-1), hi, true
	case ">":
		return math.Nextafter(hi, math.Inf(1)), math.Inf(1), true
	case ">=":
		return lo, math.Inf(1), true
	default:
		return lo, hi, false
	}
}

// isNear reports whether a node is a constant that stands for the doubles in its near.
func (n *node) isNear() bool { return n.isConstant() && n.form != formTruth }

func compareConstant(x *node, op string, lo, hi float64) eval {
	from, to, ok := span(op, lo, hi)
	inside := truth(ok)
	if x.form == formName { // as nearly always, so without a call for it
		slot := x.slot
		return func(f []float64) float64 {
			v := f[slot]
			if v >= from && v <= to {
				return inside
			}
			if v != v {
				return v
			}
			return 1 - inside
		}
	}
	value := x.eval
	return func(f []float64) float64 {
		v := value(f)
		if v >= from && v <= to {
			return inside
		}
		if v != v {
			return v
		}
		return 1 - inside
	}
}

// rung is one step of a ladder: the value that holds from..to.
type rung struct{ from, to, value float64 }

// lowerLadder recognises x >= 20 ? 4 : x >= 15 ? 3 : ... over one name with constants for arms. It gives nil for
// anything else.
func lowerLadder(n *node) eval {
	var rungs []rung
	var slot Slot
	last := n
	for ; last.form == formChoice; last = last.kids[2] {
		test, arm := last.kids[0], last.kids[1]
		if test.form != formCompare || test.kids[0].form != formName || !test.kids[1].isConstant() || !arm.isConstant() {
			return nil
		}
		from, to, ok := span(test.word, test.kids[1].near[0], test.kids[1].near[1])
		if !ok || len(rungs) > 0 && test.kids[0].slot != slot {
			return nil
		}
		slot = test.kids[0].slot
		rungs = append(rungs, rung{from, to, arm.value})
	}
	if !last.isConstant() || len(rungs) < 2 {
		return nil
	}
	rest := last.value
	return func(f []float64) float64 {
		v := f[slot]
		for i := range rungs {
			if r := &rungs[i]; v >= r.from && v <= r.to {
				return r.value
			}
		}
		if v != v {
			return v
		}
		return rest
	}
}
