package values

import (
	"math"
	"math/rand/v2"
)

// source is a stream of random numbers from a seed. It uses only sums, products, quotients and square roots to make a number; logarithms decide no more
// than whether to keep one. So the same seed gives the same numbers on every machine.
type source struct{ pcg rand.PCG }

// seed starts the stream; streams with one seed and different numbers are independent.
func (s *source) seed(seed, stream uint64) { s.pcg.Seed(seed, stream) }

// bits53 gives a whole number from 0 to 2^53-1, each as likely.
func (s *source) bits53() uint64 { return s.pcg.Uint64() >> 11 }

// uniform gives a number from 0 to 1, without 1.
func (s *source) uniform() float64 { return float64(s.bits53()) * 0x1p-53 }

// positive is uniform without 0.
func (s *source) positive() float64 {
	for {
		if u := s.uniform(); u > 0 {
			return u
		}
	}
}

// normal gives a standard normal number, by the ratio of two uniform ones (Leva 1992, doi:10.1145/138351.138364).
func (s *source) normal() float64 {
	for {
		u := s.positive()
		v := 1.7156 * (s.uniform() - 0.5)
		x := u - 0.449871
		y := math.Abs(v) + 0.386595
		q := float64(x*x) + float64(y*(float64(0.19600*y)-float64(0.25472*x)))
		if q < 0.27597 || q <= 0.27846 && float64(v*v) <= -4*float64(u*u)*math.Log(u) {
			return v / u
		}
	}
}

// gamma gives a number from the gamma distribution with the given shape, at least 1, and scale 1 (Marsaglia and Tsang 2000,
// doi:10.1145/358407.358414).
func (s *source) gamma(shape float64) float64 {
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := s.normal()
		v := 1 + float64(c*x)
		if v <= 0 {
			continue
		}
		v = v * v * v
		u := s.positive()
		square := x * x
		if u < 1-float64(0.0331*float64(square*square)) || math.Log(u) < float64(0.5*square)+float64(d*(1-v+math.Log(v))) {
			return float64(d * v)
		}
	}
}

// score draws from an uncertain cell, in the unit of its attribute.
func (s *source) score(c Cell) float64 {
	switch c.kind {
	case cellBetween:
		return c.a + float64((c.b-c.a)*s.uniform())
	case cellNormal:
		return c.a + float64(c.b*s.normal())
	case cellEvents:
		x := s.gamma(c.a + 1)
		y := s.gamma(c.b - c.a + 1)
		return c.per * (x / (x + y))
	}
	return c.a
}
