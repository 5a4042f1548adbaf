package rule

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// chained is a model of computed names over the world of tests, one rule each, and the program of a last rule.
func chained(t testing.TB, last string, want Type, rules ...[2]string) (*Model, *Program) {
	t.Helper()
	w := newWorld()
	types := map[bool]Type{true: {Kind: Truth}, false: {}}
	var slots []Slot
	for _, r := range rules {
		slots = append(slots, w.Name(r[0], types[strings.HasPrefix(r[0], "is_")], "/"+r[0]))
	}
	for i, r := range rules {
		w.Compute(slots[i], w.compile(t, r[1], w.scope.types[slots[i]]))
	}
	p := w.compile(t, last, want)
	m := w.Build()
	if m == nil {
		t.Fatal(w.report.List())
	}
	return m, p
}

// TestBlameFallsOnInputs holds that only answers are named, each once, however many computed names lie between.
func TestBlameFallsOnInputs(t *testing.T) {
	chain := [][2]string{
		{"graded", "x0 * 2"}, {"summed", "graded + x1"}, {"is_high", "graded > 3"}, {"chosen", "is_high ? x2 : x3"},
		{"broken", "w0 / (w1 - w1)"}, {"wide", "sum(x0, x1, x2, x3, w0, w1, w2, w3, w4, d.x)"},
	}
	for _, c := range []struct {
		given, rule string
		want        Type
		names       string
		more        int
	}{
		{"", "graded + summed", Type{}, "x0 x1", 0},
		{"", "summed + graded", Type{}, "x0 x1", 0},
		{"x1=1", "graded > 1 and is_high and summed > 2", Type{Kind: Truth}, "x0", 0},
		{"x1=1", "summed + graded", Type{}, "x0", 0},
		{"x0=4", "chosen", Type{}, "x2", 0},
		{"x0=0", "chosen + graded", Type{}, "x3", 0},
		{"x0=4", "chosen > 1 or chosen > 2", Type{Kind: Truth}, "x2", 0},
		{"w0=1 w1=1", "broken + x0", Type{}, "x0", 0},
		{"w0=1 w1=1", "broken", Type{}, "", 0},
		{"w0=1 w1=1 x0=1", "broken > 1 and graded > 0", Type{Kind: Truth}, "", 0},
		{"", "wide + graded", Type{}, "x0 x1 x2 x3 w0 w1 w2 w3", 2},
	} {
		m, p := chained(t, c.rule, c.want, chain...)
		s := m.NewState()
		newWorld().given(t, m, s, c.given)
		m.Eval(s)
		if got := p.Missing(s); strings.Join(got.Names, " ") != c.names || got.More != c.more {
			t.Errorf("%s over %q: %v and %d more, want %s and %d more", c.rule, c.given, got.Names, got.More, c.names, c.more)
		}
	}
}

// TestNobodyElseIsToBlame holds over random rules in a chain that a condition which is unknown stays so whatever is
// answered to the blanks that are not named, and that names are blank inputs in document order.
func TestNobodyElseIsToBlame(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(21, 22))
	g := &makeRule{Rand: r, plain: true}
	unknown, spared := 0, 0
	for range 400 {
		w := newWorld()
		var slots []Slot
		for i := range 3 {
			slots = append(slots, w.Name(fmt.Sprintf("n%d", i), Type{}, ""), w.Name(fmt.Sprintf("is_%d", i), Type{Kind: Truth}, ""))
		}
		for i := range 3 {
			number, truth := g.number(2), g.truth(2)
			if i > 0 {
				number = fmt.Sprintf("%s + (is_%d ? n%d : %s)", number, i-1, i-1, g.number(1))
				truth = fmt.Sprintf("(%s) or is_%d and n%d > %d", truth, i-1, i-1, r.IntN(4))
			}
			w.Compute(slots[2*i], w.compile(t, number, Type{}))
			w.Compute(slots[2*i+1], w.compile(t, truth, Type{Kind: Truth}))
		}
		p := w.compile(t, "is_2 and n2 > 1 or is_1", Type{Kind: Truth})
		m := w.Build()
		s := m.NewState()
		inputs := len(m.Inputs())
		blanks(r, w, s.Frame(), 3)
		m.Eval(s)
		v, _ := p.Decide(s)
		if v == v {
			continue
		}
		unknown++
		missing := p.Missing(s)
		var named []Slot
		for _, name := range missing.Names {
			slot, ok := m.Slot(name)
			if !ok || int(slot) >= inputs || !IsNA(s.Get(slot)) {
				t.Fatalf("%s is no blank input: %v", name, missing)
			}
			named = append(named, slot)
		}
		if !slices.IsSorted(named) || len(slices.Compact(slices.Clone(named))) != len(named) {
			t.Fatalf("%v is not the document's order", missing.Names)
		}
		if missing.More > 0 {
			continue
		}
		for slot := range Slot(inputs) {
			if v := s.Get(slot); v != v && ReasonOf(v) != NotAsked && !slices.Contains(named, slot) {
				spared++
				s.Set(slot, value(r, m.Type(slot)))
			}
		}
		m.Eval(s)
		if after, _ := p.Decide(s); after == after {
			t.Fatalf("%v became %v without any of %v", v, after, missing.Names)
		}
	}
	t.Logf("%d were unknown, with %d blanks that are not to blame", unknown, spared)
	if unknown == 0 || spared == 0 {
		t.Error("the property was not put to the test")
	}
}

// TestNotAskedIsNotBlamed holds that the answer of an item which was rightly not asked is not asked for.
func TestNotAskedIsNotBlamed(t *testing.T) {
	w := newWorld()
	slot := w.Hidden(Type{Hi: 3, Step: 1})
	raw := w.scope.slots["w1"]
	when := w.compile(t, "w0 > 1", Type{Kind: Truth})
	w.Rebind("w1", slot)
	w.Step(gate{when, raw, slot})
	p := w.Compile(Source{Text: "w1 > 1 and t0", Want: Type{Kind: Truth}, Condition: true})
	m := w.Build()
	if m == nil {
		t.Fatal(w.report.List())
	}
	for given, want := range map[string]string{"w0=0": "t0", "w0=2": "w1 t0", "": "w0 w1 t0", "w0=0 t0=true": ""} {
		s := m.NewState()
		w.given(t, m, s, given)
		m.Eval(s)
		if got := strings.Join(p.Missing(s).Names, " "); got != want {
			t.Errorf("over %q: %q, want %q", given, got, want)
		}
	}
}
