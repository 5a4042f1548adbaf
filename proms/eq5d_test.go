package proms

import (
	"fmt"
	"math"
	"strconv"
	"testing"
)

// eq5dDimensions stand in the order of the digits of a state.
var eq5dDimensions = []string{"mo", "sc", "ua", "pd", "ad"}

// eq5dUK and eq5dEngland are what each level takes away, by dimension, from level 2 on.
var (
	eq5dUK = [][]float64{{.069, .314}, {.104, .214}, {.036, .094}, {.123, .386}, {.071, .236}}

	eq5dEngland = [][]float64{
		{.058, .076, .207, .274}, {.050, .080, .164, .203}, {.050, .063, .162, .184}, {.063, .084, .276, .335}, {.078, .104, .285, .289},
	}
)

// takenAway adds up what the levels of a state take away, and gives the worst level.
func takenAway(f filled, decrements [][]float64) (sum, worst float64) {
	for i, d := range eq5dDimensions {
		level := f.answer(d)
		if level != level {
			return level, level
		}
		if level > 1 {
			sum += decrements[i][int(level)-2]
		}
		worst = max(worst, level)
	}
	return sum, worst
}

func thousandths(v float64) float64 { return math.Round(v*1000) / 1000 }

// eq5d3LByHand takes away more where any dimension has a problem, and more again where any has the worst.
func eq5d3LByHand(f filled) map[string]any {
	sum, worst := takenAway(f, eq5dUK)
	if worst > 1 {
		sum += .081
	}
	if worst == 3 {
		sum += .269
	}
	return map[string]any{"index": thousandths(1 - sum), "own_rating": f.answer("vas")}
}

func eq5d5LByHand(f filled) map[string]any {
	sum, _ := takenAway(f, eq5dEngland)
	return map[string]any{"index": thousandths(1 - sum), "own_rating": f.answer("vas")}
}

// eq5dIndex scores a state that is written as five digits.
func eq5dIndex(t *testing.T, q *Questionnaire, state string) float64 {
	t.Helper()
	row := []float64{0, 0, 0, 0, 0, math.NaN()}
	for i, digit := range state {
		row[i] = float64(digit - '0')
	}
	index, ok := scoreOf(t, q.Score(answersOf(t, q, row)), "index").Value.Number()
	if !ok {
		t.Fatalf("%s has no index", state)
	}
	return index
}

// TestEQ5DVectors holds the indices of the R package eq5d exactly, to three decimals.
func TestEQ5DVectors(t *testing.T) {
	for _, c := range []struct{ id, file, column string }{
		{"eq-5d-3l", "eq5d3l_uk", "UK_TTO"}, {"eq-5d-5l", "eq5d5l_england_uk", "England_VT"},
	} {
		q, compared := shipped(t, c.id), 0
		for _, line := range vectorLines(t, c.file) {
			compared++
			if got := strconv.FormatFloat(eq5dIndex(t, q, line["state"]), 'f', -1, 64); got != line[c.column] {
				t.Errorf("%s %s: %s, and %s elsewhere", c.id, line["state"], got, line[c.column])
			}
		}
		if compared < 10 {
			t.Errorf("only %d states were compared", compared)
		}
	}
}

// TestEQ5DEveryState scores every state: how many are worse than dead, the best below full health, and the worst.
func TestEQ5DEveryState(t *testing.T) {
	for _, c := range []struct {
		id       string
		levels   int
		negative int
		worst    float64
		next     map[string]float64 // the best below full health, and states that were published
	}{
		{"eq-5d-3l", 3, 84, -0.594, map[string]float64{"11211": 0.883, "11221": 0.76, "33221": -0.037, "12321": 0.329, "22222": 0.516, "11223": 0.255}},
		{"eq-5d-5l", 5, 159, -0.285, map[string]float64{
			"11211": 0.95, "12111": 0.95, "23245": 0.247, "11112": 0.922, "11121": 0.937, "21111": 0.942,
		}},
	} {
		q := shipped(t, c.id)
		best, worst, negative := 0.0, 1.0, 0
		for n := range int(math.Pow(float64(c.levels), 5)) {
			state := ""
			for rest, k := n, 0; k < 5; rest, k = rest/c.levels, k+1 {
				state += strconv.Itoa(rest%c.levels + 1)
			}
			v := eq5dIndex(t, q, state)
			if worst = min(worst, v); v < 0 {
				negative++
			}
			if state != "11111" {
				best = max(best, v)
			}
		}
		if negative != c.negative || worst != c.worst || best != c.next["11211"] || eq5dIndex(t, q, "11111") != 1 {
			t.Errorf("%s: %d states below 0, from %v to %v", c.id, negative, worst, best)
		}
		for state, want := range c.next {
			if got := eq5dIndex(t, q, state); got != want {
				t.Errorf("%s %s: %v, want %v", c.id, state, got, want)
			}
		}
	}
}

// TestEQ5DRefusesOtherLevels holds that what is no level has no index.
func TestEQ5DRefusesOtherLevels(t *testing.T) {
	for id, levels := range map[string][]string{"eq-5d-3l": {"0", "4", "-1", "1.5"}, "eq-5d-5l": {"0", "6", "99", "2.5", `"11111"`}} {
		q := shipped(t, id)
		for _, level := range levels {
			answers, err := q.ParseAnswers(fmt.Appendf(nil, `{"mo":1,"sc":1,"ua":%s,"pd":1,"ad":1}`, level))
			if s := scoreOf(t, q.Score(answers), "index"); err == nil || s.Value.Reason() == 0 {
				t.Errorf("%s %s: %v, %v", id, level, s.Value, err)
			}
		}
	}
}
