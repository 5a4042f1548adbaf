package cohort

import "math"

// Quantile returns the value below which a share p of the values lies, with p from 0 (the smallest) by
// 0.5 (the median) to 1 (the largest).
//
// Where the scale counts by value, the estimate is exact for the data and the bounds equal it. It is
// definition 7 of Hyndman and Fan (1996, doi:10.1080/00031305.1996.10473566): with the values in
// order, that at rank 1 + (n-1)p, and on the straight line between two neighbours where the rank is
// not whole.
//
// Where the scale counts in bins the estimate is missing with Binned, and the bounds are the tightest
// that the bins, the smallest and the largest value give.
//
// It is NoValues where nobody has a value, and Invalid where p is not from 0 to 1.
func (s *Summary) Quantile(p float64) Interval {
	switch {
	case !(p >= 0 && p <= 1):
		return missingInterval(Invalid)
	case s.moments.n == 0:
		return missingInterval(NoValues)
	}
	lower, part := rank(s.moments.n, p)
	upper := lower
	if part > 0 {
		upper++
	}
	first, second := s.at(lower), s.at(upper)
	if s.layout.points == nil {
		low, _ := s.layout.bounds(first)
		_, high := s.layout.bounds(second)
		return Interval{
			Estimate: missing(Binned),
			Low:      known(max(low, s.moments.smallest)), High: known(min(high, s.moments.most)),
		}
	}
	low, high := s.layout.points[first], s.layout.points[second]
	value := known(low + float64(part*(high-low)))
	return Interval{Estimate: value, Low: value, High: value}
}

// rank returns the whole and the fractional part of (n-1)p, counted from 0. A part that is only
// rounding is dropped, so that (n-1)p = 3.0000000000000004 is rank 3.
func rank(n int64, p float64) (whole int64, part float64) {
	exact := float64(float64(n-1) * p)
	near := math.Round(exact)
	if math.Abs(exact-near) <= 1e-15*max(1, exact) {
		return int64(near), 0
	}
	below := math.Floor(exact)
	return int64(below), exact - below
}

// at returns the place of the value with the given rank, counted from 0.
func (s *Summary) at(rank int64) int {
	for place, n := range s.counts {
		if rank < n {
			return place
		}
		rank -= n
	}
	return len(s.counts) - 1
}
