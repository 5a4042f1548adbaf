package cohort

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
)

// samples makes one well-filled summary of each kind.
func samples() (*Summary, *Summary, *Change, *Table, *AdjustedGain) {
	r := random(8)
	byValue, inBins, change, table, gain := must(NewSummary(phq)), must(NewSummary(tscore)), must(NewChange(plan)), tableOf(4, shroutFleiss...), must(NewAdjustedGain(oxford, model))
	for range 500 {
		byValue.Add(draw(r, phq))
		inBins.Add(draw(r, tscore))
		change.Add(draw(r, phq), draw(r, phq))
		_ = gain.Add(draw(r, oxford), draw(r, oxford), []float64{draw(r, oxford), 1})
		_ = table.Add([]float64{draw(r, phq), draw(r, phq), 3, 4}, nil)
	}
	byValue.AddMissing("too_few")
	change.AddMissing("", "blank")
	gain.AddMissing("declined")
	return byValue, inBins, change, table, gain
}

func TestRoundTrip(t *testing.T) {
	byValue, inBins, change, table, gain := samples()
	for _, pair := range []struct{ from, into any }{
		{byValue, new(Summary)}, {byValue.Empty(), new(Summary)}, {inBins, new(Summary)}, {inBins.Empty(), new(Summary)},
		{summaryOf(phq, 5), new(Summary)}, {summaryOf(tscore, 90), new(Summary)},
		{change, new(Change)}, {change.Empty(), new(Change)}, {table, new(Table)}, {table.Empty(), new(Table)}, {tableOf(1, []float64{3}), new(Table)},
		{gain, new(AdjustedGain)}, {gain.Empty(), new(AdjustedGain)},
	} {
		first, err := json.Marshal(pair.from)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(first, pair.into); err != nil {
			t.Fatalf("%v\n%s", err, first)
		}
		if second, err := json.Marshal(pair.into); err != nil || string(second) != string(first) {
			t.Errorf("%v\n%s\nbecame\n%s", err, first, second)
		}
	}
	var again Summary
	if err := json.Unmarshal(must(json.Marshal(*byValue)), &again); err != nil || again.Merge(byValue) != nil {
		t.Errorf("a summary by value: %v", err)
	}
}

