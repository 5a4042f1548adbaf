package proms

import (
	"math"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// gad7ByHand gives total, band and caseness of a GAD-7; the total is NaN where more than one answer is missing.
func gad7ByHand(row []float64) (total float64, band string, caseness policy.State) {
	sum, n := 0.0, 0
	for _, v := range row {
		if v == v {
			sum += v
			n++
		}
	}
	switch {
	case n < 6 && sum >= 8:
		return math.NaN(), "", policy.Met
	case n < 6 && sum+3*float64(7-n) < 8:
		return math.NaN(), "", policy.NotMet
	case n < 6:
		return math.NaN(), "", policy.Unknown
	}
	total = math.Floor(sum*7/float64(n) + 0.5)
	band = []string{"minimal", "mild", "moderate", "severe"}[min(int(total)/5, 3)]
	if total >= 8 {
		return total, band, policy.Met
	}
	return total, band, policy.NotMet
}

func compareGAD7(t *testing.T, q *Questionnaire, row []float64) {
	t.Helper()
	r := q.Score(answersOf(t, q, row))
	total, band, caseness := gad7ByHand(row)
	s := scoreOf(t, r, "total")
	if got, ok := s.Value.Number(); ok != (total == total) || ok && got != total || s.Band != band {
		t.Errorf("%v: %v %s, by hand %v %s", row, s.Value, s.Band, total, band)
	}
	if f := findingOf(t, r, "caseness"); f.State != caseness {
		t.Errorf("%v: %v, by hand %v", row, f, caseness)
	}
}

func TestGAD7AgainstHand(t *testing.T) {
	q := shipped(t, "gad-7")
	for _, row := range rows(q, 5000, 2) {
		compareGAD7(t, q, row)
	}
}

func TestGAD7EachItemMissing(t *testing.T) {
	q := shipped(t, "gad-7")
	for _, form := range [][]float64{{0, 0, 0, 0, 0, 0, 0}, {3, 3, 3, 3, 3, 3, 3}, {3, 2, 2, 1, 1, 0, 0}, {1, 1, 1, 1, 1, 1, 1}} {
		for a := range 7 {
			for b := range 7 {
				row := slices.Clone(form)
				row[a], row[b] = math.NaN(), math.NaN()
				compareGAD7(t, q, row)
			}
		}
	}
}
