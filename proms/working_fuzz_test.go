package proms

import (
	"encoding/json"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// FuzzWays changes documents with item banks, norms, alternatives and carried answers: whatever is accepted scores answers at both
// ends and blanks without a panic, and gives no number that JSON cannot hold.
func FuzzWays(f *testing.F) {
	for _, name := range []string{"bank", "norms", "carried", "overall", "alternatives", "forms"} {
		f.Add(read(f, "testdata/"+name+".yaml"))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		q, err := Load("fuzz.yaml", src)
		if err != nil {
			return
		}
		for _, a := range append([]Alternative{{}}, q.Definition().Alternatives...) {
			other, err := q.Alternative(a.ID)
			if err != nil {
				t.Fatal(err)
			}
			scratch := other.NewScratch()
			for _, answer := range []func(rule.Type) float64{
				func(t rule.Type) float64 { return t.Lo }, func(t rule.Type) float64 { return t.Hi },
				func(rule.Type) float64 { return rule.NA(rule.Blank) }, func(rule.Type) float64 { return 1e300 },
			} {
				for i, in := range other.Model().Inputs() {
					scratch.Inputs()[i] = answer(in.Type)
				}
				scratch.Score()
				for i := range other.scores {
					if v, ok := scratch.Number(i); v-v != 0 || ok != (scratch.Value(i).Reason() == rule.Present) {
						t.Fatalf("%v of %s", scratch.Value(i), other.scores[i].definition.ID)
					}
				}
			}
			if _, err := json.Marshal(other.Score(other.Sheet().None())); err != nil {
				t.Fatal(err)
			}
			other.Explain(other.Sheet().None())
		}
		for name, b := range q.Definition().Banks {
			if b.Adaptive == nil {
				continue
			}
			test, err := q.Adaptive(name)
			if err != nil {
				t.Fatal(err)
			}
			st := test.Start()
			for st.Stopped == "" {
				if st, err = test.Answer(st, nil); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := test.Answers(st); err != nil {
				t.Fatal(err)
			}
		}
	})
}
