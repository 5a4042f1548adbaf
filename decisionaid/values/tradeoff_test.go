package values

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Doing what a Swap says must make the two options fit equally well.
func TestSwapsMakeEqual(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	a := made[*Attributes](t)(NewAttributes(Attribute{ID: "a", Worst: 10, Best: 0}, Attribute{ID: "b", Worst: -5, Best: 20},
		Attribute{ID: "c", Worst: 0, Best: 1}, Attribute{ID: "d", Worst: 1, Best: 0.5}))
	found := 0
	for range 300 {
		scores := make([][]float64, 2)
		ratings := make([]Answer, 4)
		for k, of := range a.list {
			for i := range scores {
				scores[i] = append(scores[i], of.score(rng.Float64()))
			}
			ratings[k] = Said(of.ID, 1+99*rng.Float64())
		}
		table, p := matrix(t, a, scores), made[*Preference](t)(a.Rating(ratings...))
		out := made[TradeOff](t)(table.TradeOff(p, "0", "1"))
		fits := made[[]Fit](t)(table.Fit(p))
		closer, other := 0, 1
		if out.Closer == "1" {
			closer, other = 1, 0
		}
		if math.Abs(fits[closer].Points.Low-fits[other].Points.Low-out.Gap) > 1e-9 || out.Gap <= 0 {
			t.Fatalf("gap %v between %v and %v", out.Gap, fits[closer].Points, fits[other].Points)
		}
		same := func(what string, table *Table, p *Preference) {
			found++
			fits := made[[]Fit](t)(table.Fit(p))
			if d := fits[0].Points.Low - fits[1].Points.Low; math.Abs(d) > 1e-9 {
				t.Fatalf("%s: still %v apart", what, d)
			}
		}
		for k, c := range out.Changes {
			if (c.Weight.At == nil) == (c.Weight.Reason == "") || (c.OtherScore.At == nil) == (c.OtherScore.Reason == "") {
				t.Fatalf("neither a number nor a reason: %+v", c)
			}
			if at := c.Weight.At; at != nil {
				moved := make([]Answer, 4)
				for i, w := range p.weights {
					x := w / (1 - p.weights[k]) * (1 - *at)
					if i == k {
						x = *at
					}
					moved[i] = Said(a.list[i].ID, 100*x)
				}
				if *at > 1e-7 && *at < 1-1e-7 {
					same("weight "+c.Attribute, table, made[*Preference](t)(a.Rating(moved...)))
				}
			} else { // no weight on a fine grid makes them equal
				for x := 0.0; x <= 1; x += 0.01 {
					rest := 0.0
					low, _ := table.lead(closer, other)
					for i, w := range p.weights {
						if i != k {
							rest += w / (1 - p.weights[k]) * low[i]
						}
					}
					if x*low[k]+(1-x)*rest < 0 {
						t.Fatalf("%s: at weight %v the other is ahead, and no swap was found", c.Attribute, x)
					}
				}
			}
			for option, swap := range map[int]Swap{other: c.OtherScore, closer: c.CloserScore} {
				if swap.At == nil {
					continue
				}
				changed := [][]float64{append([]float64(nil), scores[0]...), append([]float64(nil), scores[1]...)}
				if changed[option][k] != *swap.Now {
					t.Fatalf("the score is %v, not %v", changed[option][k], *swap.Now)
				}
				changed[option][k] = *swap.At
				same("score "+c.Attribute, matrix(t, a, changed), p)
			}
		}
	}
	if found < 500 {
		t.Errorf("only %d swaps were tried", found)
	}
}

func TestTradeOffReasons(t *testing.T) {
	a := unit(t, 3)
	must := made[*Preference](t)
	b := func(x float64) map[string]Cell { return map[string]Cell{"a": Known(x), "b": Known(0.5)} }
	withBlank := made[*Table](t)(NewTable(a, Option{ID: "0", Cells: b(1)}, Option{ID: "1", Cells: b(0.2)}, Option{ID: "2", Cells: b(1)}))
	full := matrix(t, a, [][]float64{{0.9, 0.5, 0.5}, {0.4, 0.5, 0.5}, {0.4, 0.5, 0.5}})
	third := must(a.Rating(Said("a", 1), Said("b", 1), Said("c", 1)))
	for _, c := range []struct {
		name  string
		table *Table
		p     *Preference
		other string
		want  Reason
	}{
		{"unfinished", full, must(a.Rating(Said("a", 1))), "1", ReasonUnfinished},
		{"unknown", withBlank, third, "1", ReasonUnknown},
		{"tied", full, must(a.Rating(Said("a", 0), Said("b", 1), Said("c", 1))), "1", ReasonTied},
		{"settled", full, third, "1", ""},
	} {
		out := made[TradeOff](t)(c.table.TradeOff(c.p, "0", c.other))
		if out.Reason != c.want || (c.want == "") == (out.Changes == nil) || c.want != "" && out.Gap != 0 {
			t.Errorf("%s: %+v", c.name, out)
		}
	}
	// An attribute without weight may be unknown; what hangs on it is then unknown too, and the rest is not.
	out := made[TradeOff](t)(withBlank.TradeOff(must(a.Rating(Said("a", 1), Said("b", 1), Said("c", 0))), "1", "0"))
	if out.Closer != "0" || out.Changes[0].OtherScore.At == nil || out.Changes[2].Weight.Reason != ReasonUnknown || out.Changes[2].OtherScore.Reason != ReasonUnknown ||
		out.Changes[2].OtherScore.Now != nil {
		t.Errorf("%+v", out)
	}
	only := made[TradeOff](t)(full.TradeOff(must(a.Rating(Said("a", 1), Said("b", 0), Said("c", 0))), "0", "1"))
	if only.Changes[0].Weight.Reason != ReasonAlone || only.Changes[1].OtherScore.Reason != ReasonNoWeight || only.Changes[1].Weight.At == nil || *only.Changes[1].Weight.At != 1 {
		t.Errorf("%+v", only)
	}
	settled := made[TradeOff](t)(full.TradeOff(third, "1", "0"))
	if settled.Closer != "0" || *settled.Changes[0].Weight.At != 0 || settled.Changes[1].Weight.At == nil || *settled.Changes[1].OtherScore.At != 1 {
		t.Errorf("%+v", settled)
	}
	small := made[TradeOff](t)(full.TradeOff(must(a.Rating(Said("a", 90), Said("b", 5), Said("c", 5))), "0", "1"))
	if small.Changes[1].OtherScore.Reason != ReasonOutOfRange {
		t.Errorf("%+v", small)
	}
}
