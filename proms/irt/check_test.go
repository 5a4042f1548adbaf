package irt

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestBadItems(t *testing.T) {
	good := Item{ID: "a", Model: GRM, Discrimination: 1, Thresholds: []float64{-1, 0, 1}}
	nan, inf := math.NaN(), math.Inf(1)
	for name, c := range map[string]struct {
		change func(*Item)
		field  string
		says   string
	}{
		"no id":               {func(it *Item) { it.ID = "" }, "id", "empty"},
		"unknown model":       {func(it *Item) { it.Model = "4pl" }, "model", "not a model"},
		"zero slope":          {func(it *Item) { it.Discrimination = 0 }, "discrimination", "above 0"},
		"negative slope":      {func(it *Item) { it.Discrimination = -1 }, "discrimination", "reverse"},
		"NaN slope":           {func(it *Item) { it.Discrimination = nan }, "discrimination", "finite"},
		"infinite slope":      {func(it *Item) { it.Discrimination = inf }, "discrimination", "finite"},
		"tiny slope":          {func(it *Item) { it.Discrimination = 1e-300 }, "discrimination", "between"},
		"slope of Rasch":      {func(it *Item) { it.Model, it.Discrimination, it.Thresholds = Rasch, 2, []float64{0} }, "discrimination", "use 2pl"},
		"slope of PCM":        {func(it *Item) { it.Model, it.Discrimination = PCM, 2 }, "discrimination", "use gpcm"},
		"no thresholds":       {func(it *Item) { it.Thresholds = nil }, "thresholds", "no categories"},
		"two difficulties":    {func(it *Item) { it.Model, it.Thresholds = TwoPL, []float64{0, 1} }, "thresholds", "one difficulty"},
		"too many categories": {func(it *Item) { it.Model, it.Thresholds = GPCM, make([]float64, MaxCategories) }, "thresholds", "at most"},
		"NaN threshold":       {func(it *Item) { it.Thresholds = []float64{-1, nan, 1} }, "thresholds[1]", "must be a number"},
		"huge threshold":      {func(it *Item) { it.Thresholds = []float64{-1, 0, 1e9} }, "thresholds[2]", "must be a number"},
		"unordered":           {func(it *Item) { it.Thresholds = []float64{0, 1, 0.5} }, "thresholds[2]", "must rise"},
		"equal":               {func(it *Item) { it.Thresholds = []float64{0, 0, 1} }, "thresholds[1]", "must rise"},
		"guessing of GRM":     {func(it *Item) { it.Guessing = 0.2 }, "guessing", "use 3pl"},
		"guessing of 1":       {func(it *Item) { it.Model, it.Thresholds, it.Guessing = ThreePL, []float64{0}, 1 }, "guessing", "below 1"},
		"negative guessing":   {func(it *Item) { it.Model, it.Thresholds, it.Guessing = ThreePL, []float64{0}, -0.1 }, "guessing", "below 1"},
		"NaN guessing":        {func(it *Item) { it.Model, it.Thresholds, it.Guessing = ThreePL, []float64{0}, nan }, "guessing", "below 1"},
	} {
		it := good
		c.change(&it)
		b, err := NewBank([]Item{{ID: "first", Model: Rasch, Thresholds: []float64{0}}, it}, Defaults())
		wantFault(t, name, err, ErrItem, c.field, c.says)
		var f Fault
		if errors.As(err, &f) && f.Index != 1 {
			t.Errorf("%s: the fault is at item %d, want 1", name, f.Index)
		}
		if b != nil {
			t.Errorf("%s: a bank came with the error", name)
		}
	}
	_, err := NewBank([]Item{good, good}, Defaults())
	wantFault(t, "twice the id", err, ErrItem, "id", "must name one item")
	_, err = NewBank(nil, Defaults())
	wantFault(t, "no items", err, ErrItem, "items", "at least one")
	pcm := Item{ID: "p", Model: PCM, Discrimination: 1, Thresholds: []float64{1, -1}}
	if _, err := NewBank([]Item{pcm}, Defaults()); err != nil {
		t.Errorf("disordered steps and a said discrimination of 1 are sound for PCM: %v", err)
	}
}

// wantFault looks for a fault of that kind and field whose words contain says.
func wantFault(t *testing.T, name string, err, kind error, field, says string) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Errorf("%s: error is %v, want %v", name, err, kind)
		return
	}
	var faults Faults
	errors.As(err, &faults)
	for _, f := range faults {
		if f.Field == field && strings.Contains(f.Error(), says) {
			return
		}
	}
	t.Errorf("%s: no fault at %q says %q in:\n%v", name, field, says, err)
}

