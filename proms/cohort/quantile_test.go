package cohort

import (
	"math"
	"slices"
	"testing"
)

// sevenOf is Hyndman and Fan's definition 7 on a sorted list, the naive oracle.
func sevenOf(sorted []float64, p float64) float64 {
	h := float64(len(sorted)-1) * p
	below := int(math.Floor(h))
	above := min(below+1, len(sorted)-1)
	return sorted[below] + (h-float64(below))*(sorted[above]-sorted[below])
}

func TestQuantileByHand(t *testing.T) {
	s := summaryOf(phq, 1, 2, 3, 4, 10)
	for p, want := range map[float64]float64{0: 1, 0.25: 2, 0.5: 3, 0.9: 7.6, 1: 10} { // R: quantile(c(1,2,3,4,10), p)
		q := s.Quantile(p)
		expect(t, "estimate", q.Estimate, want, 1e-15)
		if q.Low != q.Estimate || q.High != q.Estimate {
			t.Errorf("p %v: bounds %v of an exact quantile", p, q)
		}
	}
	for _, p := range []float64{-0.1, 1.1, math.NaN()} {
		absentBecause(t, "p", s.Quantile(p).Estimate, Invalid)
	}
	absentBecause(t, "nobody", summaryOf(phq).Quantile(0.5).High, NoValues)
}

func TestQuantileAgainstSorting(t *testing.T) {
	r := random(2)
	for range 300 {
		exact, binned, values := must(NewSummary(phq)), must(NewSummary(tscore)), []float64{}
		var scores []float64
		for range 1 + r.IntN(60) {
			x, y := float64(r.IntN(28)), 10+80*r.Float64()
			values, scores = append(values, x), append(scores, y)
			exact.Add(x)
			binned.Add(y)
		}
		slices.Sort(values)
		slices.Sort(scores)
		for _, p := range []float64{0, 0.05, 0.1, 0.25, 1.0 / 3, 0.5, 0.75, 0.9, 0.95, 1} {
			expect(t, "quantile", exact.Quantile(p).Estimate, sevenOf(values, p), 1e-13)
			q, want := binned.Quantile(p), sevenOf(scores, p)
			absentBecause(t, "binned", q.Estimate, Binned)
			if q.Place(want) != Within {
				t.Fatalf("p %v of %v: %v is outside %v", p, scores, want, q)
			}
		}
	}
}
