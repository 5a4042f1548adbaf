package proms

import (
	"math"
	"strings"
	"testing"
)

// qlqc30Scale is one scale: its items, how many may be blank, and how wide an answer's range is. A function is turned round.
type qlqc30Scale struct {
	items    []string
	blanks   int
	width    float64
	function bool
}

var qlqc30Scales = map[string]qlqc30Scale{
	"ql": {items: []string{"q29", "q30"}, blanks: 1, width: 6},
	"pf": {items: []string{"q1", "q2", "q3", "q4", "q5"}, blanks: 2, width: 3, function: true},
	"rf": {items: []string{"q6", "q7"}, blanks: 1, width: 3, function: true},
	"ef": {items: []string{"q21", "q22", "q23", "q24"}, blanks: 2, width: 3, function: true},
	"cf": {items: []string{"q20", "q25"}, blanks: 1, width: 3, function: true},
	"sf": {items: []string{"q26", "q27"}, blanks: 1, width: 3, function: true},
	"fa": {items: []string{"q10", "q12", "q18"}, blanks: 1, width: 3},
	"nv": {items: []string{"q14", "q15"}, blanks: 1, width: 3},
	"pa": {items: []string{"q9", "q19"}, blanks: 1, width: 3},
	"dy": {items: []string{"q8"}, width: 3},
	"sl": {items: []string{"q11"}, width: 3},
	"ap": {items: []string{"q13"}, width: 3},
	"co": {items: []string{"q16"}, width: 3},
	"di": {items: []string{"q17"}, width: 3},
	"fi": {items: []string{"q28"}, width: 3},
}

// qlqc30ByHand takes the mean of what was answered to 0 to 100. The summary is the mean of thirteen scales, the symptoms
// turned round, and needs all of them.
func qlqc30ByHand(f filled) map[string]any {
	out := map[string]any{}
	summary := 0.0
	for id, s := range qlqc30Scales {
		share := (f.mean(len(s.items)-s.blanks, s.items...) - 1) / s.width
		if s.function {
			share = 1 - share
		}
		out[id] = 100 * share
		switch {
		case id == "ql" || id == "fi":
		case s.function:
			summary += 100 * share
		default:
			summary += 100 - 100*share
		}
	}
	out["summary"] = summary / 13
	return out
}

// TestQLQC30Vectors holds all scales and the summary against two other programs, to 1e-9.
func TestQLQC30Vectors(t *testing.T) {
	q, compared := shipped(t, "qlq-c30"), 0
	for _, line := range vectorLines(t, "qlq_c30") {
		row := make([]float64, 30)
		for i, id := range ids("q", 30) {
			row[i] = cell(t, line, id)
		}
		r := q.Score(answersOf(t, q, row))
		for column := range line {
			program, scale, found := strings.Cut(column, "_")
			if !found {
				continue
			}
			id := strings.ToLower(scale)
			if scale == "C30SUMMARY" {
				id = "summary"
			}
			compared++
			want := cell(t, line, column)
			if got, ok := scoreOf(t, r, id).Value.Number(); ok != (want == want) || ok && math.Abs(got-want) > 1e-9 {
				t.Errorf("%v: %s is %v, by %s %v", row, id, scoreOf(t, r, id).Value, program, want)
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d values were compared", compared)
	}
}

// TestQLQC30WorkedExample holds a form that was worked out by hand: the answers 2, 3, 4, 1 in turn, then 5 and 6.
func TestQLQC30WorkedExample(t *testing.T) {
	q := shipped(t, "qlq-c30")
	row := make([]float64, 30)
	for i := range 28 {
		row[i] = float64([]int{2, 3, 4, 1}[i%4])
	}
	row[28], row[29] = 5, 6
	r := q.Score(answersOf(t, q, row))
	for id, want := range map[string]float64{
		"pf": 53.3333, "rf": 16.6667, "ef": 50, "cf": 83.3333, "sf": 16.6667, "fa": 44.4444, "nv": 83.3333, "pa": 66.6667, "dy": 0,
		"sl": 100, "ap": 33.3333, "co": 0, "di": 33.3333, "fi": 0, "ql": 75, "summary": 50.6838,
	} {
		if got, ok := scoreOf(t, r, id).Value.Number(); !ok || math.Abs(got-want) > 5e-5 {
			t.Errorf("%s is %v, want %v", id, scoreOf(t, r, id).Value, want)
		}
	}
}
