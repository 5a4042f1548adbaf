package proms

import "math"

// answer is the answer to one item, or NaN where it is blank.
func (f filled) answer(item string) float64 {
	if v, ok := f[item]; ok {
		return v
	}
	return math.NaN()
}

// mrcByHand has one item, counted from 1 and from 0.
func mrcByHand(f filled) map[string]any {
	grade := f.answer("breathlessness")
	finding := "unknown"
	switch {
	case grade >= 3:
		finding = "met"
	case grade >= 1:
		finding = "not_met"
	}
	return map[string]any{"grade": grade, "modified_grade": grade - 1, "more_symptoms": finding}
}

// painByHand gives both answers as they are.
func painByHand(f filled) map[string]any {
	return map[string]any{"average_pain": f.answer("average"), "worst_pain": f.answer("worst"), "severe": f.reaches(7, 10, "worst")}
}

// activitiesByHand is the mean of the activities that the person rated, to one place, half-way values up.
func activitiesByHand(f filled) map[string]any {
	sum, rated := 0.0, 0.0
	for _, item := range []string{"activity_1", "activity_2", "activity_3"} {
		if v := f.answer(item); !math.IsNaN(v) {
			sum += v
			rated++
		}
	}
	if rated == 0 {
		return map[string]any{"doing": math.NaN()}
	}
	return map[string]any{"doing": math.Floor(sum/rated*10+0.5) / 10}
}
