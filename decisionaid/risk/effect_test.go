package risk

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within {
		t.Errorf("%s = %.12g, want %.12g within %g", what, got, want, within)
	}
}

func chance(t testing.TB, value float64, interval Interval, period Period) Chance {
	t.Helper()
	c, err := NewChance(value, interval, period)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func apply(t testing.TB, e Effect, baseline Chance) Chance {
	t.Helper()
	c, err := e.Apply(baseline)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func valueOf(t testing.TB, c Chance) float64 {
	t.Helper()
	v, ok := c.Value()
	if !ok {
		t.Fatalf("not known: %s", c.Reason())
	}
	return v
}

var (
	warfarin = Effect{Measure: RelativeRisk, Value: 0.36, Interval: CI95(0.26, 0.51)}
	doac     = Effect{Measure: RelativeRisk, Value: 0.81, Interval: CI95(0.73, 0.91)}
)

// The golden case: CHA2DS2-VASc 5, 72 in 1000 a year (Friberg 2012), warfarin
// against nothing, a newer anticoagulant against warfarin.
func TestAtrialFibrillation(t *testing.T) {
	baseline := chance(t, 0.072, Interval{}, Years(1))
	onWarfarin := apply(t, warfarin, baseline)
	near(t, "warfarin", valueOf(t, onWarfarin), 0.02592, 1e-15)
	near(t, "warfarin lower", onWarfarin.Interval().Lower, 0.072*0.26, 1e-15)
	near(t, "warfarin upper", onWarfarin.Interval().Upper, 0.072*0.51, 1e-15)
	if got := onWarfarin.Basis(); got != FromEffect|FixedBaseline {
		t.Errorf("warfarin basis = %v", got.Names())
	}
	whole, err := Chain(warfarin, doac)
	if err != nil {
		t.Fatal(err)
	}
	onDoac := apply(t, whole, baseline)
	near(t, "doac", valueOf(t, onDoac), 0.0209952, 1e-15)
	// By hand: half-widths ln(.51/.26)/2 = 0.336865, ln(.91/.73)/2 = 0.110200;
	// root of squares 0.354432; .2916·e^∓0.354432 = 0.204578, 0.415638.
	near(t, "chain lower", whole.Interval.Lower, 0.204578422089, 1e-11)
	near(t, "chain upper", whole.Interval.Upper, 0.415637969693, 1e-11)
	near(t, "doac lower", onDoac.Interval().Lower, 0.072*whole.Interval.Lower, 1e-15)
	near(t, "doac upper", onDoac.Interval().Upper, 0.072*whole.Interval.Upper, 1e-15)
	if !onDoac.Basis().Has(Chained | Indirect) {
		t.Errorf("doac basis = %v, want chained and indirect", onDoac.Basis().Names())
	}
	step := apply(t, doac, onWarfarin)
	near(t, "one after the other", valueOf(t, step), valueOf(t, onDoac), 1e-15)
	if !step.Basis().Has(Chained | Indirect | FixedBaseline) {
		t.Errorf("step basis = %v", step.Basis().Names())
	}
}

func TestVectors(t *testing.T) {
	for _, row := range readVectors(t, "risk_arith.csv") {
		baseline := chance(t, row[0], Interval{}, Years(1))
		for i, m := range []Measure{RelativeRisk, OddsRatio, HazardRatio} {
			got := apply(t, Effect{Measure: m, Value: row[1]}, baseline)
			// The file holds ten decimals.
			near(t, string(m), valueOf(t, got), row[2+i], 1e-9)
			if i > 0 {
				continue
			}
			contrast, err := Compare(baseline, got)
			if err != nil {
				t.Fatal(err)
			}
			near(t, "fewer per 1000", -1000*contrast.Difference, row[5], 1e-6)
			number, ok := contrast.NumberNeeded()
			if ok == math.IsNaN(row[6]) {
				t.Errorf("number needed given: %v, want the opposite", ok)
			}
			if ok {
				near(t, "number needed", number, row[6], 1e-6*row[6])
			}
		}
	}
}

func TestApplyErrors(t *testing.T) {
	half := chance(t, 0.5, Interval{}, Years(1))
	joint := chance(t, 0.5, CI95(0.4, 0.6), Years(1))
	ninety := chance(t, 0.5, Interval{0.4, 0.6, 0.9}, Years(1))
	touching := chance(t, 0.1, CI95(0, 0.2), Years(1))
	rr := func(value float64, interval Interval) Effect {
		return Effect{Measure: RelativeRisk, Value: value, Interval: interval}
	}
	for name, c := range map[string]struct {
		effect   Effect
		baseline Chance
		want     Kind
	}{
		"result above 1":      {rr(2.1, Interval{}), half, OutOfRange},
		"limit above 1":       {rr(1.5, CI95(1.1, 2.2)), half, OutOfRange},
		"joint limit above 1": {rr(1.6, CI95(1.3, 1.9)), joint, OutOfRange},
		"difference below 0":  {Effect{Measure: RiskDifference, Value: -0.6}, half, OutOfRange},
		"joint below 0":       {Effect{Measure: RiskDifference, Value: -0.45, Interval: CI95(-0.49, -0.41)}, joint, OutOfRange},
		"difference of 2":     {Effect{Measure: RiskDifference, Value: 2}, half, BadDifference},
		"ratio 0":             {rr(0, Interval{}), half, BadRatio},
		"ratio below 0":       {rr(-1, Interval{}), half, BadRatio},
		"ratio NaN":           {rr(math.NaN(), Interval{}), half, BadRatio},
		"ratio infinite":      {rr(math.Inf(1), Interval{}), half, BadRatio},
		"no measure":          {Effect{Value: 0.5}, half, BadMeasure},
		"misses":              {rr(0.5, CI95(0.6, 0.8)), half, MissesEstimate},
		"upside down":         {rr(0.5, CI95(0.8, 0.3)), half, BadInterval},
		"limit 0":             {rr(0.5, CI95(0, 0.8)), half, BadInterval},
		"limit NaN":           {rr(0.5, CI95(0.4, math.NaN())), half, BadInterval},
		"no level":            {rr(0.5, Interval{Lower: 0.4, Upper: 0.8}), half, BadLevel},
		"level NaN":           {rr(0.5, Interval{0.4, 0.8, math.NaN()}), half, BadLevel},
		"level 95":            {rr(0.5, Interval{0.4, 0.8, 95}), half, BadLevel},
		"levels differ":       {rr(0.5, CI95(0.4, 0.8)), ninety, LevelsDiffer},
		"touches 0":           {rr(0.5, CI95(0.4, 0.8)), touching, CannotJoin},
	} {
		got, err := c.effect.Apply(c.baseline)
		var typed *Error
		if !errors.Is(err, c.want) || !errors.As(err, &typed) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
			continue
		}
		if got.Known() || typed.Where == "" || typed.Got == "" || typed.Why() == "" || typed.Mend() == "" {
			t.Errorf("%s: incomplete error %#v or a number beside it", name, typed)
		}
	}
}

func TestUnknownStaysUnknown(t *testing.T) {
	for want, baseline := range map[Reason]Chance{
		NoBaseline:  {},
		NoEvidence:  Unknown(NoEvidence),
		NotSupplied: Unknown(NotSupplied),
	} {
		got := apply(t, warfarin, baseline)
		if v, ok := got.Value(); ok || v != 0 || got.Reason() != want {
			t.Errorf("%s: value %v known %v reason %q", want, v, ok, got.Reason())
		}
	}
	if Unknown("") != Unknown(NoBaseline) || Unknown("") != (Chance{}) {
		t.Error("one way to be unknown for want of a baseline, please")
	}
}

func TestJoinedIntervals(t *testing.T) {
	baseline := chance(t, 0.2, CI95(0.15, 0.26), Years(1))
	// By hand on the logit scale: logit(.26)-logit(.15) = -1.045969+1.734601 = .688632, half .344316;
	// ln(.9/.4)/2 = .405465; root of squares .531937; odds .25·.6 = .15.
	got := apply(t, Effect{Measure: OddsRatio, Value: 0.6, Interval: CI95(0.4, 0.9)}, baseline)
	odds := func(half float64) float64 { o := 0.15 * math.Exp(half); return o / (1 + o) }
	near(t, "lower", got.Interval().Lower, odds(-0.531937), 1e-6)
	near(t, "upper", got.Interval().Upper, odds(0.531937), 1e-6)
	// A difference: half-widths .055 and .04 give .0680074.
	got = apply(t, Effect{Measure: RiskDifference, Value: -0.1, Interval: CI95(-0.14, -0.06)}, baseline)
	near(t, "lower", got.Interval().Lower, 0.1-0.0680074, 1e-6)
	near(t, "upper", got.Interval().Upper, 0.1+0.0680074, 1e-6)
	// A hazard ratio: complementary log-log of .15 and .26, half-width .308628; ln(.9/.4)/2.
	got = apply(t, Effect{Measure: HazardRatio, Value: 0.6, Interval: CI95(0.4, 0.9)}, baseline)
	half := math.Hypot((math.Log(-math.Log(0.74))-math.Log(-math.Log(0.85)))/2, math.Log(0.9/0.4)/2)
	near(t, "lower", got.Interval().Lower, 1-math.Pow(0.8, 0.6*math.Exp(-half)), 1e-12)
	near(t, "upper", got.Interval().Upper, 1-math.Pow(0.8, 0.6*math.Exp(half)), 1e-12)
	if got.Basis().Has(FixedBaseline) {
		t.Error("the baseline was not fixed")
	}
}

// An effect without an interval spoils the interval of all that is worked out from it.
func TestNoIntervalSpreads(t *testing.T) {
	bare := Effect{Measure: RelativeRisk, Value: 0.5}
	baseline := chance(t, 0.2, Interval{}, Years(1))
	got := apply(t, warfarin, apply(t, bare, baseline))
	if got.Interval().Stated() || !got.Basis().Has(NoInterval) {
		t.Errorf("interval %v, basis %v", got.Interval(), got.Basis().Names())
	}
	for _, effects := range [][]Effect{{warfarin, bare, doac}, {bare, doac}, {doac, bare}} {
		whole, err := Chain(effects...)
		if err != nil || whole.Interval.Stated() || !whole.Basis.Has(NoInterval) {
			t.Errorf("chain %+v, %v", whole, err)
		}
	}
	// Without a range there is nothing to say of what the range leaves out.
	if got := apply(t, bare, apply(t, warfarin, baseline)); got.Basis() != FromEffect|Chained|Indirect|NoInterval {
		t.Errorf("basis %v", got.Basis().Names())
	}
}

func TestChainErrors(t *testing.T) {
	odds := Effect{Measure: OddsRatio, Value: 0.5}
	difference := Effect{Measure: RiskDifference, Value: -0.1}
	ninety := Effect{Measure: RelativeRisk, Value: 0.5, Interval: Interval{0.4, 0.6, 0.9}}
	huge := Effect{Measure: RelativeRisk, Value: 1e300}
	for name, c := range map[string]struct {
		effects []Effect
		want    Kind
	}{
		"none":        {nil, CannotChain},
		"one":         {[]Effect{warfarin}, CannotChain},
		"mixed":       {[]Effect{warfarin, odds}, CannotChain},
		"differences": {[]Effect{difference, difference}, CannotChain},
		"levels":      {[]Effect{warfarin, ninety}, LevelsDiffer},
		"bad":         {[]Effect{warfarin, {Measure: RelativeRisk}}, BadRatio},
		"overflow":    {[]Effect{huge, huge}, BadRatio},
	} {
		if _, err := Chain(c.effects...); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// Properties over seeded effects: the result grows with the effect and with the
// baseline, its interval contains it, and chaining equals applying one by one.
func TestEffectProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		p := r.Float64() * 0.3
		low := math.Exp(r.Float64()*2 - 1.5)
		high := low * (1 + r.Float64())
		middle := math.Sqrt(low * high)
		for _, m := range []Measure{RelativeRisk, OddsRatio, HazardRatio} {
			e := Effect{Measure: m, Value: middle, Interval: CI95(low, high)}
			got, err := e.Apply(chance(t, p, Interval{}, Years(1)))
			if errors.Is(err, OutOfRange) && m == RelativeRisk && p*high > 1 {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			v, i := valueOf(t, got), got.Interval()
			if !(i.Lower <= v && v <= i.Upper && i.Lower >= 0 && i.Upper <= 1) {
				t.Fatalf("%s: %v not within %v", m, v, i)
			}
			if (middle < 1) != (v < p) {
				t.Fatalf("%s %v on %v gives %v: wrong direction", m, middle, p, v)
			}
			stepped, err := (Effect{Measure: m, Value: 0.5, Interval: CI95(0.4, 0.625)}).Apply(got)
			if err != nil {
				t.Fatal(err)
			}
			whole, err := Chain(e, Effect{Measure: m, Value: 0.5, Interval: CI95(0.4, 0.625)})
			if err != nil {
				t.Fatal(err)
			}
			direct := apply(t, whole, chance(t, p, Interval{}, Years(1)))
			near(t, "chain and steps", valueOf(t, stepped), valueOf(t, direct), 1e-12)
			near(t, "chain and steps, lower", stepped.Interval().Lower, direct.Interval().Lower, 1e-12)
			near(t, "chain and steps, upper", stepped.Interval().Upper, direct.Interval().Upper, 1e-12)
		}
	}
}

// Where chances are small, the three ratios say the same.
func TestRatiosAgreeWhereChancesAreSmall(t *testing.T) {
	for _, ratio := range []float64{0.2, 0.5, 0.9, 1, 1.5, 4} {
		for _, p := range []float64{1e-4, 1e-6, 1e-9} {
			b := chance(t, p, Interval{}, Years(1))
			want := p * ratio
			for _, m := range []Measure{OddsRatio, HazardRatio} {
				got := valueOf(t, apply(t, Effect{Measure: m, Value: ratio}, b))
				near(t, string(m), got/want, 1, 4*p*(1+ratio))
			}
		}
	}
}

// Whatever the numbers, the result is a checked chance or a typed error without one.
func FuzzApply(f *testing.F) {
	f.Add(uint8(0), 0.072, 0.06, 0.08, 0.36, 0.26, 0.51)
	f.Add(uint8(1), 1.0, 0.5, 1.0, math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat64)
	f.Add(uint8(2), 0.0, 0.0, 0.0, 1e-320, 1e-320, 1e300)
	f.Add(uint8(3), 0.5, 0.4, 0.6, -0.5, -0.6, math.NaN())
	measures := []Measure{RelativeRisk, OddsRatio, HazardRatio, RiskDifference, "guess"}
	f.Fuzz(func(t *testing.T, which uint8, p, lower, upper, value, low, high float64) {
		e := Effect{Measure: measures[int(which)%len(measures)], Value: value, Interval: CI95(low, high)}
		bare, err1 := NewChance(p, Interval{}, Years(1))
		full, err2 := NewChance(p, CI95(lower, upper), Years(1))
		if errors.Join(err1, err2) != nil {
			return
		}
		for _, baseline := range []Chance{bare, full} {
			got, err := e.Apply(baseline)
			var typed *Error
			if err != nil {
				if !errors.As(err, &typed) || got.Known() || advice[typed.Kind][0] == "" {
					t.Fatalf("%v beside %v", err, got)
				}
				continue
			}
			if again, err := NewChance(got.value, got.interval, got.period); err != nil || again.value != got.value {
				t.Fatalf("%+v on %+v gives %+v: %v", e, baseline, got, err)
			}
			long, err := got.Over(Years(30), ConstantRate)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := NewChance(long.value, long.interval, long.period); err != nil {
				t.Fatal(err)
			}
		}
	})
}
