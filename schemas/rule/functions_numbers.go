package rule

import "math"

// arguments are those of a function of numbers, in order; what is not used is zero.
type arguments [5]float64

const strictMissing = "missing if any argument is"

// numberFunctions are the plain functions of numbers. Outside their domain they are undefined.
func numberFunctions() []*function {
	return []*function{
		number(numeric{
			name: "abs", params: "x", about: "the size of x without its sign", example: "abs(-3)", gives: "3",
			calc: func(a arguments) float64 { return math.Abs(a[0]) }, span: spanAbs, slopes: []Slope{Unclear},
		}),
		number(numeric{
			name: "floor", params: "x", about: "the greatest whole number that is not above x", example: "floor(2.7)", gives: "2",
			calc: func(a arguments) float64 { return math.Floor(nudged(a[0])) }, slopes: []Slope{Rising},
		}),
		number(numeric{
			name: "ceil", params: "x", about: "the least whole number that is not below x", example: "ceil(2.1)", gives: "3",
			calc: func(a arguments) float64 { return math.Ceil(nudged(a[0])) }, slopes: []Slope{Rising},
		}),
		number(numeric{
			name: "sqrt", params: "x", about: "the square root; undefined below 0", example: "sqrt(9)", gives: "3",
			calc: func(a arguments) float64 { return math.Sqrt(a[0]) }, slopes: []Slope{Rising},
		}),
		number(numeric{
			name: "exp", params: "x", about: "e to the power x", example: "exp(0)", gives: "1",
			calc: func(a arguments) float64 { return exp(a[0]) }, slopes: []Slope{Rising},
		}),
		number(numeric{
			name: "ln", params: "x", about: "the natural logarithm; undefined at 0 and below", example: "ln(1)", gives: "0",
			calc: func(a arguments) float64 {
				if a[0] <= 0 {
					return math.NaN()
				}
				return ln(a[0])
			}, slopes: []Slope{Rising},
		}),
		number(numeric{
			name: "pow", params: "x, y", about: "x to the power y; undefined where x is below 0 and y is not whole",
			example: "pow(2, 3)", gives: "8",
			calc: func(a arguments) float64 { return pow(a[0], a[1]) }, span: spanPow, slopes: []Slope{Unclear, Unclear},
		}),
		number(numeric{
			name: "clamp", params: "x, lo, hi", about: "x, but never below lo and never above hi; undefined where lo is above hi",
			example: "clamp(12, 0, 10)", gives: "10",
			calc: func(a arguments) float64 {
				if a[1] > a[2] {
					return math.NaN()
				}
				return min(max(a[0], a[1]), a[2])
			}, slopes: []Slope{Rising, Rising, Rising},
		}),
		number(numeric{
			name: "rescale", params: "x, from_lo, from_hi, to_lo, to_hi",
			about:   "x moved in proportion from one range to another, as in a 0 to 100 score; undefined where from_lo equals from_hi",
			example: "rescale(15, 10, 30, 0, 100)", gives: "25",
			calc: rescale, span: spanRescale, slopes: []Slope{Unclear, Unclear, Unclear, Unclear, Unclear},
		}),
		number(numeric{
			name: "reverse", params: "x, lo, hi", about: "lo + hi - x: the answer counted from the other end of its range",
			example: "reverse(1, 0, 4)", gives: "3",
			calc: func(a arguments) float64 { return a[1] + a[2] - a[0] }, span: spanReverse,
			slopes: []Slope{Falling, Rising, Rising},
		}),
	}
}

// nudged takes a value that is whole after 12 significant digits as that whole number, so that floor(0.1 * 30) is 3.
func nudged(x float64) float64 {
	if r := math.RoundToEven(x); compare12(r, x) == 0 {
		return r
	}
	return x
}

func rescale(a arguments) float64 {
	x, fromLo, fromHi, toLo, toHi := a[0], a[1], a[2], a[3], a[4]
	if fromLo == fromHi {
		return math.NaN()
	}
	return toLo + float64((x-fromLo)*(toHi-toLo))/(fromHi-fromLo)
}

// numeric is what makes a function of numbers its own.
type numeric struct {
	name, params, about, example, gives string
	// calc computes it; a result that is not a number is undefined.
	calc func(a arguments) float64
	// span gives the interval; where it is nil calc rises or falls in each argument, and the corners give it.
	span func(a []Bound) Bound
	// slopes says for each argument which way the value goes with it.
	slopes []Slope
}

func number(d numeric) *function {
	n := len(d.slopes)
	return &function{
		name: d.name, params: d.params, least: n, most: n, about: d.about, missing: strictMissing, example: d.example, gives: d.gives,
		check: checkNumbers,
		lower: func(n *node) eval { return lowerNumbers(n, d.calc) },
		bound: func(e *ranger, n *node) Bound { return e.numbers(n, d) },
		slope: func(s *sloper, n *node) Slope { return s.numbers(n, d) },
	}
}

func checkNumbers(c *checker, n *node) Type {
	for _, kid := range n.kids {
		c.expect(kid, Number, signOf(n.word))
	}
	t := Type{Kind: Number}
	if n.word == "abs" || n.word == "floor" || n.word == "ceil" || n.word == "clamp" || n.word == "reverse" {
		t.Unit = n.kids[0].typ.Unit
	}
	return t
}

func lowerNumbers(n *node, calc func(arguments) float64) eval {
	kids := evals(n.kids)
	return func(f []float64) float64 {
		var a arguments
		gone := 0.0
		for i, kid := range kids {
			if a[i] = kid(f); a[i] != a[i] {
				gone = carry(gone, a[i])
			}
		}
		if gone != gone {
			return gone
		}
		if v := calc(a); v-v == 0 {
			return v
		}
		return NA(Undefined)
	}
}

func evals(nodes []*node) []eval {
	out := make([]eval, len(nodes))
	for i, n := range nodes {
		out[i] = n.eval
	}
	return out
}
