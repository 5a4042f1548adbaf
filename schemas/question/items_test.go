package question_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestItemForms goes through every form of an answer to an item: what comes out in JSON, or why nothing does.
func TestItemForms(t *testing.T) {
	sheet := items(t)
	long := strings.Repeat("é", 20)
	for _, c := range []struct {
		id, json string
		value    float64
		reason   rule.Reason
		written  string // "" where nothing is known
	}{
		{"pain", `47.5`, 47.5, rule.Present, `47.5`},
		{"pain", `100.5`, 0, rule.Invalid, ``},
		{"places", `[]`, 0, rule.Present, `[]`},
		{"places", `["leg", "back"]`, 2, rule.Present, `["back","leg"]`},
		{"places", `{"marks": ["neck"]}`, 1, rule.Present, `["neck"]`},
		{"places", `{"value": ["neck"], "from": "the person"}`, 1, rule.Present, `{"from":"the person","value":["neck"]}`},
		{"places", `["rather_not"]`, 0, rule.Declined, `{"missing":"declined"}`},
		{"places", `["no_pain"]`, 0, rule.NotAsked, `{"missing":"not_asked"}`},
		{"places", `["no_pain", "back"]`, 0, rule.Invalid, ``},
		{"places", `["back", "back"]`, 0, rule.Invalid, ``},
		{"places", `["foot"]`, 0, rule.Invalid, ``},
		{"places", `[1]`, 0, rule.Invalid, ``},
		{"places", `[null]`, 0, rule.Invalid, ``},
		{"places", `[["back"]]`, 0, rule.Invalid, ``},
		{"places", `"back"`, 0, rule.Invalid, ``},
		{"places", `{"marks": "back"}`, 0, rule.Invalid, ``},
		{"places", `{"marks": ["back"], "value": ["back"]}`, 0, rule.Invalid, ``},
		{"places", `{"missing": "declined"}`, 0, rule.Declined, `{"missing":"declined"}`},
		{"places", `null`, 0, rule.Blank, ``},
		{"story", `"Stairs hurt"`, 0, rule.Present, `"Stairs hurt"`},
		{"story", `{"words": "Stairs", "on": "2026-11-21"}`, 0, rule.Present, `{"on":"2026-11-21","value":"Stairs"}`},
		{"story", `"` + long + `"`, 0, rule.Present, `"` + long + `"`},
		{"story", `"` + long + `."`, 0, rule.Invalid, ``},
		{"story", `"  "`, 0, rule.Blank, ``},
		{"story", `7`, 0, rule.Invalid, ``},
		{"story", `{"marks": [1]}`, 0, rule.Invalid, ``},
		{"since", `"2026-02-28"`, 0, rule.Present, `"2026-02-28"`},
		{"since", `"2026-02-30"`, 0, rule.Invalid, ``},
		{"since", `"1899-12-31"`, 0, rule.Invalid, ``},
		{"since", `"2031-01-01"`, 0, rule.Invalid, ``},
		{"since", `20260228`, 0, rule.Invalid, ``},
		{"since", `{"words": "2026-02-28"}`, 0, rule.Invalid, ``},
		{"activity_1", `{"value": 3, "name": " Climbing stairs "}`, 3, rule.Present, `{"name":"Climbing stairs","value":3}`},
		{"activity_1", `{"value": 3, "name": ""}`, 0, rule.Invalid, ``},
		{"activity_1", `{"value": 3, "name": 7}`, 0, rule.Invalid, ``},
		{"activity_1", `{"missing": "blank", "name": "Lifting"}`, 0, rule.Blank, `{"missing":"blank","name":"Lifting"}`},
		{"work", `{"value": 1, "name": "Lifting"}`, 0, rule.Invalid, ``},
		{"work", `"no_work"`, 0, rule.NotAsked, `{"missing":"not_asked"}`},
		{"work", `"rather_not"`, 0, rule.Declined, `{"missing":"declined"}`},
		{"work", `{"words": "hard"}`, 0, rule.Invalid, ``},
	} {
		answers, err := sheet.Parse([]byte(`{"` + c.id + `": ` + c.json + `}`))
		value, reason := answers.Value(c.id)
		if value != c.value || reason != c.reason || (err != nil) != (reason == rule.Invalid) {
			t.Errorf("%s: %s gives %v, %s (%v); want %v, %s", c.id, c.json, value, reason, err, c.value, c.reason)
		}
		if err != nil && codes(err) != "answer-invalid" {
			t.Errorf("%s: %s gives %v", c.id, c.json, err)
		}
		want := `{}`
		if c.written != "" {
			want = `{"` + c.id + `":` + c.written + `}`
		}
		text, marshalErr := json.Marshal(answers)
		if marshalErr != nil || err == nil && string(text) != want {
			t.Errorf("%s: %s is written as %s, want %s", c.id, c.json, text, want)
		}
	}
}

