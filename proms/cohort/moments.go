package cohort

import "math"

// Moments holds the number, mean, spread, smallest and largest of some values. It is a value: a copy
// taken from a summary does not change with it, and is safe for concurrent use.
//
// Values are added by the method of Welford (1962, doi:10.1080/00401706.1962.10490022) and parts
// merged by that of Chan, Golub and LeVeque (1983, doi:10.1080/00031305.1983.10483115), which keep
// their digits where the mean is large beside the spread, as sums of squares do not.
type Moments struct {
	n              int64
	mean, m2       float64 // m2 is the sum of squared distances from the mean
	smallest, most float64
	noise          float64 // a standard deviation no larger than this is rounding, not spread
}

// N returns how many values there are.
func (m Moments) N() int64 { return m.n }

// Mean returns the arithmetic mean, in the units of the values; NoValues where there is none.
func (m Moments) Mean() Statistic {
	if m.n == 0 {
		return missing(NoValues)
	}
	return known(min(max(m.mean, m.smallest), m.most)) // rounding may carry it past the values themselves
}

// Variance returns the sample variance, with divisor n - 1. It needs two values. Where all values are
// equal it is 0, which is then a finding and not a blank.
func (m Moments) Variance() Statistic {
	switch m.n {
	case 0:
		return missing(NoValues)
	case 1:
		return missing(OneValue)
	}
	variance := m.m2 / float64(m.n-1)
	if variance <= float64(m.noise*m.noise) {
		variance = 0
	}
	return known(variance)
}

// SD returns the standard deviation, the square root of Variance.
func (m Moments) SD() Statistic {
	variance := m.Variance()
	if !variance.known {
		return variance
	}
	return known(math.Sqrt(variance.value))
}

// StandardError returns the standard error of the mean, SD / sqrt(n). Where all values are equal it is
// missing with NoSpread: an error of 0 would claim certainty.
func (m Moments) StandardError() Statistic {
	sd := m.SD()
	if sd.known && sd.value == 0 {
		return missing(NoSpread)
	}
	if !sd.known {
		return sd
	}
	return known(sd.value / math.Sqrt(float64(m.n)))
}

// Min returns the smallest value; NoValues where there is none.
func (m Moments) Min() Statistic {
	if m.n == 0 {
		return missing(NoValues)
	}
	return known(m.smallest)
}

// Max returns the largest value; NoValues where there is none.
func (m Moments) Max() Statistic {
	if m.n == 0 {
		return missing(NoValues)
	}
	return known(m.most)
}

func (m *Moments) add(x float64) {
	m.n++
	if m.n == 1 {
		m.mean, m.smallest, m.most = x, x, x
		return
	}
	distance := x - m.mean
	m.mean += distance / float64(m.n)
	m.m2 += float64(distance * (x - m.mean))
	if x < m.smallest {
		m.smallest = x
	}
	if x > m.most {
		m.most = x
	}
}

func (m *Moments) merge(other Moments) {
	if other.n == 0 {
		return
	}
	if m.n == 0 {
		*m = other
		return
	}
	apart := other.mean - m.mean
	share := float64(other.n) / float64(m.n+other.n)
	m.m2 += other.m2 + float64(float64(float64(apart*apart)*float64(m.n))*share)
	m.mean += float64(apart * share)
	m.n += other.n
	m.smallest, m.most = min(m.smallest, other.smallest), max(m.most, other.most)
}
