package irt

// ML is the maximum of the likelihood, with 1/sqrt(I). It has no finite value where every answer is the lowest or every answer the
// highest, and under 3PL for some other patterns: the settings' ExtremeRule says whether such a pattern is refused
// (ExtremePattern, OutsideGrid) or given the end of the grid, marked AtBound.
func (b *Bank) ML(s *Scratch, responses []int8) Estimate {
	if s == nil {
		s = new(Scratch)
	}
	if reason := b.gather(s, responses); reason != "" {
		return Estimate{Reason: reason}
	}
	lowest, highest := true, true
	for at, item := range s.items {
		category := s.options[at] - b.first[item]
		lowest = lowest && category == 0
		highest = highest && category == b.curves[item].categories()-1
	}
	switch {
	case lowest:
		return b.atEnd(s, likelihoodEquation, b.nodes[0], ExtremePattern)
	case highest:
		return b.atEnd(s, likelihoodEquation, b.nodes[len(b.nodes)-1], ExtremePattern)
	}
	s.weights = sized(s.weights, len(b.nodes))
	clear(s.weights)
	return b.maximise(s, likelihoodEquation, b.highest(s))
}
