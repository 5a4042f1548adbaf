package cohort

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSummaryByHand(t *testing.T) {
	s := summaryOf(phq, 0, 0, 4, 5, 27, 12)
	s.AddMissing("too_few")
	s.AddMissing("too_few")
	s.AddMissing("declined")
	m := s.Moments()
	expect(t, "mean", m.Mean(), 8, 1e-15)
	expect(t, "variance", m.Variance(), (64+64+16+9+361+16)/5.0, 1e-15)
	expect(t, "standard error", m.StandardError(), math.Sqrt(106.0/6), 1e-15)
	expect(t, "min", m.Min(), 0, 0)
	expect(t, "max", m.Max(), 27, 0)
	if m.N() != 6 || s.People() != 9 {
		t.Errorf("n %d of %d people, want 6 of 9", m.N(), s.People())
	}
	if s.Floor() != (Share{2, 6}) || s.Ceiling() != (Share{1, 6}) {
		t.Errorf("floor %v, ceiling %v", s.Floor(), s.Ceiling())
	}
	want := []BandShare{{"minimal", Share{3, 6}}, {"mild", Share{1, 6}}, {"moderate", Share{1, 6}}, {"moderately_severe", Share{0, 6}}, {"severe", Share{1, 6}}}
	if diff := cmp.Diff(want, s.Bands()); diff != "" {
		t.Error(diff)
	}
	for _, m := range s.Missing() {
		if want := map[string]int64{"too_few": 2, "declined": 1}[m.Reason]; m.Count != want {
			t.Errorf("missing %s: %d, want %d", m.Reason, m.Count, want)
		}
	}
	counts := s.Counts()
	if len(counts) != 28 || counts[0] != (ValueCount{0, 0, 2}) || counts[12] != (ValueCount{12, 12, 1}) || counts[13].Count != 0 {
		t.Errorf("counts %v", counts)
	}
}

func TestBinsHoldTheirLowerEdge(t *testing.T) {
	s := summaryOf(tscore, 10, 39.999, 40, 45, 60, 69, 90, 90)
	var got []int64
	for _, c := range s.Counts() {
		got = append(got, c.Count)
	}
	if want := []int64{2, 1, 1, 0, 0, 2, 2}; !slices.Equal(got, want) {
		t.Errorf("counts %v, want %v", got, want)
	}
	if s.Floor() != (Share{1, 8}) || s.Ceiling() != (Share{2, 8}) {
		t.Errorf("floor %v, ceiling %v", s.Floor(), s.Ceiling())
	}
	want := []BandShare{{"low", Share{3, 8}}, {"middle", Share{1, 8}}, {"high", Share{4, 8}}}
	if diff := cmp.Diff(want, s.Bands()); diff != "" {
		t.Error(diff)
	}
}

func TestDecimalStepsAreExact(t *testing.T) {
	scale := Scale{Score: "mean@1", Min: 0, Max: 4, Step: 0.1, Bands: []Band{{"low", 0}, {"high", 0.7}}}
	s := must(NewSummary(scale))
	sum := 0.0
	for range 41 { // 0.1 added up again and again drifts from the decimals
		s.Add(sum)
		sum += 0.1
	}
	if s.Faults().Total() != 0 {
		t.Fatalf("faults %+v", s.Faults())
	}
	for i, c := range s.Counts() {
		if c.Count != 1 || c.From != float64(i)/10 {
			t.Errorf("place %d: %+v", i, c)
		}
	}
	if got := s.Bands()[0].Share.Count; got != 7 {
		t.Errorf("%d values below 0.7, want 7", got)
	}
}

func TestNothingIsGuessed(t *testing.T) {
	none, one, flat := summaryOf(phq), summaryOf(phq, 7), summaryOf(phq, 7, 7, 7)
	for _, f := range []func(Moments) Statistic{Moments.Mean, Moments.Variance, Moments.SD, Moments.StandardError, Moments.Min, Moments.Max} {
		absentBecause(t, "nobody", f(none.Moments()), NoValues)
	}
	absentBecause(t, "floor of nobody", none.Floor().Proportion(), NoValues)
	expect(t, "mean of one", one.Moments().Mean(), 7, 0)
	for _, f := range []func(Moments) Statistic{Moments.Variance, Moments.SD, Moments.StandardError} {
		absentBecause(t, "one person", f(one.Moments()), OneValue)
	}
	expect(t, "variance of equal values", flat.Moments().Variance(), 0, 0)
	absentBecause(t, "standard error of equal values", flat.Moments().StandardError(), NoSpread)
}

