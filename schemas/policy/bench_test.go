package policy_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// BenchmarkEvaluate finds what one criterion with an exception comes to, with everything known and with two blanks of which one leaves
// it open, beside a function written by hand that gives no reasons.
func BenchmarkEvaluate(b *testing.B) {
	p := world(b, policy.Criterion{
		ID: "offer", For: "n >= 2", When: "a or b", Unless: []policy.Exception{{ID: "enough", When: "m >= 8"}}, Basis: "local",
	})
	bench := func(name string, values map[string]any, want policy.State) {
		answers, err := p.Sheet().Of(values)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if found := p.Evaluate(policy.Given{Answers: answers}); found[0].State != want {
					b.Fatal(found)
				}
			}
		})
	}
	bench("known", map[string]any{"a": true, "b": false, "n": 3.0, "m": 1.0}, policy.Met)
	bench("open", map[string]any{"b": false, "n": 3.0}, policy.Unknown)
	b.Run("handwritten", func(b *testing.B) {
		frames := [][4]float64{{1, 0, 3, 1}, {0, 1, 1, 9}}
		b.ReportAllocs()
		k, met := 0, 0
		for b.Loop() {
			f := frames[k&1]
			if f[2] >= 2 && (f[0] != 0 || f[1] != 0) && f[3] < 8 {
				met++
			}
			k++
		}
	})
}
