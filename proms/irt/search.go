package irt

import "math"

// equation is what an estimator sets to 0. Each falls through 0 at a maximum.
type equation uint8

const (
	likelihoodEquation equation = iota // the sum of rates
	posteriorEquation                  // the same, and the prior's
	weightedEquation                   // the same as the first, and Warm's J/(2I)
)

// evaluate gives the equation's value at theta, and the expected and the observed information of the answered items there.
func (b *Bank) evaluate(s *Scratch, eq equation, theta float64) (value, expected, observed float64) {
	var j float64
	for at, item := range s.items {
		c := &b.curves[item]
		points := s.points[:c.categories()]
		c.points(theta, points)
		chosen := points[s.options[at]-b.first[item]]
		value += chosen.rate
		observed -= chosen.bend
		for _, pt := range points {
			square := float64(pt.rate * pt.rate)
			expected += float64(pt.p * square)
			if eq == weightedEquation {
				j += float64(float64(pt.p*pt.rate) * (square + pt.bend))
			}
		}
	}
	switch {
	case eq == posteriorEquation:
		sd := b.settings.Prior.SD
		value -= (theta - b.settings.Prior.Mean) / float64(sd*sd)
	case eq == weightedEquation:
		if correction := j / (2 * expected); finite(correction) {
			value += correction
		}
	}
	return value, expected, observed
}

// maximise finds where the equation falls through 0 near node start, which is about the highest: a likelihood of 3PL may have
// several maxima. The bracket is widened only where the equation's signs demand it.
func (b *Bank) maximise(s *Scratch, eq equation, start int) Estimate {
	answered, last := len(s.items), len(b.nodes)-1
	low, high := max(start-1, 0), min(start+1, last)
	atLow, _, _ := b.evaluate(s, eq, b.nodes[low])
	for atLow < 0 && low > 0 {
		low--
		atLow, _, _ = b.evaluate(s, eq, b.nodes[low])
	}
	atHigh, _, _ := b.evaluate(s, eq, b.nodes[high])
	for atHigh > 0 && high < last {
		high++
		atHigh, _, _ = b.evaluate(s, eq, b.nodes[high])
	}
	switch {
	case atLow < 0:
		return b.atEnd(s, eq, b.nodes[0], OutsideGrid)
	case atHigh > 0:
		return b.atEnd(s, eq, b.nodes[last], OutsideGrid)
	}
	theta, ok := b.root(s, eq, b.nodes[low], b.nodes[high], atLow, atHigh)
	if !ok {
		return Estimate{Answered: answered, Reason: DidNotConverge}
	}
	return b.withError(s, eq, theta)
}

// maxSteps bounds the search for a root. Bisection alone, which every third step is, would need fewer.
const maxSteps = 200

// root finds where the equation is 0 between low, where it is not negative, and high, where it is not positive: by false position
// in the Illinois form, with a bisection every third step so that it cannot creep.
func (b *Bank) root(s *Scratch, eq equation, low, high, atLow, atHigh float64) (float64, bool) {
	side := 0
	for step := range maxSteps {
		if atLow == 0 {
			return low, true
		}
		if atHigh == 0 {
			return high, true
		}
		middle := low + float64((high-low)/2)
		if high-low <= 1e-13*(1+math.Abs(middle)) {
			return middle, true
		}
		if step%3 != 2 {
			if guess := low + float64((high-low)*(atLow/(atLow-atHigh))); guess > low && guess < high {
				middle = guess
			}
		}
		at, _, _ := b.evaluate(s, eq, middle)
		switch {
		case at > 0:
			low, atLow = middle, at
			if side > 0 {
				atHigh /= 2
			}
			side = 1
		case at < 0:
			high, atHigh = middle, at
			if side < 0 {
				atLow /= 2
			}
			side = -1
		default:
			return middle, true
		}
	}
	return 0, false
}

// atEnd is the estimate at an end of the grid, or the reason why there is none, as the settings say.
func (b *Bank) atEnd(s *Scratch, eq equation, end float64, reason Reason) Estimate {
	if b.settings.Extreme == RefuseExtreme {
		return Estimate{Answered: len(s.items), Reason: reason}
	}
	e := b.withError(s, eq, end)
	e.AtBound = e.OK()
	return e
}

// withError adds the standard error at theta: 1/sqrt(information), in which a prior counts as 1/sd^2.
func (b *Bank) withError(s *Scratch, eq equation, theta float64) Estimate {
	_, information, observed := b.evaluate(s, eq, theta)
	if b.settings.Information == ObservedInformation {
		information = observed
	}
	if eq == posteriorEquation {
		sd := b.settings.Prior.SD
		information += 1 / float64(sd*sd)
	}
	se := 1 / math.Sqrt(information)
	if !finite(se) {
		return Estimate{Answered: len(s.items), Reason: NoInformation}
	}
	return Estimate{Theta: theta, SE: se, Answered: len(s.items)}
}

// highest gives the node where the sum of the answered options' logarithms, and whatever s.weights held before, is greatest. The
// first of equals wins.
func (b *Bank) highest(s *Scratch) int {
	n, best := len(b.nodes), 0
	for _, option := range s.options {
		for q, l := range b.logLikelihood[option*n : (option+1)*n] {
			s.weights[q] += l
		}
	}
	for q, l := range s.weights {
		if l > s.weights[best] {
			best = q
		}
	}
	return best
}
