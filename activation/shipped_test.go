package activation_test

import (
	"path/filepath"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// shipped reads the measures that people can use, and the questionnaires that these stand on.
func shipped(t testing.TB) *schemas.Set {
	t.Helper()
	files, err := filepath.Glob("../examples/measures/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return read(t, append(files, "../examples/questionnaires/semcd-6.yaml")...)
}

func TestShippedMeasuresAreSilent(t *testing.T) {
	set := shipped(t)
	all := set.All(activation.Kind)
	if len(all) < 2 {
		t.Fatalf("there are %d measures", len(all))
	}
	for _, doc := range all {
		if list := activation.Check(set, doc, schemas.CheckOptions{AsOf: on("2026-11-21")}); len(list) > 0 {
			t.Errorf("%s: %v", doc.File(), list)
		}
	}
}

// TestConfidenceByHand goes from the six answers of the shipped scale to both levels, with the mean worked out by hand.
func TestConfidenceByHand(t *testing.T) {
	m, err := activation.FromSet(shipped(t), "self-management-confidence@1")
	if err != nil {
		t.Fatal(err)
	}
	below7 := using(t, m, "below_7")
	for _, c := range []struct {
		answers          string
		score            rule.Value
		reference, below string
		flags            int
	}{
		{`{"q1": 1, "q2": 1, "q3": 1, "q4": 1, "q5": 1, "q6": 1}`, score(1), "below", "low", 1},
		{`{"q1": 2, "q2": 3, "q3": 3, "q4": 3, "q5": 3, "q6": 3}`, score(17.0 / 6), "below", "low", 0},
		{`{"q1": 3, "q2": 3, "q3": 3, "q4": 3, "q5": 3, "q6": 3}`, score(3), "around", "low", 1},
		{`{"q1": 5, "q2": 5, "q3": 5, "q4": 5, "q5": 5, "q6": 6}`, score(31.0 / 6), "around", "low", 0},
		{`{"q1": 6, "q2": 7, "q3": 7, "q4": 8, "q5": 7, "q6": 7}`, score(7), "around", "not_low", 0},
		{`{"q1": 7, "q2": 7, "q3": 7, "q4": 7, "q5": 8, "q6": 8}`, score(44.0 / 6), "around", "not_low", 0},
		{`{"q1": 7, "q2": 7, "q3": 7, "q4": 8, "q5": 8, "q6": 8}`, score(7.5), "above", "not_low", 0},
		{`{"q1": 10, "q2": 10, "q3": 10, "q4": 10, "q5": 10, "q6": 10}`, score(10), "above", "not_low", 2},
		{`{"q1": 4, "q2": 5, "q3": 7, "q4": 8}`, score(6), "around", "low", 1},
		{`{"q1": 4, "q2": 5, "q3": 7}`, rule.MissingValue(rule.TooFew), "", "", 1},
	} {
		answers, err := m.Questionnaire().ParseAnswers([]byte(c.answers))
		if err != nil {
			t.Fatal(err)
		}
		got, second := m.Assess(answers), below7.Assess(answers)
		x, _ := got.Score.Number()
		want, known := c.score.Number()
		if known && !rule.Equal(x, want) || got.Reason() != c.score.Reason() || got.Level.ID != c.reference || second.Level.ID != c.below || len(got.Quality.Flags) != c.flags {
			t.Errorf("%s: %v, %v, %+v", c.answers, got, second, got.Quality)
		}
	}
	if m.CutPoints().Basis != "convention" || using(t, m, "below_7").CutPoints().Source.Verified {
		t.Error("the scale has no official cut points, and the measure does not say so")
	}
}

// TestLicensedMeasureShipsNothingLicensed holds that the file for the licensed tool has published numbers and nothing else.
func TestLicensedMeasureShipsNothingLicensed(t *testing.T) {
	def := pam(t).Definition()
	if def.Score != "" || def.Licence == nil || def.Licence.ShipsText || def.Licence.Obtain == "" || def.Licence.Terms != schemas.TermsLicensed {
		t.Errorf("%+v", def.Licence)
	}
	for _, cut := range def.CutPoints {
		if !cut.Source.Verified {
			t.Errorf("nobody has read the cut points %s", cut.ID)
		}
	}
	for id, verified := range map[string]bool{"endorsed": true, "older": false} {
		found := false
		for _, c := range def.ImportantChanges {
			found = found || c.ID == id && c.Source.Verified == verified
		}
		if !found {
			t.Errorf("the change %s does not say whether somebody read it", id)
		}
	}
}
