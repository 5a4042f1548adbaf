package risk

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func per(t testing.TB, c Chance, d Denominator) Frequency {
	t.Helper()
	f, err := c.Per(d)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPer(t *testing.T) {
	at := func(p float64) Chance { return chance(t, p, Interval{}, Years(1)) }
	none, err1 := Observed(Count{0, 120}, Interval{}, Years(1))
	all, err2 := Observed(Count{120, 120}, Interval{}, Years(1))
	rare, err3 := Observed(Count{3, 10000}, Interval{}, Years(1))
	noneStated, err4 := Stated(0, Per1000, Interval{}, Years(1))
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		chance Chance
		d      Denominator
		want   Frequency
	}{
		"72 in 1000":               {at(0.072), Per1000, Frequency{72, Per1000, Rounded, 0}},
		"25.92 is 26":              {at(0.02592), Per1000, Frequency{26, Per1000, Rounded, 0}},
		"2.592 is 3":               {at(0.02592), Per100, Frequency{3, Per100, Rounded, 0}},
		"half goes up":             {at(0.145), Per100, Frequency{15, Per100, Rounded, 0}}, // 14.499999999999998 in floats
		"just below half":          {at(0.14499), Per100, Frequency{14, Per100, Rounded, 0}},
		"half a person is 1":       {at(0.0005), Per1000, Frequency{1, Per1000, Rounded, 0}},
		"rounds to nobody":         {at(0.0004), Per1000, Frequency{0, Per1000, FewerThanOne, 0}},
		"exactly 0, not counted":   {at(0), Per1000, Frequency{0, Per1000, FewerThanOne, 0}},
		"stated as 0":              {noneStated, Per1000, Frequency{0, Per1000, FewerThanOne, 0}},
		"smallest number":          {at(math.SmallestNonzeroFloat64), Per10000, Frequency{0, Per10000, FewerThanOne, 0}},
		"rounds to everybody":      {at(0.9996), Per1000, Frequency{1000, Per1000, MoreThanAllButOne, 0}},
		"exactly 1, not counted":   {at(1), Per10, Frequency{10, Per10, MoreThanAllButOne, 0}},
		"nobody was observed":      {none, Per1000, Frequency{0, Per1000, ObservedNone, 120}},
		"everybody was observed":   {all, Per1000, Frequency{1000, Per1000, ObservedAll, 120}},
		"observed, rounds to none": {rare, Per1000, Frequency{0, Per1000, FewerThanOne, 0}},
		"unknown":                  {Unknown(NoEvidence), Per1000, Frequency{Of: Per1000}},
	} {
		if diff := cmp.Diff(c.want, per(t, c.chance, c.d)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for _, d := range []Denominator{0, 1, 20, 500, -100, 100000} {
		_, err1 := at(0.1).Per(d)
		_, err2 := at(0.1).Framed(d)
		_, _, err3 := at(0.1).IntervalPer(d)
		for _, err := range []error{err1, err2, err3} {
			if !errors.Is(err, BadDenominator) {
				t.Errorf("out of %d: %v", d, err)
			}
		}
	}
}

// Once an effect is applied, or the period changed, the count no longer speaks.
func TestObservedCountDoesNotTravel(t *testing.T) {
	none, err := Observed(Count{0, 120}, Interval{}, Years(1))
	if err != nil {
		t.Fatal(err)
	}
	longer, err := none.Over(Years(5), ConstantRate)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Chance{apply(t, warfarin, none), longer} {
		if f := per(t, c, Per1000); f.Form != FewerThanOne || c.Count() != (Count{}) {
			t.Errorf("%+v", f)
		}
	}
}

// Both framings add up to the denominator; a positive chance is never said to be
// nobody; a larger chance is never fewer people.
func TestFrequencyProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 4000 {
		p := math.Pow(10, -6*r.Float64())
		if r.IntN(2) == 0 {
			p = 1 - p
		}
		q := p * r.Float64()
		for _, d := range []Denominator{Per10, Per100, Per1000, Per10000} {
			both, err := chance(t, p, Interval{}, Years(1)).Framed(d)
			if err != nil {
				t.Fatal(err)
			}
			if both.Did.People+both.DidNot.People != int(d) {
				t.Fatalf("%v of %d: %+v", p, d, both)
			}
			if math.Abs(float64(both.Did.People)-p*float64(d)) > 0.5+2*tie {
				t.Fatalf("%v of %d: %+v is not the nearest", p, d, both)
			}
			for _, f := range []Frequency{both.Did, both.DidNot} {
				if (f.People == 0) != (f.Form == FewerThanOne) || (f.People == int(d)) != (f.Form == MoreThanAllButOne) {
					t.Fatalf("%v of %d: %+v", p, d, f)
				}
				if f.Other().Other() != f {
					t.Fatalf("the other of the other of %+v is %+v", f, f.Other().Other())
				}
			}
			if smaller := per(t, chance(t, q, Interval{}, Years(1)), d); smaller.People > both.Did.People {
				t.Fatalf("%v gives more people than %v", q, p)
			}
		}
	}
}

func TestSharedDenominator(t *testing.T) {
	at := func(ps ...float64) (cs []Chance) {
		for _, p := range ps {
			cs = append(cs, chance(t, p, Interval{}, Years(1)))
		}
		return cs
	}
	none, err := Observed(Count{0, 120}, Interval{}, Years(1))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		chances []Chance
		want    Denominator
	}{
		"hip":              {at(0.75, 0.38), Per100},
		"fibrillation":     {at(0.072, 0.02592, 0.0209952), Per100}, // 7, 3 and 2 differ
		"prostate":         {at(0.031, 0.022, 0.029), Per1000},
		"rare":             {at(0.0004, 0.0002), Per10000},
		"nearly all":       {at(0.9996, 0.5), Per10000},
		"same chance":      {at(0.2, 0.2), Per100},
		"no say":           {append(at(0.2), none, Unknown(NoEvidence)), Per100},
		"nothing to go by": {nil, Per100},
		"too rare for all": {at(1e-9), Per10000},
	} {
		if got := SharedDenominator(c.chances...); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestStatedAndPrecision(t *testing.T) {
	got, err := Stated(72, Per1000, CI95(52, 102), Years(1))
	if err != nil || valueOf(t, got) != 0.072 || got.Interval() != CI95(0.052, 0.102) {
		t.Errorf("%v %v %v", got, got.Interval(), err)
	}
	for name, c := range map[string]struct {
		people   float64
		interval Interval
		want     Kind
	}{
		"part of a person":     {25.92, Interval{}, FalsePrecision},
		"part of a limit":      {26, CI95(18.7, 37), FalsePrecision},
		"part of upper limit":  {26, CI95(18, 36.7), FalsePrecision},
		"below 0":              {-1, Interval{}, BadCount},
		"more than all":        {1001, Interval{}, BadCount},
		"NaN":                  {math.NaN(), Interval{}, BadCount},
		"limit more than all":  {26, CI95(18, 1001), BadCount},
		"limit is not a limit": {26, CI95(30, 40), MissesEstimate},
	} {
		if _, err := Stated(c.people, Per1000, c.interval, Years(1)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	small, err := Observed(Count{40, 53}, Interval{}, Months(6))
	if err != nil {
		t.Fatal(err)
	}
	if err := CheckPrecision(small, Per100); err != nil {
		t.Error(err)
	}
	if err := CheckPrecision(small, Per1000); !errors.Is(err, FalsePrecision) {
		t.Errorf("53 people shown as 1000: %v", err)
	}
	for people, want := range map[int]bool{100: true, 101: false} {
		study, err := Observed(Count{1, people}, Interval{}, Months(6))
		if err != nil {
			t.Fatal(err)
		}
		if got := errors.Is(CheckPrecision(study, Per1000), FalsePrecision); got != want {
			t.Errorf("%d people shown as 1000: %v, want %v", people, got, want)
		}
	}
	if err := CheckPrecision(small, 7); !errors.Is(err, BadDenominator) {
		t.Error(err)
	}
}

func TestNewChanceErrors(t *testing.T) {
	for name, c := range map[string]struct {
		value    float64
		interval Interval
		period   Period
		want     Kind
	}{
		"below 0":        {-0.01, Interval{}, Years(1), BadChance},
		"above 1":        {1.01, Interval{}, Years(1), BadChance},
		"percentage":     {72, Interval{}, Years(1), BadChance},
		"NaN":            {math.NaN(), Interval{}, Years(1), BadChance},
		"infinite":       {math.Inf(1), Interval{}, Years(1), BadChance},
		"upside down":    {0.5, CI95(0.6, 0.4), Years(1), BadInterval},
		"limit above 1":  {0.5, CI95(0.4, 1.1), Years(1), BadInterval},
		"limit NaN":      {0.5, CI95(math.NaN(), 0.9), Years(1), BadInterval},
		"misses":         {0.5, CI95(0.6, 0.7), Years(1), MissesEstimate},
		"level 0":        {0.5, Interval{0.4, 0.6, 0}, Years(1), BadLevel},
		"level 1":        {0.5, Interval{0.4, 0.6, 1}, Years(1), BadLevel},
		"period minus":   {0.5, Interval{}, Years(-1), BadPeriod},
		"period nothing": {0.5, Interval{}, Period{0, Year}, BadPeriod},
		"period unit":    {0.5, Interval{}, Period{3, ""}, BadPeriod},
	} {
		if got, err := NewChance(c.value, c.interval, c.period); !errors.Is(err, c.want) || got != (Chance{}) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	for _, count := range []Count{{0, 0}, {-1, 5}, {6, 5}, {0, -1}} {
		if _, err := Observed(count, Interval{}, Years(1)); !errors.Is(err, BadCount) {
			t.Errorf("%v: %v", count, err)
		}
	}
}
