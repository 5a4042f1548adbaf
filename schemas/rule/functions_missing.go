package rule

// missingFunctions are the two that look at whether a value is there.
func missingFunctions() []*function {
	return []*function{
		{
			name: "answered", params: "x", least: 1, most: 1, about: "true where x has a value, false where it is missing for whatever reason",
			missing: "never missing", example: "answered(3)", gives: "true",
			check: checkAnswered, lower: lowerAnswered, bound: boundAnswered, slope: slopeAnswered,
		},
		{
			name: "ifna", params: "x, y", least: 2, most: 2, about: "x where it has a value; else y, which is not read before",
			missing: "y where x is missing", example: "ifna(2, 0)", gives: "2",
			check: checkIfna, lower: lowerIfna, bound: boundIfna, slope: slopeIfna,
		},
	}
}

func checkAnswered(c *checker, n *node) Type {
	x := n.kids[0]
	if c.infer(x, nil).Kind == Many && !x.wrong {
		c.fault(x, codeArguments, "answered needs one value; %s is a list", signOf(c.quote(x))).
			Hinted("Write count(%s) >= 1", c.quote(x))
	}
	return Type{Kind: Truth}
}

func lowerAnswered(n *node) eval {
	x := n.kids[0].eval
	return func(f []float64) float64 {
		v := x(f)
		return truth(v == v)
	}
}

func boundAnswered(e *ranger, n *node) Bound {
	switch b := e.bound(n.kids[0]); {
	case b.NA == Always:
		return Point(0)
	case b.NA == Never && b.Why == Present:
		return Point(1)
	default:
		return Bound{Lo: 0, Hi: 1}
	}
}

func checkIfna(c *checker, n *node) Type {
	x, y := n.kids[0], n.kids[1]
	t := c.infer(x, nil)
	u := c.infer(y, &t)
	switch {
	case x.wrong || y.wrong:
	case t.Kind == Many || u.Kind == Many:
		c.fault(n, codeArguments, "ifna chooses between two values, not between lists").
			Hinted("Write ifna(sum(a), sum(b))")
	case t.Kind != u.Kind || t.Kind == Code && !t.sameSet(u):
		c.fault(n, codeType, "both values of ifna must be of one kind; %s is %s, %s is %s",
			signOf(c.quote(x)), t.Kind, signOf(c.quote(y)), u.Kind).
			Hinted("Let the second be of the kind of the first")
	}
	return t
}

func lowerIfna(n *node) eval {
	x, y := n.kids[0].eval, n.kids[1].eval
	return func(f []float64) float64 {
		if v := x(f); v == v {
			return v
		}
		return y(f)
	}
}

func boundIfna(e *ranger, n *node) Bound {
	x, y := e.bound(n.kids[0]), e.bound(n.kids[1])
	switch {
	case x.NA == Never && x.Why == Present:
		return x
	case x.NA == Always:
		return y
	}
	x.NA = Never
	return Hull(x, y)
}
