package proms

import "math"

// dlqiByHand is a sum of ten answers, and sums of its groups. Nothing stands for a blank.
func dlqiByHand(f filled) map[string]any {
	total := f.whole(ids("q", 10)...)
	return map[string]any{
		"total":      total,
		"total.band": bandFrom(total, []string{"none", "small", "moderate", "very_large", "extremely_large"}, 2, 6, 11, 21),
		"symptoms":   f.whole("q1", "q2"),
		"daily":      f.whole("q3", "q4"),
		"leisure":    f.whole("q5", "q6"),
		"work":       f.whole("q7"),
		"personal":   f.whole("q8", "q9"),
		"treatment":  f.whole("q10"),
	}
}

// odiByHand is points of the most points that the answered sections have, in whole percent. No percentage is half-way.
func odiByHand(f filled) map[string]any {
	points, sections := f.sum(ids("q", 10)...)
	percent := math.NaN()
	if sections >= 9 {
		percent = math.Round(100 * points / float64(5*sections))
	}
	return map[string]any{
		"disability":      percent,
		"disability.band": bandFrom(percent, []string{"to_20", "to_40", "to_60", "to_80", "to_100"}, 21, 41, 61, 81),
	}
}

// quickDASHByHand lets one of the eleven items be blank, and none of a module.
func quickDASHByHand(f filled) map[string]any {
	return map[string]any{
		"disability": 25 * (f.mean(10, ids("q", 11)...) - 1),
		"work":       25 * (f.mean(4, ids("work", 4)...) - 1),
		"sport":      25 * (f.mean(4, ids("sport", 4)...) - 1),
	}
}

// who5ByHand is four times the sum. The findings look downwards, so the least and the most that the sum can be decide.
func who5ByHand(f filled) map[string]any {
	items := ids("q", 5)
	sum, n := f.sum(items...)
	most := sum + 5*float64(len(items)-n)
	atMost := func(cut float64) string {
		switch {
		case 4*most <= cut:
			return "met"
		case 4*sum > cut:
			return "not_met"
		default:
			return "unknown"
		}
	}
	return map[string]any{"wellbeing": 4 * f.whole(items...), "low_wellbeing": atMost(50), "depression_likely": atMost(28)}
}

// auditCByHand is a sum of three answers.
func auditCByHand(f filled) map[string]any {
	return map[string]any{"consumption": f.whole("q1", "q2", "q3")}
}
