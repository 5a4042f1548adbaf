package irt

import "math"

// EAP is the mean of the posterior on the bank's grid (expected a posteriori; Bock and Mislevy 1982,
// doi:10.1177/014662168200600405), with its standard deviation. Missing answers take no part. It allocates nothing once the
// scratch has met the bank.
func (b *Bank) EAP(s *Scratch, responses []int8) Estimate {
	if s == nil {
		s = new(Scratch)
	}
	if reason := b.gather(s, responses); reason != "" {
		return Estimate{Reason: reason}
	}
	mass, mean := b.posterior(s)
	return b.spread(s.weights, mass, mean, len(s.items))
}

// leastMass is the total below which a product of likelihoods may have lost digits, so that it is done again in logarithms.
const leastMass = 1e-200

// posterior leaves in s.weights the posterior at each node, up to a constant, and gives their sum and mean. Products of tabulated likelihoods are several times
// faster than sums of logarithms; they are scaled to a greatest value of 1 for each option, so that they vanish only for
// long and contradictory patterns.
func (b *Bank) posterior(s *Scratch) (mass, mean float64) {
	n := len(b.nodes)
	s.weights = sized(s.weights, n)
	w := s.weights
	copy(w, b.prior)
	options := s.options
	for len(options) >= 4 { // four rows a pass: the weights are loaded and stored a quarter as often
		r0 := b.likelihood[options[0]*n:][:len(w)]
		r1 := b.likelihood[options[1]*n:][:len(w)]
		r2 := b.likelihood[options[2]*n:][:len(w)]
		r3 := b.likelihood[options[3]*n:][:len(w)]
		for q := range w {
			w[q] *= (r0[q] * r1[q]) * (r2[q] * r3[q])
		}
		options = options[4:]
	}
	for _, option := range options {
		row := b.likelihood[option*n:][:len(w)]
		for q := range w {
			w[q] *= row[q]
		}
	}
	if mass, mean = b.mean(w); mass < leastMass {
		b.logPosterior(s)
		mass, mean = b.mean(w)
	}
	return mass, mean
}

// logPosterior does the work of posterior in logarithms: slower, and sound for every pattern.
func (b *Bank) logPosterior(s *Scratch) {
	n := len(b.nodes)
	w := s.weights
	copy(w, b.logPrior)
	for _, option := range s.options {
		row := b.logLikelihood[option*n:][:len(w)]
		for q := range w {
			w[q] += row[q]
		}
	}
	scaledExp(w, w)
}

// coarsest is the standard deviation, in steps of the grid, below which a sum on the grid is not a posterior's moments.
const coarsest = 0.55

// summary gives mean and standard deviation of weights on the nodes.
func (b *Bank) summary(weights []float64, answered int) Estimate {
	mass, mean := b.mean(weights)
	return b.spread(weights, mass, mean, answered)
}

// mean gives the sum of weights on the nodes, and their mean, which means nothing where the sum is 0.
func (b *Bank) mean(weights []float64) (mass, mean float64) {
	nodes, moment := b.nodes[:len(weights)], 0.0
	for q, w := range weights {
		mass += w
		moment += float64(w * nodes[q])
	}
	return mass, moment / mass
}

// spread completes an estimate with the standard deviation of weights about their mean.
func (b *Bank) spread(weights []float64, mass, mean float64, answered int) Estimate {
	if mass <= 0 {
		return Estimate{Answered: answered, Reason: OutsideGrid}
	}
	nodes, sum := b.nodes[:len(weights)], 0.0
	for q, w := range weights {
		away := nodes[q] - mean
		sum += float64(w * float64(away*away))
	}
	se := math.Sqrt(sum / mass)
	if se < float64(coarsest*b.step) {
		return Estimate{Answered: answered, Reason: GridTooCoarse}
	}
	return Estimate{Theta: mean, SE: se, Answered: answered}
}
