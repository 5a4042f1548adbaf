package decisionaid_test

import (
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
)

// friberg2012 is the chance of a stroke in a year by CHA2DS2-VASc score, 0 to 9, without a blood thinner.
var friberg2012 = [10]float64{0.002, 0.006, 0.022, 0.032, 0.048, 0.072, 0.097, 0.112, 0.108, 0.122}

// patient is the hand-written side of the test.
type patient struct {
	age                                                   int
	female, failure, pressure, diabetes, stroke, vascular bool
}

func (p patient) score() int {
	score := 0
	for _, point := range []bool{p.female, p.failure, p.pressure, p.diabetes, p.stroke, p.stroke, p.vascular, p.age >= 65, p.age >= 75} {
		if point {
			score++
		}
	}
	return score
}

func (p patient) facts() map[string]any {
	sex := "male"
	if p.female {
		sex = "female"
	}
	return map[string]any{
		"age": p.age, "sex": sex, "heart_failure": p.failure, "hypertension": p.pressure, "diabetes": p.diabetes,
		"had_stroke": p.stroke, "vascular_disease": p.vascular, "mechanical_valve": false,
	}
}

func patients() (all []patient) {
	for bits := range 64 {
		on := func(k int) bool { return bits>>k&1 == 1 }
		for _, age := range []int{18, 64, 65, 74, 75, 120} {
			all = append(all, patient{age, on(0), on(1), on(2), on(3), on(4), on(5)})
		}
	}
	return all
}

// TestScoreAgainstOracle compares every combination of risk factors with the score and the chain of effects as written by
// hand: warfarin against nothing, a newer tablet against warfarin, the intervals joined on the log scale.
func TestScoreAgainstOracle(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	for _, p := range patients() {
		mine := ready.For(who(t, facts, p.facts()))
		score, ok := mine.Derived()[0].Value.Number()
		if !ok || int(score) != p.score() {
			t.Fatalf("%+v: score %v, by hand %d", p, mine.Derived()[0].Value, p.score())
		}
		base := friberg2012[p.score()]
		same(t, mine.Comparison().Outcomes[0].Estimates[0].Chance, base, 0, 0)
		warfarin := base * 0.36
		same(t, estimate(t, mine, "stroke", "warfarin").Chance, warfarin, base*0.26, base*0.51)
		half := math.Hypot(math.Log(0.51/0.26)/2, math.Log(0.91/0.73)/2)
		doac := estimate(t, mine, "stroke", "doac").Chance
		same(t, doac, warfarin*0.81, doac.Interval().Lower, doac.Interval().Upper)
		if width := math.Log(doac.Interval().Upper/doac.Interval().Lower) / 2; math.Abs(width-half) > 1e-9 {
			t.Fatalf("%+v: half-width %v on the log scale, by hand %v", p, width, half)
		}
		if want := risk.FromEffect | risk.Chained | risk.Indirect | risk.FixedBaseline; doac.Basis() != want {
			t.Fatalf("basis %v, want %v", doac.Basis().Names(), want.Names())
		}
	}
}

func same(t *testing.T, got risk.Chance, value, lower, upper float64) {
	t.Helper()
	v, ok := got.Value()
	i := got.Interval()
	if !ok || math.Abs(v-value) > 1e-15 || math.Abs(i.Lower-lower) > 1e-15 || math.Abs(i.Upper-upper) > 1e-15 {
		t.Fatalf("chance %v (%v to %v), by hand %v (%v to %v)", v, i.Lower, i.Upper, value, lower, upper)
	}
}

// TestEachMissingAnswer takes away every set of answers in turn: the number is then unknown, and the missing answers are
// named, all of them and no others, for the baseline and for what is worked out from it.
func TestEachMissingAnswer(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	order := []string{"age", "sex", "hypertension", "diabetes", "heart_failure", "had_stroke", "vascular_disease"}
	for bits := 1; bits < 1<<len(order); bits++ {
		given := woman76()
		var names []string
		for k, name := range order {
			if bits>>k&1 == 1 {
				delete(given, name)
				names = append(names, "person."+name)
			}
		}
		mine := ready.For(who(t, facts, given))
		for _, option := range []string{"none", "warfarin", "doac"} {
			e := estimate(t, mine, "stroke", option)
			if e.Chance.Known() || e.Chance.Reason() != risk.NotSupplied || e.Frequencies != nil {
				t.Fatalf("without %v, %s is %+v", names, option, e)
			}
			var asked []string
			for _, m := range e.Missing {
				asked = append(asked, m.Name)
				if m.Ask == "" {
					t.Errorf("%s has no words", m.Name)
				}
			}
			if !slices.Equal(asked, names) {
				t.Fatalf("%s asks for %v, and %v is missing", option, asked, names)
			}
		}
	}
}

// TestFillingABlankSettlesOnly holds that answering more never takes a known number back.
func TestFillingABlankSettlesOnly(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	given := woman76()
	known := 0
	for _, name := range slices.Sorted(maps.Keys(given)) {
		partly := map[string]any{}
		for _, other := range slices.Sorted(maps.Keys(given)) {
			if other <= name {
				partly[other] = given[other]
			}
		}
		now := 0
		for _, o := range ready.For(who(t, facts, partly)).Comparison().Outcomes {
			for _, e := range o.Estimates {
				if e.Chance.Known() {
					now++
				}
			}
		}
		if now < known {
			t.Fatalf("with %v there are %d numbers, before there were %d", partly, now, known)
		}
		known = now
	}
	if known != 5 {
		t.Errorf("%d numbers with everything known, want 5", known)
	}
}
