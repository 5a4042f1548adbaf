package rule

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// phq9 is a questionnaire as proms would declare it: nine items, a total filled by the mean, a band, two conditions.
func phq9(t testing.TB) *Model {
	t.Helper()
	r := diag.NewReporter(nil)
	b := NewBuilder(r)
	of := &List{Name: "symptoms", Fill: Fill{Kind: FillMean}}
	var ids []string
	for _, id := range strings.Fields("q1 q2 q3 q4 q5 q6 q7 q8 q9") {
		of.Items = append(of.Items, ListItem{id, b.Input(Input{Name: id, Type: Type{Lo: 0, Hi: 3, Step: 1}, Pointer: "/items/" + id})})
		ids = append(ids, id)
	}
	b.Group("symptoms", ids, "/groups/symptoms")
	band := Type{Kind: Code, Set: "total.band", Options: []Option{
		{ID: "minimal"}, {ID: "mild"}, {ID: "moderate"}, {ID: "moderately_severe"}, {ID: "severe"},
	}}
	truth := Type{Kind: Truth}
	// declared and added in the wrong order on purpose: Build finds the right one
	alert, banded, total := b.Name("self_harm", truth, "/findings/0"), b.Name("total.band", band, "/scores/0/bands"), b.Name("total", Type{Lo: 0, Hi: 27}, "/scores/0")
	b.Compute(alert, b.Compile(Source{At: "/findings/0/when", Text: "q9 >= 1", Want: truth, Condition: true, Protects: true}))
	b.Compute(banded, b.Compile(Source{At: "/scores/0/bands", Want: band, Text: `total >= 20 ? "severe" : total >= 15 ? "moderately_severe" :
		total >= 10 ? "moderate" : total >= 5 ? "mild" : "minimal"`}))
	b.Compute(total, b.Compile(Source{At: "/scores/0/rule", Text: "sum(of)", Of: of}))
	for _, name := range []string{"total", "total.band", "self_harm"} {
		b.Output(name)
	}
	m := b.Build()
	if m == nil || len(r.List()) > 0 {
		t.Fatal(r.List())
	}
	return m
}

