package rule

import "math"

// members gives the bounds of the items of a list that may be part of it.
func (e *ranger) members(l *listing) []Bound {
	bs := make([]Bound, 0, len(l.slots))
	for i, slot := range l.slots {
		b := e.slot(slot)
		if l.leave && b.NA == Always && b.Why == NotAsked {
			continue
		}
		if l.weights != nil {
			b = l.weighed(i, b)
		}
		if !l.leave {
			b.Leaves = false
		}
		bs = append(bs, capped(b))
	}
	return bs
}

// weighed gives the bound of what an item weighs. All its answers were checked to be keys. A fixed value that stands in
// for a blank is weighed like an answer, so that nothing is left to fill.
func (l *listing) weighed(i int, b Bound) Bound {
	leaves := b.Leaves
	if l.fill.Kind == FillValue && b.NA != Never && b.Why != NotAsked {
		b = Hull(b, Point(l.fill.Value))
		if b.NA = Never; leaves {
			b.NA = Maybe
		}
	}
	b = l.weights[i].bound(b, l.weights[i].keys)
	b.Leaves = leaves
	return b
}

// aggregate gives the bound of sum, mean, min or max.
func (e *ranger) aggregate(n *node, d aggregation) Bound {
	l := n.kids[0].list
	if l == nil {
		bs := make([]Bound, len(n.kids))
		for i, kid := range n.kids {
			bs[i] = e.bound(kid)
		}
		return overValues(bs, d)
	}
	bs := e.members(l)
	if len(bs) == 0 {
		return Bound{NA: Always, Why: NotAsked, Leaves: true}
	}
	sure := true
	for _, b := range bs {
		sure = sure && b.NA == Never
	}
	switch {
	case sure:
		return overValues(bs, d)
	case l.fill.Kind == FillNone || l.fill.Kind == FillValue && l.weights != nil:
		return overPresent(bs, d)
	default:
		return overFilled(bs, l.fill, d)
	}
}

// overValues is strict: missing where any value is. It runs over the lower and the upper ends as the closure does.
func overValues(bs []Bound, d aggregation) Bound {
	out := strict(bs...)
	if out.NA == Always {
		return Bound{NA: Always, Why: out.Why}
	}
	for i, b := range bs {
		out.Lo, out.Hi = d.each(out.Lo, b.Lo, i), d.each(out.Hi, b.Hi, i)
	}
	out.Lo, out.Hi = d.end(out.Lo, len(bs)), d.end(out.Hi, len(bs))
	return out
}

// overPresent is for lists without a fill: an item that may leave counts or does not, any other missing item makes the
// result missing.
func overPresent(bs []Bound, d aggregation) Bound {
	out := strict(bs...)
	for _, b := range bs {
		if b.NA == Always && b.Why != NotAsked {
			return Bound{NA: Always, Why: out.Why}
		}
	}
	wide := overSome(bs, d, func(b Bound) bool { return b.Leaves })
	out.NA = Maybe
	out.Lo, out.Hi = wide.Lo, wide.Hi
	return out
}

// overFilled is for the fills. The mean of the answered lies among the answers, and so does what stands in for others;
// it is worked out in another order than here, so its last bit may lie outside, which no comparison sees.
func overFilled(bs []Bound, fill Fill, d aggregation) Bound {
	out := strict(bs...)
	out.NA = Maybe
	filled := make([]Bound, 0, len(bs)+1)
	span := Bound{Lo: math.Inf(1), Hi: math.Inf(-1)}
	for _, b := range bs {
		if b.NA != Always {
			span.Lo, span.Hi = min(span.Lo, b.Lo), max(span.Hi, b.Hi)
		}
	}
	if fill.Kind == FillValue {
		span.Lo, span.Hi = min(span.Lo, fill.Value), max(span.Hi, fill.Value)
	}
	if span.Lo > span.Hi {
		return Bound{NA: Always, Why: out.Why}
	}
	for _, b := range bs {
		if b.NA != Never && fill.Kind == FillValue {
			b = Hull(b, Point(fill.Value))
		} else if b.NA != Never {
			b.Lo, b.Hi = span.Lo, span.Hi
		}
		filled = append(filled, b)
	}
	gone := func(b Bound) bool { return b.Leaves || fill.Kind == FillDrop && b.NA != Never }
	wide := overSome(filled, d, gone)
	out.Lo, out.Hi = wide.Lo, wide.Hi
	return out
}

// overSome is the hull over the lists that are left when any of the items for which gone holds are left out.
func overSome(bs []Bound, d aggregation, gone func(Bound) bool) Bound {
	if d.name != "sum" { // a mean, least or greatest lies among the values
		out := Bound{Lo: math.Inf(1), Hi: math.Inf(-1)}
		stays := 0
		var least, most = math.Inf(-1), math.Inf(1)
		for _, b := range bs {
			out.Lo, out.Hi = min(out.Lo, b.Lo), max(out.Hi, b.Hi)
			if !gone(b) {
				stays++
				least, most = max(least, b.Lo), min(most, b.Hi)
			}
		}
		if stays > 0 && d.name == "min" {
			out.Hi = most
		}
		if stays > 0 && d.name == "max" {
			out.Lo = least
		}
		return out
	}
	var out Bound
	for _, b := range bs {
		lo, hi := b.Lo, b.Hi
		if gone(b) {
			lo, hi = min(lo, 0), max(hi, 0)
		}
		out.Lo, out.Hi = out.Lo+lo, out.Hi+hi
	}
	return out
}

func boundCount(e *ranger, n *node) Bound {
	var out Bound
	for _, slot := range n.kids[0].list.slots {
		b := e.slot(slot)
		if b.NA == Never && b.Why == Present {
			out.Lo++
		}
		if b.NA != Always {
			out.Hi++
		}
	}
	return out
}

func boundCountTrue(e *ranger, n *node) Bound {
	d := aggregation{
		name: "sum", each: func(s, v float64, _ int) float64 { return s + v }, end: func(s float64, _ int) float64 { return s },
	}
	return e.aggregate(n, d)
}
