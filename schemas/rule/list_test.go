package rule

import (
	"math/rand/v2"
	"testing"
)

func TestLookup(t *testing.T) {
	exact := newLookup([]Row{{Key: 0.3, Value: 3}, {Key: -2, Value: 1}, {Key: 7, Value: 7}}, false)
	dense := newLookup([]Row{{Key: 2, Value: 20}, {Key: 0, Value: 0}}, false)
	steps := newLookup([]Row{{Key: 10, Value: 1}, {Key: 0.3, Value: 0.5}, {Key: -1, Value: 0}}, true)
	for _, c := range []struct {
		l       *lookup
		x, want float64
	}{
		{exact, 0.3, 3}, {exact, 0.1 + 0.2, 3}, {exact, 0.3 * (1 - 1e-14), 3}, {exact, 0.3000001, NA(Undefined)}, {exact, -2, 1}, {exact, -3, NA(Undefined)},
		{exact, 7, 7}, {exact, 8, NA(Undefined)}, {dense, 2, 20}, {dense, 1, NA(Undefined)}, {dense, 2 + 1e-13, 20}, {dense, 3, NA(Undefined)},
		{dense, -1, NA(Undefined)}, {dense, 0.5, NA(Undefined)}, {steps, -1, 0}, {steps, 0.29, 0}, {steps, 0.1 + 0.2, 0.5}, {steps, 0.3 * (1 - 1e-14), 0.5},
		{steps, 9.99, 0.5}, {steps, 1e9, 1}, {steps, -1.5, NA(Undefined)}, {steps, NA(Declined), NA(Declined)},
	} {
		if got := c.l.at(c.x); got != c.want && ReasonOf(got) != ReasonOf(c.want) || ReasonOf(got) == Present && got != c.want {
			t.Errorf("at %v: %v (%v), want %v", c.x, got, ReasonOf(got), c.want)
		}
	}
	_, hi := near(0.3)
	if exact.at(hi) != 3 {
		t.Error("the last double that equals a key has no entry")
	}
}

// TestListBoundsHold narrows items one by one and lets some leave or stay blank: whatever happens then lies within.
func TestListBoundsHold(t *testing.T) {
	rounds := 3000
	if testing.Short() || raceOn {
		rounds = 400
	}
	r := rand.New(rand.NewPCG(17, 18))
	texts := []string{"sum(of)", "mean(of)", "min(of)", "max(of)", "count(of)", "sum(ws)", "max(ws)", "sum(weigh(worth, of))", "mean(weigh(worth, of))"}
	for kind := FillNone; kind <= FillValue; kind++ {
		w := newWorld()
		w.of.Fill = Fill{Kind: kind, Value: 2}
		var programs []*Program
		for _, text := range texts[:len(texts)-2*int(truth(kind == FillMean))] {
			programs = append(programs, w.compile(t, text, Type{}))
		}
		m := w.Build()
		for range rounds {
			s := m.Ranges()
			f := make([]float64, len(w.scope.types))
			options := make([][]float64, 5)
			for i := range options {
				slot := w.of.Items[i].Slot
				lo := float64(r.IntN(4))
				b := Bound{Lo: lo, Hi: lo + float64(r.IntN(4-int(lo)))}
				for v := b.Lo; v <= b.Hi; v++ {
					options[i] = append(options[i], v)
				}
				switch r.IntN(5) {
				case 0:
					b.NA, b.Why = Maybe, Blank
					options[i] = append(options[i], NA(Blank))
				case 1:
					b.NA, b.Why, b.Leaves = Maybe, NotAsked, true
					options[i] = append(options[i], NA(NotAsked))
				case 2:
					b.NA, b.Why, b.Leaves = Maybe, Blank, true
					options[i] = append(options[i], NA(NotAsked), NA(Declined))
				}
				s.SetBound(slot, b)
			}
			for _, p := range programs {
				b := p.Bound(s)
				for range 6 {
					for i, o := range options {
						f[w.of.Items[i].Slot] = o[r.IntN(len(o))]
					}
					if v := p.Eval(f); !within(b, v) {
						t.Fatalf("%s with %v over %v is %v; bound %+v", p.Text(), w.of.Fill, f[4:9], v, b)
					}
				}
			}
		}
	}
}