func TestInputsOfItems(t *testing.T) {
	sheet := items(t)
	var names []string
	for _, in := range sheet.Inputs("") {
		names = append(names, in.Name)
	}
	if got := strings.Join(names, " "); got != "pain places.back places.neck places.leg places.elsewhere activity_1 activity_2 work mood fell" {
		t.Errorf("the inputs are %s", got)
	}
	for _, c := range []struct {
		id    string
		at, n int
		form  question.Form
	}{{"pain", 0, 1, question.FormScale}, {"places", 1, 4, question.FormMarks}, {"story", 10, 0, question.FormWords}, {"since", 11, 0, question.FormDate}, {"mood", 8, 1, question.FormChoice}} {
		i, _ := sheet.Place(c.id)
		if at, n := sheet.Slots(i); at != c.at || n != c.n || sheet.Question(i).Form() != c.form {
			t.Errorf("%s is %s at %d, %d", c.id, sheet.Question(i).Form(), at, n)
		}
	}
	if i, ok := sheet.Owner("places.leg"); !ok || sheet.Question(i).ID != "places" {
		t.Error("nobody owns places.leg")
	}
	if _, ok := sheet.Owner("places"); ok {
		t.Error("places is an input")
	}
	answers, err := sheet.Of(map[string]any{"places": []string{"leg"}, "story": "So", "since": "2026-01-01", "fell": true, "pain": 5})
	if err != nil || answers.Count() != 5 {
		t.Fatal(answers.Count(), err)
	}
	frame := make([]float64, 10)
	answers.Fill(frame)
	for i, want := range []float64{5, 0, 0, 1, 0, -1, -1, -1, -1, 1} {
		if got := frame[i]; got != want && !(want < 0 && rule.ReasonOf(got) == rule.Blank) {
			t.Errorf("%s is %v", names[i], got)
		}
	}
	for id, want := range map[string]float64{"places.leg": 1, "places.back": 0} {
		if v, reason := answers.Value(id); v != want || reason != rule.Present {
			t.Errorf("%s is %v, %s", id, v, reason)
		}
	}
	if words, reason := answers.Text("story"); words != "So" || reason != rule.Present {
		t.Errorf("the story is %q, %s", words, reason)
	}
	if _, reason := answers.Text("pain"); reason != rule.NotSupplied {
		t.Errorf("the words of pain are %s", reason)
	}
	if _, reason := sheet.None().Text("since"); reason != rule.Blank {
		t.Errorf("a blank day is %s", reason)
	}
}

