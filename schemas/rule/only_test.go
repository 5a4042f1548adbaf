package rule

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestOnly holds that a part of a model works out the same to the last bit, and nothing else.
func TestOnly(t *testing.T) {
	m := phq9(t)
	total, _ := m.Slot("total")
	band, _ := m.Slot("total.band")
	alert, _ := m.Slot("self_harm")
	part := m.Only(band, Slot(-1), Slot(99))
	if out := part.Outputs(); len(out) != 2 || out[0].Name != "total" || out[1].Name != "total.band" {
		t.Errorf("the part has the outputs %v", out)
	}
	if !m.IsInput(8) || m.IsInput(9) || m.IsInput(-1) {
		t.Error("the nine items are the inputs")
	}
	if none := m.Only(); len(none.Outputs()) != 0 || len(m.Outputs()) != 3 {
		t.Error("a part changes the model, or holds what nobody asked for")
	}
	r := rand.New(rand.NewPCG(3, 4))
	whole, some := m.NewState(), part.NewState()
	for range 500 {
		for _, s := range []*State{whole, some} {
			s.Reset()
		}
		for i := range 9 {
			if v := float64(r.IntN(5)); v < 4 {
				whole.Set(Slot(i), v)
				some.Set(Slot(i), v)
			}
		}
		m.Eval(whole)
		part.Eval(some)
		for _, slot := range []Slot{total, band} {
			if got, want := some.Get(slot), whole.Get(slot); math.Float64bits(got) != math.Float64bits(want) {
				t.Fatalf("%s is %v in the part and %v in the whole", m.Name(slot), got, want)
			}
			if got, want := some.Bound(slot), whole.Bound(slot); got != want {
				t.Fatalf("%s lies in %v in the part and in %v in the whole", m.Name(slot), got, want)
			}
		}
		if v := some.Get(alert); ReasonOf(v) != Blank {
			t.Fatalf("the part worked out the alert: %v", v)
		}
	}
}

// TestDecided holds that Decided gives the value of Decide, however often either is asked, and that a State keeps no bound of
// a condition beyond the answers that it was worked out from.
func TestDecided(t *testing.T) {
	w, r := newWorld(), rand.New(rand.NewPCG(5, 6))
	g := &makeRule{Rand: r}
	var conditions []*Program
	for i := range 200 {
		conditions = append(conditions, w.compile(t, g.truth(1+i%4), Type{Kind: Truth}))
	}
	m := w.Build()
	if m == nil {
		t.Fatal(w.report.List())
	}
	kept, known := m.NewState(), 0
	for range 50 {
		blanks(r, w, kept.Frame(), 3)
		m.Eval(kept)
		for range 2 {
			kept.Set(Slot(0), NA(Blank))
			anew := m.NewState()
			copy(anew.Frame(), kept.Frame())
			m.Eval(anew)
			for _, p := range conditions {
				want, _ := p.Decide(anew)
				if got := p.Decided(kept); math.Float64bits(got) != math.Float64bits(want) || p.Bound(kept) != p.Bound(anew) {
					t.Fatalf("%s over %v is %v, then %v", p.Text(), kept.Frame(), want, got)
				}
				if _, open := p.Decide(kept); open != nil {
					known++
				}
			}
			kept.Set(Slot(1), 2)
		}
	}
	if known < 100 {
		t.Errorf("bounds decided only %d conditions", known)
	}
}
