package rule

import (
	"math/rand/v2"
	"testing"
)

// lastBit allows for exp and ln alone, which rounding may turn around in the last bit; the rest is exact.
const lastBit = 1e-14

// within reports whether a value is what a bound promises.
func within(b Bound, v float64) bool {
	if v != v {
		return b.NA != Never
	}
	slack := lastBit * max(1, abs(v))
	return b.NA != Always && v >= b.Lo-slack && v <= b.Hi+slack
}

func abs(v float64) float64 { return max(v, -v) }

// TestBoundsHold draws rules and half-answered people, asks for bounds, answers the blanks at random and looks whether
// the value lies within.
func TestBoundsHold(t *testing.T) {
	t.Parallel()
	rules := 3000
	if testing.Short() || raceOn {
		rules = 800
	}
	r := rand.New(rand.NewPCG(11, 12))
	g := &makeRule{Rand: r}
	w := newWorld()
	programs, texts := []*Program{}, []string{}
	for i := range rules {
		g.plain, g.wild = i%2 == 0, i%3 == 0
		w.of.Fill = Fill{Kind: FillKind(i % 2), Value: 1} // none and mean; drop and value have their turn below
		if i%5 == 0 {
			w.of.Fill = Fill{Kind: FillDrop + FillKind(i%2), Value: 1}
		}
		text, want := g.number(1+i%4), Type{}
		if i%2 == 0 {
			text, want = g.truth(1+i%4), Type{Kind: Truth}
		}
		programs, texts = append(programs, w.compile(t, text, want)), append(texts, text)
	}
	m := w.Build()
	if m == nil {
		t.Fatal(w.report.List())
	}
	s, all := m.NewState(), m.Ranges()
	known := 0
	for i, p := range programs {
		proof := p.Bound(all)
		for range 8 {
			f := s.Frame()
			blanks(r, w, f, 1+r.IntN(5))
			s.fresh()
			b := p.Bound(s)
			if b.IsPoint() {
				known++
			}
			for range 8 {
				full := append([]float64(nil), f...)
				for slot, typ := range w.scope.types {
					if v := full[slot]; v != v && ReasonOf(v) != NotAsked {
						full[slot] = value(r, typ)
					}
				}
				if v := p.Eval(full); !within(b, v) {
					t.Fatalf("%s over %v: bound %+v; answered as %v it is %v", texts[i], f, b, full, v)
				}
			}
			if v := p.Eval(f); !within(proof, v) {
				t.Fatalf("%s over %v is %v; proved %+v", texts[i], f, v, proof)
			}
		}
	}
	t.Logf("%d of %d bounds were points", known, rules*8)
}

// TestBlankNeverFlips: for conditions without answered, ifna and count, answering a blank may turn unknown into known
// and never turns a known result.
func TestBlankNeverFlips(t *testing.T) {
	t.Parallel()
	rules := 3000
	if testing.Short() || raceOn {
		rules = 250
	}
	r := rand.New(rand.NewPCG(13, 14))
	g := &makeRule{Rand: r, plain: true}
	w := newWorld()
	var programs []*Program
	for i := range rules {
		g.wild = i%3 == 0
		programs = append(programs, w.compile(t, g.truth(1+i%4), Type{Kind: Truth}))
	}
	m := w.Build()
	s := m.NewState()
	became, byBounds := 0, 0
	for _, p := range programs {
		for range 6 {
			f := s.Frame()
			blanks(r, w, f, 2+r.IntN(6))
			s.fresh()
			before, despite := p.Decide(s)
			if len(despite) > 0 {
				byBounds++
			}
			for _, slot := range r.Perm(len(f)) {
				if f[slot] == f[slot] || ReasonOf(f[slot]) == NotAsked {
					continue
				}
				f[slot] = value(r, w.scope.types[slot])
				s.fresh()
				after, _ := p.Decide(s)
				if before == before && after != before {
					t.Fatalf("%s: %v became %v when %s was answered %v", p.Text(), before, after, m.Name(Slot(slot)), f[slot])
				}
				if before != before && after == after {
					became++
				}
				before = after
			}
		}
	}
	t.Logf("%d conditions became known, %d were known by bounds", became, byBounds)
	if became == 0 || byBounds == 0 {
		t.Error("the property was not put to the test")
	}
}

// TestSlopesHold raises one name in complete answers and looks whether the value goes the way that was proved.
func TestSlopesHold(t *testing.T) {
	t.Parallel()
	rules := 3000
	if testing.Short() || raceOn {
		rules = 600
	}
	r := rand.New(rand.NewPCG(15, 16))
	g := &makeRule{Rand: r, plain: true}
	w := newWorld()
	var programs []*Program
	for i := range rules {
		g.wild = i%3 == 0
		programs = append(programs, w.compile(t, g.number(1+i%3), Type{}))
	}
	m := w.Build()
	all := m.Ranges()
	count := map[Slope]int{}
	f := make([]float64, len(w.scope.types))
	for _, p := range programs {
		for _, slot := range p.Reads() {
			slope := p.Slope(all, slot)
			if typ := w.scope.types[slot]; typ.Kind != Number {
				continue
			}
			count[slope]++
			for range 30 {
				blanks(r, w, f, 0)
				low := f[slot]
				f[slot] = value(r, w.scope.types[slot])
				a, b := low, f[slot]
				f[slot] = min(a, b)
				before := p.Eval(f)
				f[slot] = max(a, b)
				after := p.Eval(f)
				slack := lastBit * max(1, abs(before))
				if slope == Flat && abs(after-before) > slack || slope == Rising && after < before-slack || slope == Falling && after > before+slack {
					t.Fatalf("%s: said to be %v in %s, but %v becomes %v", p.Text(), slope, m.Name(slot), before, after)
				}
			}
		}
	}
	t.Logf("%v", count)
	if count[Rising] == 0 || count[Falling] == 0 || count[Flat] == 0 {
		t.Error("not every slope was found")
	}
}

// TestBoundsEndBeyondWholeNumbers holds that nobody counts up from a number that has no next whole one among the doubles.
func TestBoundsEndBeyondWholeNumbers(t *testing.T) {
	w := newWorld()
	p := w.compile(t, "w0 + 1000000000000000 * 1000 in [1, 2]", Type{Kind: Truth})
	m := w.Build()
	if m == nil {
		t.Fatal(w.report.List())
	}
	if b := p.Bound(m.Ranges()); b.Lo != 0 || b.Hi != 0 {
		t.Error(b)
	}
}
