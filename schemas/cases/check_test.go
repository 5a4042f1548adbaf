package cases_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// counting is a step that adds up its inputs and counts how often it is evaluated.
type counting struct {
	reads []rule.Slot
	to    rule.Slot
	count *int
}

func (c counting) Reads() []rule.Slot  { return c.reads }
func (c counting) Writes() []rule.Slot { return []rule.Slot{c.to} }
func (c counting) Eval(s *rule.State) {
	*c.count++
	sum := 0.0
	for _, slot := range c.reads {
		sum += s.Get(slot)
	}
	s.Set(c.to, sum)
}
func (c counting) Bounds(s *rule.State) {
	s.SetBound(c.to, rule.Bound{Lo: 0, Hi: 1000, NA: rule.Maybe, Why: rule.Blank})
}

// sumOf is a model over n inputs from 0 to 3.
func sumOf(t testing.TB, n int, count *int) *rule.Model {
	t.Helper()
	b := rule.NewBuilder(nil)
	step := counting{count: count}
	for i := range n {
		step.reads = append(step.reads, b.Input(rule.Input{Name: fmt.Sprintf("q%d", i), Type: rule.Type{Kind: rule.Number, Hi: 3, Step: 1}}))
	}
	step.to = b.Name("total", rule.Type{Kind: rule.Number}, "/scores/0")
	b.Step(step)
	b.Output("total")
	m := b.Build()
	if m == nil {
		t.Fatal("no model")
	}
	return m
}

// TestCheckKeepsItsBudget holds the bound on evaluations, and that the ends of a sum are found however many inputs it has.
func TestCheckKeepsItsBudget(t *testing.T) {
	for _, n := range []int{0, 1, 3, 9, 40, 300} {
		count := 0
		m := sumOf(t, n, &count)
		r := diag.NewReporter(nil)
		cases.Check(m, cases.Promises{Outputs: []cases.Promise{{Output: "total", At: "/scores/0", Range: &[2]float64{0, float64(3*n) - 0.5}}}}, cases.Budget, r)
		if count > cases.Budget {
			t.Errorf("%d inputs: %d evaluations", n, count)
		}
		if n > 0 && (codes(r) != "rule-out-of-range" || !strings.Contains(r.List()[0].Message(), fmt.Sprintf("total is %d", 3*n))) {
			t.Errorf("%d inputs: %v", n, r.List())
		}
		r = diag.NewReporter(nil)
		cases.Check(m, cases.Promises{Outputs: []cases.Promise{{Output: "total", At: "/scores/0", Range: &[2]float64{0, float64(3 * n)}}}}, cases.Budget, r)
		if r.HasErrors() {
			t.Errorf("%d inputs: %v", n, r.List())
		}
	}
}

// TestAWitnessIsSimple holds that answers which do not matter are left out of a witness.
func TestAWitnessIsSimple(t *testing.T) {
	r := diag.NewReporter(nil)
	b := rule.NewBuilder(r)
	for _, id := range []string{"a", "b", "c"} {
		b.Input(rule.Input{Name: id, Type: rule.Type{Kind: rule.Truth, Hi: 1}})
	}
	out := b.Name("out", rule.Type{Kind: rule.Number}, "/out")
	p := b.Compile(rule.Source{At: "/out", Text: "b or a and c ? 2 : 1", Want: rule.Type{Kind: rule.Number}})
	b.Compute(out, p)
	b.Output("out")
	m := b.Build()
	r = diag.NewReporter(nil)
	cases.Check(m, cases.Promises{Outputs: []cases.Promise{{Output: "out", At: "/out", Range: &[2]float64{0, 1}, Rule: p}}}, cases.Budget, r)
	if got := r.List()[0].Message(); !strings.HasSuffix(got, "for a person with b = true, a blank, c blank") {
		t.Error(got)
	}
}

// TestUnknownNamesInPromises holds that a promise of a name that is not there is no reason to panic.
func TestUnknownNamesInPromises(t *testing.T) {
	count := 0
	m := sumOf(t, 2, &count)
	r := diag.NewReporter(nil)
	cases.Check(m, cases.Promises{Outputs: []cases.Promise{
		{Output: "no_such", At: "/x", Range: &[2]float64{0, 1}},
		{Output: "total", At: "/x", Reach: []string{"no_such"}, Members: []cases.Member{{Name: "no_such", Slot: 99}}},
	}}, cases.Budget, r)
	if r.HasErrors() {
		t.Error(r.List())
	}
}

func BenchmarkCheck(b *testing.B) {
	b.Run("model", func(b *testing.B) {
		w := load(b, "stroke.yaml", []byte(stroke))
		for b.Loop() {
			cases.Check(w.model, w.promises, cases.Budget, diag.NewReporter(nil))
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		people := make([][7]float64, cases.Budget)
		for i := range people {
			for k := range people[i] {
				people[i][k] = float64(i >> k & 1)
			}
			people[i][0] = float64(i % 121)
		}
		for b.Loop() {
			lowest, highest := 9.0, 0.0
			for _, p := range people {
				score := handwritten(p)
				lowest, highest = min(lowest, score), max(highest, score)
			}
			if lowest < 0 || highest > 9 {
				b.Fatal(lowest, highest)
			}
		}
	})
}

// handwritten is the score of stroke.yaml as a programmer would write it.
//
//go:noinline
func handwritten(p [7]float64) float64 {
	score := p[1] + p[2] + p[3] + p[4] + 2*p[5] + p[6]
	switch {
	case p[0] >= 75:
		return score + 2
	case p[0] >= 65:
		return score + 1
	default:
		return score
	}
}

func BenchmarkDeep(b *testing.B) {
	w := load(b, "stroke.yaml", []byte(stroke))
	for b.Loop() {
		deep(w, cases.DeepBudget, diag.NewReporter(w.doc))
	}
}

// TestCheckStopsEarly holds that people are no longer made once nothing that they show could change what is said, and that a
// promise that nobody has settled is looked at to the end.
func TestCheckStopsEarly(t *testing.T) {
	count := 0
	b := rule.NewBuilder(nil)
	step := counting{count: &count}
	for i := range 20 {
		step.reads = append(step.reads, b.Input(rule.Input{Name: fmt.Sprintf("q%d", i), Type: rule.Type{Kind: rule.Truth, Hi: 1}}))
	}
	step.to = b.Name("total", rule.Type{Kind: rule.Number}, "/scores/0")
	b.Step(step)
	condition := func(at, text string) cases.Condition {
		return cases.Condition{About: at, Rule: b.Compile(rule.Source{At: at, Text: text, Want: rule.Type{Kind: rule.Truth}, Condition: true})}
	}
	met, never := condition("/met", "total >= 19"), condition("/never", "total >= 21")
	m := b.Build()
	if m == nil {
		t.Fatal("no model")
	}
	check := func(conditions ...cases.Condition) (evaluations int, said string) {
		count = 0
		r := diag.NewReporter(nil)
		cases.Check(m, cases.Promises{Conditions: conditions}, cases.Budget, r)
		return count, codes(r)
	}
	if n, said := check(met); n > 128 || said != "" {
		t.Errorf("%d evaluations for a condition that both outcomes show at once: %s", n, said)
	}
	if n, said := check(met, never); n < cases.Budget/2 || said != "rule-unproved" {
		t.Errorf("%d evaluations for a condition that nobody fulfils: %s", n, said)
	}
	if n, _ := check(); n != 0 {
		t.Errorf("%d evaluations for no promise", n)
	}
}
