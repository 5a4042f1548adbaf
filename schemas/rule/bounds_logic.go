package rule

// can splits the bound of a truth into the outcomes that are possible.
func can(b Bound) (yes, no, na bool) {
	if b.NA == Always {
		return false, false, true
	}
	return b.Hi >= 1, b.Lo <= 0, b.NA != Never
}

// outcome is the bound of a truth with the outcomes that are possible.
func outcome(yes, no, na bool, why Reason) Bound {
	out := Bound{Why: why}
	if !yes && !no {
		out.NA = Always
		return out
	}
	if na {
		out.NA = Maybe
	}
	out.Lo, out.Hi = truth(!no), truth(yes)
	return out
}

// boundAnd is Kleene's `and` over every pair of outcomes.
func boundAnd(a, b Bound) Bound {
	yesA, noA, naA := can(a)
	yesB, noB, naB := can(b)
	na := naA && (yesB || naB) || naB && (yesA || naA)
	return outcome(yesA && yesB, noA || noB, na, blame(a.Why, b.Why))
}

// boundOr is `and` with yes and no exchanged.
func boundOr(a, b Bound) Bound {
	yesA, noA, naA := can(a)
	yesB, noB, naB := can(b)
	na := naA && (noB || naB) || naB && (noA || naA)
	return outcome(yesA || yesB, noA && noB, na, blame(a.Why, b.Why))
}

// compare looks at which of smaller, equal, greater are possible.
func (e *ranger) compare(n *node) Bound {
	a, b := e.bound(n.kids[0]), e.bound(n.kids[1])
	na, why := max(a.NA, b.NA), blame(a.Why, b.Why)
	if na == Always {
		return Bound{NA: Always, Why: why}
	}
	less, equal, greater := sides(n.kids[1], a, b)
	holds := orderHolds(n.word)
	yes := less && holds[0] || greater && holds[2]
	no := less && !holds[0] || greater && !holds[2]
	if same := holds[1]; equal && (same && !yes || !same && !no) && e.meets(n, a, b) { // else it makes no difference
		yes, no = yes || same, no || !same
	}
	return outcome(yes, no, na != Never, why)
}

// sides tells whether a value within a can be less than, equal to and greater than one within b, which is the bound of a node.
// What equals a constant was worked out when the rule was compiled.
func sides(n *node, a, b Bound) (less, equal, greater bool) {
	if n.isNear() {
		return a.Lo < n.near[0], a.Lo <= n.near[1] && a.Hi >= n.near[0], a.Hi > n.near[1]
	}
	low, high := compare12(a.Lo, b.Hi), compare12(a.Hi, b.Lo)
	return low < 0, low <= 0 && high >= 0, high > 0
}

// meets reports whether the sides of a comparison, whose bounds overlap, can have a value in common.
func (e *ranger) meets(n *node, a, b Bound) bool {
	if (a.Lo == a.Hi) == (b.Lo == b.Hi) {
		return true
	}
	return e.reaches(n.kids[0], a, b) && e.reaches(n.kids[1], b, a)
}

// reaches reports whether a node can have a value within the other's bound, by the values of its type.
func (e *ranger) reaches(n *node, own, other Bound) bool {
	if n.form != formName || own.Lo == own.Hi {
		return true
	}
	if n.values == nil {
		return true
	}
	for _, v := range n.values {
		if compare12(v, own.Lo) >= 0 && compare12(v, own.Hi) <= 0 && compare12(v, other.Lo) >= 0 && compare12(v, other.Hi) <= 0 {
			return true
		}
	}
	return false
}

// membership looks at whether values inside and outside the list are possible.
func (e *ranger) membership(n *node) Bound {
	b := e.bound(n.kids[0])
	if b.NA == Always {
		return b
	}
	inside, outside := false, true
	member := func(v float64) bool {
		for _, m := range n.members {
			if v >= m[0] && v <= m[1] {
				return true
			}
		}
		return false
	}
	if vs := e.domain(n.kids[0]); vs != nil && b.Lo != b.Hi {
		outside = false
		for _, v := range vs {
			if compare12(v, b.Lo) < 0 || compare12(v, b.Hi) > 0 {
				continue
			}
			if member(v) {
				inside = true
			} else {
				outside = true
			}
		}
	} else if b.Lo == b.Hi {
		inside = member(b.Lo)
		outside = !inside
	} else {
		for _, m := range n.members {
			inside = inside || m[1] >= b.Lo && m[0] <= b.Hi
		}
	}
	if n.word == "not in" {
		inside, outside = outside, inside
	}
	return outcome(inside, outside, b.NA != Never, b.Why)
}
