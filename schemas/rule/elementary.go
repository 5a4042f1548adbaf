package rule

import "math"

// exp, ln and pow are written out here because those of package math are in assembly on some machines and differ in the
// last bit. Every product is rounded on its own, so that all machines agree. They are good to about 1e-15 of the value.

const (
	ln2High = 0x1.62e42feep-1       // the first 32 bits of ln 2, so that small multiples are exact
	ln2Low  = 0x1.a39ef35793c76p-33 // the rest
)

// exp is e to the x: x = k·ln 2 + r with |r| at most 0.35, and the power series for r.
func exp(x float64) float64 {
	switch {
	case x > 709.782712893384:
		return math.Inf(1)
	case x < -745.2:
		return 0
	}
	k := math.Floor(x/math.Ln2 + 0.5)
	r := (x - float64(k*ln2High)) - float64(k*ln2Low)
	sum := 1.0
	for n := 16.0; n >= 2; n-- {
		sum = 1 + float64(sum*r)/n
	}
	return math.Ldexp(1+float64(sum*r), int(k))
}

// ln is the natural logarithm of a positive number: x = m·2^k with m near 1, and the series of the inverse hyperbolic
// tangent for m.
func ln(x float64) float64 {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = m*2, e-1
	}
	s := (m - 1) / (m + 1)
	z := float64(s * s)
	sum := 0.0
	for n := 25.0; n >= 3; n -= 2 {
		sum = float64(sum*z) + 1/n
	}
	k := float64(e)
	tail := float64(float64(2*s)*float64(z*sum)) + float64(k*ln2Low)
	return float64(k*ln2High) + (2*s + tail)
}

// pow is x to the y. Whole powers are repeated products; other powers of a negative number have no value.
func pow(x, y float64) float64 {
	if y == math.Trunc(y) && math.Abs(y) <= 1024 {
		out, base := 1.0, x
		for n := int(math.Abs(y)); n > 0; n /= 2 {
			if n%2 == 1 {
				out = float64(out * base)
			}
			base = float64(base * base)
		}
		if y < 0 {
			return 1 / out
		}
		return out
	}
	switch {
	case x == 1:
		return 1
	case x > 0:
		return exp(float64(y * ln(x)))
	case x == 0 && y > 0:
		return 0
	default:
		return math.NaN()
	}
}
