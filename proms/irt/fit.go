package irt

import "math"

// Fit is how well a response pattern agrees with the model (Drasgow, Levine and Williams 1985,
// doi:10.1111/j.2044-8317.1985.tb00817.x). It is a thing to look at and not a gate: with an estimated theta the variance of LZ is
// below 1, so that a cut such as -1.645 flags fewer people than its name says.
type Fit struct {
	// LZ is (LogLikelihood-Expected)/sqrt(Variance): far below 0 the answers contradict each other.
	LZ float64 `json:"lz"`
	// LogLikelihood is the natural logarithm of the pattern's probability at theta.
	LogLikelihood float64 `json:"log_likelihood"`
	// Expected and Variance are those of LogLikelihood over all patterns of the same items.
	Expected float64 `json:"expected"`
	Variance float64 `json:"variance"`
	// Answered is the number of items that were answered.
	Answered int `json:"answered"`
	// Reason says why there is no fit; the numbers then mean nothing.
	Reason Reason `json:"reason,omitempty"`
}

// Fit gives person fit at theta, which is usually the person's estimate. Missing answers take no part.
func (b *Bank) Fit(s *Scratch, responses []int8, theta float64) Fit {
	if s == nil {
		s = new(Scratch)
	}
	if checkTheta(theta) != nil {
		return Fit{Reason: InvalidTheta}
	}
	if reason := b.gather(s, responses); reason != "" {
		return Fit{Reason: reason}
	}
	f := Fit{Answered: len(s.items)}
	for at, item := range s.items {
		c := &b.curves[item]
		points, logs := s.points[:c.categories()], s.logs[:c.categories()]
		c.points(theta, points)
		c.logs(theta, logs)
		mean, variance := 0.0, 0.0
		for k, l := range logs {
			mean += float64(points[k].p * l)
		}
		for k, l := range logs {
			away := l - mean
			variance += float64(points[k].p * float64(away*away))
		}
		f.LogLikelihood += logs[s.options[at]-b.first[item]]
		f.Expected += mean
		f.Variance += variance
	}
	f.LZ = (f.LogLikelihood - f.Expected) / math.Sqrt(f.Variance)
	if !finite(f.LZ) {
		return Fit{Answered: f.Answered, Reason: NoInformation}
	}
	return f
}
