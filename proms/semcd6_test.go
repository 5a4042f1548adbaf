package proms

import (
	"math"
	"slices"
	"testing"
)

// semcd6ByHand is the mean of what was answered, if that is four or more.
func semcd6ByHand(row []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range row {
		if v == v {
			sum += v
			n++
		}
	}
	if n < 4 {
		return math.NaN()
	}
	return sum / float64(n)
}

func compareSEMCD6(t *testing.T, q *Questionnaire, row []float64) {
	t.Helper()
	want := semcd6ByHand(row)
	s := scoreOf(t, q.Score(answersOf(t, q, row)), "confidence")
	if got, ok := s.Value.Number(); ok != (want == want) || ok && got != want || len(s.Imputed) > 0 {
		t.Errorf("%v: %+v, by hand %v", row, s, want)
	}
}

func TestSEMCD6AgainstHand(t *testing.T) {
	q := shipped(t, "semcd-6")
	for _, row := range rows(q, 5000, 3) {
		compareSEMCD6(t, q, row)
	}
}

func TestSEMCD6EachItemMissing(t *testing.T) {
	q := shipped(t, "semcd-6")
	for _, form := range [][]float64{{1, 1, 1, 1, 1, 1}, {10, 10, 10, 10, 10, 10}, {2, 5, 7, 8, 9, 3}} {
		for a := range 6 {
			for b := range 6 {
				for c := range 6 {
					row := slices.Clone(form)
					row[a], row[b], row[c] = math.NaN(), math.NaN(), math.NaN()
					compareSEMCD6(t, q, row)
				}
			}
		}
	}
}

// TestSEMCD6ShipsNoWords holds that the file holds the structure only.
func TestSEMCD6ShipsNoWords(t *testing.T) {
	if found := wordsOf(shipped(t, "semcd-6").Definition()); len(found) > 0 {
		t.Error(found)
	}
}
