package irt

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"sync"
	"testing"
)

func TestMissingIsNotZero(t *testing.T) {
	items := bankG(t, GRM)
	b := mustBank(t, items, nil)
	short := mustBank(t, items[:3], nil)
	for _, method := range []Method{MethodEAP, MethodMAP, MethodML, MethodWLE} {
		estimate := func(b *Bank, x ...int8) Estimate {
			e, err := b.Estimate(method, nil, x)
			if err != nil {
				t.Fatal(err)
			}
			return e
		}
		missing, never, zero := estimate(b, 2, 1, 3, Missing), estimate(short, 2, 1, 3), estimate(b, 2, 1, 3, 0)
		if missing != never {
			t.Errorf("%s: a missing answer gives %+v, the form without the item %+v", method, missing, never)
		}
		if missing.Theta <= zero.Theta || missing.Answered != 3 {
			t.Errorf("%s: a missing answer gives %+v, the lowest answer %+v", method, missing, zero)
		}
		if e := estimate(b, Missing, -7, -128, Missing); e != (Estimate{Reason: NoAnswers}) {
			t.Errorf("%s of no answers is %+v", method, e)
		}
	}
}

func TestExtremePatterns(t *testing.T) {
	refuse := mustBank(t, bankG(t, GRM), nil)
	bound := mustBank(t, bankG(t, GRM), func(s *Settings) { s.Extreme = BoundExtreme })
	for _, c := range []struct {
		x    []int8
		want float64
	}{{[]int8{0, 0, 0, 0}, -6}, {[]int8{4, 4, 4, 4}, 6}, {[]int8{Missing, 4, Missing, 4}, 6}} {
		if e := refuse.ML(nil, c.x); e.Reason != ExtremePattern || e.Theta != 0 || e.SE != 0 {
			t.Errorf("ML of %v is %+v, want a refusal", c.x, e)
		}
		if e := bound.ML(nil, c.x); !e.OK() || !e.AtBound || e.Theta != c.want || e.SE < 1 {
			t.Errorf("bounded ML of %v is %+v, want %v", c.x, e, c.want)
		}
		if e := refuse.WLE(nil, c.x); !e.OK() || e.AtBound || math.Abs(e.Theta) > 5 {
			t.Errorf("WLE of %v is %+v", c.x, e)
		}
	}
	guess := []Item{
		{ID: "easy", Model: ThreePL, Discrimination: 1, Thresholds: []float64{-2}, Guessing: 0.25},
		{ID: "hard", Model: ThreePL, Discrimination: 2.5, Thresholds: []float64{2}, Guessing: 0.25},
	}
	if e := mustBank(t, guess, nil).ML(nil, []int8{0, 1}); e.Reason != OutsideGrid {
		t.Errorf("ML of a lucky guess is %+v, want %q", e, OutsideGrid)
	}
	narrow := mustBank(t, bankG(t, GRM), func(s *Settings) { s.Grid = Grid{-1, 1, 21} })
	if e := narrow.MAP(nil, []int8{4, 4, 4, 4}); e.Reason != OutsideGrid {
		t.Errorf("MAP beyond a narrow grid is %+v, want %q", e, OutsideGrid)
	}
	flat := mustBank(t, []Item{{ID: "far", Model: Rasch, Thresholds: []float64{9000}}}, func(s *Settings) { s.Extreme = BoundExtreme })
	if e := flat.ML(nil, []int8{0}); e.Reason != NoInformation {
		t.Errorf("ML where nothing is told is %+v, want %q", e, NoInformation)
	}
}

