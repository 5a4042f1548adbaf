package cohort

import (
	"errors"
	"math"
	"strings"
	"testing"
)

var plan = ChangePlan{Scale: phq, Better: Lower, Responders: []Responder{{Code: "reliable", Points: 6}, {Code: "half", Percent: 50}}}

func TestChangeByHand(t *testing.T) {
	c := must(NewChange(plan))
	for _, pair := range [][2]float64{{10, 5}, {12, 9}, {14, 8}, {16, 13}, {18, 10}} {
		c.Add(pair[0], pair[1])
	}
	// Differences -5 -3 -6 -3 -8: mean -5, variance 18/4. Before: variance 10. After: variance 34/4.
	expect(t, "difference", c.Difference().Mean(), -5, 1e-15)
	expect(t, "Kazis", c.EffectSize(), -5/math.Sqrt(10), 1e-14)
	expect(t, "SRM", c.SRM(), -5/math.Sqrt(4.5), 1e-14)
	expect(t, "Cohen", c.CohensD(), -5/math.Sqrt(9.25), 1e-14)
	expect(t, "before", c.Before().Mean(), 14, 1e-15)
	expect(t, "after", c.After().Mean(), 9, 1e-15)
	want := []ResponderShare{{"reliable", Share{2, 5}, Share{0, 5}}, {"half", Share{1, 5}, Share{0, 5}}}
	for i, got := range c.Responders() {
		if got != want[i] {
			t.Errorf("got %+v, want %+v", got, want[i])
		}
	}
}

func TestResponders(t *testing.T) {
	higher := ChangePlan{Scale: Scale{Score: "x", Min: 0, Max: 1, Step: 0.1}, Better: Higher,
		Responders: []Responder{{Code: "points", Points: 0.2}, {Code: "percent", Percent: 100}}}
	c := must(NewChange(higher))
	c.Add(0.1, 0.3) // 0.19999999999999998 in floating point, and yet a change of 0.2
	c.Add(0.4, 0.2)
	c.Add(0, 0.9) // nothing is a percentage of 0
	c.Add(0.5, 0.6)
	got := c.Responders()
	if got[0] != (ResponderShare{"points", Share{2, 4}, Share{1, 4}}) || got[1] != (ResponderShare{"percent", Share{1, 3}, Share{0, 3}}) {
		t.Errorf("got %+v", got)
	}
}

func TestChangeIsNeverGuessed(t *testing.T) {
	c := must(NewChange(plan))
	effects := map[string]func(*Change) Statistic{"Kazis": (*Change).EffectSize, "Cohen": (*Change).CohensD, "SRM": (*Change).SRM}
	for name, effect := range effects {
		absentBecause(t, name+" of nobody", effect(c), NoValues)
	}
	absentBecause(t, "responders of nobody", c.Responders()[0].Improved.Wilson(Level95).Low, NoValues)
	c.Add(10, 8)
	for name, effect := range effects {
		absentBecause(t, name+" of one", effect(c), OneValue)
	}
	c.Add(10, 8)
	for name, effect := range effects {
		absentBecause(t, name+" without spread", effect(c), NoSpread)
	}
}

func TestRoundingIsNoSpread(t *testing.T) {
	c := must(NewChange(ChangePlan{Scale: Scale{Score: "x", Min: 0, Max: 1, Edges: []float64{0, 1}}, Better: Higher}))
	c.Add(0.1, 0.3) // differ by 0.19999999999999998
	c.Add(0.2, 0.4) // differ by 0.2
	c.Add(0.5, 0.7)
	absentBecause(t, "SRM of equal changes", c.SRM(), NoSpread)
	if _, ok := c.EffectSize().Value(); !ok {
		t.Error("the before values do differ")
	}
}

func TestUnpaired(t *testing.T) {
	c := must(NewChange(plan))
	c.Add(10, 5)
	c.Add(10, math.NaN())
	c.Add(99, math.Inf(1))
	c.AddMissing("", "declined")
	c.AddMissing("blank", "")
	c.AddMissing("blank", "too_few")
	c.AddMissing("", "")
	if got, want := c.Unpaired(), (Unpaired{Before: 1, After: 2, Both: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got, want := c.FaultsBefore(), (Faults{OffScale: 1, UnknownWord: 1}); got != want {
		t.Errorf("before: %+v, want %+v", got, want)
	}
	if got, want := c.FaultsAfter(), (Faults{NotFinite: 2, UnknownWord: 1}); got != want {
		t.Errorf("after: %+v, want %+v", got, want)
	}
	if c.MissingBefore()[0] != (MissingCount{"blank", 2}) || c.MissingAfter()[1] != (MissingCount{"declined", 1}) || c.People() != 7 {
		t.Errorf("before %+v, after %+v, %d people", c.MissingBefore(), c.MissingAfter(), c.People())
	}
}

func TestPlansThatContradictThemselves(t *testing.T) {
	for want, p := range map[string]ChangePlan{
		"better is \"\"":   {Scale: phq},
		"must have a name": {Better: Lower},
		"codes must be":    {Scale: phq, Better: Lower, Responders: []Responder{{Code: "a", Points: 1}, {Code: "a", Points: 2}}},
		"and not both":     {Scale: phq, Better: Lower, Responders: []Responder{{Code: "a", Points: 1, Percent: 2}}},
		"above 0":          {Scale: phq, Better: Lower, Responders: []Responder{{Code: "a", Points: -1}}},
		"at most 64":       {Scale: phq, Better: Lower, Responders: make([]Responder, 65)},
		"\"nan\" must":     {Scale: phq, Better: Lower, Responders: []Responder{{Code: "nan", Points: math.NaN()}}},
	} {
		if _, err := NewChange(p); !errors.Is(err, ErrDefinition) || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	var zero Change
	zero.Add(1, 2)
	zero.AddMissing("blank", "")
	if err := zero.Merge(&Change{}); !errors.Is(err, ErrUnmade) || zero.People() != 2 || zero.Empty().People() != 0 {
		t.Errorf("zero change: %v, %d people", err, zero.People())
	}
}
