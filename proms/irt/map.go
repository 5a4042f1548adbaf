package irt

// MAP is the mode of the posterior (maximum a posteriori, Bayes modal), with 1/sqrt(I + 1/sd^2). A mode outside the grid follows
// the settings' ExtremeRule.
func (b *Bank) MAP(s *Scratch, responses []int8) Estimate {
	if s == nil {
		s = new(Scratch)
	}
	if reason := b.gather(s, responses); reason != "" {
		return Estimate{Reason: reason}
	}
	s.weights = sized(s.weights, len(b.nodes))
	copy(s.weights, b.logPrior)
	return b.maximise(s, posteriorEquation, b.highest(s))
}
