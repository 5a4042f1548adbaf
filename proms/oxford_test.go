package proms

import "math"

// oxfordByHand adds up twelve answers; one or two blanks count as the mean of the others.
func oxfordByHand(f filled) map[string]any {
	sum, n := f.sum(ids("q", 12)...)
	total := math.NaN()
	if n >= 10 {
		total = sum * 12 / float64(n)
	}
	return map[string]any{
		"total":      total,
		"total.band": bandFrom(total, []string{"to_19", "to_29", "to_39", "to_48"}, 20, 30, 40),
	}
}