func TestBadSettings(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		change func(*Settings)
		field  string
		says   string
	}{
		"zero value":        {func(s *Settings) { *s = Settings{} }, "prior.sd", "above 0"},
		"no D":              {func(s *Settings) { s.D = 0 }, "d", "scaling"},
		"NaN D":             {func(s *Settings) { s.D = nan }, "d", "scaling"},
		"no sd":             {func(s *Settings) { s.Prior.SD = 0 }, "prior.sd", "above 0"},
		"negative sd":       {func(s *Settings) { s.Prior.SD = -1 }, "prior.sd", "above 0"},
		"NaN sd":            {func(s *Settings) { s.Prior.SD = nan }, "prior.sd", "above 0"},
		"NaN mean":          {func(s *Settings) { s.Prior.Mean = nan }, "prior.mean", "outside the grid"},
		"mean off the grid": {func(s *Settings) { s.Prior.Mean = 50 }, "prior.mean", "outside the grid"},
		"narrow prior":      {func(s *Settings) { s.Prior.SD = 0.1 }, "grid.points", "wider than the prior"},
		"NaN grid":          {func(s *Settings) { s.Grid.Low = nan }, "grid", "must be numbers"},
		"infinite grid":     {func(s *Settings) { s.Grid.High = math.Inf(1) }, "grid", "must be numbers"},
		"turned grid":       {func(s *Settings) { s.Grid.Low, s.Grid.High = 6, -6 }, "grid", "below the high end"},
		"one node":          {func(s *Settings) { s.Grid.Points = 1 }, "grid.points", "nodes"},
		"too many nodes":    {func(s *Settings) { s.Grid.Points = MaxNodes + 1 }, "grid.points", "nodes"},
		"flat metric":       {func(s *Settings) { s.Metric.Slope = 0 }, "metric.slope", "same score"},
		"NaN metric":        {func(s *Settings) { s.Metric.Intercept = nan }, "metric.intercept", "must be a number"},
		"extreme":           {func(s *Settings) { s.Extreme = "guess" }, "extreme", "refuse"},
		"information":       {func(s *Settings) { s.Information = "" }, "information", "observed"},
	} {
		settings := Defaults()
		c.change(&settings)
		_, err := NewBank([]Item{{ID: "a", Model: Rasch, Thresholds: []float64{0}}}, settings)
		wantFault(t, name, err, ErrSettings, c.field, c.says)
	}
	many := make([]Item, 1100)
	for i := range many {
		many[i] = Item{ID: strings.Repeat("x", i+1), Model: Rasch, Thresholds: []float64{0}}
	}
	settings := Defaults()
	settings.Grid.Points = MaxNodes
	_, err := NewBank(many, settings)
	wantFault(t, "too many cells", err, ErrSettings, "grid.points", "at most")
}

func TestBadAnswersAndArguments(t *testing.T) {
	b := mustBank(t, bankG(t, GRM), nil)
	for _, x := range [][]int8{{0, 0, 0}, {0, 0, 0, 0, 0}, {0, 5, 0, 0}, {127, 0, 0, 0}, nil} {
		wantFault(t, "answers", b.Check(x), ErrResponses, map[bool]string{true: "responses", false: fieldOf(x)}[len(x) != 4], "")
		for _, method := range []Method{MethodEAP, MethodMAP, MethodML, MethodWLE} {
			if e, err := b.Estimate(method, nil, x); err != nil || e != (Estimate{Reason: InvalidAnswers}) {
				t.Errorf("%s of %v: %+v, %v", method, x, e, err)
			}
		}
		if f := b.Fit(nil, x, 0); f != (Fit{Reason: InvalidAnswers}) {
			t.Errorf("fit of %v: %+v", x, f)
		}
	}
	if err := b.Check([]int8{4, Missing, -128, 0}); err != nil {
		t.Errorf("sound answers are refused: %v", err)
	}
	if _, err := b.Estimate("mle", nil, []int8{0, 0, 0, 0}); !errors.Is(err, ErrArgument) {
		t.Errorf("unknown method: %v", err)
	}
	for _, theta := range []float64{math.NaN(), math.Inf(-1), 1e300} {
		_, one := b.ItemInformation(0, theta)
		_, test := b.TestInformation(theta)
		_, raw := b.ExpectedRaw(theta, 0)
		_, p := b.Probabilities(nil, 0, theta)
		for _, err := range []error{one, test, raw, p} {
			wantFault(t, "theta", err, ErrArgument, "theta", "must be a number")
		}
		if f := b.Fit(nil, []int8{0, 0, 0, 0}, theta); f != (Fit{Reason: InvalidTheta}) {
			t.Errorf("fit at %v: %+v", theta, f)
		}
	}
	for _, item := range []int{-1, 4} {
		_, one := b.ItemInformation(item, 0)
		_, p := b.Probabilities(nil, item, 0)
		wantFault(t, "item", one, ErrArgument, "item", "not in the bank")
		wantFault(t, "item", p, ErrArgument, "item", "not in the bank")
	}
}

// fieldOf names the answer above 4 of a row.
func fieldOf(x []int8) string {
	for i, k := range x {
		if k > 4 {
			return "responses[" + string(rune('0'+i)) + "]"
		}
	}
	return ""
}

// TestValuesThatNobodyMade holds the values that a caller may put together, or read from JSON, to their methods.
func TestValuesThatNobodyMade(t *testing.T) {
	gap := RawTable{Rows: []RawRow{{Raw: math.MinInt}, {Raw: 4}, {Raw: math.MaxInt}}}
	for raw, want := range map[int]bool{math.MinInt: true, 3: false, 4: true, 5: false, math.MaxInt: true} {
		if row, ok := gap.At(raw); ok != want || ok && row.Raw != raw {
			t.Errorf("the row of %d is %v, %v", raw, row, ok)
		}
	}
	for _, g := range []Grid{{}, {Low: 1, High: 1, Points: 1}, {Low: math.Inf(-1), High: 1, Points: 3}, {Low: math.NaN(), High: 1, Points: 3}} {
		if step := g.Step(); step != 0 {
			t.Errorf("%v has the step %v", g, step)
		}
	}
	if got := (Faults{{Index: -1, Field: "theta", Problem: "is odd"}}).Error(); !strings.HasSuffix(got, ": theta: is odd") {
		t.Error(got)
	}
}
