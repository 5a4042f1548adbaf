package proms

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// everyForm is a questionnaire with one item of every form; old stands for text that is changed.
func everyForm(t testing.TB, old, changed string) *Questionnaire {
	t.Helper()
	src := string(read(t, "testdata/every-form.yaml"))
	if !strings.Contains(src, old) {
		t.Fatalf("there is no %q", old)
	}
	return loaded(t, strings.ReplaceAll(src, old, changed))
}

func TestEveryFormIsSilent(t *testing.T) {
	if list := checked(t, "every-form.yaml", read(t, "testdata/every-form.yaml")); len(list) > 0 {
		t.Error(list)
	}
	doc, _ := schemas.Parse("every-form.yaml", read(t, "testdata/every-form.yaml"))
	set, _ := schemas.NewSet(doc)
	if report, err := Deep(set, doc, 20000); err != nil || report.Changes == 0 {
		t.Error(report, err)
	}
}

// TestWhatWasNotTaken holds that a result names every answer that was not taken as it stands, and survives JSON.
func TestWhatWasNotTaken(t *testing.T) {
	q := everyForm(t, "", "")
	answers, err := q.ParseAnswers([]byte(`{"hurts": false, "places": ["back"], "story": "Like a knife", "pain": {"marks": [10, 20]},
		"activity_1": {"value": 3, "name": "Climbing stairs"}, "activity_2": 5, "shopping": {"marks": [0, 2]}, "working": {"marks": [1, 2]},
		"driving": {"marks": [0.2]}, "born": "1850-01-01", "walking": 2}`))
	if err == nil || !strings.Contains(err.Error(), "answer-unknown-question") || !strings.Contains(err.Error(), "1850-01-01 is before 1900-01-01") {
		t.Error(err)
	}
	r := q.Score(answers)
	for name, pair := range map[string][2]any{
		"ignored": {r.Ignored, []string{"places", "story"}}, "invalid": {r.Invalid, []string{"born", "pain", "shopping"}},
		"unknown": {r.Unknown, []string{"walking"}}, "unnamed": {r.Unnamed, []string{"activity_2"}},
	} {
		if diff := cmp.Diff(pair[1], pair[0]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	marked, err := json.Marshal(r.Marked)
	if want := `[{"question":"pain","marks":[10,20],"by":"void"},{"question":"shopping","marks":[0,2],"by":"void"},` +
		`{"question":"working","marks":[1,2],"by":"worse","counted":2},{"question":"driving","marks":[0.2],"by":"nearest","counted":0}]`; err != nil || string(marked) != want {
		t.Errorf("marked are %s", marked)
	}
	text, err := json.Marshal(r)
	var back Result
	if err != nil || json.Unmarshal(text, &back) != nil || !reflect.DeepEqual(r, back) {
		t.Errorf("%s does not come back (%v)", text, err)
	}
	if s := scoreOf(t, r, "hardship"); s.Value.Reason() != rule.TooFew || s.Answered != 2 {
		t.Errorf("%+v", s)
	}
}

// TestNotApplicable holds that an answer that says that the item does not apply leaves the list, on all ways to score, and that a
// blank is not taken for one.
func TestNotApplicable(t *testing.T) {
	q := everyForm(t, "", "")
	place, _ := q.Find("hardship")
	row, _ := q.Sheet().Place("shopping")
	at, _ := q.Sheet().Slots(row)
	scratch := q.NewScratch()
	na, blank := rule.NA(rule.NotAsked), rule.NA(rule.Blank)
	for _, c := range []struct {
		answers    string
		items      [3]float64
		want       string
		n, of      int
		struggling policy.State
	}{
		{`{"shopping": 1, "working": "not_mine", "driving": 0}`, [3]float64{1, na, 0}, "25", 2, 2, policy.NotMet},
		{`{"shopping": 1, "working": {"missing": "not_asked"}, "driving": 0}`, [3]float64{1, na, 0}, "25", 2, 2, policy.NotMet},
		{`{"shopping": "not_mine", "working": "not_mine", "driving": "not_mine"}`, [3]float64{na, na, na}, "not_asked", 0, 0, policy.Unknown},
		{`{"shopping": 1, "driving": 0}`, [3]float64{1, blank, 0}, "too_few", 2, 3, policy.Unknown},
		// With a blank that may be answered or not apply, nothing is said too early.
		{`{"shopping": 2, "driving": 2}`, [3]float64{2, blank, 2}, "too_few", 2, 3, policy.Unknown},
		{`{"shopping": 1, "driving": 1}`, [3]float64{1, blank, 1}, "too_few", 2, 3, policy.Unknown},
	} {
		answers, err := q.ParseAnswers([]byte(c.answers))
		if err != nil {
			t.Fatal(err)
		}
		r := q.Score(answers)
		s := scoreOf(t, r, "hardship")
		if s.Value.String() != c.want || s.Answered != c.n || s.Expected != c.of {
			t.Errorf("%s: %+v", c.answers, s)
		}
		if got := findingOf(t, r, "struggling").State; got != c.struggling {
			t.Errorf("%s: struggling is %v, want %v", c.answers, got, c.struggling)
		}
		items := scratch.Items()
		for i := range items {
			items[i] = blank
		}
		copy(items[at:], c.items[:])
		scratch.Score()
		if got := scratch.Value(place); got != s.Value {
			t.Errorf("%s: %v in a row, %v for a person", c.answers, got, s.Value)
		}
	}
}

// TestNotApplicableNeverFlips holds that whatever stands for a blank, the option that it does not apply included, turns unknown into a
// conclusion and never a conclusion into another.
func TestNotApplicableNeverFlips(t *testing.T) {
	q := everyForm(t, "", "")
	options := []any{nil, 0, 1, 2, "not_mine"}
	for k := range len(options) * len(options) * len(options) {
		form := map[string]any{"shopping": options[k%5], "working": options[k/5%5], "driving": options[k/25]}
		before, err := q.Answers(form)
		if err != nil {
			t.Fatal(err)
		}
		state := findingOf(t, q.Score(before), "struggling").State
		for id, v := range form {
			if v != nil || state == policy.Unknown {
				continue
			}
			for _, answer := range options[1:] {
				after, _ := before.With(id, answer)
				if got := findingOf(t, q.Score(after), "struggling"); got.State != state && got.State != policy.Unknown {
					t.Errorf("%v is %v, and %v with %s %v", form, state, got, id, answer)
				}
			}
		}
	}
}

// TestAnotherCopy holds that answers count on another copy, version or language of a questionnaire, and on no other one.
func TestAnotherCopy(t *testing.T) {
	q := everyForm(t, "", "")
	answers, err := q.ParseAnswers([]byte(`{"hurts": true, "places": ["neck"], "activity_1": 4, "shopping": 1, "working": "not_mine", "driving": 0, "pain": 12.5}`))
	if err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(q.Score(answers).Scores)
	for name, other := range map[string]*Questionnaire{
		"the same again": everyForm(t, "", ""), "other words": everyForm(t, "Does anything hurt?", "Oes rhywbeth yn brifo?"),
		"a later version": everyForm(t, "version: 1.0.0", "version: 1.1.0"),
	} {
		r := other.Score(answers)
		if got, _ := json.Marshal(r.Scores); string(got) != string(want) || len(r.Invalid)+len(r.Unknown) > 0 {
			t.Errorf("%s: %s, want %s (%v, %v)", name, got, want, r.Invalid, r.Unknown)
		}
		if got, want := other.Explain(answers), q.Explain(answers); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is explained as %v", name, got)
		}
	}
	r := everyForm(t, "id: every-form", "id: other-form").Score(answers)
	if len(r.Invalid) != 7 || scoreOf(t, r, "activities").Value.Reason() != rule.TooFew {
		t.Errorf("another questionnaire scores them: %+v", r)
	}
	r = shipped(t, "phq-9").Score(answers)
	if strings.Join(r.Unknown, " ") != "activity_1 driving hurts pain places shopping working" {
		t.Errorf("unknown to the PHQ-9 are %v", r.Unknown)
	}
}

func TestParts(t *testing.T) {
	var got []string
	for _, p := range everyForm(t, "", "").Parts() {
		line := p.Section.ID + "|" + p.Section.Title + "|" + p.Section.Recall + "|" + p.Section.Stem + ":"
		for _, item := range p.Items {
			line += " " + item.ID
		}
		got = append(got, line)
	}
	want := []string{
		"||During the last week|How have you been?: born",
		"hurting|What hurts|During the last week|How have you been?: hurts pain places story",
		"doing|What you do|During the last week|How hard is this for you?: activity_1 activity_2 shopping working driving",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if parts := shipped(t, "phq-9").Parts(); len(parts) != 1 || len(parts[0].Items) != 10 || parts[0].Section.Stem == "" {
		t.Errorf("%+v", parts)
	}
}

// TestCanonicalForms holds that a definition in JSON has the forms that authors write, so that digests do not hang on how a rule
// for marks was written.
func TestCanonicalForms(t *testing.T) {
	long := everyForm(t, "two_marks: {adjacent: worse, apart: void}", "two_marks: {adjacent: void, apart: void}")
	short := everyForm(t, "two_marks: {adjacent: worse, apart: void}", "two_marks: void")
	if long.Digest() != short.Digest() || short.Digest() == everyForm(t, "", "").Digest() {
		t.Error("the digests do not tell what the definitions say")
	}
}
