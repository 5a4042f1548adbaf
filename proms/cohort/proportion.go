package cohort

import "math"

// A Level is a two-sided confidence or control level. The zero Level is 95%.
type Level int

// The levels in use: 90%, 95% and 99% for confidence intervals; 95% ("alert") and 99.8% ("alarm") for
// funnel plots. They are fixed, since their normal quantiles are then the same on every machine.
const (
	Level95 Level = iota
	Level90
	Level99
	Level998
)

// limits holds for each level the normal quantile and the probability of one tail.
var limits = [...]struct {
	name    string
	z, tail float64
}{
	Level95:  {"95%", 1.959963984540054, 0.025},
	Level90:  {"90%", 1.6448536269514722, 0.05},
	Level99:  {"99%", 2.5758293035489004, 0.005},
	Level998: {"99.8%", 3.090232306167813, 0.001},
}

func (l Level) valid() bool { return l >= 0 && int(l) < len(limits) }

// String returns the level as a percentage.
func (l Level) String() string {
	if !l.valid() {
		return "unknown level"
	}
	return limits[l].name
}

// A Share is a count out of a total: people at the floor, in a band, or who responded.
type Share struct {
	Count int64 `json:"count"`
	Of    int64 `json:"of"`
}

// Proportion returns Count / Of, from 0 to 1. It is NoValues where Of is 0, and Invalid where Count is
// not from 0 to Of.
func (s Share) Proportion() Statistic {
	switch {
	case s.Count < 0 || s.Count > s.Of:
		return missing(Invalid)
	case s.Of == 0:
		return missing(NoValues)
	}
	return known(float64(s.Count) / float64(s.Of))
}

// Wilson returns the proportion with its score interval (Wilson 1927,
// doi:10.1080/01621459.1927.10502953), which stays within 0 and 1 and keeps its meaning for small
// groups and for shares of none or all. It is missing where Proportion is, and Invalid at an unknown
// level.
func (s Share) Wilson(level Level) Interval {
	estimate := s.Proportion()
	if !estimate.known {
		return missingInterval(estimate.reason)
	}
	if !level.valid() {
		return missingInterval(Invalid)
	}
	n, p, z := float64(s.Of), estimate.value, limits[level].z
	square := float64(z*z) / n
	middle := (p + square/2) / (1 + square)
	half := float64(z/(1+square)) * math.Sqrt(float64(p*(1-p))/n+square/(4*n))
	low, high := middle-half, middle+half
	if s.Count == 0 {
		low = 0 // exactly, and not by a rounding error more
	}
	if s.Count == s.Of {
		high = 1
	}
	return Interval{Estimate: estimate, Low: known(max(low, 0)), High: known(min(high, 1))}
}
