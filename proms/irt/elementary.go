package irt

import "math"

// The exponential and the logarithm are written out here because those of package math differ between processors in the last
// bit, and an estimate must have the same bytes everywhere. Each product is rounded on its own, so nothing is fused.

const (
	log2E = 1.44269504088896338700
	ln2Hi = 6.93147180369123816490e-01 // the leading bits of ln 2: a product with a small whole number is exact
	ln2Lo = 1.90821492927058770002e-10 // the rest
)

// exp is e to the power x, for x up to 0; -Inf gives 0.
func exp(x float64) float64 {
	if x < -745.2 {
		return 0
	}
	k := int(float64(x*log2E) - 0.5) // the nearest whole number, as x is not positive
	n := float64(k)
	r := (x - float64(n*ln2Hi)) - float64(n*ln2Lo)
	// Taylor's series to the thirteenth power; |r| is at most ln(2)/2, where the next term is below 1e-17. Even and odd powers are
	// summed apart, which is twice as fast.
	q := float64(r * r)
	even := 1.0 / 479001600
	even = float64(even*q) + 1.0/3628800
	even = float64(even*q) + 1.0/40320
	even = float64(even*q) + 1.0/720
	even = float64(even*q) + 1.0/24
	even = float64(even*q) + 0.5
	odd := 1.0 / 6227020800
	odd = float64(odd*q) + 1.0/39916800
	odd = float64(odd*q) + 1.0/362880
	odd = float64(odd*q) + 1.0/5040
	odd = float64(odd*q) + 1.0/120
	odd = float64(odd*q) + 1.0/6
	odd = float64(odd*q) + 1
	e := 1 + (float64(even*q) + float64(odd*r))
	if k > -1022 {
		return e * math.Float64frombits(uint64(1023+k)<<52)
	}
	return math.Ldexp(e, k)
}

// log is the natural logarithm of a finite x above 0.
func log(x float64) float64 {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = m*2, e-1
	}
	f, n := m-1, float64(e)
	return float64(n*ln2Hi) + (twiceArtanh(f/(2+f)) + float64(n*ln2Lo))
}

// log1p is log(1+u), for u from -1/2 to 1, without losing the small digits of u.
func log1p(u float64) float64 { return twiceArtanh(u / (2 + u)) }

// twiceArtanh is log((1+s)/(1-s)) for |s| up to 1/3, by its series.
func twiceArtanh(s float64) float64 {
	q := float64(s * s)
	sum := 0.0
	for n := 37; n >= 3; n -= 2 {
		sum = float64((sum + 1/float64(n)) * q)
	}
	return 2 * (s + float64(s*sum))
}

// oneMinusExp is 1 - exp(-d) for d above 0, without cancellation where d is small.
func oneMinusExp(d float64) float64 {
	if d > math.Ln2 {
		return 1 - exp(-d)
	}
	sum := 1.0
	for n := 20; n >= 2; n-- {
		sum = 1 - float64(d*sum)/float64(n)
	}
	return d * sum
}

// logOneMinusExp is log(1 - exp(-d)) for d above 0.
func logOneMinusExp(d float64) float64 {
	if d > math.Ln2 {
		return log1p(-exp(-d))
	}
	return log(oneMinusExp(d))
}

// logistic is 1/(1+exp(-x)) and its complement, each to full precision.
func logistic(x float64) (above, below float64) {
	if x >= 0 {
		e := exp(-x)
		return 1 / (1 + e), e / (1 + e)
	}
	e := exp(x)
	return e / (1 + e), 1 / (1 + e)
}

// logLogistic is the logarithm of both parts of logistic, finite for every finite x.
func logLogistic(x float64) (above, below float64) {
	if x >= 0 {
		l := log1p(exp(-x))
		return -l, -x - l
	}
	l := log1p(exp(x))
	return x - l, -l
}
