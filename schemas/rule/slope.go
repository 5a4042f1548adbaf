package rule

// Slope says which way a value goes when one of the names it reads goes up and everything else stays.
type Slope uint8

const (
	// Flat: it does not depend on the name.
	Flat Slope = iota
	// Rising: it never goes down.
	Rising
	// Falling: it never goes up.
	Falling
	// Unclear: it may do either, or no proof was found.
	Unclear
)

// String gives flat, rising, falling or unclear.
func (s Slope) String() string {
	return [...]string{"flat", "rising", "falling", "unclear"}[min(s, Unclear)]
}

// Then is the slope of a value that goes s with something that goes t with the name: falling after falling is rising.
func (s Slope) Then(t Slope) Slope {
	switch {
	case s == Flat || t == Flat:
		return Flat
	case s == Unclear || t == Unclear:
		return Unclear
	case s == t:
		return Rising
	default:
		return Falling
	}
}

// Join is the slope of a sum of two values.
func (s Slope) Join(t Slope) Slope {
	switch {
	case s == Flat || s == t:
		return t
	case t == Flat:
		return s
	default:
		return Unclear
	}
}

// Slope says which way the value goes with one slot, over all that the bounds in the State allow: Model.Ranges serves
// every person. Rising and Falling are proofs; Unclear is none. A truth counts as 1 and 0.
func (p *Program) Slope(s *State, slot Slot) Slope {
	return (&sloper{ranger: s.ranger(), slot: slot}).node(p.root)
}

type sloper struct {
	*ranger
	slot Slot
}

func (s *sloper) node(n *node) Slope {
	switch n.form {
	case formName:
		if n.slot == s.slot {
			return Rising
		}
		return Flat
	case formList:
		return s.list(n.list)
	case formNegate, formNot:
		return Falling.Then(s.node(n.kids[0]))
	case formAnd, formOr:
		return s.node(n.kids[0]).Join(s.node(n.kids[1]))
	case formArith:
		return s.arith(n)
	case formCompare:
		return s.compare(n)
	case formIn:
		if s.node(n.kids[0]) == Flat {
			return Flat
		}
		return Unclear
	case formChoice:
		return s.choice(n)
	case formCall:
		return n.fn.slope(s, n)
	default:
		return Flat
	}
}

// sign is the slope of k·x in x for k within a bound.
func sign(b Bound) Slope {
	switch {
	case b.NA == Always || b.Lo == 0 && b.Hi == 0:
		return Flat
	case b.Lo >= 0:
		return Rising
	case b.Hi <= 0:
		return Falling
	default:
		return Unclear
	}
}

func (s *sloper) arith(n *node) Slope {
	a, b := s.node(n.kids[0]), s.node(n.kids[1])
	switch n.word {
	case "+":
		return a.Join(b)
	case "-":
		return a.Join(Falling.Then(b))
	case "*":
		return sign(s.bound(n.kids[1])).Then(a).Join(sign(s.bound(n.kids[0])).Then(b))
	default:
		divisor := s.bound(n.kids[1])
		if b != Flat && divisor.Lo <= 0 && divisor.Hi >= 0 {
			return Unclear
		}
		return sign(divisor).Then(a).Join(Falling.Then(sign(s.bound(n.kids[0]))).Then(b))
	}
}

// compare: x >= c goes from false to true as x rises.
func (s *sloper) compare(n *node) Slope {
	difference := s.node(n.kids[0]).Join(Falling.Then(s.node(n.kids[1])))
	switch n.word {
	case ">", ">=":
		return difference
	case "<", "<=":
		return Falling.Then(difference)
	default:
		if difference == Flat {
			return Flat
		}
		return Unclear
	}
}

// choice: where the condition turns with the slot, the value jumps from one arm to the other, so one arm must lie above
// the other.
func (s *sloper) choice(n *node) Slope {
	yes, possible := s.assuming(n.kids[0], true)
	no, otherwise := s.assuming(n.kids[0], false)
	if !possible || !otherwise {
		arm, e := n.kids[1], yes
		if !possible {
			arm, e = n.kids[2], no
		}
		return (&sloper{e, s.slot}).node(arm)
	}
	a, b := (&sloper{yes, s.slot}).node(n.kids[1]), (&sloper{no, s.slot}).node(n.kids[2])
	arms := a.Join(b)
	turn := s.node(n.kids[0])
	if turn == Flat {
		return arms
	}
	up, down := yes.bound(n.kids[1]), no.bound(n.kids[2])
	switch {
	case n.typ.Kind == Code || turn == Unclear:
		return Unclear
	case up.Lo >= down.Hi:
		return arms.Join(turn)
	case up.Hi <= down.Lo:
		return arms.Join(Falling.Then(turn))
	default:
		return Unclear
	}
}