// TestMarksOnPaper holds what comes of marks that do not single out one answer, by each rule an instrument can have.
func TestMarksOnPaper(t *testing.T) {
	for _, c := range []struct {
		two, between string
		id, marks    string
		want         string // the answer, a reason, or "error"
		by           string
	}{
		{"highest", "", "work", `[1, 2]`, "2", "highest"},
		{"lowest", "", "work", `[2, 1]`, "1", "lowest"},
		{"worse", "", "work", `[1, 2]`, "2", "worse"},
		{"worse", "", "mood", `["good", "fair"]`, "fair", "worse"},
		{"worse", "", "fell", `[true, false]`, "true", "worse"},
		{"worse", "", "activity_1", `[4, 5]`, "4", "worse"},
		{"worse", "", "pain", `[40, 60]`, "60", "worse"},
		{"void", "", "work", `["some", "hard"]`, "invalid", "void"},
		{"", "", "work", `[1, 2]`, "error", ""},
		{"", "", "work", `[1]`, "1", ""},
		{"", "", "work", `[]`, "blank", ""},
		{"highest", "", "work", `[0, 1, 4]`, "4", "highest"},
		{"highest", "", "work", `[1, 1]`, "error", ""},
		{"highest", "", "work", `[1, "some"]`, "1", ""},
		{"highest", "", "work", `[1, 3]`, "error", ""},
		{"highest", "", "work", `[1, "no_work"]`, "error", ""},
		{"highest", "", "work", `[1, null]`, "error", ""},
		{"highest", "", "work", `[1, [2]]`, "error", ""},
		{"highest", "", "work", `1`, "error", ""},
		{"{adjacent: lowest, apart: void}", "", "activity_1", `[4, 5]`, "4", "lowest"},
		{"{adjacent: lowest, apart: void}", "", "activity_1", `[4, 6]`, "invalid", "void"},
		{"{adjacent: lowest, apart: void}", "", "activity_1", `[4, 5, 6]`, "invalid", "void"},
		{"{adjacent: lowest, apart: void}", "", "work", `[2, 4]`, "2", "lowest"},
		{"{adjacent: lowest, apart: void}", "", "work", `[1, 4]`, "invalid", "void"},
		{"{adjacent: lowest, apart: void}", "", "mood", `["low", "good"]`, "invalid", "void"},
		{"{adjacent: lowest, apart: void}", "", "pain", `[40, 40.5]`, "invalid", "void"},
		{"", "nearest", "work", `[1.4]`, "1", "nearest"},
		{"", "nearest", "work", `[1.6]`, "2", "nearest"},
		{"", "nearest", "work", `[3.1]`, "4", "nearest"},
		{"highest", "nearest", "work", `[1.5]`, "2", "highest"},
		{"", "nearest", "work", `[1.5]`, "error", ""},
		{"", "nearest", "work", `[4.2]`, "error", ""},
		{"", "nearest", "activity_1", `[4.4]`, "4", "nearest"},
		{"highest", "nearest", "activity_1", `[4.4, 7]`, "error", ""},
		{"highest", "void", "work", `[1.5]`, "invalid", "void"},
		{"highest", "void", "work", `[1.4]`, "invalid", "void"},
		{"highest", "", "work", `[1.4]`, "error", ""},
		{"", "nearest", "mood", `[1.4]`, "error", ""},
		{"", "nearest", "pain", `[101]`, "error", ""},
	} {
		changed := ""
		if c.two != "" {
			changed += "two_marks: " + c.two + "\n"
		}
		if c.between != "" {
			changed += "between_marks: " + c.between + "\n"
		}
		sheet := ready(t, "items", "two_marks: {adjacent: worse, apart: void}\nbetween_marks: nearest\n", changed)
		answers, err := sheet.Parse([]byte(`{"` + c.id + `": {"marks": ` + c.marks + `, "from": "paper form"}}`))
		i, _ := sheet.Place(c.id)
		v, reason := answers.Value(c.id)
		got := reason.String()
		switch {
		case err != nil:
			got = "error"
		case reason == rule.Present:
			got = sheet.Type(i).Format(v)
		}
		by := ""
		for _, m := range answers.Marked() {
			by = m.By
			if m.Question != c.id || (m.Counted == nil) != (m.By == "void") {
				t.Errorf("%+v", m)
			}
		}
		if got != c.want || by != c.by || err != nil && reason != rule.Invalid {
			t.Errorf("two %q, between %q: %s of %s gives %s by %q (%v); want %s by %q", c.two, c.between, c.marks, c.id, got, by, err, c.want, c.by)
		}
		if err != nil {
			continue
		}
		text, _ := json.Marshal(answers)
		again, err := sheet.Parse(text)
		if text2, _ := json.Marshal(again); err != nil || string(text) != string(text2) || !cmp.Equal(answers.Marked(), again.Marked()) {
			t.Errorf("%s became %s, %v", text, text2, err)
		}
	}
	many := `{"pain": {"marks": [1` + strings.Repeat(",1", 200) + `]}}`
	if _, err := items(t).Parse([]byte(many)); codes(err) != "answer-invalid" {
		t.Errorf("200 marks give %v", err)
	}
}

