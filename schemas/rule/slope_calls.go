package rule

// list: every way of adding up a list rises with its items. Weights may fall.
func (s *sloper) list(l *listing) Slope {
	out := Flat
	for i, slot := range l.slots {
		if slot != s.slot {
			continue
		}
		item := Rising
		if l.weights != nil {
			item = l.weights[i].slope()
		}
		out = out.Join(item)
	}
	return out
}

func (l *lookup) slope() Slope {
	switch {
	case l.rising() && l.falling():
		return Flat
	case l.rising():
		return Rising
	case l.falling():
		return Falling
	default:
		return Unclear
	}
}

// slopeJoined serves sum, mean, min, max, count_true and weigh: they rise with each argument.
func slopeJoined(s *sloper, n *node) Slope {
	if n.list != nil {
		return s.list(n.list)
	}
	out := Flat
	for _, kid := range n.kids {
		if kid.list != nil {
			out = out.Join(s.list(kid.list))
		} else {
			out = out.Join(s.node(kid))
		}
	}
	return out
}

// slopeAnswered serves answered and count: a greater answer is an answer as well.
func slopeAnswered(*sloper, *node) Slope { return Flat }

// slopeIfna looks at present values only: y stands for what is not there to go up.
func slopeIfna(s *sloper, n *node) Slope {
	if s.node(n.kids[1]) != Flat {
		return Unclear
	}
	return s.node(n.kids[0])
}

func slopeTable(s *sloper, n *node) Slope {
	if n.kids[1].typ.Kind == Code && s.node(n.kids[1]) != Flat {
		return Unclear
	}
	return n.lookup.slope().Then(s.node(n.kids[1]))
}

// numbers joins the slopes of the arguments; where the table says Unclear, the sign of the bounds may still tell.
func (s *sloper) numbers(n *node, d numeric) Slope {
	out := Flat
	for i, kid := range n.kids {
		own := d.slopes[i]
		if own == Unclear {
			own = s.argument(n, i)
		}
		out = out.Join(own.Then(s.node(kid)))
	}
	return out
}

// argument finds the slope of abs, pow and rescale in one argument where the bounds settle it.
func (s *sloper) argument(n *node, i int) Slope {
	bs := make([]Bound, len(n.kids))
	for j, kid := range n.kids {
		bs[j] = s.bound(kid)
	}
	switch {
	case n.word == "abs":
		return sign(bs[0])
	case n.word == "pow" && i == 0 && bs[0].Lo >= 0:
		return sign(bs[1])
	case n.word == "rescale" && i == 0:
		from, to := boundArith("-", bs[2], bs[1]), boundArith("-", bs[4], bs[3])
		if from.Lo <= 0 && from.Hi >= 0 {
			return Unclear
		}
		return sign(from).Then(sign(to))
	default:
		return Unclear
	}
}
