package decisionaid_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
)

// wide is an aid of 5 options by 10 outcomes whose numbers are all personal: a rule for doing nothing, and effects with
// intervals for the four others.
func wide() []byte {
	var b strings.Builder
	b.WriteString(`
kind: decision-aid
id: wide
version: 1.0.0
title: Wide
decision: Which of five?
sources:
  made_up: {title: Made up for a benchmark}
for: {who: Adults, when: age >= 18}
inputs:
  - id: age
    ask: "How old are you?"
    number: {range: [0, 120], step: 1}
  - id: smoker
    ask: "Do you smoke?"
    answer: yes_no
derived:
  - id: base
    rule: |
      (age / 400) * (smoker ? 1.5 : 1)
    range: [0, 1]
options:
  - {id: o0, kind: no_treatment, label: Nothing}
  - {id: o1, label: One}
  - {id: o2, label: Two}
  - {id: o3, label: Three}
  - {id: o4, label: Four}
outcomes:
`)
	for o := range 10 {
		fmt.Fprintf(&b, "  - {id: r%d, kind: risk, label: Have it, within: 1 year, shown_per: 1000, among: adults, estimates: [", o)
		fmt.Fprintf(&b, "{option: o0, chance: base / %d, certainty: low, source: made_up}", o+1)
		for k := 1; k < 5; k++ {
			fmt.Fprintf(&b, ", {option: o%d, relative_to: o0, rr: 0.%d, interval: [0.%d1, 0.%d9], certainty: low, source: made_up}", k, k*2, k*2-1, k*2)
		}
		b.WriteString("]}\n")
	}
	b.WriteString("cases:\n  - {name: one, given: {age: 40, smoker: false}, expect: {r0.o0: 0.1}}\n")
	return []byte(b.String())
}

func wideAid(t testing.TB) (*decisionaid.Aid, decisionaid.Given) {
	t.Helper()
	ready, err := decisionaid.Load("wide.yaml", wide())
	if err != nil {
		t.Fatal(err)
	}
	answers, err := ready.Answers(map[string]any{"age": 60, "smoker": true})
	if err != nil {
		t.Fatal(err)
	}
	return ready, decisionaid.Given{Answers: answers}
}

func BenchmarkPersonalise(b *testing.B) {
	ready, given := wideAid(b)
	def := ready.Definition()
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		var all [50]byHand
		for b.Loop() {
			all = handwritten(60, true)
		}
		_ = all
	})
	b.Run("compiled", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			ready.ForWith(given)
		}
	})
	b.Run("chances", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			mine := ready.ForWith(given)
			for _, o := range def.Outcomes {
				for _, k := range def.Options {
					if _, err := mine.Chance(o.ID, k.ID); err != nil {
						b.Fatal(err)
					}
				}
			}
		}
	})
	b.Run("comparison", func(b *testing.B) {
		b.ReportAllocs()
		mine := ready.ForWith(given)
		for b.Loop() {
			mine.Comparison()
		}
	})
}

// byHand is a chance with its limits.
type byHand struct{ value, lower, upper float64 }

// handwritten works the fifty chances out with their intervals as one would without definitions.
func handwritten(age float64, smoker bool) (all [50]byHand) {
	base := age / 400
	if smoker {
		base *= 1.5
	}
	for o := range 10 {
		p0 := base / float64(o+1)
		all[5*o] = byHand{p0, p0, p0}
		for k := 1; k < 5; k++ {
			rr := float64(2*k) / 10
			lower, upper := float64(2*k-1)/10+0.01, rr+0.09
			all[5*o+k] = byHand{p0 * rr, p0 * lower, p0 * upper}
		}
	}
	return all
}

// TestWideAgreesWithHandwritten keeps the benchmark honest.
func TestWideAgreesWithHandwritten(t *testing.T) {
	ready, given := wideAid(t)
	mine, want := ready.ForWith(given).Comparison(), handwritten(60, true)
	for o, row := range mine.Outcomes {
		for k, e := range row.Estimates {
			v, _ := e.Chance.Value()
			i, hand := e.Chance.Interval(), want[5*o+k]
			if k == 0 {
				i = risk.Interval{Lower: v, Upper: v}
			}
			if !close12(v, hand.value) || !close12(i.Lower, hand.lower) || !close12(i.Upper, hand.upper) {
				t.Errorf("%s: %v %v, by hand %v", e.Option, v, i, hand)
			}
		}
	}
}

// TestPersonaliseAllocations holds what one person costs in memory: its numbers, and a state of the model now and then.
func TestPersonaliseAllocations(t *testing.T) {
	ready, given := wideAid(t)
	if n := testing.AllocsPerRun(100, func() { ready.ForWith(given) }); n > 5 {
		t.Errorf("%v allocations, at most 5", n)
	}
}

func BenchmarkLoad(b *testing.B) {
	facts, src := read(b, "../examples/person-facts.yaml"), read(b, "../examples/aids/hip-osteoarthritis.yaml")
	b.Run("hip", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			one, _ := schemas.Parse("person-facts.yaml", facts)
			two, _ := schemas.Parse("hip-osteoarthritis.yaml", src)
			set, _ := schemas.NewSet(one, two)
			if _, err := decisionaid.FromSet(set, "hip-osteoarthritis"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		set := shipped(b)
		doc, err := set.Find(decisionaid.Kind, "atrial-fibrillation-stroke")
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			decisionaid.Check(set, doc, schemas.CheckOptions{})
		}
	})
}
