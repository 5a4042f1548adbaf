package rule

import "math"

// boundArith runs an operation over the corners of two intervals.
func boundArith(op string, a, b Bound) Bound {
	out := strict(a, b)
	if out.NA == Always {
		return out
	}
	switch op {
	case "+":
		out.Lo, out.Hi = a.Lo+b.Lo, a.Hi+b.Hi
	case "-":
		out.Lo, out.Hi = a.Lo-b.Hi, a.Hi-b.Lo
	case "*":
		out.Lo, out.Hi = corners(a, b, func(x, y float64) float64 { return float64(x * y) })
	default:
		return boundQuotient(out, a, b)
	}
	return out
}

// corners gives the least and the greatest of an operation over the four corners.
func corners(a, b Bound, op func(x, y float64) float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, x := range [...]float64{a.Lo, a.Hi} {
		for _, y := range [...]float64{b.Lo, b.Hi} {
			v := op(x, y)
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	return lo, hi
}

// boundQuotient leaves out the divisor 0, which is undefined.
func boundQuotient(out, a, b Bound) Bound {
	quotient := func(x, y float64) float64 { return x / y }
	switch {
	case b.Lo > 0 || b.Hi < 0:
		out.Lo, out.Hi = corners(a, b, quotient)
		return out
	case b.Lo == 0 && b.Hi == 0:
		return Bound{NA: Always, Why: blame(out.Why, Undefined)}
	}
	out.NA, out.Why = max(out.NA, Maybe), blame(out.Why, Undefined)
	out.Lo, out.Hi = -math.MaxFloat64, math.MaxFloat64
	if b.Lo == 0 || b.Hi == 0 { // one sign only: the quotient grows without bound on one side
		if a.Lo >= 0 && b.Lo == 0 || a.Hi <= 0 && b.Hi == 0 {
			out.Lo = 0
		} else if a.Hi <= 0 && b.Lo == 0 || a.Lo >= 0 && b.Hi == 0 {
			out.Hi = 0
		}
	}
	return out
}

// numbers gives the bound of a function of numbers.
func (e *ranger) numbers(n *node, d numeric) Bound {
	bs := make([]Bound, len(n.kids))
	for i, kid := range n.kids {
		bs[i] = e.bound(kid)
	}
	out := strict(bs...)
	if out.NA == Always {
		return out
	}
	var b Bound
	if d.span != nil {
		b = d.span(bs)
	} else {
		b = spanCorners(bs, d.calc)
	}
	if b.NA != Never {
		b.Why = Undefined
	}
	b.NA, b.Why = max(b.NA, out.NA), blame(out.Why, b.Why)
	return b
}

// spanCorners serves functions that rise or fall in each argument. Where some corners lie outside the domain nothing is
// known; where all do, so does everything between them. A corner that overflows stays infinite, for capped to mend.
func spanCorners(bs []Bound, calc func(arguments) float64) Bound {
	out := Bound{Lo: math.Inf(1), Hi: math.Inf(-1)}
	outside := 0
	for corner := range 1 << len(bs) {
		var a arguments
		for i, b := range bs {
			if a[i] = b.Lo; corner>>i&1 == 1 {
				a[i] = b.Hi
			}
		}
		v := calc(a)
		if v != v {
			outside++
			continue
		}
		out.Lo, out.Hi = min(out.Lo, v), max(out.Hi, v)
	}
	switch {
	case outside == 1<<len(bs):
		return Bound{NA: Always}
	case outside > 0:
		return anyNumber
	default:
		return out
	}
}

// anyNumber is the bound of which nothing is known.
var anyNumber = Bound{Lo: -math.MaxFloat64, Hi: math.MaxFloat64, NA: Maybe}

func spanAbs(bs []Bound) Bound {
	lo, hi := math.Abs(bs[0].Lo), math.Abs(bs[0].Hi)
	if bs[0].Lo < 0 && bs[0].Hi > 0 {
		return Bound{Lo: 0, Hi: max(lo, hi)}
	}
	return Bound{Lo: min(lo, hi), Hi: max(lo, hi)}
}

// spanPow knows powers of what is above 0, and even powers around 0.
func spanPow(bs []Bound) Bound {
	x, y := bs[0], bs[1]
	calc := func(a arguments) float64 { return pow(a[0], a[1]) }
	switch {
	case x.Lo > 0 || x.Lo == 0 && y.Lo > 0:
		return spanCorners(bs, calc)
	case y.Lo != y.Hi || y.Lo != math.Trunc(y.Lo) || y.Lo < 0:
		return anyNumber
	case math.Mod(y.Lo, 2) == 0:
		return spanCorners([]Bound{spanAbs(bs), y}, calc)
	default:
		return spanCorners(bs, calc)
	}
}

// spanRescale knows ranges that are fixed, as nearly all are.
func spanRescale(bs []Bound) Bound {
	for _, b := range bs[1:] {
		if b.Lo != b.Hi {
			return anyNumber
		}
	}
	return spanCorners(bs, rescale)
}

func spanReverse(bs []Bound) Bound {
	x, lo, hi := bs[0], bs[1], bs[2]
	return Bound{Lo: lo.Lo + hi.Lo - x.Hi, Hi: lo.Hi + hi.Hi - x.Lo}
}
