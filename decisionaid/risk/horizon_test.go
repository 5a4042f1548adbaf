package risk

import (
	"errors"
	"math"
	"testing"
)

func TestHorizonVectors(t *testing.T) {
	for _, row := range readVectors(t, "risk_horizon.csv") {
		years := int(row[1])
		long, err := chance(t, row[0], Interval{}, Years(1)).Over(Years(years), ConstantRate)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "compounded", valueOf(t, long), row[2], 1e-9)
		short, err := chance(t, row[0], Interval{}, Years(years)).Over(Years(1), ConstantRate)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "annualised", valueOf(t, short), row[3], 1e-9)
		if !long.Basis().Has(SteadyRate) || !short.Basis().Has(SteadyRate) {
			t.Error("the steady rate is not declared")
		}
	}
}

func TestHorizonCarriesTheInterval(t *testing.T) {
	got, err := chance(t, 0.022, CI95(0.02, 0.03), Months(12)).Over(Years(5), ConstantRate)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "value", valueOf(t, got), 0.1052653, 5e-8)
	near(t, "lower", got.Interval().Lower, 1-0.98*0.98*0.98*0.98*0.98, 1e-15)
	near(t, "upper", got.Interval().Upper, 1-0.97*0.97*0.97*0.97*0.97, 1e-15)
	if got.Period() != Years(5) {
		t.Errorf("period %v", got.Period())
	}
}

func TestHorizonSamePeriod(t *testing.T) {
	year := chance(t, 0.1, Interval{}, Years(1))
	got, err := year.Over(Months(12), SamePeriod)
	if err != nil || valueOf(t, got) != 0.1 || got.Basis() != 0 || got.Period() != Months(12) {
		t.Errorf("12 months are a year: %v, %v", got, err)
	}
	week := chance(t, 0.1, Interval{}, Period{1, Week})
	if got, err := week.Over(Period{14, Day}, ConstantRate); err != nil || math.Abs(valueOf(t, got)-0.19) > 1e-15 {
		t.Errorf("14 days are two weeks: %v, %v", got, err)
	}
	if got, err := Unknown(NoEvidence).Over(Years(5), ConstantRate); err != nil || got.Reason() != NoEvidence {
		t.Errorf("unknown: %v, %v", got, err)
	}
}

func TestHorizonErrors(t *testing.T) {
	year := chance(t, 0.1, Interval{}, Years(1))
	bare := chance(t, 0.1, Interval{}, Period{})
	for name, c := range map[string]struct {
		from Chance
		to   Period
		rule HorizonRule
		want Kind
	}{
		"no rule":      {year, Years(2), SamePeriod, PeriodsDiffer},
		"other rule":   {year, Years(2), "linear", BadRule},
		"no period":    {bare, Years(2), ConstantRate, NoPeriod},
		"to no period": {year, Period{}, ConstantRate, NoPeriod},
		"days":         {year, Period{30, Day}, ConstantRate, PeriodsUnrelated},
		"minus":        {year, Years(-1), ConstantRate, BadPeriod},
		"too long":     {year, Years(MaxPeriod + 1), ConstantRate, BadPeriod},
		"fortnight":    {year, Period{1, "fortnight"}, ConstantRate, BadPeriod},
	} {
		if got, err := c.from.Over(c.to, c.rule); !errors.Is(err, c.want) || got.Known() {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// A year in two steps is a year in one, and the way back is the way there.
func TestHorizonProperties(t *testing.T) {
	for _, p := range []float64{0, 1e-12, 0.001, 0.3, 0.999, 1} {
		start := chance(t, p, Interval{}, Months(1))
		half, err1 := start.Over(Months(6), ConstantRate)
		two, err2 := half.Over(Years(1), ConstantRate)
		one, err3 := start.Over(Years(1), ConstantRate)
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		near(t, "two steps", valueOf(t, two), valueOf(t, one), 1e-15)
		if v := valueOf(t, one); v < p || (p > 0 && p < 1 && v <= p) {
			t.Errorf("a longer time makes %v into %v", p, v)
		}
		if back, err := one.Over(Months(1), ConstantRate); err != nil || p < 0.9 {
			near(t, "back", valueOf(t, back), p, 1e-12)
		}
	}
}
