package activation

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// speaking is a measure with two decimals in its cut points and a size of change of 2.
func speaking(step float64) *Measure {
	return &Measure{definition: &Definition{
		Supplied:         &Supplied{Number: question.Number{Step: step}},
		CutPoints:        []CutPoints{{ID: "a", Levels: []LevelDefinition{{ID: "low", From: 1}, {ID: "middle", From: 2.95}, {ID: "high", From: 7.39}}}},
		ImportantChanges: []ImportantChange{{ID: "matters", Direction: better, Value: 2}},
	}}
}

func TestPointsAreSaidInTheDecimalsOfTheMeasure(t *testing.T) {
	for want, v := range map[string]float64{
		"6.83": 6.833333333333333, "4.2": 4.2, "4": 4, "-1.67": -5.0 / 3, "0.33": 1.0 / 3, "7.39": 7.39, "2.95": 2.9500000000000001,
		"7.387":    7.3866,             // two decimals would put it into the level above
		"2.949999": 2.949999,           // and so here
		"1.997":    1.9967,             // a change that is not yet one of 2
		"-1.997":   -1.9967,            // nor one of 2 the other way
		"0.001":    0.001,              // a change, and not none
		"2":        2.0000000000000004, // 12 digits are the same number
	} {
		if got := speaking(0).Points(rule.ValueOf(v)); got != want {
			t.Errorf("%v is said as %s, want %s", v, got, want)
		}
	}
	if got := speaking(0.001).Points(rule.ValueOf(6.833333333333333)); got != "6.833" {
		t.Errorf("with a step of three decimals it is said as %s", got)
	}
	if got := speaking(0).Points(rule.MissingValue(rule.TooFew)); got != rule.TooFew.String() {
		t.Errorf("a missing score is said as %q", got)
	}
}

// What is said stands on the same side of every cut point as the number, whatever the number.
func TestPointsNeverContradictALevel(t *testing.T) {
	m := speaking(0)
	for i := range 20000 {
		v := rule.ValueOf(math.Mod(float64(i)*math.Pi, 9) + 1)
		number, _ := v.Number()
		said, err := strconv.ParseFloat(m.Points(v), 64)
		if err != nil || !sameSides(number, said, m.marks()) {
			t.Fatalf("%v is said as %s (%v)", number, m.Points(v), err)
		}
	}
}

func TestExplainRoundsAndTheResultDoesNot(t *testing.T) {
	m := speaking(0)
	a := Assessment{Score: rule.ValueOf(41.0 / 6), CutPoints: "a"}
	if got := m.Explain(a)[0]; !strings.HasPrefix(got, "the score is 6.83,") {
		t.Errorf("%q", got)
	}
	if got, _ := a.Score.Number(); got != 41.0/6 {
		t.Errorf("the score itself became %v", got)
	}
}
