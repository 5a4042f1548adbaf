package activation_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// offers makes one criterion ready that reads a measure under the name activation, as support-offers do, and gives its
// finding in words: a state, or unknown with its reason.
func offers(t *testing.T, m *activation.Measure, when string) func(activation.Assessment) string {
	t.Helper()
	p, err := policy.CompileDefinition(policy.Definition{
		Header:   schemas.Header{Kind: policy.KindSupportOffers, ID: "offers", Version: "1.0.0", Title: "Offers"},
		Criteria: []policy.Criterion{{ID: "offer", When: when, Because: "A test.", Basis: "convention"}},
	}, nil, m.Use("activation."))
	if err != nil {
		t.Fatal(err)
	}
	return func(a activation.Assessment) string {
		found := p.Evaluate(policy.Given{Used: m.Used("activation.", a)})[0]
		if found.State == policy.Unknown {
			return found.Reason.String()
		}
		return found.State.String()
	}
}

func TestRulesOfOtherDocumentsReadLevels(t *testing.T) {
	m := pam(t)
	older := using(t, m, "pam_older")
	coaching := offers(t, m, `activation.level in ["level_1", "level_2"]`)
	for name, c := range map[string]struct {
		a    activation.Assessment
		want string
	}{
		"a low level":               {m.AssessScore(score(47)), "met"},
		"a high level":              {m.AssessScore(score(80)), "not_met"},
		"no score":                  {m.AssessScore(rule.MissingValue(rule.Declined)), "declined"},
		"nobody assessed":           {activation.Assessment{}, "not_supplied"},
		"the same levels elsewhere": {older.AssessScore(score(47)), "met"},
		"another measure":           {fromSet(t, "confidence").AssessScore(score(5)), "not_supplied"},
		"a level of another score": {activation.Assessment{
			Measure: m.ID(), Version: "1.0.0", CutPoints: "pam_current", Score: score(80), Level: activation.Level{ID: "level_1"},
		}, "invalid"},
		"a level from nowhere": {activation.Assessment{
			Measure: m.ID(), Version: "1.0.0", CutPoints: "pam_current", Score: score(5), Level: activation.Level{ID: "level_9"},
		}, "invalid"},
	} {
		if got := coaching(c.a); got != c.want {
			t.Errorf("%s: the offer is %s, want %s", name, got, c.want)
		}
	}
	menu := offers(t, m, `not answered(activation.level)`)
	if got := menu(m.AssessScore(rule.MissingValue(rule.TooFew))); got != "met" {
		t.Errorf("a person whose level is unknown does not get the menu: %s", got)
	}
}

func TestLevelsOfOtherCutPointsAreNotTaken(t *testing.T) {
	m := fromSet(t, "confidence")
	halves := using(t, m, "halves")
	if got := offers(t, m, `activation.level == "low"`)(halves.AssessScore(score(2))); got != "not_supplied" {
		t.Errorf("a level of another set is %s", got)
	}
	if got := offers(t, m, `activation.cut_points == "halves" and activation.score < 4`)(halves.AssessScore(score(2))); got != "met" {
		t.Errorf("the set and the score are %s", got)
	}
}

func TestRulesReadQuality(t *testing.T) {
	m := fromSet(t, "confidence")
	flagged := offers(t, m, `activation.quality == "flagged"`)
	if got := flagged(m.Assess(answer(t, m, 5, 5, 5, 5, 5, 5))); got != "met" {
		t.Errorf("all the same: %s", got)
	}
	if got := flagged(m.Assess(answer(t, m, 5, 6, 5, 5, 5, 5))); got != "not_met" {
		t.Errorf("not all the same: %s", got)
	}
	if got := flagged(m.AssessScore(rule.MissingValue(rule.TooFew))); got != "not_supplied" {
		t.Errorf("nothing could be judged: %s", got)
	}
}