func TestStableBytes(t *testing.T) {
	s := summaryOf(Scale{Score: "x@1", Min: 0, Max: 3, Step: 1, Reasons: []string{"blank", "late"}}, 0, 3, 3)
	s.AddMissing("late")
	s.AddMissing("blank")
	s.Add(math.NaN())
	want := `{"kind":"cohort-summary","version":1,"scale":{"score":"x@1","min":0,"max":3,"step":1,"reasons":["blank","late","internal"]},` +
		`"moments":{"n":3,"mean":2,"m2":6,"min":0,"max":3},"floor":1,"ceiling":2,"counts":[[0,1],[3,2]],` +
		`"missing":{"reasons":{"blank":1,"late":1},"faults":{"not_finite":1}}}`
	if got := string(must(json.Marshal(s))); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Each change makes JSON that no group of people could have, and must be refused.
func TestDecodingRefuses(t *testing.T) {
	byValue, inBins := summaryOf(phq, 0, 4, 27), summaryOf(tscore, 10, 50, 52)
	change := must(NewChange(plan))
	change.Add(10, 4)
	change.Add(12, 12)
	change.AddMissing("blank", "")
	table := tableOf(2, []float64{1, 2}, []float64{2, 4})
	_ = table.Add([]float64{math.NaN(), 1}, nil)
	gain := must(NewAdjustedGain(oxford, model))
	_ = gain.Add(20, 18, []float64{20, 1})
	for _, from := range []struct {
		whole   any
		into    json.Unmarshaler
		changes [][2]string
	}{
		{byValue, new(Summary), [][2]string{
			{`cohort-summary`, `cohort-change`}, {`"version":1`, `"version":2`}, {`"floor":1`, `"floor":2`}, {`"ceiling":1`, `"ceiling":0`},
			{`"n":3`, `"n":4`}, {`"n":3`, `"n":-3`}, {`"n":3`, `"n":0`}, {`"min":0,"max":27}`, `"min":0,"max":26}`}, {`"min":0,"max":27}`, `"min":0}`},
			{`[4,1]`, `[5,1]`}, {`[4,1]`, `[4,0]`}, {`[4,1]`, `[4,-1]`}, {`[4,1]`, `[99,1]`}, {`[4,1]`, `[4]`}, {`[4,1]`, `[0,1]`}, {`[4,1]`, `[4,9007199254740991]`},
			{`"m2":`, `"m2":-`}, {`"m2":`, `"m2":9`}, {`"m2":4`, `"m2":3`}, {`"mean":1`, `"mean":2`}, {`"mean":1`, `"mean":9`}, {`"step":1`, `"step":2`}, {`"faults":{}`, `"faults":{"off_scale":-1}`},
			{`"faults":{}`, `"reasons":{"odd":1},"faults":{}`}, {`"faults":{}`, `"faults":{"off_scale":9007199254740991}`}, {`"kind"`, `"kin"`}}},
		{summaryOf(phq, 0, 0, 9), new(Summary), [][2]string{{`"floor":2`, `"floor":1`}}},
		{inBins, new(Summary), [][2]string{
			{`"floor":1`, `"floor":0`}, {`"ceiling":0`, `"ceiling":1`}, {`"min":10,"max":52}`, `"min":11,"max":52}`}, {`"min":10,"max":52}`, `"min":10,"max":60}`},
			{`"edges":[10,40`, `"edges":[10,9`}, {`"m2":`, `"m2":9`}, {`"mean":3`, `"mean":1`}}},
		{change, new(Change), [][2]string{
			{`"better":"lower"`, `"better":"up"`}, {`"improved":1`, `"improved":3`}, {`"of":2`, `"of":1`}, {`"worsened":0`, `"worsened":-1`},
			{`"unpaired":{"before":1`, `"unpaired":{"before":0`}, {`"before":{"n":2`, `"before":{"n":3`}, {`"difference":{"n":2,"mean":-3`, `"difference":{"n":2,"mean":-2`},
			{`"m2":2,"min":10`, `"m2":0,"min":10`}, {`"min":10,"max":12}`, `"min":10.5,"max":12}`}, {`"min":10,"max":12}`, `"min":10,"max":40}`}, {`"responses":[`, `"responses":[{"of":2},`},
			{`"missing_before":{"reasons":{"blank":1}`, `"missing_before":{"reasons":{"odd":1}`}, {`"missing_after":{`, `"missing_after":{"reasons":{"blank":1},`}, {`"missing_after":{`, `"missing_after":{"reasons":{"odd":1},`},
			{`"after":{"n":2`, `"after":{"n":-2`}, {`"difference":{"n":2`, `"difference":{"n":-2`}, {`"unpaired":{"before":1`, `"unpaired":{"before":-1`}}},
		{table, new(Table), [][2]string{
			{`"id":"items@1"`, `"id":""`}, {`"n":2`, `"n":-1`}, {`"n":2`, `"n":0`}, {`"n":2`, `"n":1`}, {`"means":[1.5,3]`, `"means":[1.5]`},
			{`"means":[1.5,3]`, `"means":[1.5,3e99]`}, {`"products":[0.5,1,2]`, `"products":[0.5,1.1,2]`}, {`"products":[0.5,1,2]`, `"products":[-0.5,1,2]`},
			{`"left_out":1`, `"left_out":2`}, {`"left_out":1`, `"left_out":0`}, {`"missing":[1,0]`, `"missing":[1]`}, {`"not_finite":1`, `"not_finite":2`},
			{`"not_finite":1`, `"unknown_word":1`}, {`"not_finite":1`, `"not_finite":-1`}}},
		{gain, new(AdjustedGain), [][2]string{
			{`"coefficients":[0.5,-4]`, `"coefficients":[0.5]`}, {`"faults":{}`, `"faults":{"off_scale":9007199254740991}`}, {`"gain":{"n":1,"mean":-2`, `"gain":{"n":1,"mean":-3`}, {`"residual":{"n":1`, `"residual":{"n":2`},
			{`"residual":{"n":1,"mean":2,"m2":0,"min":2,"max":2}`, `"residual":{"n":0}`}, {`"step":1`, `"step":5`}, {`"faults":{}`, `"faults":{"odd":1}`}, {`"missing":{`, `"missing":{"reasons":{"x":1},`}}},
	} {
		text := string(must(json.Marshal(from.whole)))
		if err := json.Unmarshal([]byte(text), from.into); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		for _, c := range from.changes {
			if !strings.Contains(text, c[0]) {
				t.Fatalf("%s is not in %s", c[0], text)
			}
			if err := json.Unmarshal([]byte(strings.Replace(text, c[0], c[1], 1)), from.into); !errors.Is(err, ErrDecode) {
				t.Errorf("%T with %s for %s: %v", from.whole, c[1], c[0], err)
			}
		}
		if again := string(must(json.Marshal(from.into))); again != text {
			t.Errorf("a refused decoding changed %s into %s", text, again)
		}
	}
}

func TestStatisticJSON(t *testing.T) {
	for _, s := range []Statistic{known(12.5), known(0), missing(NoSpread)} {
		var back Statistic
		if err := json.Unmarshal(must(json.Marshal(s)), &back); err != nil || back != s {
			t.Errorf("%v became %v: %v", s, back, err)
		}
	}
	if got := string(must(json.Marshal(Statistic{}))); got != `{"missing":"undefined"}` {
		t.Errorf("the zero statistic is written as %s", got)
	}
	for _, bad := range []string{`{}`, `null`, `{"value":1,"missing":"no_values"}`, `{"missing":"odd"}`, `{"value":1,"extra":2}`, `7`} {
		var s Statistic
		if err := s.UnmarshalJSON([]byte(bad)); !errors.Is(err, ErrDecode) {
			t.Errorf("%s: %v", bad, err)
		}
	}
	if known(math.NaN()).Reason() != Undefined || known(math.Inf(1)).Reason() != Undefined || math.Signbit(known(math.Copysign(0, -1)).value) {
		t.Error("the last guard let something through")
	}
	if known(12.5).String() != "12.5" || missing(NoValues).String() != "missing: no_values" {
		t.Error("statistic in words")
	}
}

// A mean that rounding carried past the values is let in, and does not come out.
func TestMeanStaysAmongTheValues(t *testing.T) {
	text := string(must(json.Marshal(summaryOf(phq, 27, 27))))
	var s Summary
	if err := json.Unmarshal([]byte(strings.Replace(text, `"mean":27`, `"mean":27.000000001`, 1)), &s); err != nil {
		t.Fatal(err)
	}
	expect(t, "mean", s.Moments().Mean(), 27, 0)
}

func TestUnmadeSummariesAreNotWritten(t *testing.T) {
	for _, whole := range []json.Marshaler{Summary{}, Change{}, Table{}, AdjustedGain{}} {
		if _, err := json.Marshal(whole); !errors.Is(err, ErrUnmade) {
			t.Errorf("%T: %v", whole, err)
		}
	}
}
