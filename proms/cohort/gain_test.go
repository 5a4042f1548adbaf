package cohort

import (
	"errors"
	"math"
	"strings"
	"testing"
)

var (
	oxford = Scale{Score: "ohs@1/total", Min: 0, Max: 48, Step: 1}
	model  = CaseMix{Version: "made-up-2020", Intercept: 10, Covariates: []string{"before", "age_over_80"}, Coefficients: []float64{0.5, -4}}
)

func TestAdjustedGainByHand(t *testing.T) {
	g := must(NewAdjustedGain(oxford, model))
	// Expected 10 + 0.5×20 - 4 = 16 and 10 + 0.5×30 = 25; had 18 and 28: residuals 2 and 3.
	for _, err := range []error{g.Add(20, 18, []float64{20, 1}), g.Add(30, 28, []float64{30, 0})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	expect(t, "adjusted", g.Adjusted(21), 23.5, 1e-15)
	expect(t, "gain", g.Gain().Mean(), -2, 1e-15)
	expect(t, "standard error", g.Residual().StandardError(), math.Sqrt(0.5)/math.Sqrt2, 1e-14)
	absentBecause(t, "reference", g.Adjusted(math.NaN()), Invalid)
	absentBecause(t, "nobody", g.Empty().Adjusted(21), NoValues)
}

func TestWrongLengthIsSaidInWords(t *testing.T) {
	g := must(NewAdjustedGain(oxford, model))
	for _, covariates := range [][]float64{nil, {20}, {20, 1, 0}} {
		err := g.Add(20, 18, covariates)
		if !errors.Is(err, ErrLength) || !strings.Contains(err.Error(), "2 coefficients (before, age_over_80)") || g.People() != 0 {
			t.Errorf("%d covariates: %v, %d people", len(covariates), err, g.People())
		}
	}
	model := model
	model.Coefficients = []float64{1}
	if _, err := NewAdjustedGain(oxford, model); !errors.Is(err, ErrDefinition) || !strings.Contains(err.Error(), "2 covariates and 1 coefficients") {
		t.Error(err)
	}
}

func TestGainFaults(t *testing.T) {
	g := must(NewAdjustedGain(oxford, model))
	for _, row := range [][4]float64{{math.NaN(), 1, 0, 0}, {1, 49, 0, 0}, {1, 1, 0, math.Inf(1)}, {1, 1, 1e12, -1e12}, {1, 1, 1e13, 0}} {
		if err := g.Add(row[0], row[1], row[2:]); err != nil {
			t.Fatal(err)
		}
	}
	g.AddMissing("declined")
	g.AddMissing("nonsense")
	if got, want := g.Faults(), (Faults{NotFinite: 2, OffScale: 3, UnknownWord: 1}); got != want || g.People() != 7 {
		t.Errorf("faults %+v of %d people, want %+v", got, g.People(), want)
	}
	if missing := g.Missing(); missing[1] != (MissingCount{"declined", 1}) || missing[8] != (MissingCount{"internal", 6}) {
		t.Errorf("missing %+v", missing)
	}
	absentBecause(t, "adjusted", g.Adjusted(0), NoValues)
}

func TestModelsThatContradictThemselves(t *testing.T) {
	for want, m := range map[string]CaseMix{
		"the version must be": {},
		"the intercept is":    {Version: "x", Intercept: math.NaN()},
		"names must be":       {Version: "x", Covariates: []string{"a", "a"}, Coefficients: []float64{1, 2}},
		"coefficient of":      {Version: "x", Covariates: []string{"a"}, Coefficients: []float64{math.Inf(1)}},
		"at most 512":         {Version: "x", Covariates: make([]string, 513), Coefficients: make([]float64, 513)},
	} {
		if _, err := NewAdjustedGain(oxford, m); !errors.Is(err, ErrDefinition) || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	if _, err := NewAdjustedGain(Scale{}, model); !errors.Is(err, ErrDefinition) {
		t.Error(err)
	}
	var zero AdjustedGain
	if err := zero.Add(1, 2, nil); !errors.Is(err, ErrUnmade) || zero.Empty().Merge(&zero) == nil {
		t.Error("a zero gain was used")
	}
	if got, err := (CaseMix{Coefficients: []float64{math.NaN()}}).Expected([]float64{1}); err != nil || got.Reason() != Invalid {
		t.Errorf("got %v, %v", got, err)
	}
}
