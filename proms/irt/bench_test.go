package irt

import (
	"math"
	"testing"
)

// tenByFive is the form of the speed promise: 10 items of 5 categories on 61 nodes.
func tenByFive(t testing.TB) (*Bank, []int8) {
	return mustBank(t, readItems(t, "irt_grm_params.csv", GRM), nil), []int8{2, 1, 3, 0, 2, 4, 1, 2, 3, 2}
}

var sink float64

func BenchmarkEAP(b *testing.B) {
	bank, answers := tenByFive(b)
	b.Run("grm10x5", func(b *testing.B) {
		var s Scratch
		b.ReportAllocs()
		for b.Loop() {
			sink = bank.EAP(&s, answers).Theta
		}
	})
	b.Run("handwritten", func(b *testing.B) { // what a careful person writes for one form: a table, one pass an item, two sums
		var table [10][5][61]float64
		var nodes, prior, w [61]float64
		for q := range nodes {
			nodes[q] = -6 + 0.2*float64(q)
			prior[q] = math.Exp(-nodes[q] * nodes[q] / 2)
			for i := range table {
				p, err := bank.Probabilities(nil, i, nodes[q])
				if err != nil {
					b.Fatal(err)
				}
				for k, x := range p {
					table[i][k][q] = x
				}
			}
		}
		b.ReportAllocs()
		for b.Loop() {
			w = prior
			for i, x := range answers {
				if x < 0 {
					continue
				}
				row := &table[i][x]
				for q := range w {
					w[q] *= row[q]
				}
			}
			mass, mean, spread := 0.0, 0.0, 0.0
			for q := range w {
				mass += w[q]
				mean += w[q] * nodes[q]
			}
			mean /= mass
			for q := range w {
				spread += w[q] * (nodes[q] - mean) * (nodes[q] - mean)
			}
			sink = mean + math.Sqrt(spread/mass)
		}
	})
}

// fortyItems is an adaptive test that has asked ten of forty items.
func fortyItems(t testing.TB, criterion Criterion) (*Adaptive, State) {
	bank := mustBank(t, readItems(t, "cat_grm_bank.csv", GRM), func(s *Settings) { s.Grid = PatternGrid() })
	cat, err := NewAdaptive(bank, Design{Criterion: criterion, Stop: Stop{MinItems: 1, MaxItems: 40}})
	if err != nil {
		t.Fatal(err)
	}
	st := cat.Start(nil)
	for n := range 10 {
		if st, err = cat.Answer(nil, st, int8(n%5)); err != nil {
			t.Fatal(err)
		}
	}
	return cat, st
}

func BenchmarkCAT(b *testing.B) {
	for _, criterion := range []Criterion{MFI, MPWI} {
		cat, st := fortyItems(b, criterion)
		name := "step40"
		if criterion == MPWI {
			name += "mpwi"
		}
		b.Run(name, func(b *testing.B) {
			var s Scratch
			b.ReportAllocs()
			for b.Loop() {
				next, err := cat.Answer(&s, st, 2)
				if err != nil {
					b.Fatal(err)
				}
				sink = next.Next.Value
			}
		})
	}
	b.Run("handwritten", func(b *testing.B) { // the arithmetic alone: no checks, no trace, information from math.Exp
		cat, st := fortyItems(b, MFI)
		bank := cat.bank
		answers := make([]int8, bank.Len())
		for i := range answers {
			answers[i] = Missing
		}
		for _, step := range st.Steps {
			answers[bank.index[step.Question.Item]] = step.Response
		}
		answers[bank.index[st.Next.Item]] = 2
		n := len(bank.nodes)
		w := make([]float64, n)
		b.ReportAllocs()
		for b.Loop() {
			copy(w, bank.prior)
			for i, x := range answers {
				if x >= 0 {
					row := bank.likelihood[(bank.first[i]+int(x))*n:][:n]
					for q := range w {
						w[q] *= row[q]
					}
				}
			}
			mass, theta := 0.0, 0.0
			for q := range w {
				mass += w[q]
				theta += w[q] * bank.nodes[q]
			}
			theta /= mass
			best := 0.0
			for i, x := range answers {
				if x < 0 {
					best = max(best, handGradedInformation(bank.items[i].Discrimination, bank.items[i].Thresholds, theta))
				}
			}
			sink = best
		}
	})
}

// handGradedInformation is Samejima's formula as a textbook has it: the sum of (P*'k - P*'k+1)^2 / Pk.
func handGradedInformation(a float64, thresholds []float64, theta float64) float64 {
	above, slope, sum := 1.0, 0.0, 0.0
	for k := 0; k <= len(thresholds); k++ {
		nextAbove, nextSlope := 0.0, 0.0
		if k < len(thresholds) {
			nextAbove = 1 / (1 + math.Exp(-a*(theta-thresholds[k])))
			nextSlope = a * nextAbove * (1 - nextAbove)
		}
		d := slope - nextSlope
		sum += d * d / (above - nextAbove)
		above, slope = nextAbove, nextSlope
	}
	return sum
}

func BenchmarkEstimators(b *testing.B) {
	bank, answers := tenByFive(b)
	for _, method := range []Method{MethodMAP, MethodML, MethodWLE} {
		b.Run(string(method), func(b *testing.B) {
			var s Scratch
			b.ReportAllocs()
			for b.Loop() {
				e, err := bank.Estimate(method, &s, answers)
				if err != nil {
					b.Fatal(err)
				}
				sink = e.Theta
			}
		})
	}
}

func TestAllocations(t *testing.T) {
	bank, answers := tenByFive(t)
	var s Scratch
	for name, f := range map[string]func(){
		"EAP": func() { bank.EAP(&s, answers) }, "MAP": func() { bank.MAP(&s, answers) }, "ML": func() { bank.ML(&s, answers) },
		"WLE": func() { bank.WLE(&s, answers) }, "Fit": func() { bank.Fit(&s, answers, 0.3) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
	for _, criterion := range []Criterion{MFI, MPWI} {
		cat, st := fortyItems(t, criterion)
		n := testing.AllocsPerRun(100, func() {
			if _, err := cat.Answer(&s, st, 2); err != nil {
				t.Error(err)
			}
		})
		if n != 1 { // the new state's steps
			t.Errorf("%s: Answer allocates %v times, want 1", criterion, n)
		}
	}
}
