package proms

import "math"

// ons4ByHand bands each answer by itself: three where more is better, and anxiety, where less is.
func ons4ByHand(f filled) map[string]any {
	want := map[string]any{}
	for score, item := range map[string]string{"life_satisfaction": "satisfied", "worth": "worthwhile", "happiness": "happy"} {
		want[score] = f.answer(item)
		want[score+".band"] = bandFrom(f.answer(item), []string{"low", "medium", "high", "very_high"}, 5, 7, 9)
	}
	want["anxiety"] = f.answer("anxious")
	want["anxiety.band"] = bandFrom(f.answer("anxious"), []string{"very_low", "low", "medium", "high"}, 2, 4, 6)
	return want
}

// ucla3ByHand adds three answers from 1 to 3; blanks count 1 at least and 3 at most towards a cut. The direct question has five
// answers, of which the first is often or always.
func ucla3ByHand(f filled) map[string]any {
	items := []string{"companionship", "left_out", "isolated"}
	sum, n := f.sum(items...)
	blank := float64(len(items) - n)
	cut := func(at float64) string {
		switch {
		case sum+blank >= at:
			return "met"
		case sum+3*blank < at:
			return "not_met"
		default:
			return "unknown"
		}
	}
	often := "unknown"
	if v, ok := f["direct"]; ok {
		if often = "not_met"; v == 0 {
			often = "met"
		}
	}
	return map[string]any{"total": f.whole(items...), "from_4": cut(4), "from_6": cut(6), "often_lonely": often}
}

// silsByHand has one answer from 1 to 5 and one cut.
func silsByHand(f filled) map[string]any {
	help := f.answer("help_wanted")
	finding := "unknown"
	switch {
	case help >= 3:
		finding = "met"
	case help < 3:
		finding = "not_met"
	}
	return map[string]any{"help": help, "reading_may_be_hard": finding}
}

// formsByHand has one answer of five, in falling order of confidence: the last three count.
func formsByHand(f filled) map[string]any {
	v, ok := f["confident"]
	finding := "unknown"
	switch {
	case ok && v >= 2:
		finding = "met"
	case ok:
		finding = "not_met"
	}
	return map[string]any{"reading_may_be_hard": finding}
}

// concernsByHand is the mean of the concerns that the person rated; how they feel altogether stands by itself.
func concernsByHand(f filled) map[string]any {
	first, second := f.answer("concern_1"), f.answer("concern_2")
	concern := (first + second) / 2
	switch {
	case math.IsNaN(first):
		concern = second
	case math.IsNaN(second):
		concern = first
	}
	return map[string]any{"concern": concern, "wellbeing": f.answer("feeling")}
}
