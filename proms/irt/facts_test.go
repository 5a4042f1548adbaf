package irt

import (
	"math"
	"testing"
)

// The expected values here were made with catR 3.17 on synthetic parameters, person fit by its formula, and are given to six to eight
// places. catR halves the weight of the grid's two ends, which shows only in extreme patterns: there the comparison does so too.

func bankG(t testing.TB, model Model) []Item {
	t.Helper()
	return []Item{
		{ID: "g1", Model: model, Discrimination: 2, Thresholds: []float64{-1.5, -0.5, 0.5, 1.5}},
		{ID: "g2", Model: model, Discrimination: 1.2, Thresholds: []float64{-2, -1, 0, 1}},
		{ID: "g3", Model: model, Discrimination: 3, Thresholds: []float64{-0.8, 0, 0.9, 1.8}},
		{ID: "g4", Model: model, Discrimination: 0.8, Thresholds: []float64{-1, 0.2, 1.1, 2.5}},
	}
}

func bounded(s *Settings) { s.Grid, s.Extreme = PatternGrid(), BoundExtreme }

func TestGradedFacts(t *testing.T) {
	b := mustBank(t, bankG(t, GRM), bounded)
	x, low, high := []int8{2, 3, 1, 4}, []int8{0, 0, 0, 0}, []int8{4, 4, 4, 4}
	n := &near{name: "graded", tolerance: 6e-8}
	optimised := &near{name: "graded, found by catR's optimiser", tolerance: 5e-5}
	ml, mode, warm := b.ML(nil, x), b.MAP(nil, x), b.WLE(nil, x)
	for row, pair := range [][2]float64{
		{ml.Theta, -0.04281772}, {ml.SE, 0.47878322}, {mode.Theta, -0.03596265}, {mode.SE, 0.43185279},
		{warm.Theta, -0.04365705}, {warm.SE, 0.47878140}, {b.ML(nil, low).Theta, -4}, {b.ML(nil, high).Theta, 4},
		{b.MAP(nil, low).Theta, -1.79958131}, {b.MAP(nil, high).Theta, 2.08657237},
		{b.WLE(nil, low).Theta, -2.94097874}, {b.WLE(nil, high).Theta, 2.67104823},
	} {
		optimised.check(t, row, pair[0], pair[1])
	}
	optimised.done(t)

	eap := b.EAP(nil, x)
	info := func(item int) float64 { v, _ := b.ItemInformation(item, 0.3); return v }
	p, err := b.Probabilities(nil, 0, 0.3)
	if err != nil {
		t.Fatal(err)
	}
	fit, strange := b.Fit(nil, x, eap.Theta), []int8{4, 0, 4, 0}
	fine := mustBank(t, bankG(t, GRM), func(s *Settings) { s.Grid = Grid{-4, 4, 801} })
	misfit := b.Fit(nil, strange, 1.36132726)
	for row, pair := range [][2]float64{
		{eap.Theta, -0.01647924}, {eap.SE, 0.41956615}, {b.EAP(nil, []int8{2, 3, Missing, 4}).Theta, 0.32948500},
		{info(0), 1.17930733}, {info(1), 0.44820304}, {info(2), 2.39133130}, {info(3), 0.20381684},
		{p[0], 0.02659699}, {p[3], 0.3181396}, {p[4], 0.0831727},
		{fit.LogLikelihood, -5.08578136}, {fit.Expected, -5.52988228}, {fit.Variance, 1.13189930}, {fit.LZ, 0.41742435},
		{halveEnds(fine, low).Theta, -1.89347756}, {halveEnds(fine, high).Theta, 2.17050010}, {halveEnds(fine, strange).Theta, 1.36132726}, {misfit.LZ, -2.86483827},
	} {
		n.check(t, row, pair[0], pair[1])
	}
	n.done(t)
	if e := b.ML(nil, low); !e.AtBound {
		t.Errorf("ML of the lowest pattern is %+v, want it marked as at the bound", e)
	}

	table := b.RawTable(1)
	reported := &near{name: "Lord-Wingersky", tolerance: 6e-5}
	for raw, want := range map[int][2]float64{4: {31.0599, 6.0749}, 8: {42.6911, 5.5825}, 12: {51.1395, 5.4012}, 16: {59.3916, 5.5892}, 20: {71.7132, 5.4842}} {
		row, ok := table.At(raw)
		if !ok {
			t.Fatalf("no row for raw %d", raw)
		}
		reported.check(t, raw, row.Reported.Value, want[0])
		reported.check(t, raw, row.Reported.SE, want[1])
	}
	reported.done(t)
}

