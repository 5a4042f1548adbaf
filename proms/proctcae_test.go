package proms

import (
	"math"
	"testing"
)

// proctcaeGrades are the grades from the published table where the first attribute is 1, 2, 3 or 4: a digit for each level of
// the last attribute, a word for each level of the second of three.
var proctcaeGrades = map[string][4][]string{
	"f":  {{"1"}, {"1"}, {"2"}, {"3"}},
	"s":  {{"1"}, {"2"}, {"3"}, {"3"}},
	"i":  {{"1"}, {"1"}, {"2"}, {"2"}},
	"fs": {{"11122"}, {"11222"}, {"11233"}, {"11233"}},
	"fi": {{"11122"}, {"11122"}, {"11233"}, {"11233"}},
	"si": {{"11122"}, {"11223"}, {"12233"}, {"22233"}},
	"fsi": {
		{"01122", "11122", "12223", "22233", "22333"},
		{"01122", "11122", "22233", "22233", "22333"},
		{"11122", "11122", "22233", "22333", "22333"},
		{"11122", "11223", "22233", "22333", "22333"},
	},
}

var proctcaeAttributes = map[rune]string{'f': "frequency", 's': "severity", 'i': "interference"}

// proctcaeByHand gives grade 0 where the first attribute is 0, and else the table's grade where all attributes were answered.
func proctcaeByHand(f filled) map[string]any {
	out := map[string]any{}
	for shape, table := range proctcaeGrades {
		var levels []float64
		for _, attribute := range shape {
			levels = append(levels, f.answer(shape+"_"+proctcaeAttributes[attribute]))
		}
		first, second, last := levels[0], 0.0, 0.0
		if len(levels) > 1 {
			last = levels[len(levels)-1]
		}
		if len(levels) > 2 {
			second = levels[1]
		}
		grade := math.NaN()
		switch {
		case first == 0:
			grade = 0
		case first+second+last == first+second+last:
			grade = float64(table[int(first)-1][int(second)][int(last)] - '0')
		}
		out[shape+"_grade"] = grade
	}
	return out
}

// TestPROCTCAEEveryCombination holds every combination of levels; there are 179 where nothing is asked behind a 0.
func TestPROCTCAEEveryCombination(t *testing.T) {
	q := shipped(t, "pro-ctcae-grades")
	combinations := map[string]bool{}
	for n := range 125 {
		levels := map[rune]float64{'f': float64(n / 25), 's': float64(n / 5 % 5), 'i': float64(n % 5)}
		row := make([]float64, q.Sheet().Len())
		for shape := range proctcaeGrades {
			key := shape
			for k, attribute := range shape {
				place, _ := q.Sheet().Place(shape + "_" + proctcaeAttributes[attribute])
				row[place] = levels[attribute]
				if k == 0 || levels[rune(shape[0])] > 0 {
					key += string('0' + rune(levels[attribute]))
				}
			}
			combinations[key] = true
		}
		compareByHand(t, q, proctcaeByHand, row)
	}
	if len(combinations) != 179 {
		t.Errorf("there are %d combinations", len(combinations))
	}
}

// TestPROCTCAEVectors holds grades of the published table.
func TestPROCTCAEVectors(t *testing.T) {
	q := shipped(t, "pro-ctcae-grades")
	for _, c := range []struct {
		given map[string]any
		score string
		want  float64
	}{
		{map[string]any{"fsi_frequency": 2, "fsi_severity": 2, "fsi_interference": 3}, "fsi_grade", 3},
		{map[string]any{"fsi_frequency": 4, "fsi_severity": 1, "fsi_interference": 2}, "fsi_grade", 2},
		{map[string]any{"fsi_frequency": 1, "fsi_severity": 0, "fsi_interference": 0}, "fsi_grade", 0},
		{map[string]any{"fsi_frequency": 3, "fsi_severity": 0, "fsi_interference": 0}, "fsi_grade", 1},
		{map[string]any{"si_severity": 4, "si_interference": 0}, "si_grade", 2},
	} {
		answers, err := q.Answers(c.given)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := scoreOf(t, q.Score(answers), c.score).Value.Number(); !ok || got != c.want {
			t.Errorf("%v: %v, want %v", c.given, got, c.want)
		}
	}
}