// TestContradiction gives answers whose likelihood is below what a float64 holds: the posterior must then come from logarithms.
func TestContradiction(t *testing.T) {
	var items []Item
	var x []int8
	for i := range 100 {
		items = append(items,
			Item{ID: fmt.Sprintf("low%d", i), Model: TwoPL, Discrimination: 5, Thresholds: []float64{-3}},
			Item{ID: fmt.Sprintf("high%d", i), Model: TwoPL, Discrimination: 5, Thresholds: []float64{3}})
		x = append(x, 0, 1) // fails every easy item, passes every hard one: between -3 and 3 the slopes cancel
	}
	b := mustBank(t, items, nil)
	var s Scratch
	e := b.EAP(&s, x)
	if !e.OK() || math.Abs(e.Theta) > 1e-9 || e.SE < 0.8 || e.SE > 1 { // the prior, cut off softly near -2 and 2
		t.Errorf("EAP is %+v, want 0 and a little under 1", e)
	}
	if f := b.Fit(&s, x, 0); f.LZ > -100 {
		t.Errorf("fit is %+v, want it far below 0", f)
	}
	far := mustBank(t, []Item{{ID: "far", Model: GRM, Discrimination: 1, Thresholds: []float64{5000, 6000}}}, nil)
	if e := far.EAP(nil, []int8{1}); !e.OK() || e.Theta < 0.9 || e.Theta > 1.1 { // the likelihood is exp(theta): the prior, moved by 1
		t.Errorf("EAP of an item that is far away is %+v, want about 1", e)
	}
}

func TestLogarithmsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(37, 41))
	n := &near{name: "posterior by product and by logarithm", tolerance: 1e-12}
	for trial := range 100 {
		items := randomItems(r, 1+r.IntN(20))
		b, x, s := mustBank(t, items, nil), randomAnswers(r, items), new(Scratch)
		e := b.EAP(s, x)
		b.logPosterior(s)
		l := b.summary(s.weights, e.Answered)
		n.check(t, trial, e.Theta, l.Theta)
		n.check(t, trial, e.SE, l.SE)
	}
	n.done(t)
}

func TestGridTooCoarse(t *testing.T) {
	var items []Item
	for i := range 60 {
		items = append(items, Item{ID: fmt.Sprint(i), Model: TwoPL, Discrimination: 4, Thresholds: []float64{float64(i)/30 - 1}})
	}
	x := make([]int8, len(items))
	for i := range 30 {
		x[i] = 1
	}
	if e := mustBank(t, items, nil).EAP(nil, x); e.Reason != GridTooCoarse {
		t.Errorf("EAP on 61 nodes is %+v, want %q", e, GridTooCoarse)
	}
	fine := mustBank(t, items, func(s *Settings) { s.Grid.Points = 601 })
	if e := fine.EAP(nil, x); !e.OK() || e.SE > 0.11 {
		t.Errorf("EAP on 601 nodes is %+v", e)
	}
}

// TestRises: a higher answer never gives a lower estimate.
func TestRises(t *testing.T) {
	r := rand.New(rand.NewPCG(43, 47))
	for range 100 {
		items := randomItems(r, 8)
		b, x := mustBank(t, items, nil), randomAnswers(r, items)
		before := b.EAP(nil, x)
		for i := range x {
			if x[i] >= 0 && int(x[i]) < items[i].Categories()-1 {
				x[i]++
				if after := b.EAP(nil, x); after.Theta <= before.Theta {
					t.Fatalf("answer %d rises and EAP falls from %v to %v", i, before.Theta, after.Theta)
				}
				x[i]--
			}
		}
	}
}

func TestConcurrentUseAndScratch(t *testing.T) {
	r := rand.New(rand.NewPCG(53, 59))
	small, large := randomItems(r, 3), randomItems(r, 30)
	banks := []*Bank{mustBank(t, large, func(s *Settings) { s.Grid.Points = 121 }), mustBank(t, small, nil)}
	rows := [][]int8{randomAnswers(r, large), randomAnswers(r, small)}
	want := []Estimate{banks[0].EAP(nil, rows[0]), banks[1].EAP(nil, rows[1])}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var s Scratch // one scratch for banks of different sizes
			for i := range 200 {
				if got := banks[i%2].EAP(&s, rows[i%2]); got != want[i%2] {
					t.Errorf("got %+v, want %+v", got, want[i%2])
				}
				banks[i%2].WLE(&s, rows[i%2])
			}
		})
	}
	group.Wait()
}

