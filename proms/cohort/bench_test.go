package cohort

import (
	"math"
	"sync"
	"testing"
)

const million = 1_000_000

func perValue(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/million, "ns/value")
}

// BenchmarkCohort adds a million scores. The handwritten baseline makes the same count, mean,
// variance, extremes and distribution of a slice in two passes, and trusts every value.
func BenchmarkCohort(b *testing.B) {
	r := random(9)
	values := make([]float64, million)
	for i := range values {
		values[i] = float64(r.IntN(28))
	}
	empty := must(NewSummary(phq))
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s := empty.Empty()
			for _, x := range values {
				s.Add(x)
			}
		}
		perValue(b)
	})
	b.Run("two", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			parts := [2]*Summary{empty.Empty(), empty.Empty()}
			var both sync.WaitGroup
			for i, part := range parts {
				both.Add(1)
				go func() {
					defer both.Done()
					for _, x := range values[i*million/2 : (i+1)*million/2] {
						part.Add(x)
					}
				}()
			}
			both.Wait()
			if err := parts[0].Merge(parts[1]); err != nil {
				b.Fatal(err)
			}
		}
		perValue(b)
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var counts [28]int
			sum, squares, low, high := 0.0, 0.0, math.Inf(1), math.Inf(-1)
			for _, x := range values {
				counts[int(x)]++
				sum += x
				low, high = min(low, x), max(high, x)
			}
			mean := sum / million
			for _, x := range values {
				squares += (x - mean) * (x - mean)
			}
			if counts[0] == 0 || squares == 0 || low == high {
				b.Fatal("nothing was counted")
			}
		}
		perValue(b)
	})
}
