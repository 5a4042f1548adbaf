package proms

import (
	"math"
	"strconv"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// rand36Key is RAND's key: which items share a row of recoded answers, from the first answer on.
var rand36Key = []struct {
	items   []int
	recoded []float64
}{
	{[]int{1, 2, 20, 22, 34, 36}, []float64{100, 75, 50, 25, 0}},
	{[]int{3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, []float64{0, 50, 100}},
	{[]int{13, 14, 15, 16, 17, 18, 19}, []float64{0, 100}},
	{[]int{21, 23, 26, 27, 30}, []float64{100, 80, 60, 40, 20, 0}},
	{[]int{24, 25, 28, 29, 31}, []float64{0, 20, 40, 60, 80, 100}},
	{[]int{32, 33, 35}, []float64{0, 25, 50, 75, 100}},
}

// rand36Scales are the items of each scale.
var rand36Scales = map[string][]int{
	"physical_functioning": {3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
	"role_physical":        {13, 14, 15, 16},
	"role_emotional":       {17, 18, 19},
	"energy":               {23, 27, 29, 31},
	"emotional_wellbeing":  {24, 25, 26, 28, 30},
	"social_functioning":   {20, 32},
	"pain":                 {21, 22},
	"general_health":       {1, 33, 34, 35, 36},
}

// rand36ByHand goes the way of RAND's instructions: recode every answer, then take the mean of what was answered.
func rand36ByHand(f filled) map[string]any {
	recoded := map[int]float64{}
	for _, row := range rand36Key {
		for _, item := range row.items {
			if v, ok := f["q"+strconv.Itoa(item)]; ok {
				recoded[item] = row.recoded[int(v)-1]
			}
		}
	}
	out := map[string]any{}
	for scale, items := range rand36Scales {
		sum, n := 0.0, 0.0
		for _, item := range items {
			if v, ok := recoded[item]; ok {
				sum += v
				n++
			}
		}
		out[scale] = math.NaN()
		if n > 0 {
			out[scale] = sum / n
		}
	}
	return out
}

// TestRAND36Vectors holds worked examples: all first answers, all second, all last, a mixed form, and that form with blanks.
func TestRAND36Vectors(t *testing.T) {
	q := shipped(t, "rand-36")
	order := []string{
		"physical_functioning", "role_physical", "role_emotional", "energy", "emotional_wellbeing", "social_functioning", "pain", "general_health",
	}
	all := func(k float64) []float64 {
		row := make([]float64, q.Sheet().Len())
		for i := range row {
			row[i] = min(k, q.Sheet().Type(i).Hi)
		}
		return row
	}
	mixed := []float64{3, 5, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 1, 2, 1, 2, 1, 2, 1, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 5, 2, 4, 1, 3}
	blanks := append([]float64(nil), mixed...)
	for _, item := range []int{3, 24, 33} {
		blanks[item-1] = math.NaN()
	}
	for _, c := range []struct {
		row  []float64
		want []float64
	}{
		{all(1), []float64{0, 0, 0, 50, 40, 50, 100, 60}},
		{all(2), []float64{50, 100, 100, 50, 44, 50, 77.5, 55}},
		{all(6), []float64{100, 100, 100, 50, 60, 50, 0, 40}},
		{mixed, []float64{45, 50, 200.0 / 3, 40, 52, 100, 20, 30}},
		{blanks, []float64{50, 50, 200.0 / 3, 40, 65, 100, 20, 31.25}},
	} {
		r := q.Score(answersOf(t, q, c.row))
		for i, scale := range order {
			if got, ok := scoreOf(t, r, scale).Value.Number(); !ok || !rule.Equal(got, c.want[i]) {
				t.Errorf("%v: %s is %v, want %v", c.row, scale, scoreOf(t, r, scale).Value, c.want[i])
			}
		}
	}
}
