package cohort

import (
	"encoding/json"
	"math"
	"testing"
)

// FuzzDecode: whatever decodes must encode to bytes that decode to the same, and must answer every
// question without NaN.
func FuzzDecode(f *testing.F) {
	byValue, inBins, change, table, gain := samples()
	for _, whole := range []any{byValue, byValue.Empty(), inBins, change, change.Empty(), table, gain} {
		f.Add(must(json.Marshal(whole)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Summary
		if json.Unmarshal(data, &s) == nil {
			again(t, &s, new(Summary))
			finite(t, s.Moments().Mean(), s.Moments().SD(), s.Moments().StandardError(), s.Quantile(0.3).Low, s.Quantile(0.7).High, s.Floor().Wilson(Level95).High)
			_, _, _ = s.Bands(), s.Counts(), s.Missing()
			s.Add(1)
			_ = s.Merge(&s)
			finite(t, s.Moments().Mean(), s.Moments().Variance())
		}
		var c Change
		if json.Unmarshal(data, &c) == nil {
			again(t, &c, new(Change))
			finite(t, c.EffectSize(), c.CohensD(), c.SRM(), c.Difference().Mean())
			for _, r := range c.Responders() {
				finite(t, r.Improved.Wilson(Level998).Low, r.Worsened.Wilson(Level998).High)
			}
			c.Add(1, 2)
			_ = c.Merge(&c)
			finite(t, c.SRM())
		}
		var table Table
		if json.Unmarshal(data, &table) == nil {
			again(t, &table, new(Table))
			finite(t, table.Alpha(), table.AlphaWithout("a"), table.ICC(ICC11), table.ICC(ICC21), table.ICC(ICC31), table.ICC(ICC1k), table.ICC(ICC2k), table.ICC(ICC3k))
			_ = table.Merge(&table)
			finite(t, table.Alpha())
		}
		var gain AdjustedGain
		if json.Unmarshal(data, &gain) == nil {
			again(t, &gain, new(AdjustedGain))
			finite(t, gain.Adjusted(1), gain.Residual().StandardError(), gain.Gain().SD())
			_ = gain.Merge(&gain)
			finite(t, gain.Adjusted(1))
		}
	})
}

func again(t *testing.T, from, into any) {
	first := must(json.Marshal(from))
	if err := json.Unmarshal(first, into); err != nil {
		t.Fatalf("%v\n%s", err, first)
	}
	if second := must(json.Marshal(into)); string(second) != string(first) {
		t.Fatalf("%s\nbecame\n%s", first, second)
	}
}

func finite(t *testing.T, statistics ...Statistic) {
	for i, s := range statistics {
		if value, ok := s.Value(); math.IsNaN(value) || math.IsInf(value, 0) || ok == (s.Reason() != "") {
			t.Fatalf("statistic %d: %v", i, s)
		}
	}
}
