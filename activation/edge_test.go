package activation_test

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// small is a definition that passes every check, for tests that break it in one place.
func small() activation.Definition {
	source := schemas.Cite{Ref: "a_paper", Verified: true}
	return activation.Definition{
		Header: schemas.Header{
			Kind: activation.Kind, ID: "small", Version: "1.0.0", Title: "Small", Sources: map[string]schemas.Source{"a_paper": {Title: "A paper"}},
		},
		Supplied:         &activation.Supplied{Number: question.Number{Range: [2]float64{0, 100}, Step: 0.1}, Better: "higher"},
		DefaultCutPoints: "one",
		CutPoints: []activation.CutPoints{{ID: "one", Basis: "local", Source: source, Levels: []activation.LevelDefinition{
			{ID: "low", From: 0}, {ID: "high", From: 50},
		}}},
		ImportantChanges: []activation.ImportantChange{{ID: "gain", Direction: "better", Value: 3, Basis: "local", Source: source}},
	}
}

// TestLimitsOfChecks stands on both sides of each limit, also for definitions that no schema has seen.
func TestLimitsOfChecks(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*activation.Definition)
		code   diag.Code
	}{
		"as it is":                   {func(*activation.Definition) {}, ""},
		"a level for the best alone": {func(d *activation.Definition) { d.CutPoints[0].Levels[1].From = 100 }, ""},
		"a level above the best":     {func(d *activation.Definition) { d.CutPoints[0].Levels[1].From = 100.1 }, "activation-cut-points-order"},
		"a level from nowhere":       {func(d *activation.Definition) { d.CutPoints[0].Levels[1].From = math.NaN() }, "activation-cut-points-order"},
		"a change over all":          {func(d *activation.Definition) { d.ImportantChanges[0].Value = 100 }, ""},
		"a change beyond all":        {func(d *activation.Definition) { d.ImportantChanges[0].Value = 100.1 }, "activation-change-size"},
		"a change of nothing":        {func(d *activation.Definition) { d.ImportantChanges[0].Value = 0 }, "activation-change-size"},
		"a change that is none":      {func(d *activation.Definition) { d.ImportantChanges[0].Value = math.NaN() }, "activation-change-size"},
		"a month ago":                {func(d *activation.Definition) { d.ImportantChanges[0].WithinMonths = -1 }, "activation-change-size"},
		"a range without end":        {func(d *activation.Definition) { d.Supplied.Range[1] = math.Inf(1) }, "activation-supplied-range"},
		"a range of nothing":         {func(d *activation.Definition) { d.Supplied.Range[1] = 0 }, "activation-supplied-range"},
		"a step back":                {func(d *activation.Definition) { d.Supplied.Step = -0.1 }, "activation-supplied-range"},
		"no cut points":              {func(d *activation.Definition) { d.CutPoints = nil }, "activation-few-levels"},
		"no levels":                  {func(d *activation.Definition) { d.CutPoints[0].Levels = nil }, "activation-few-levels"},
	} {
		def := small()
		c.change(&def)
		m, err := activation.Compile(def, nil)
		list, _ := err.(diag.List)
		var codes []diag.Code
		for _, d := range list {
			codes = append(codes, d.Code)
		}
		if c.code == "" && err != nil || c.code != "" && (m != nil || !slices.Contains(codes, c.code)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLevelsBetweenSteps holds which levels no score can reach. The doubles of 0.07 and 0.01 give
// 7.000000000000001 steps.
func TestLevelsBetweenSteps(t *testing.T) {
	src, err := os.ReadFile("testdata/bad/activation-level-unreachable.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		step, from, next string
		skipped          bool
	}{
		{"0.1", "55.2", "55.3", false}, {"0.1", "55.21", "55.3", true}, {"0.1", "55.21", "55.31", false}, {"0.1", "0.1", "0.2", false},
		{"1", "49.5", "50", true}, {"1", "49", "49.5", false}, {"1", "49.5", "50.5", false}, {"0.5", "0.6", "1", true}, {"20", "40", "60", false},
		{"0.01", "0.07", "0.08", false},
	} {
		text := strings.NewReplacer("step: 0.1", "step: "+c.step, "from: 49.91", "from: "+c.from, "from: 49.99", "from: "+c.next, "score: 50}", "score: 100}").Replace(string(src))
		doc, faults := schemas.Parse("steps.yaml", []byte(text))
		if faults.HasErrors() {
			t.Fatal(faults)
		}
		set, _ := schemas.NewSet(doc)
		var codes []diag.Code
		for _, d := range activation.Check(set, doc, schemas.CheckOptions{}) {
			codes = append(codes, d.Code)
		}
		if got := slices.Contains(codes, "activation-level-unreachable"); got != c.skipped || len(codes) > 1 {
			t.Errorf("from %s to below %s in steps of %s: %v", c.from, c.next, c.step, codes)
		}
	}
}

// TestBoundsOfLevels holds that a range of scores gives just the levels in it.
func TestBoundsOfLevels(t *testing.T) {
	model := fromSet(t, "confidence").Model()
	slot, _ := model.Slot("level")
	for _, c := range []struct{ lo, hi, from, to float64 }{{1, 3.9, 0, 0}, {1, 4, 0, 1}, {4, 6.9, 1, 1}, {6, 10, 1, 2}, {7, 10, 2, 2}} {
		s := model.Ranges()
		s.SetBound(0, rule.Bound{Lo: c.lo, Hi: c.hi})
		if b := s.Bound(slot); b.Lo != c.from || b.Hi != c.to || b.NA != rule.Never {
			t.Errorf("scores from %v to %v have levels %+v", c.lo, c.hi, b)
		}
	}
}

// TestQuestionnairesAreNotMixed holds that scores of other questionnaires, versions or scales are not compared.
func TestQuestionnairesAreNotMixed(t *testing.T) {
	m := fromSet(t, "confidence")
	before := m.Assess(answer(t, m, 4, 5, 6, 7, 8, 9))
	for name, c := range map[string]struct {
		change  func(*activation.Questionnaire)
		refused activation.Refusal
	}{
		"the same":        {func(*activation.Questionnaire) {}, ""},
		"a minor version": {func(q *activation.Questionnaire) { q.Version = "1.7.0" }, ""},
		"a major version": {func(q *activation.Questionnaire) { q.Version = "2.0.0" }, activation.OtherQuestionnaire},
		"another score":   {func(q *activation.Questionnaire) { q.Score = "worry" }, activation.OtherQuestionnaire},
		"another one":     {func(q *activation.Questionnaire) { q.ID = "phq-9" }, activation.OtherQuestionnaire},
	} {
		after := m.Assess(answer(t, m, 5, 5, 6, 7, 8, 9))
		c.change(after.Questionnaire)
		if got := m.Change(before, after); got.Refused != c.refused {
			t.Errorf("%s: %+v", name, got)
		}
	}
	filled := m.Assess(answer(t, m, 5, 5, 6, 7, 8, 9))
	filled.Questionnaire.Imputed = []string{"c6"}
	if got := m.Change(before, filled); !slices.Equal(got.Cautions, []activation.Caution{activation.BlanksFilled}) {
		t.Errorf("a score over blanks: %+v", got)
	}
	next := m.Assess(answer(t, m, 5, 5, 6, 7, 8, 9))
	next.Version = "2.0.0"
	if used := m.Used("activation.", next); len(used) > 0 {
		t.Errorf("rules read an assessment of another major version: %v", used)
	}
}