// TestNamesAreCarried holds that a later visit rates what was named at the first, and that nothing is renamed silently.
func TestNamesAreCarried(t *testing.T) {
	sheet := items(t)
	first, err := sheet.Parse([]byte(`{"activity_1": {"value": 2, "name": "Climbing stairs", "on": "2026-01-01"}}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ later, want, codes string }{
		{`{"activity_1": 7}`, `{"activity_1":{"name":"Climbing stairs","value":7}}`, ""},
		{`{"activity_1": {"value": 7, "name": "climbing  STAIRS", "on": "2026-03-01"}}`, `{"activity_1":{"name":"Climbing stairs","on":"2026-03-01","value":7}}`, ""},
		{`{}`, `{"activity_1":{"missing":"blank","name":"Climbing stairs"}}`, ""},
		{`{"activity_1": {"value": 7, "name": "Lifting"}}`, `{"activity_1":{"missing":"invalid","name":"Lifting"}}`, "answer-renamed"},
		{`{"activity_1": 7, "activity_2": {"value": 3, "name": "Lifting"}}`, `{"activity_1":{"name":"Climbing stairs","value":7},"activity_2":{"missing":"invalid","name":"Lifting"}}`, "answer-renamed"},
		{`{"activity_1": 7, "activity_2": 3}`, `{"activity_1":{"name":"Climbing stairs","value":7},"activity_2":{"missing":"invalid"}}`, "answer-renamed"},
	} {
		later, err := sheet.Parse([]byte(c.later))
		if err != nil {
			t.Fatal(err)
		}
		before, _ := json.Marshal(later)
		for _, visit := range []question.Answers{first, copyOf(t, first)} {
			followed, err := later.Following(visit)
			if text, _ := json.Marshal(followed); string(text) != c.want || codes(err) != c.codes {
				t.Errorf("%s gives %s, %v; want %s, %s", c.later, text, err, c.want, c.codes)
			}
		}
		if after, _ := json.Marshal(later); string(after) != string(before) {
			t.Errorf("the original changed to %s", after)
		}
	}
	again, err := first.With("activity_1", 5)
	if p, _ := again.Provenance("activity_1"); err != nil || p.Name != "Climbing stairs" || p.On != "" {
		t.Errorf("a what-if gives %+v, %v", p, err)
	}
	if none, err := (question.Answers{}).Following(first); err == nil || none.Count() != 0 {
		t.Error("the zero Answers follow something")
	}
}

// copyOf reads answers again with a sheet made anew.
func copyOf(t *testing.T, a question.Answers) question.Answers {
	t.Helper()
	joined, err := a.On(items(t))
	if err != nil {
		t.Fatal(err)
	}
	return joined
}

func FuzzParseItems(f *testing.F) {
	sheet := items(f)
	for _, seed := range []string{
		`{"pain": 3.5, "places": ["back"], "story": "x", "since": "2026-01-01", "activity_1": {"value": 3, "name": "y"}}`,
		`{"work": {"marks": [1, 2]}, "mood": {"marks": ["low", "good"]}, "fell": {"marks": [true, false]}}`, `{"work": {"marks": [1.5]}}`,
		`{"places": [["a"]], "story": 1, "since": {}}`, `{"activity_2": {"name": "\u0000"}}`, `{"work": {"marks": [1e999]}}`, `{"pain": {"marks": [-0.0, 0]}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		answers, _ := sheet.Parse(src)
		frame := make([]float64, len(sheet.Inputs("")))
		answers.Fill(frame)
		if slices.ContainsFunc(frame, func(v float64) bool { return math.IsInf(v, 0) || v != v && rule.ReasonOf(v) == rule.Internal }) {
			t.Errorf("%v", frame)
		}
		text, err := json.Marshal(answers)
		if err != nil {
			t.Fatal(err)
		}
		again, err := sheet.Parse(text)
		if err != nil {
			t.Fatalf("%s cannot be read back: %v", text, err)
		}
		if text2, _ := json.Marshal(again); string(text2) != string(text) {
			t.Errorf("%s became %s", text, text2)
		}
		joined, err := answers.On(items(t))
		if text3, _ := json.Marshal(joined); err != nil || string(text3) != string(text) {
			t.Errorf("%s became %s on another copy: %v", text, text3, err)
		}
		_, _ = answers.Following(again)
	})
}