func TestBankIsImmutable(t *testing.T) {
	items := bankG(t, GRM)
	b := mustBank(t, items, nil)
	before := b.EAP(nil, []int8{1, 2, 3, 4})
	items[0].Thresholds[3] = 99
	b.Items()[1].Thresholds[3] = 99
	if after := b.EAP(nil, []int8{1, 2, 3, 4}); after != before || b.Items()[0].Thresholds[3] != 1.5 {
		t.Errorf("the bank changed: %+v, then %+v", before, after)
	}
	if other := mustBank(t, items, nil); other.Digest() == b.Digest() {
		t.Error("banks with different items have one digest")
	}
	if same := mustBank(t, bankG(t, GRM), nil); same.Digest() != b.Digest() {
		t.Error("equal banks have two digests")
	}
	if other := mustBank(t, bankG(t, GRM), func(s *Settings) { s.Prior.Mean = 0.1 }); other.Digest() == b.Digest() {
		t.Error("banks with different priors have one digest")
	}
}

func TestMetric(t *testing.T) {
	m := Metric{Intercept: 100, Slope: -15}
	if got, want := m.Report(Estimate{Theta: 2, SE: 0.5}), (Reported{Value: 70, SE: 7.5}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := m.Report(Estimate{Reason: ExtremePattern}); got != (Reported{Reason: ExtremePattern}) {
		t.Errorf("a missing estimate gives %+v", got)
	}
	for _, bad := range []Estimate{{Theta: math.NaN()}, {SE: math.Inf(1)}} {
		if got := m.Report(bad); got != (Reported{Reason: InvalidTheta}) {
			t.Errorf("%+v gives %+v", bad, got)
		}
	}
}

func TestJSON(t *testing.T) {
	for _, c := range []struct {
		value any
		into  any
		want  string
	}{
		{Estimate{Theta: 0, SE: 0.5, Answered: 3}, new(Estimate), `{"theta":0,"se":0.5,"answered":3}`},
		{Estimate{Reason: NoAnswers}, new(Estimate), `{"answered":0,"reason":"no_answers"}`},
		{Estimate{Theta: -6, SE: 2, Answered: 1, AtBound: true}, new(Estimate), `{"theta":-6,"se":2,"answered":1,"at_bound":true}`},
		{Reported{Value: 50, SE: 0}, new(Reported), `{"value":50,"se":0}`},
		{Reported{Reason: GridTooCoarse}, new(Reported), `{"reason":"grid_too_coarse"}`},
	} {
		text, err := json.Marshal(c.value)
		if err != nil || string(text) != c.want {
			t.Errorf("%+v encodes as %s (%v), want %s", c.value, text, err, c.want)
		}
		if err := json.Unmarshal(text, c.into); err != nil {
			t.Errorf("%s does not decode: %v", text, err)
		}
		if again, _ := json.Marshal(c.into); string(again) != c.want {
			t.Errorf("%s comes back as %s", c.want, again)
		}
	}
	for _, into := range []any{new(Estimate), new(Reported)} {
		if err := json.Unmarshal([]byte(`{"se":1}`), into); !errors.Is(err, ErrArgument) {
			t.Errorf("half of %T decodes: %v", into, err)
		}
		if err := json.Unmarshal([]byte(`{"se":"x"}`), into); err == nil {
			t.Errorf("nonsense decodes into %T", into)
		}
	}
}

func TestReasonsExplain(t *testing.T) {
	for _, r := range []Reason{NoAnswers, InvalidAnswers, ExtremePattern, OutsideGrid, GridTooCoarse, NoInformation, InvalidTheta, DidNotConverge} {
		if r.Explain() == "" {
			t.Errorf("%q has no explanation", r)
		}
	}
	if Reason("other").Explain() != "" {
		t.Error("an unknown reason is explained")
	}
}
