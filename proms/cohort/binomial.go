package cohort

// acceptedCounts returns the smallest and the largest number of successes, out of n with chance p
// each, that lie in neither tail. It needs 0 < p < 1 and n > 0.
//
// The probabilities are built outwards from the most likely count by the ratio of neighbours and
// divided by their sum at the end. That needs no logarithm, so the answer is the same on every
// machine, and about 10 √n steps.
func acceptedCounts(n int64, p, tail float64) (low, high int64) {
	mode := min(int64(float64(n+1)*p), n)
	below := fade(mode, func(k int64) float64 { // from k to k-1
		return float64(float64(k)*(1-p)) / float64(float64(n-k+1)*p)
	}, -1, 0)
	above := fade(mode, func(k int64) float64 { // from k to k+1
		return float64(float64(n-k)*p) / float64(float64(k+1)*(1-p))
	}, 1, n)
	sum := 1.0
	for _, weights := range [][]float64{below, above} {
		for i := len(weights) - 1; i >= 0; i-- { // smallest first
			sum += weights[i]
		}
	}
	edge := float64(float64(tail*(1-1e-9)) * sum)
	return mode - steps(below, edge), mode + steps(above, edge)
}

// fade lists the weights beside the mode, whose own is 1, until they end or no longer matter.
func fade(mode int64, next func(k int64) float64, direction, end int64) []float64 {
	var weights []float64
	weight := 1.0
	for k := mode; k != end; k += direction {
		weight = float64(weight * next(k))
		if weight < 1e-30 {
			break
		}
		weights = append(weights, weight)
	}
	return weights
}

// steps returns how far from the mode the tail on one side first holds the edge's weight. It is 0
// where only the mode itself brings it there: a tail up to the mode always holds more than the levels'
// 5%, since the mode of a binomial lies beside its median.
func steps(side []float64, edge float64) int64 {
	held := 0.0
	for i := len(side) - 1; i >= 0; i-- {
		held += side[i]
		if held >= edge {
			return int64(i) + 1
		}
	}
	return 0
}