func TestModel(t *testing.T) {
	m := phq9(t)
	s := m.NewState()
	for i, v := range []float64{1, 2, 2, 1, 0, 1, 1, 0} {
		s.Set(Slot(i), v)
	}
	m.Eval(s)
	var got []string
	for _, out := range m.Outputs() {
		got = append(got, out.Name+"="+out.Type.Format(s.Get(out.Slot)))
	}
	if want := []string{"total=9", "total.band=mild", "self_harm=blank"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if in := m.Inputs(); len(in) != 9 || in[8].Name != "q9" || in[8].Pointer != "/items/q9" {
		t.Errorf("inputs %v", in)
	}
	if got := m.InputsOf("total.band"); len(got) != 9 || got[0] != "q1" {
		t.Errorf("the band reads %v", got)
	}
	if got := m.InputsOf("self_harm"); !slices.Equal(got, []string{"q9"}) {
		t.Errorf("the alert reads %v", got)
	}
	if got := m.InputsOf("nothing"); got != nil {
		t.Errorf("an unknown name reads %v", got)
	}
	s.Reset()
	m.Eval(s)
	if slot, _ := m.Slot("total"); ReasonOf(s.Get(slot)) != Blank {
		t.Error("Reset leaves something behind")
	}
	if slot, ok := m.Slot("total.band"); !ok || m.Name(slot) != "total.band" || m.Type(slot).Kind != Code {
		t.Error("the band cannot be found")
	}
}

// TestStateIsSafe: slots out of range, infinity and a State of another Model.
func TestStateIsSafe(t *testing.T) {
	m := phq9(t)
	s := m.NewState()
	s.Set(-1, 1)
	s.Set(999, 1)
	s.SetBound(999, Bound{})
	if ReasonOf(s.Get(-1)) != Internal || ReasonOf(s.Get(999)) != Internal || s.Bound(999).NA != Always || m.Name(999) != "" || m.Type(-1).Kind != Number {
		t.Error("a slot out of range is something")
	}
	s.Set(0, math.Inf(1))
	if ReasonOf(s.Get(0)) != Invalid {
		t.Error("infinity is a value")
	}
	other := NewBuilder(nil)
	other.Input(Input{Name: "y", Type: Type{Hi: 1}})
	strange := other.Build().NewState()
	m.Eval(strange)
	if slot, _ := m.Slot("total"); ReasonOf(strange.Get(slot)) != Blank {
		t.Error("a State of another Model gave a result")
	}
	w := newWorld()
	p := w.compile(t, "x0 + x1", Type{})
	if ReasonOf(p.Eval(nil)) != Internal {
		t.Error("a frame that is too short gave a value")
	}
	none, zero := NewBuilder(nil).Build().NewState(), &State{}
	high := w.compile(t, "x0 > 1 and t0 or x1 > 2", Type{Kind: Truth})
	for _, s := range []*State{none, zero} {
		v, despite := high.Decide(s)
		if ReasonOf(v) != Internal || despite != nil || high.Missing(s).Reason != Internal || p.Bound(s).NA != Always || len(p.Trace(s).Lines) != 1 {
			t.Errorf("a State that is too short gave %v in spite of %v", v, despite)
		}
		for _, b := range high.Branches() {
			if b.Taken(s) || b.About == "" {
				t.Error("a State that is too short takes a branch")
			}
		}
	}
	if (Branch{}).Taken(zero) || (Branch{}).Possible(zero) {
		t.Error("a branch of no rule is something")
	}
}

func TestNoAllocations(t *testing.T) {
	m := phq9(t)
	s := m.NewState()
	answers := []float64{1, 2, 2, 1, 0, 1, 1, 0, 1}
	w := newWorld()
	p := w.compile(t, "(x0 + 2 * x1 > 3 or c0 == \"a\") and not t0 and max(of) >= 1 and table(steps, x2) == 1 and 0.1 * x0 <= x1", Type{Kind: Truth})
	ws := w.Build().NewState()
	for i, typ := range w.scope.types {
		ws.Set(Slot(i), typ.Lo)
	}
	if n := testing.AllocsPerRun(200, func() {
		for i, v := range answers {
			s.Frame()[i] = v
		}
		m.Eval(s)
		if _, despite := p.Decide(ws); despite != nil {
			t.Error("decided despite nothing")
		}
		Round(2.345, 2, HalfUp)
		Equal(0.1+0.2, 0.3)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestBlanksAllocateNamesOnly holds that a condition which stays open costs no allocation, and one with names to tell those names.
func TestBlanksAllocateNamesOnly(t *testing.T) {
	w := newWorld()
	open := w.compile(t, "w0 >= 2 and sum(of) > 3 or w1 in [1, 2]", Type{Kind: Truth})
	decided := w.compile(t, "w0 >= 0 and (w1 > 3 or t0)", Type{Kind: Truth})
	m := w.Build()
	s := m.NewState()
	w.given(t, m, s, "t0=true")
	m.Eval(s)
	for _, c := range []struct {
		what string
		most float64
		do   func()
	}{
		{"an open condition", 1, func() { open.Decide(s) }}, // the bounds of the list
		{"a condition decided in spite of a blank", 1, func() { decided.Decide(s) }},
		{"what is missing", 4, func() { open.Missing(s) }}, // those of three nested parts, and the names
	} {
		if n := testing.AllocsPerRun(100, c.do); n > c.most {
			t.Errorf("%s: %v allocations, at most %v", c.what, n, c.most)
		}
	}
}

func TestModelIsSafeForConcurrentUse(t *testing.T) {
	m := phq9(t)
	slot, _ := m.Slot("total")
	var wait sync.WaitGroup
	for g := range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			s := m.NewState()
			for i := range 200 {
				for q := range 9 {
					s.Set(Slot(q), float64((i+q+g)%4))
				}
				m.Eval(s)
				if v := s.Get(slot); v != v {
					t.Error("no total")
				}
			}
		}()
	}
	wait.Wait()
}

func TestCycle(t *testing.T) {
	r := diag.NewReporter(nil)
	b := NewBuilder(r)
	b.Input(Input{Name: "q", Type: Type{Hi: 1}})
	slots := map[string]Slot{}
	for _, name := range []string{"a", "b", "c", "d"} {
		slots[name] = b.Name(name, Type{}, "/"+name)
	}
	for _, rule := range [][2]string{{"a", "q + 1"}, {"b", "c + a"}, {"c", "d * 2"}, {"d", "b"}} {
		b.Compute(slots[rule[0]], b.Compile(Source{Text: rule[1]}))
	}
	if b.Build() != nil {
		t.Fatal("a circle has a model")
	}
	list := r.List()
	if len(list) != 1 || list[0].Code != codeCycle || len(list[0].Related) != 2 {
		t.Fatalf("%v", list)
	}
	const want = "rules read each other in a circle: `b` reads `c` reads `d` reads `b`"
	if got := list[0].Message(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// gate is what proms does for ask_when: the answer counts only where the condition is not false.
type gate struct {
	when    *Program
	raw, to Slot
}

func (g gate) Reads() []Slot  { return append(g.when.Reads(), g.raw) }
func (g gate) Writes() []Slot { return []Slot{g.to} }
func (g gate) Eval(s *State) {
	if v, _ := g.when.Decide(s); v == 0 {
		s.Set(g.to, NA(NotAsked))
		return
	}
	s.Set(g.to, s.Get(g.raw))
}
func (g gate) Bounds(s *State) {
	b := s.Bound(g.raw)
	if v, _ := g.when.Decide(s); v != v {
		b.NA, b.Leaves, b.Why = max(b.NA, Maybe), true, blame(b.Why, NotAsked)
	}
	s.SetBound(g.to, b)
}

// TestGate: names rebound to a gated answer, conditions decided by bounds in the middle of an Eval, steps that are values.
func TestGate(t *testing.T) {
	r := diag.NewReporter(nil)
	b := NewBuilder(r)
	for _, name := range []string{"q1", "q2", "how_hard"} {
		b.Input(Input{Name: name, Type: Type{Lo: 0, Hi: 3, Step: 1}})
	}
	b.Group("symptoms", []string{"q1", "q2"}, "")
	gated := b.Hidden(Type{Lo: 0, Hi: 3, Step: 1})
	when := b.Compile(Source{Text: "sum(symptoms) > 0", Want: Type{Kind: Truth}, Condition: true})
	b.Step(gate{when, 2, gated})
	b.Rebind("how_hard", gated)
	hard := b.Compile(Source{Text: "how_hard >= 2", Want: Type{Kind: Truth}, Condition: true})
	b.Compute(b.Name("hard", Type{Kind: Truth}, ""), hard)
	m := b.Build()
	if m == nil {
		t.Fatal(r.List())
	}
	for _, c := range []struct {
		q1, q2, how float64
		asked       float64
		despite     int
		why         Reason
		names       string
	}{
		{1, 0, 2, 1, 0, Present, ""}, {0, 0, 2, 0, 0, NotAsked, ""}, {1, NA(Blank), 2, 1, 1, Present, ""},
		{0, NA(Blank), 2, NA(Blank), 0, Present, ""}, {0, NA(Blank), NA(Declined), NA(Blank), 0, Declined, "q2 how_hard"},
	} {
		s := m.NewState()
		s.Set(0, c.q1)
		s.Set(1, c.q2)
		s.Set(2, c.how)
		m.Eval(s)
		asked, despite := when.Decide(s)
		if asked != c.asked && (asked == asked || c.asked == c.asked) || len(despite) != c.despite {
			t.Errorf("%+v: asked %v despite %v", c, asked, despite)
		}
		v, _ := hard.Decide(s)
		missing := hard.Missing(s)
		if ReasonOf(v) != c.why || strings.Join(missing.Names, " ") != c.names || missing.Reason != c.why {
			t.Errorf("%+v: %v, %+v", c, v, missing)
		}
	}
}

// TestBoundsInOrder: a condition over a computed score is decided by the score's bound.
func TestBoundsInOrder(t *testing.T) {
	w := newWorld()
	total := w.Name("total", Type{}, "")
	w.Compute(total, w.compile(t, "sum(ws)", Type{}))
	high := w.compile(t, "total >= 10", Type{Kind: Truth})
	m := w.Build()
	s := m.NewState()
	for _, c := range []struct {
		answers string
		want    float64
		despite string
	}{
		{"w0=3 w1=3 w2=3 w3=3", 1, "w4"}, {"w0=0 w1=0 w2=3 w3=3", 0, "w4"}, {"w0=3 w1=0 w2=3 w3=3", NA(Blank), ""},
		{"w0=0 w1=0 w2=0", 0, "w3 w4"},
	} {
		s.Reset()
		w.given(t, m, s, c.answers)
		m.Eval(s)
		v, despite := high.Decide(s)
		if v != c.want && (v == v || c.want == c.want) || strings.Join(despite, " ") != c.despite {
			t.Errorf("%s: %v despite %v", c.answers, v, despite)
		}
		if c.despite == "" && strings.Join(high.Missing(s).Names, " ") != "w4" {
			t.Errorf("%s: %v", c.answers, high.Missing(s))
		}
	}
}
