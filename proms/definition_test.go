package proms

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

func TestStructsAndSchemaNameTheSameKeys(t *testing.T) {
	for def, value := range map[string]any{"questionnaire": Definition{}, "questionnaire.rounding": rounding{}, "questionnaire.missing": plainMissing()} {
		for _, mismatch := range schemas.Mismatches(def, value) {
			t.Error(mismatch)
		}
	}
}

// plainMissing is Missing without its second form, for the comparison of keys.
func plainMissing() any {
	type plain Missing
	return plain{}
}

func numberItem(id string, lo, hi float64) Item {
	return Item{Question: question.Question{ID: id, Number: &question.Number{Range: [2]float64{lo, hi}, Step: 1}}}
}

// ready compiles a definition without looking at its promises.
func ready(t *testing.T, def Definition) *Questionnaire {
	t.Helper()
	r := diag.NewReporter(nil)
	q := compile(&def, sources{}, r)
	if q == nil {
		t.Fatal(r.List())
	}
	return q
}

// inCode is a small definition built in code.
func inCode() Definition {
	def := Definition{
		Items: []Item{numberItem("q1", 0, 3), numberItem("q2", 0, 3)},
		Scores: []ScoreDefinition{{
			ID: "total", Of: Members{IDs: []string{"q1", "q2"}}, Missing: &Missing{AtLeast: AtLeast{Count: 1}, Fill: Fill{Kind: rule.FillMean}},
			Rule: "sum(of)", Round: &Rounding{Places: 0, Half: rule.HalfUp}, Range: [2]float64{0, 6}, Better: "lower",
		}},
	}
	def.Kind, def.ID, def.Version, def.Title = Kind, "in-code", "1.0.0", "Built in code"
	return def
}

func TestCompile(t *testing.T) {
	q, err := Compile(inCode())
	if err != nil {
		t.Fatal(err)
	}
	answers, err := q.Answers(map[string]any{"q1": 2})
	if err != nil {
		t.Fatal(err)
	}
	if s := scoreOf(t, q.Score(answers), "total"); s.Value.String() != "4" {
		t.Errorf("%+v", s)
	}
}

// TestCompileRefuses holds that a definition in code gets the checks that YAML gets, numbers that YAML cannot say included.
func TestCompileRefuses(t *testing.T) {
	for want, spoil := range map[string]func(*Definition){
		"score-missing-count": func(d *Definition) { d.Scores[0].Missing.AtLeast = AtLeast{} },
		"score-missing-rule":  func(d *Definition) { d.Scores[0].Missing = nil },
		"score-missing-form":  func(d *Definition) { d.Scores[0].Missing.Fill = Fill{Kind: rule.FillValue, Value: math.NaN()} },
		"score-range":         func(d *Definition) { d.Scores[0].Range[1] = math.Inf(1) },
		"score-round":         func(d *Definition) { d.Scores[0].Round.Places = 99 },
		"band-order":          func(d *Definition) { d.Scores[0].Bands = []Band{{ID: "low", From: math.NaN()}} },
		"score-of":            func(d *Definition) { d.Scores[0].Of = Members{Group: "nobody"} },
		"rule-name-taken":     func(d *Definition) { d.Scores[0].ID = "q1" },
		"item-repeated-id":    func(d *Definition) { d.Items[1].ID = "q1" },
		"header-id":           func(d *Definition) { d.ID = "In Code" },
		"finding-shape":       func(d *Definition) { d.Findings = []policy.Criterion{{ID: "alert", Basis: "local"}} },
		"score-important-change": func(d *Definition) {
			d.ImportantChanges = []ImportantChange{{Score: "total", Kind: "reliable", Direction: "either", Value: math.Inf(1)}}
		},
		"item-when-not-asked": func(d *Definition) { v := 1.0; d.Items[1].WhenNotAsked = &v },
	} {
		def := inCode()
		spoil(&def)
		if q, err := Compile(def); q != nil || err == nil || !strings.Contains(err.Error(), "["+want+"]") {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// TestDigest holds that the digest tells definitions apart and does not depend on layout or comments.
func TestDigest(t *testing.T) {
	src := string(source(t, "phq-9"))
	same := loaded(t, "# a comment\n"+strings.Replace(src, "range: [0, 27]", "range:\n      - 0\n      - 27", 1))
	other := loaded(t, strings.Replace(src, "at_least: 7", "at_least: 8", 1)[:strings.Index(src, "\ncases:")+1])
	q := shipped(t, "phq-9")
	if q.Digest() != same.Digest() || q.Digest() == other.Digest() || !strings.HasPrefix(q.Digest(), "sha256:") {
		t.Error(q.Digest(), same.Digest(), other.Digest())
	}
}

// TestFormsInJSON holds that the canonical form of each part is the one that authors write.
func TestFormsInJSON(t *testing.T) {
	for _, c := range []struct {
		value any
		want  string
	}{
		{Members{Group: "symptoms"}, `"symptoms"`}, {Members{IDs: []string{"q1"}}, `["q1"]`},
		{AtLeast{All: true}, `"all"`}, {AtLeast{Count: 7}, `7`}, {AtLeast{Share: 0.5}, `{"share":0.5}`}, {AtLeast{Share: 0.5, More: true}, `{"more_than":0.5}`},
		{Fill{}, `"none"`}, {Fill{Kind: rule.FillMean}, `"mean"`}, {Fill{Kind: rule.FillDrop}, `"drop"`}, {Fill{Kind: rule.FillValue, Value: 0}, `0`},
		{Rounding{Places: 1, Half: rule.HalfEven}, `{"places":1,"half":"even"}`},
	} {
		if got, err := json.Marshal(c.value); err != nil || string(got) != c.want {
			t.Errorf("%#v is %s, want %s (%v)", c.value, got, c.want, err)
		}
	}
}
