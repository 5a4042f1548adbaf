package proms

import (
	"math"
	"testing"
)

// englandTable is the table that a programmer would write for the England value set: what each level of each dimension takes away.
var englandTable = func() (table [5][6]float64) {
	for i, levels := range eq5dEngland {
		copy(table[i][2:], levels)
	}
	return table
}()

// englandByHand checks the five levels and the rating, and looks the index up.
func englandByHand(row []float64) (index, rating float64) {
	sum := 0.0
	for i, v := range row[:5] {
		if !(v >= 1 && v <= 5 && v == math.Trunc(v)) {
			return math.NaN(), math.NaN()
		}
		sum += englandTable[i][int(v)]
	}
	if rating = row[5]; !(rating >= 0 && rating <= 100) {
		rating = math.NaN()
	}
	return math.Round((1-sum)*1000) / 1000, rating
}

// profiles are 64 answered forms of the EQ-5D-5L.
func profiles() [][]float64 {
	all := make([][]float64, 64)
	for k := range all {
		all[k] = []float64{float64(1 + k%5), float64(1 + (k*3+1)%5), float64(1 + (k/5)%5), float64(1 + (k*7+k/9)%5), float64(1 + (k*2+3)%5), float64(k)}
	}
	return all
}

func BenchmarkEQ5D(b *testing.B) {
	q, all := shipped(b, "eq-5d-5l"), profiles()
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		k, total := 0, 0.0
		for b.Loop() {
			index, rating := englandByHand(all[k&63])
			total += index + rating
			k++
		}
	})
	b.Run("row", func(b *testing.B) {
		scratch := q.NewScratch()
		b.ReportAllocs()
		k, total := 0, 0.0
		for b.Loop() {
			copy(scratch.Items(), all[k&63])
			scratch.Score()
			index, _ := scratch.Number(0)
			rating, _ := scratch.Number(1)
			total += index + rating
			k++
		}
	})
}

// BenchmarkEAP is the row path over the ten items of five answers of the synthetic bank, of which everything else is blank: the raw sum,
// the table, and the estimate of the pattern with its standard error.
func BenchmarkEAP(b *testing.B) {
	q := shipped(b, "synthetic-bank")
	b.Run("row", func(b *testing.B) {
		scratch := q.NewScratch()
		for i := range scratch.Items() {
			scratch.Items()[i] = math.NaN()
		}
		b.ReportAllocs()
		k := 0
		for b.Loop() {
			for i := range 10 {
				scratch.Items()[i] = float64((k*7 + i*5 + i*k) % 5)
			}
			scratch.Score()
			k++
		}
		if _, scored := scratch.Value(2).Number(); !scored {
			b.Fatal(scratch.Value(2))
		}
	})
}
