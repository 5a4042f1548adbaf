package proms

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// forms are answers of PHQ-9 for benchmarks: 64 forms, complete or each with a blank.
func forms(blank bool) [][]float64 {
	all := make([][]float64, 64)
	for k := range all {
		all[k] = make([]float64, 10)
		for i := range 9 {
			all[k][i] = float64((k*7 + i*5 + i*k) % 4)
		}
		if all[k][9] = float64(k % 4); blank {
			all[k][k%9] = rule.NA(rule.Blank)
		}
	}
	return all
}

func BenchmarkPHQ9(b *testing.B) {
	q := shipped(b, "phq-9")
	benchmarkForms(b, q, "", forms(false))
	benchmarkForms(b, q, " one blank", forms(true))
	benchmarkPerson(b, q)
}

func benchmarkForms(b *testing.B, q *Questionnaire, with string, all [][]float64) {
	b.Run("handwritten"+with, func(b *testing.B) {
		b.ReportAllocs()
		k, met := 0, 0
		for b.Loop() {
			if scoreByHand(all[k&63]).alert == policy.Met {
				met++
			}
			k++
		}
	})
	b.Run("compiled"+with, func(b *testing.B) {
		s := q.model.NewState()
		frame, alert := s.Frame(), q.verdictAt[1]
		b.ReportAllocs()
		k, met := 0, 0
		for b.Loop() {
			copy(frame, all[k&63])
			q.model.Eval(s)
			if frame[alert] >= 2 {
				met++
			}
			k++
		}
	})
	b.Run("row"+with, func(b *testing.B) {
		scratch := q.NewScratch()
		b.ReportAllocs()
		k, met := 0, 0
		for b.Loop() {
			copy(scratch.Items(), all[k&63])
			scratch.Score()
			if scratch.Finding(1).State == policy.Met {
				met++
			}
			k++
		}
	})
	b.Run("columns"+with, func(b *testing.B) {
		const people = 1024
		columns := make([][]float64, 10)
		for i := range columns {
			columns[i] = make([]float64, people)
			for k := range people {
				columns[i][k] = all[k&63][i]
			}
		}
		scratch, into := q.NewScratch(), &Columns{}
		b.ReportAllocs()
		for b.Loop() {
			if err := scratch.ScoreColumns(columns, into); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*people), "ns/person")
	})
}

func benchmarkPerson(b *testing.B, q *Questionnaire) {
	for name, src := range map[string]string{
		"person":           `{"q1":1,"q2":2,"q3":2,"q4":1,"q5":0,"q6":1,"q7":1,"q8":0,"q9":1,"difficulty":"somewhat"}`,
		"person one blank": `{"q1":1,"q2":2,"q3":2,"q4":1,"q5":0,"q6":1,"q7":1,"q8":0}`,
	} {
		answers, err := q.ParseAnswers([]byte(src))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if r := q.Score(answers); len(r.Scores) != 1 {
					b.Fatal(r)
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	bench := func(name string, src []byte) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Load(name+".yaml", src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for _, id := range shippedIDs {
		bench(id, source(b, id))
	}
	for _, items := range []int{10, 100, 1000} {
		bench(fmt.Sprintf("%d items", items), []byte(longForm(items)))
	}
}

// longForm is a questionnaire of n items with a score for every ten of them, and a total of these.
func longForm(n int) string {
	var b strings.Builder
	b.WriteString("kind: questionnaire\nid: long\nversion: 1.0.0\ntitle: Long\nanswers:\n  often:\n    - {id: never, value: 0}\n    - {id: often, value: 4}\nitems:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: q%d, answer: often}\n", i)
	}
	b.WriteString("scores:\n")
	var parts []string
	for i := 0; i < n; i += 10 {
		id := fmt.Sprintf("part%d", i)
		parts = append(parts, id)
		fmt.Fprintf(&b, "  - id: %s\n    of: [", id)
		for k := range 10 {
			fmt.Fprintf(&b, "q%d, ", i+k)
		}
		b.WriteString("]\n    missing: {at_least: {share: 0.5}, fill: mean}\n    rule: sum(of)\n    round: {places: 1, half: up}\n    range: [0, 40]\n")
	}
	fmt.Fprintf(&b, "  - id: total\n    of: [%s]\n    missing: complete\n    rule: sum(of)\n    range: [0, %d]\n", strings.Join(parts, ", "), 4*n)
	return b.String()
}
