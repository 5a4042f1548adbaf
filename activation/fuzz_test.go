package activation_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// FuzzDecodedAssessment holds that no assessment that comes from a file can break a change, an explanation or a frame, or
// bring a number that is none.
func FuzzDecodedAssessment(f *testing.F) {
	m := pam(f)
	good, _ := json.Marshal(m.AssessScore(score(67.1), activation.On(on("2026-11-21")), activation.FromTable("sha256:ab")))
	f.Add(good)
	f.Add([]byte(`{"measure":"pam-prescored","version":"1","cut_points":"pam_older","score":1e308,"on":"2026-99-99"}`))
	f.Add([]byte(`{"measure":"pam-prescored","version":"1.0.0","cut_points":"pam_current","score":{"missing":"declined"},"quality":{"judged":-1}}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		var a activation.Assessment
		if json.Unmarshal(src, &a) != nil {
			return
		}
		ours := m.AssessScore(score(50))
		for _, c := range []activation.Change{m.Change(a, ours), m.Change(ours, a), m.Change(a, a)} {
			if x, ok := c.Delta.Number(); ok && (math.IsNaN(x) || math.Abs(x) > 100) {
				t.Errorf("a change by %v", x)
			}
			if c.Refused != "" && c.Delta.Reason() == rule.Present {
				t.Errorf("refused and compared: %+v", c)
			}
			if _, err := json.Marshal(c); err != nil {
				t.Error(err)
			}
		}
		m.Explain(a)
		if v, ok := m.Used("a.", a)["a.score"].(rule.Value); ok && v.String() != m.AssessScore(a.Score).Score.String() {
			t.Errorf("rules read the score %v of %v", v, a.Score)
		}
	})
}

// FuzzScore holds that every score is levelled or missing with a reason, and that the level and the score go together.
func FuzzScore(f *testing.F) {
	m := pam(f)
	for _, x := range []float64{0, 47, 47.1, 67.05, 100, -1, 1e300, math.Inf(-1), math.NaN()} {
		f.Add(x)
	}
	f.Fuzz(func(t *testing.T, x float64) {
		a := m.AssessScore(rule.ValueOf(x))
		if (a.Level.ID == "") != (a.Reason() != rule.Present) {
			t.Errorf("%v: %+v", x, a)
		}
		if v, ok := a.Score.Number(); ok && !(v >= 0 && v <= 100) {
			t.Errorf("%v became %v", x, v)
		}
	})
}

// FuzzMeasure holds that no document can break the reader, and that what it takes can be used.
func FuzzMeasure(f *testing.F) {
	set, _ := setOf(f, "../examples/measures/pam-prescored.yaml")
	for _, doc := range set.All(activation.Kind) {
		f.Add(doc.Source())
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := activation.Load("fuzz.yaml", src)
		if (m == nil) == (err == nil) {
			t.Fatalf("a measure and an error: %v", err)
		}
		if err == nil {
			lo, hi := m.ScoreType().Lo, m.ScoreType().Hi
			for _, x := range []float64{lo, hi} {
				if a := m.AssessScore(score(x)); a.Level.ID == "" {
					t.Errorf("%v has no level: %+v", x, a)
				}
			}
		}
	})
}