func TestRefusedValuesAreFaults(t *testing.T) {
	for name, scale := range map[string]Scale{"values": phq, "bins": tscore} {
		s := must(NewSummary(scale))
		for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 91, 1e300} {
			s.Add(x)
		}
		s.AddMissing("tired")
		if got, want := s.Faults(), (Faults{NotFinite: 3, OffScale: 3, UnknownWord: 1}); got != want {
			t.Errorf("%s: faults %+v, want %+v", name, got, want)
		}
		absentBecause(t, name, s.Moments().Mean(), NoValues)
		missing := s.Missing()
		if last := missing[len(missing)-1]; last != (MissingCount{"internal", 7}) || s.People() != 7 {
			t.Errorf("%s: %+v of %d people", name, last, s.People())
		}
	}
	if s := summaryOf(phq, 4.5); s.Faults().OffScale != 1 {
		t.Error("a value between the steps was let in")
	}
}

func TestMomentsAgainstTwoPasses(t *testing.T) {
	r := random(1)
	for _, offset := range []float64{0, 1e6, -1e9} {
		scale := Scale{Score: "x", Min: offset - 50, Max: offset + 50, Edges: []float64{offset - 50, offset + 50}}
		values := make([]float64, 20_000)
		for i := range values {
			values[i] = offset + r.Float64()*100 - 50
		}
		m := summaryOf(scale, values...).Moments()
		shifted := make([]float64, len(values)) // the oracle sees small numbers, so that it is the better of the two
		for i, x := range values {
			shifted[i] = x - offset
		}
		mean, variance := twoPass(shifted)
		expect(t, "mean", m.Mean(), offset+mean, 1e-14)
		// The values themselves hold fewer digits of their spread, the further they lie from zero.
		expect(t, "variance", m.Variance(), variance, 1e-13*(1+math.Abs(offset)/100))
	}
}

func TestScalesThatContradictThemselves(t *testing.T) {
	with := func(change func(*Scale)) Scale {
		s := must(NewSummary(phq)).Scale()
		change(&s)
		return s
	}
	for want, scale := range map[string]Scale{
		"must have a name":           with(func(s *Scale) { s.Score = "" }),
		"must be finite":             with(func(s *Scale) { s.Max = math.Inf(1) }),
		"min 0 must be less":         with(func(s *Scale) { s.Max = 0 }),
		"and not both":               with(func(s *Scale) { s.Edges = []float64{0, 27} }),
		"finite number above 0":      with(func(s *Scale) { s.Step = -1 }),
		"more than 100001 values":    with(func(s *Scale) { s.Step = 1e-6 }),
		"too small beside":           {Score: "x", Min: 1e9, Max: 1e9 + 1, Step: 0.5},
		"a whole number of steps":    with(func(s *Scale) { s.Step = 0.7 }),
		"step NaN":                   with(func(s *Scale) { s.Step = math.NaN() }),
		"2 to 100002 edges":          {Score: "x", Max: 1, Edges: []float64{0}},
		"edges must be finite":       {Score: "x", Max: 1, Edges: []float64{0, 0, 1}},
		"edge 2 is NaN":              {Score: "x", Max: 1, Edges: []float64{0, math.NaN(), 1}},
		"edges run from 0 to 2":      {Score: "x", Max: 1, Edges: []float64{0, 2}},
		"at most 64 are allowed":     with(func(s *Scale) { s.Bands = make([]Band, 65) }),
		"codes must be":              with(func(s *Scale) { s.Bands[1].Code = "minimal" }),
		"it must start at min":       with(func(s *Scale) { s.Bands[0].From = 1 }),
		"bands must ascend":          with(func(s *Scale) { s.Bands[2].From = 5 }),
		"inside a bin":               {Score: "x", Max: 2, Edges: []float64{0, 1, 2}, Bands: []Band{{"a", 0}, {"b", 0.5}}},
		"65 reason words":            with(func(s *Scale) { s.Reasons = make([]string, 64) }),
		"aaa...":                     with(func(s *Scale) { s.Score, s.Max = strings.Repeat("a", 200), -1 }),
		"reason word 2 is \"blank\"": with(func(s *Scale) { s.Reasons[1] = "blank" }),
	} {
		if _, err := NewSummary(scale); !errors.Is(err, ErrDefinition) || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestCallerKeepsNoHold(t *testing.T) {
	scale := tscore
	scale.Edges = slices.Clone(tscore.Edges)
	s := must(NewSummary(scale))
	scale.Edges[1] = 11
	copied := s.Scale()
	copied.Edges[1] = 11
	copied.Bands[0].Code = "changed"
	if err := s.Merge(summaryOf(tscore, 39)); err != nil {
		t.Errorf("the caller's slice changed the summary: %v", err)
	}
}

func TestZeroSummary(t *testing.T) {
	var s, u Summary
	s.Add(1)
	s.AddMissing("blank")
	if err := s.Merge(&u); !errors.Is(err, ErrUnmade) {
		t.Errorf("got %v", err)
	}
	if _, err := s.MarshalJSON(); !errors.Is(err, ErrUnmade) {
		t.Errorf("got %v", err)
	}
	if s.Faults().Total() != 2 || s.Counts() == nil || s.Bands() != nil || s.Scale().Score != "" || s.Empty().People() != 0 {
		t.Errorf("zero summary: %+v", s)
	}
	absentBecause(t, "quantile", s.Quantile(0.5).Estimate, NoValues)
}
