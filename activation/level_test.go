package activation_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// oracle gives the level of the published cut points from a score in tenths, so that no fraction takes part.
func oracle(tenths int, older bool) string {
	top := 725
	if older {
		top = 671
	}
	switch {
	case tenths <= 470:
		return "level_1"
	case tenths <= 551:
		return "level_2"
	case tenths < top:
		return "level_3"
	default:
		return "level_4"
	}
}

func TestEveryScoreHasItsPublishedLevel(t *testing.T) {
	current := pam(t)
	older := using(t, current, "pam_older")
	for tenths := range 1001 {
		v := score(float64(tenths) / 10)
		if got, want := current.AssessScore(v).Level.ID, oracle(tenths, false); got != want {
			t.Errorf("%v is %s by the current cut points, want %s", v, got, want)
		}
		if got, want := older.AssessScore(v).Level.ID, oracle(tenths, true); got != want {
			t.Errorf("%v is %s by the older cut points, want %s", v, got, want)
		}
	}
}

// TestOneScoreTwoLevels holds the reason why cut points are stored: from 67.1 to 72.4 the two published sets disagree.
func TestOneScoreTwoLevels(t *testing.T) {
	current := pam(t)
	older := using(t, current, "pam_older")
	for _, c := range []struct {
		score          float64
		current, older string
	}{
		{67, "level_3", "level_3"}, {67.1, "level_3", "level_4"}, {70, "level_3", "level_4"}, {72.4, "level_3", "level_4"}, {72.5, "level_4", "level_4"},
	} {
		a, b := current.AssessScore(score(c.score)), older.AssessScore(score(c.score))
		if a.Level.ID != c.current || a.CutPoints != "pam_current" || b.Level.ID != c.older || b.CutPoints != "pam_older" {
			t.Errorf("%v: %v and %v", c.score, a, b)
		}
	}
	if got := current.CutPoints().ID; got != "pam_current" {
		t.Errorf("Using changed the measure itself: it now uses %s", got)
	}
	if _, err := current.Using("pam_newest"); !errors.Is(err, activation.ErrNoCutPoints) {
		t.Errorf("an unknown set gives %v", err)
	}
}

func TestAScoreThatIsMissingHasNoLevel(t *testing.T) {
	m := pam(t)
	for _, reason := range []rule.Reason{
		rule.Blank, rule.Declined, rule.NotAsked, rule.NotSupplied, rule.TooFew, rule.KeyItem, rule.Undefined, rule.Invalid, rule.Internal,
	} {
		a := m.AssessScore(rule.MissingValue(reason))
		if a.Level != (activation.Level{}) || a.Reason() != reason || a.CutPoints != "pam_current" {
			t.Errorf("%v: %+v", reason, a)
		}
	}
	for _, v := range []float64{-0.1, 100.1, 47.05, 1e300, math.Inf(1), math.NaN()} {
		a := m.AssessScore(score(v))
		if a.Level != (activation.Level{}) || a.Reason() == rule.Present {
			t.Errorf("%v has the level %q", v, a.Level.ID)
		}
	}
	if a := m.AssessScore(rule.Value{}); a.Level.ID != "" || a.Reason() != rule.NotSupplied {
		t.Errorf("the zero value gives %+v", a)
	}
}

// TestNoiseOfBinaryFractions holds that a score that came out of arithmetic reaches its cut point.
func TestNoiseOfBinaryFractions(t *testing.T) {
	m := pam(t)
	sum := 47.0
	for range 10 {
		sum += 0.01
	}
	if a := m.AssessScore(score(sum)); a.Level.ID != "level_2" {
		t.Errorf("%.17g is %v", sum, a)
	}
	if a := using(t, fromSet(t, "confidence"), "halves").AssessScore(score(5.499999999999999)); a.Level.ID != "upper_half" {
		t.Errorf("5.5 less the noise of one sum is %v", a)
	}
}

// TestLevelsRise holds that a higher score never has a lower level, and that the model says the same as AssessScore.
func TestLevelsRise(t *testing.T) {
	m := fromSet(t, "confidence")
	model := m.Model()
	state := model.NewState()
	slot, _ := model.Slot("halves.level")
	halves := using(t, m, "halves")
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		x, y := 1+9*random.Float64(), 1+9*random.Float64()
		if x > y {
			x, y = y, x
		}
		state.Frame()[0] = x
		model.Eval(state)
		a := state.Get(slot)
		if got := model.Type(slot).Format(a); got != halves.AssessScore(score(x)).Level.ID {
			t.Fatalf("%v: the model says %s", x, got)
		}
		state.Frame()[0] = y
		model.Eval(state)
		if state.Get(slot) < a {
			t.Fatalf("%v has a lower level than %v", y, x)
		}
	}
	state.Frame()[0] = rule.NA(rule.TooFew)
	model.Eval(state)
	if got := rule.ReasonOf(state.Get(slot)); got != rule.TooFew {
		t.Errorf("a missing score gives a level that is missing as %v", got)
	}
	state.Frame()[0] = 11
	model.Eval(state)
	if got := rule.ReasonOf(state.Get(slot)); got != rule.Invalid {
		t.Errorf("a score outside the range gives a level that is missing as %v", got)
	}
	ranges := model.Ranges()
	if b := ranges.Bound(slot); b.Lo != 0 || b.Hi != 1 || b.NA != rule.Maybe {
		t.Errorf("over all scores the level is bound by %+v", b)
	}
}
