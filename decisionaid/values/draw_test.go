package values

import (
	"math"
	"testing"
)

// moments draws n numbers and compares their mean and variance with what they should be.
func moments(t *testing.T, name string, draw func() float64, mean, variance float64) {
	t.Helper()
	const n = 100000
	sum, squares := 0.0, 0.0
	for range n {
		x := draw() - mean
		sum += x
		squares += x * x
	}
	if d := sum / n; math.Abs(d) > 4.5*math.Sqrt(variance/n) {
		t.Errorf("%s: mean off by %v", name, d)
	}
	if r := squares / n / variance; math.Abs(r-1) > 0.05 {
		t.Errorf("%s: variance %v times what it should be", name, r)
	}
}

func TestDrawsOfEstimates(t *testing.T) {
	var s source
	s.seed(1, 0)
	moments(t, "uniform", s.uniform, 0.5, 1.0/12)
	moments(t, "normal", s.normal, 0, 1)
	for _, shape := range []float64{1, 2.5, 30} {
		moments(t, "gamma", func() float64 { return s.gamma(shape) }, shape, shape)
	}
	of := Attribute{ID: "a", Worst: 100, Best: 0}
	moments(t, "interval", func() float64 { return s.score(Between(20, 50)) }, 35, 900.0/12)
	moments(t, "estimate", func() float64 { return s.score(Normal(40, 3)) }, 40, 9)
	for _, c := range []struct{ events, of int }{{0, 10}, {3, 40}, {10, 10}} {
		x, y := float64(c.events+1), float64(c.of-c.events+1)
		moments(t, "events", func() float64 { return s.score(Events(c.events, c.of, 100)) }, 100*x/(x+y), 1e4*x*y/(x+y)/(x+y)/(x+y+1))
	}
	if s.score(Known(7)) != 7 || of.value(25) != 0.75 || of.score(0.75) != 25 {
		t.Error("a known score or a place on the range is off")
	}
}

// The tails of the normal distribution are as heavy as they should be.
func TestNormalTails(t *testing.T) {
	var s source
	s.seed(9, 9)
	drawn := make([]float64, 300000)
	for i := range drawn {
		drawn[i] = s.normal()
	}
	for _, z := range []float64{-2, -1, 0.5, 1.5, 2.5, 3} {
		below := 0
		for _, x := range drawn {
			below += one(x < z)
		}
		want, n := 0.5*math.Erfc(-z/math.Sqrt2), float64(len(drawn))
		if got := float64(below) / n; math.Abs(got-want) > 4.5*math.Sqrt(want*(1-want)/n) {
			t.Errorf("below %v: %v, want %v", z, got, want)
		}
	}
}

func TestNoAllocationPerDraw(t *testing.T) {
	for name, c := range map[string]func() (*Table, *Preference){
		"open":    func() (*Table, *Preference) { return benchTable(t, false), answerOpen(t) },
		"ordered": func() (*Table, *Preference) { return benchTable(t, false), answerOrdered(t) },
		"drawn":   func() (*Table, *Preference) { return benchTable(t, true), answerOpen(t) },
	} {
		table, p := c()
		all, matters := []int{0, 1, 2, 3, 4}, []bool{true, true, true, true, true, true, true, true}
		s, d := table.newSampler(all, matters, p.region), newDrawer(p.region)
		counts, central := make([]int, 25), make([]float64, 5*len(p.region.corners))
		if n := testing.AllocsPerRun(10, func() { s.run(d, 100, counts, central) }); n != 0 {
			t.Errorf("%s: %v allocations in 100 draws", name, n)
		}
	}
}
