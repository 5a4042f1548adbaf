package irt

// WLE is Warm's weighted likelihood estimate (Warm 1989, doi:10.1007/BF02294627): the root of the likelihood equation with J/(2I)
// added, where J is the sum of P'P”/P over the categories of the answered items. It removes most of the bias of ML and
// exists for extreme patterns. The standard error is 1/sqrt(I). A root outside the grid follows the settings' ExtremeRule.
func (b *Bank) WLE(s *Scratch, responses []int8) Estimate {
	if s == nil {
		s = new(Scratch)
	}
	if reason := b.gather(s, responses); reason != "" {
		return Estimate{Reason: reason}
	}
	n := len(b.nodes)
	s.weights = sized(s.weights, n)
	clear(s.weights)
	for _, item := range s.items {
		for q, x := range b.information[item*n : (item+1)*n] {
			s.weights[q] += x
		}
	}
	// The likelihood times the square root of the information is what WLE maximises for 2PL and the partial credit models; for the
	// others its highest node is a place to start from.
	for q, x := range s.weights {
		if x <= 0 {
			s.weights[q] = logOfNothing
			continue
		}
		s.weights[q] = log(x) / 2
	}
	return b.maximise(s, weightedEquation, b.highest(s))
}

// logOfNothing stands for the logarithm of an information too small to represent, which is below that of any other.
const logOfNothing = -400