func TestFirstItemFacts(t *testing.T) {
	b := mustBank(t, bankG(t, GRM), bounded)
	for criterion, want := range map[Criterion][2]float64{MPWI: {2.19063074, 1.12392901}, MFI: {2.53000260, 1.17248178}} {
		cat, err := NewAdaptive(b, Design{Criterion: criterion, Stop: Stop{MinItems: 1, MaxItems: 4}})
		if err != nil {
			t.Fatal(err)
		}
		q := cat.Start(nil).Next
		if q.Item != "g3" || q.RunnerUp != "g1" || math.Abs(q.Value-want[0]) > 5e-4 || math.Abs(q.RunnerUpValue-want[1]) > 5e-4 {
			t.Errorf("%s: first question %+v, want g3 with %v before g1 with %v", criterion, q, want[0], want[1])
		}
	}
}

func TestPartialCreditFacts(t *testing.T) {
	steps := [][]float64{{-1, 0, 1}, {-0.5, 0.5, 1.5}, {-2, -1, 0.5}}
	x := []int8{1, 2, 3}
	n := &near{name: "partial credit", tolerance: 5e-5}
	for _, c := range []struct {
		model Model
		a     [3]float64
		want  [8]float64 // ML, MAP, EAP, WLE, each with its standard error
	}{
		{PCM, [3]float64{}, [8]float64{0.64561665, 0.72152695, 0.42848657, 0.57549929, 0.44899538, 0.58936272, 0.58113478, 0.71540548}},
		{GPCM, [3]float64{1.2, 0.8, 1.6}, [8]float64{0.58835470, 0.65824418, 0.41368353, 0.54048171, 0.43987834, 0.55482168, 0.52554720, 0.65185073}},
	} {
		var items []Item
		for i, b := range steps {
			items = append(items, Item{ID: string(rune('a' + i)), Model: c.model, Discrimination: c.a[i], Thresholds: b})
		}
		b := mustBank(t, items, bounded)
		for m, method := range []Method{MethodML, MethodMAP, MethodEAP, MethodWLE} {
			e, err := b.Estimate(method, nil, x)
			if err != nil {
				t.Fatal(err)
			}
			n.check(t, m, e.Theta, c.want[2*m])
			n.check(t, m, e.SE, c.want[2*m+1])
		}
		if c.model == GPCM {
			for i, want := range []float64{1.00711214, 0.54850113, 0.94316266} {
				got, err := b.ItemInformation(i, 0.25)
				if err != nil {
					t.Fatal(err)
				}
				n.check(t, i, got, want)
			}
		}
	}
	n.done(t)
}

func TestRaschFacts(t *testing.T) {
	var items []Item
	for i, b := range []float64{-1.5, -0.5, 0, 0.5, 1.5} {
		items = append(items, Item{ID: string(rune('a' + i)), Model: Rasch, Thresholds: []float64{b}})
	}
	b := mustBank(t, items, bounded)
	n := &near{name: "rasch", tolerance: 5e-5}
	warm, se := []float64{-2.909784, -1.402272, -0.435015, 0.435015, 1.402272, 2.909784}, []float64{1.753525, 1.135559, 1.004218}
	ml, eap := []float64{-4, -1.663785, -0.496688}, []float64{-1.325966, -0.778405, -0.256577}
	for raw, want := range warm {
		x := make([]int8, 5) // the pattern does not matter under Rasch, only its sum
		for i := range raw {
			x[i] = 1
		}
		n.check(t, raw, b.WLE(nil, x).Theta, want)
		if raw < 3 {
			n.check(t, raw, b.WLE(nil, x).SE, se[raw])
			n.check(t, raw, b.ML(nil, x).Theta, ml[raw])
			n.check(t, raw, halveEnds(b, x).Theta, eap[raw])
		}
	}
	n.done(t)
}
