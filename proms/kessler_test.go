package proms

// k10ByHand is the sum of ten answers from 1 to 5.
func k10ByHand(f filled) map[string]any {
	total := f.whole(ids("q", 10)...)
	return map[string]any{
		"total":      total,
		"total.band": bandFrom(total, []string{"low", "moderate", "high", "very_high"}, 16, 22, 30),
	}
}

// k6ByHand is the sum of six answers from 0 to 4.
func k6ByHand(f filled) map[string]any {
	total := f.whole(ids("q", 6)...)
	return map[string]any{
		"total":            total,
		"total.band":       bandFrom(total, []string{"low", "moderate", "serious"}, 5, 13),
		"serious_distress": f.reaches(13, 4, ids("q", 6)...),
	}
}
