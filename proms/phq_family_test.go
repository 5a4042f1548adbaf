package proms

import (
	"slices"
	"testing"
)

// phq8ByHand is the sum of eight items, all of them answered.
func phq8ByHand(f filled) map[string]any {
	total := f.whole(ids("q", 8)...)
	return map[string]any{
		"total":      total,
		"total.band": bandFrom(total, phq9Bands, 5, 10, 15, 20),
		"caseness":   f.reaches(10, 3, ids("q", 8)...),
	}
}

// phq2ByHand and gad2ByHand are sums of two items with a cut-off at 3.
func phq2ByHand(f filled) map[string]any {
	return map[string]any{"total": f.whole("q1", "q2"), "positive": f.reaches(3, 3, "q1", "q2")}
}

func gad2ByHand(f filled) map[string]any { return phq2ByHand(f) }

// phq4ByHand has anxiety first.
func phq4ByHand(f filled) map[string]any {
	total := f.whole(ids("q", 4)...)
	return map[string]any{
		"anxiety":             f.whole("q1", "q2"),
		"depression":          f.whole("q3", "q4"),
		"total":               total,
		"total.band":          bandFrom(total, []string{"none", "mild", "moderate", "severe"}, 3, 6, 9),
		"anxiety_positive":    f.reaches(3, 3, "q1", "q2"),
		"depression_positive": f.reaches(3, 3, "q3", "q4"),
	}
}

// phq15ByHand leaves item 4 out where the form says that it is not asked. Where nobody says so and it is
// blank, the finding is unknown.
func phq15ByHand(f filled) map[string]any {
	items := ids("q", 15)
	asked, said := f["periods_apply"]
	if said && asked == 0 {
		items = append(items[:3:3], items[4:]...)
	}
	severe := filled{}
	for _, id := range items {
		if v, ok := f[id]; ok {
			severe[id] = max(0, v-1)
		}
	}
	total, count := f.whole(items...), severe.whole(items...)
	somatoform := severe.reaches(3, 1, items...)
	if _, answered := f["q4"]; !said && !answered {
		somatoform = "unknown"
	}
	return map[string]any{
		"total":           total,
		"total.band":      bandFrom(total, []string{"minimal", "low", "medium", "high"}, 5, 10, 15),
		"severe_symptoms": count,
		"somatoform":      somatoform,
	}
}

// TestPHQ15ItemForWomen holds that item 4 leaves the number of items where it is not asked, and that an answer to it is then
// reported and not scored.
func TestPHQ15ItemForWomen(t *testing.T) {
	q := shipped(t, "phq-15")
	row := make([]float64, q.Sheet().Len())
	for i := range row {
		row[i] = q.Sheet().Type(i).Hi
	}
	for asked, want := range []struct {
		total    float64
		expected int
		ignored  []string
	}{{28, 14, []string{"q4"}}, {30, 15, nil}} {
		row[0] = float64(asked)
		r := q.Score(answersOf(t, q, row))
		s := scoreOf(t, r, "total")
		if got, _ := s.Value.Number(); got != want.total || s.Expected != want.expected || !slices.Equal(r.Ignored, want.ignored) {
			t.Errorf("asked %d: %+v, ignored %v", asked, s, r.Ignored)
		}
	}
}
