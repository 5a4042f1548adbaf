package rule

// lowerArith keeps the order of the source and rounds every product on its own, so that all machines agree to the last bit.
func lowerArith(n *node) eval {
	if linear := lowerLinear(n); linear != nil {
		return linear
	}
	return plainArith(n)
}

func plainArith(n *node) eval {
	a, b := n.kids[0].eval, n.kids[1].eval
	switch n.word {
	case "+":
		return func(f []float64) float64 {
			x, y := a(f), b(f)
			return finite(x+y, x, y)
		}
	case "-":
		return func(f []float64) float64 {
			x, y := a(f), b(f)
			return finite(x-y, x, y)
		}
	case "*":
		return func(f []float64) float64 {
			x, y := a(f), b(f)
			return finite(float64(x*y), x, y)
		}
	default:
		return func(f []float64) float64 {
			x, y := a(f), b(f)
			if y == 0 && x == x {
				return NA(Undefined)
			}
			return finite(x/y, x, y)
		}
	}
}

// finite gives a result that is a number as it is. Otherwise it chooses the reason itself, because processors differ in
// which operand's NaN they hand on; overflow is undefined.
func finite(r, x, y float64) float64 {
	if r-r == 0 {
		return r
	}
	if x != x || y != y {
		return either(x, y)
	}
	return NA(Undefined)
}

// term is one part of a weighted sum: a constant times what a slot holds, or a constant alone where slot is below 0.
type term struct {
	factor float64
	slot   Slot
}

// lowerLinear recognises sums and differences of names, constants, and names times constants. It gives nil for anything
// else. The sum runs in source order, so the result is the same to the last bit.
func lowerLinear(n *node) eval {
	terms, ok := linear(n, nil, 1)
	if !ok || len(terms) < 2 {
		return nil
	}
	slow := plainArith(n)
	if slots, all := plainSlots(terms); all {
		return lowerSlots(slots, slow)
	}
	return func(f []float64) float64 {
		s := 0.0
		for _, t := range terms {
			if t.slot < 0 {
				s += t.factor
			} else {
				s += float64(t.factor * f[t.slot])
			}
		}
		if s-s == 0 {
			return s
		}
		return slow(f)
	}
}

// linear collects the terms of a sum from left to right. Only the left operand may be a sum itself: regrouping would
// change the last bit.
func linear(n *node, terms []term, sign float64) ([]term, bool) {
	if n.form == formArith && (n.word == "+" || n.word == "-") && sign == 1 {
		terms, ok := linear(n.kids[0], terms, 1)
		if !ok {
			return nil, false
		}
		right := 1.0
		if n.word == "-" {
			right = -1
		}
		t, ok := oneTerm(n.kids[1], right)
		return append(terms, t), ok
	}
	t, ok := oneTerm(n, sign)
	return append(terms, t), ok
}

func oneTerm(n *node, sign float64) (term, bool) {
	switch {
	case n.form == formNumber:
		return term{sign * n.value, -1}, true
	case n.form == formName:
		return term{sign, n.slot}, true
	case n.form == formArith && n.word == "*" && n.kids[0].form == formNumber && n.kids[1].form == formName:
		return term{sign * n.kids[0].value, n.kids[1].slot}, true
	case n.form == formArith && n.word == "*" && n.kids[1].form == formNumber && n.kids[0].form == formName:
		return term{sign * n.kids[1].value, n.kids[0].slot}, true
	default:
		return term{}, false
	}
}

func plainSlots(terms []term) ([]Slot, bool) {
	var slots []Slot
	for _, t := range terms {
		if t.factor != 1 || t.slot < 0 {
			return nil, false
		}
		slots = append(slots, t.slot)
	}
	return slots, true
}

// lowerSlots adds up slots in their order: a stretch of the frame where they lie side by side, else one by one. What is
// not a number in the end is left to slow.
func lowerSlots(slots []Slot, slow eval) eval {
	first, side := slots[0], true
	for i, s := range slots {
		side = side && s == first+Slot(i)
	}
	if side {
		from, to := int(first), int(first)+len(slots)
		return func(f []float64) float64 {
			s := 0.0
			for _, v := range f[from:to] {
				s += v
			}
			if s-s == 0 {
				return s
			}
			return slow(f)
		}
	}
	return func(f []float64) float64 {
		s := 0.0
		for _, slot := range slots {
			s += f[slot]
		}
		if s-s == 0 {
			return s
		}
		return slow(f)
	}
}
