package values

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// benchScores are 5 options by 8 attributes.
func benchScores() [][]float64 {
	rng := rand.New(rand.NewPCG(8, 5))
	scores := make([][]float64, 5)
	for i := range scores {
		for range 8 {
			scores[i] = append(scores[i], rng.Float64())
		}
	}
	return scores
}

// benchTable is benchScores, with every cell an uncertain share where drawn is set.
func benchTable(t testing.TB, drawn bool) *Table {
	a := unit(t, 8)
	if !drawn {
		return matrix(t, a, benchScores())
	}
	var options []Option
	for i, row := range benchScores() {
		o := Option{ID: string(rune('0' + i)), Cells: map[string]Cell{}}
		for k, x := range row {
			o.Cells[a.list[k].ID] = Events(int(200*x), 200, 1)
		}
		options = append(options, o)
	}
	return made[*Table](t)(NewTable(a, options...))
}

func answerOpen(t testing.TB) *Preference { return made[*Preference](t)(unit(t, 8).Rating()) }

func answerOrdered(t testing.TB) *Preference {
	return made[*Preference](t)(unit(t, 8).Ranking(InOrder("a", "c"), InOrder("a", "d"), InOrder("b", "d"), InOrder("a", "h")))
}

// handwritten draws weights by exponentials and counts ranks, for exactly one table shape.
func handwritten(scores [][]float64, draws int, ordered bool) (counts [5][5]int, central [5][8]float64) {
	rng := rand.New(rand.NewPCG(1, 0))
	for range draws {
		var w [8]float64
		sum := 0.0
		for k := range w {
			w[k] = rng.ExpFloat64()
			sum += w[k]
		}
		if ordered {
			slices.Sort(w[:])
		}
		var fits [5]float64
		for i := range fits {
			for k := range w {
				fits[i] += w[k] * scores[i][k]
			}
		}
		for i := range fits {
			better := 0
			for j := range fits {
				if fits[j] > fits[i] {
					better++
				}
			}
			counts[i][better]++
			if better == 0 {
				for k := range w {
					central[i][k] += w[k] / sum
				}
			}
		}
	}
	return counts, central
}

func BenchmarkSampled5x8x10000(b *testing.B) {
	scores := benchScores()
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			handwritten(scores, 10000, false)
		}
	})
	b.Run("handwritten_ranking", func(b *testing.B) {
		for b.Loop() {
			handwritten(scores, 10000, true)
		}
	})
	a := unit(b, 8)
	must := made[*Preference](b)
	for _, c := range []struct {
		name  string
		table *Table
		p     *Preference
	}{
		{"nothing_said", benchTable(b, false), answerOpen(b)},
		{"ranking", benchTable(b, false), must(a.Ranking(InOrder("a", "b", "c", "d", "e", "f", "g", "h")))},
		{"partly_ranked", benchTable(b, false), answerOrdered(b)},
		{"point_ranges", benchTable(b, false), must(a.PointRanges(SaidBetween("a", 5, 30), SaidBetween("b", 5, 30), SaidBetween("c", 10, 20)))},
		{"uncertain_estimates", benchTable(b, true), answerOpen(b)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.table.Acceptability(c.p, Sampling{Draws: 10000, Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkExact5x3(b *testing.B) {
	var scores [][]float64
	for _, row := range benchScores() {
		scores = append(scores, row[:3])
	}
	a := unit(b, 3)
	p := made[*Preference](b)(a.Rating())
	table := matrix(b, a, scores)
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			byPermutation(scores, allowed(p))
		}
	})
	b.Run("exact", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := table.Acceptability(p, Sampling{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkFit5x8(b *testing.B) {
	scores := benchScores()
	table := benchTable(b, false)
	p := made[*Preference](b)(table.attributes.Rating(Said("a", 10), Said("b", 20), Said("c", 30), Said("d", 40), Said("e", 50), Said("f", 60), Said("g", 70), Said("h", 80)))
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			var parts [5][9]float64
			for i, row := range scores {
				for k, x := range row {
					parts[i][k] = x * p.weights[k] * 100
					parts[i][8] += parts[i][k]
				}
			}
			if math.IsNaN(parts[4][8]) {
				b.Fatal(parts)
			}
		}
	})
	b.Run("fit", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := table.Fit(p); err != nil {
				b.Fatal(err)
			}
		}
	})
}
