package rule

// listFunctions are those of several numbers, given one by one or as a list.
func listFunctions() []*function {
	const missing = "missing if any value is, after the score's `missing` rule was applied to `of`"
	return []*function{
		aggregate(aggregation{
			name: "sum", about: "the values added up", example: "sum(1, 2, 3)", gives: "6", missing: missing,
			list: func(l *listing, t tally) float64 { return l.total(&t) },
			each: func(s, v float64, _ int) float64 { return s + v }, end: func(s float64, _ int) float64 { return s },
		}),
		aggregate(aggregation{
			name: "mean", about: "the values added up and divided by their number", example: "mean(1, 2, 6)", gives: "3", missing: missing,
			list: func(l *listing, t tally) float64 { return l.mean(&t) },
			each: func(s, v float64, _ int) float64 { return s + v },
			end:  func(s float64, n int) float64 { return s / float64(n) },
		}),
		aggregate(aggregation{
			name: "min", about: "the least of the values", example: "min(4, 2, 3)", gives: "2", missing: missing,
			list: func(l *listing, t tally) float64 { return l.least(&t) },
			each: func(s, v float64, i int) float64 {
				if i == 0 {
					return v
				}
				return min(s, v)
			}, end: func(s float64, _ int) float64 { return s },
		}),
		aggregate(aggregation{
			name: "max", about: "the greatest of the values", example: "max(4, 2, 3)", gives: "4", missing: missing,
			list: func(l *listing, t tally) float64 { return l.most(&t) },
			each: func(s, v float64, i int) float64 {
				if i == 0 {
					return v
				}
				return max(s, v)
			}, end: func(s float64, _ int) float64 { return s },
		}),
		{
			name: "count", params: "list", least: 1, most: 1, about: "how many of the list are answered, before anything is filled in",
			missing: "never missing: 0 where nothing is answered", example: "count(symptoms)", gives: "8, with one of nine left blank",
			check: checkCount, lower: lowerCount, bound: boundCount, slope: slopeAnswered,
		},
		{
			name: "count_true", params: "c1, c2, ...", least: 1, most: -1, about: "how many of the conditions hold; a group of yes or no questions will do too",
			missing: "missing if any condition is unknown", example: "count_true(2 > 1, 3 > 4)", gives: "1",
			check: checkCountTrue, lower: lowerCountTrue, bound: boundCountTrue, slope: slopeJoined,
		},
	}
}

// aggregation is what makes one of sum, mean, min, max its own.
type aggregation struct {
	name, about, example, gives, missing string
	list                                 func(l *listing, t tally) float64
	each                                 func(sum, v float64, i int) float64
	end                                  func(sum float64, n int) float64
}

func aggregate(d aggregation) *function {
	return &function{
		name: d.name, params: "a, b, ... or a list", least: 1, most: -1, about: d.about, missing: d.missing, example: d.example, gives: d.gives,
		check: checkAggregate,
		lower: func(n *node) eval { return d.lower(n) },
		bound: func(e *ranger, n *node) Bound { return e.aggregate(n, d) },
		slope: slopeJoined,
	}
}

func checkAggregate(c *checker, n *node) Type {
	t := Type{Kind: Number}
	if l := c.onlyList(n); l != nil {
		if l.truths {
			c.fault(n.kids[0], codeType, "%s holds yes or no, not numbers", signOf(c.quote(n.kids[0]))).
				Hinted("Write count_true(%s)", c.quote(n.kids[0]))
		}
		return t
	}
	for i, kid := range n.kids {
		if kid.wrong || kid.typ.Kind == Many {
			continue
		}
		c.expect(kid, Number, signOf(n.word))
		if i == 0 {
			t.Unit = kid.typ.Unit
		} else if !kid.wrong {
			c.units(n, Type{Unit: t.Unit}, kid.typ)
		}
	}
	return t
}

// onlyList types all arguments. It gives the list where the one argument is a list, and reports lists beside others.
func (c *checker) onlyList(n *node) *listing {
	for _, kid := range n.kids {
		if c.infer(kid, nil).Kind != Many || kid.wrong {
			continue
		}
		if len(n.kids) == 1 {
			return kid.list
		}
		c.fault(kid, codeArguments, "a list cannot stand beside other values in %s", n.word).
			Hinted("Write %s(%s) alone, or name the items one by one", n.word, c.quote(kid))
	}
	return nil
}

func (d aggregation) lower(n *node) eval {
	if l := n.kids[0].list; l != nil {
		return d.lowerList(l)
	}
	kids := evals(n.kids)
	return func(f []float64) float64 {
		s, gone := 0.0, 0.0
		for i, kid := range kids {
			v := kid(f)
			if v != v {
				gone = carry(gone, v)
				continue
			}
			s = d.each(s, v, i)
		}
		if gone != gone {
			return gone
		}
		return d.end(s, len(kids))
	}
}

func (d aggregation) lowerList(l *listing) eval {
	if d.name == "sum" && l.weights == nil {
		return lowerSlots(l.slots, func(f []float64) float64 { // a sum that is a number had every item
			t := l.sums(f)
			if gone := l.stopped(&t); gone != gone {
				return gone
			}
			return l.total(&t)
		})
	}
	return func(f []float64) float64 {
		t := l.tally(f)
		if gone := l.stopped(&t); gone != gone {
			return gone
		}
		return d.list(l, t)
	}
}

func checkCount(c *checker, n *node) Type {
	if c.infer(n.kids[0], nil).Kind != Many && !n.kids[0].wrong {
		c.fault(n.kids[0], codeArguments, "count needs a list, such as `of` or a group").
			Hinted("Write answered(%s) for one value", c.quote(n.kids[0]))
	}
	return Type{Kind: Number, Step: 1, Hi: float64(len(n.kids[0].list.members()))}
}

func (l *listing) members() []Slot {
	if l == nil {
		return nil
	}
	return l.slots
}

func lowerCount(n *node) eval { return n.kids[0].list.answered }

func checkCountTrue(c *checker, n *node) Type {
	t := Type{Kind: Number, Step: 1, Hi: float64(len(n.kids))}
	if l := c.onlyList(n); l != nil {
		switch {
		case !l.truths:
			c.fault(n.kids[0], codeType, "%s holds numbers, not conditions", signOf(c.quote(n.kids[0]))).
				Hinted("Write sum(%s), or count_true(q1 >= 1, q2 >= 1)", c.quote(n.kids[0]))
		case l.fill.Kind != FillNone:
			c.fault(n.kids[0], codeFill, "an unanswered yes or no cannot be filled in").Hinted("Take `fill` out of the score's `missing`")
		}
		t.Hi = float64(len(l.slots))
		return t
	}
	for _, kid := range n.kids {
		if kid.wrong || kid.typ.Kind == Many {
			continue
		}
		c.expect(kid, Truth, signOf(n.word))
	}
	return t
}

func lowerCountTrue(n *node) eval {
	if l := n.kids[0].list; l != nil {
		return aggregation{name: "sum", list: func(l *listing, t tally) float64 { return l.total(&t) }}.lowerList(l)
	}
	return aggregation{
		each: func(s, v float64, _ int) float64 { return s + v }, end: func(s float64, _ int) float64 { return s },
	}.lower(n)
}
