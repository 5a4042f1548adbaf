package question_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestAnswerForms goes through every form of an answer in JSON: what comes out, or why nothing does.
func TestAnswerForms(t *testing.T) {
	sheet := forms(t)
	for _, c := range []struct {
		id, json string
		want     float64
		reason   rule.Reason
		fault    string
	}{
		{"q1", `0`, 0, rule.Present, ""},
		{"q1", `3`, 3, rule.Present, ""},
		{"q1", `1.0`, 1, rule.Present, ""},
		{"q1", `1e0`, 1, rule.Present, ""},
		{"q1", `"several_days"`, 1, rule.Present, ""},
		{"q1", `"rather_not_say"`, 0, rule.Declined, ""},
		{"q1", `null`, 0, rule.Blank, ""},
		{"q1", `4`, 0, rule.Invalid, "answer-invalid"},
		{"q1", `-1`, 0, rule.Invalid, "answer-invalid"},
		{"q1", `0.5`, 0, rule.Invalid, "answer-invalid"},
		{"q1", `"1"`, 0, rule.Invalid, "answer-invalid"},
		{"q1", `""`, 0, rule.Invalid, "answer-invalid"},
		{"q1", `true`, 0, rule.Invalid, "answer-invalid"},
		{"q1", `[1]`, 0, rule.Invalid, "answer-invalid"},
		{"q1", `1e999`, 0, rule.Invalid, "answer-invalid"},
		{"sex", `"female"`, 0, rule.Present, ""},
		{"sex", `"male"`, 1, rule.Present, ""},
		{"sex", `"not_recorded"`, 0, rule.Declined, ""},
		{"sex", `"Female"`, 0, rule.Invalid, "answer-invalid"},
		{"sex", `1`, 0, rule.Invalid, "answer-invalid"},
		{"hypertension", `true`, 1, rule.Present, ""},
		{"hypertension", `false`, 0, rule.Present, ""},
		{"hypertension", `1`, 0, rule.Invalid, "answer-invalid"},
		{"hypertension", `"yes"`, 0, rule.Invalid, "answer-invalid"},
		{"age", `76`, 76, rule.Present, ""},
		{"age", `76.5`, 0, rule.Invalid, "answer-invalid"},
		{"age", `121`, 0, rule.Invalid, "answer-invalid"},
		{"temperature", `37.3`, 37.3, rule.Present, ""},
		{"temperature", `37.35`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `3.3333`, 3.3333, rule.Present, ""},
		{"pain", `-0.0`, 0, rule.Present, ""},
		{"pain", `{"value": 4}`, 4, rule.Present, ""},
		{"pain", `{"value": 4, "from": "GP record", "on": "2026-11-21"}`, 4, rule.Present, ""},
		{"pain", `{"value": null}`, 0, rule.Blank, ""},
		{"pain", `{"missing": "blank"}`, 0, rule.Blank, ""},
		{"pain", `{"missing": "declined", "from": "the person"}`, 0, rule.Declined, ""},
		{"pain", `{"missing": "not_asked"}`, 0, rule.NotAsked, ""},
		{"pain", `{"missing": "not_supplied"}`, 0, rule.NotSupplied, ""},
		{"pain", `{"missing": "invalid"}`, 0, rule.Invalid, ""},
		{"pain", `{"missing": "too_few"}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"missing": "present"}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"missing": 1}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"value": 4, "missing": "blank"}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"value": 4, "value": 5}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"value": {"value": 4}}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"value": 4, "when": "now"}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"value": 4, "on": "21/11/2026"}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{"value": 4, "from": 7}`, 0, rule.Invalid, "answer-invalid"},
		{"pain", `{}`, 0, rule.Invalid, "answer-invalid"},
	} {
		answers, err := sheet.Parse([]byte(`{"` + c.id + `": ` + c.json + `}`))
		got, reason := answers.Value(c.id)
		if got != c.want || reason != c.reason || codes(err) != c.fault {
			t.Errorf("%s: %s gives %v, %s, %v; want %v, %s, %q", c.id, c.json, got, reason, err, c.want, c.reason, c.fault)
		}
		if math.Signbit(got) && got == 0 {
			t.Errorf("%s: %s gives a negative zero", c.id, c.json)
		}
	}
}

// codes joins the codes of an error that is a diag.List.
func codes(err error) string {
	var list diag.List
	var all []string
	if errors.As(err, &list) {
		for _, d := range list {
			all = append(all, string(d.Code))
		}
	}
	return strings.Join(all, " ")
}

func TestGoodAnswersSurviveBadOnes(t *testing.T) {
	answers, err := forms(t).Parse([]byte(`{"q1": 2, "age": 999, "sexx": "male", "pain": 1, "pain": 2, "hypertension": false}`))
	if got := codes(err); got != "answer-invalid answer-repeated answer-unknown-question" {
		t.Fatalf("%s: %v", got, err)
	}
	for id, want := range map[string]rule.Reason{
		"q1": rule.Present, "hypertension": rule.Present, "age": rule.Invalid, "pain": rule.Invalid, "sex": rule.NotSupplied, "no_such": rule.NotSupplied,
	} {
		if _, got := answers.Value(id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if answers.Count() != 2 {
		t.Errorf("%d answers", answers.Count())
	}
	for _, want := range []string{"/age", "did you mean sex", "999"} {
		if !strings.Contains(strings.ToLower(err.Error()), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
}

func TestHostileDocuments(t *testing.T) {
	sheet := forms(t)
	for name, c := range map[string]struct {
		src  string
		kept int
	}{
		"empty":         {"", 0},
		"hidden mark":   {"\xef\xbb\xbf{\"q1\": 1}", 0},
		"spaces":        {"  ", 0},
		"null":          {"null", 0},
		"list":          {`["q1", 1]`, 0},
		"number":        {"1", 0},
		"open":          {`{"q1": 1`, 1},
		"open object":   {`{"q1": 1, "age": {"value": 7`, 1},
		"no value":      {`{"q1": 1, "age": }`, 1},
		"comma":         {`{"q1": 1,}`, 1},
		"wrong bracket": {`{"q1": 1]`, 1},
		"two documents": {`{"q1": 1} {"q1": 2}`, 1},
		"rubbish after": {`{"q1": 1} x`, 1},
		"deep":          {`{"q1": ` + strings.Repeat("[", 100000), 0},
		"deep object":   {strings.Repeat(`{"q1":`, 100000), 0},
		"too long":      {`{"q1": 1, "q2": "` + strings.Repeat("x", question.MaxAnswerBytes) + `"}`, 0},
	} {
		answers, err := sheet.Parse([]byte(c.src))
		if got := codes(err); got != "answer-syntax" {
			t.Errorf("%s: %s (%v)", name, got, err)
		}
		if answers.Count() != c.kept {
			t.Errorf("%s: %d answers are kept, want %d", name, answers.Count(), c.kept)
		}
		if name == "hidden mark" && !strings.Contains(err.Error(), "byte order mark") {
			t.Errorf("it is not said what nobody can see: %v", err)
		}
	}
	long := `{"q1": 1` + strings.Repeat(" ", question.MaxAnswerBytes-len(`{"q1": 1}`)) + `}`
	if answers, err := sheet.Parse([]byte(long)); err != nil || answers.Count() != 1 {
		t.Errorf("exactly MaxAnswerBytes: %v", err)
	}
	if _, err := sheet.Parse([]byte(`{"` + strings.Repeat("n", 1000) + `": 1}`)); len(err.Error()) > 400 {
		t.Errorf("the message repeats %d characters", len(err.Error()))
	}
}

func TestAnswersFromGoValues(t *testing.T) {
	type years int
	sheet := forms(t)
	answers, err := sheet.Of(map[string]any{
		"q1": uint8(2), "age": years(76), "pain": float32(2.5), "sex": "male", "hypertension": true,
		"temperature": map[string]any{"value": 37, "from": "thermometer"},
	})
	if err != nil || answers.Count() != 6 {
		t.Fatalf("%d answers, %v", answers.Count(), err)
	}
	frame := make([]float64, 6)
	answers.Fill(frame)
	if diff := cmp.Diff([]float64{2, 1, 1, 76, 37, 2.5}, frame); diff != "" {
		t.Error(diff)
	}
	_, err = sheet.Of(map[string]any{"age": math.NaN(), "pain": math.Inf(1), "sex": struct{}{}, "q1": []int{1}, "hypertension": (*bool)(nil)})
	if got := codes(err); got != strings.TrimSpace(strings.Repeat("answer-invalid ", 5)) {
		t.Errorf("%s: %v", got, err)
	}
	if none := sheet.None(); none.Count() != 0 || none.Sheet() != sheet {
		t.Error("None has answers or no sheet")
	}
}

func TestWhatIfLeavesTheOriginal(t *testing.T) {
	sheet := forms(t)
	before, err := sheet.Parse([]byte(`{"age": {"value": 76, "from": "GP record"}, "q1": 1}`))
	if err != nil {
		t.Fatal(err)
	}
	after, err := before.With("age", 40)
	if v, _ := after.Value("age"); err != nil || v != 40 {
		t.Errorf("age is %v, %v", v, err)
	}
	if _, told := after.Provenance("age"); told {
		t.Error("the changed answer kept the provenance of the old one")
	}
	if v, _ := before.Value("age"); v != 76 {
		t.Errorf("the original changed to %v", v)
	}
	if p, told := before.Provenance("age"); !told || p.From != "GP record" {
		t.Errorf("the original's provenance is %v", p)
	}
	if changed, err := before.With("agee", 40); codes(err) != "answer-unknown-question" || changed.Count() != 2 {
		t.Errorf("an unknown id gives %v", err)
	}
	if changed, err := before.With("age", 400); codes(err) != "answer-invalid" || changed.Count() != 1 {
		t.Errorf("a bad value gives %v", err)
	}
}

func TestZeroAnswers(t *testing.T) {
	var none question.Answers
	if _, reason := none.Value("q1"); reason != rule.NotSupplied || none.Count() != 0 {
		t.Error("the zero Answers have an answer")
	}
	if _, err := none.With("q1", 1); !errors.Is(err, question.ErrNoSheet) {
		t.Errorf("%v", err)
	}
	if _, told := none.Provenance("q1"); told {
		t.Error("the zero Answers have provenance")
	}
	if text, err := json.Marshal(none); err != nil || string(text) != "{}" {
		t.Errorf("%s %v", text, err)
	}
	none.Fill(nil)
}

func TestAnswersRoundTrip(t *testing.T) {
	sheet := forms(t)
	for _, src := range []string{
		`{}`,
		`{"age":76,"hypertension":false,"pain":3.3333,"q1":0,"sex":"male"}`,
		`{"age":{"from":"GP record","on":"2026-11-21","value":76},"q1":{"missing":"blank"},"sex":{"from":"the person","missing":"declined"}}`,
		`{"pain":{"missing":"invalid"},"q1":{"missing":"not_asked"}}`,
	} {
		answers, err := sheet.Parse([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		if text, err := json.Marshal(answers); err != nil || string(text) != src {
			t.Errorf("%s became %s (%v)", src, text, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	sheet := forms(f)
	for _, seed := range []string{
		`{"q1": 1, "sex": "female", "hypertension": null, "age": {"value": 76, "from": "x", "on": "2026-01-01"}}`,
		`{"q1": {"missing": "declined"}, "q1": 2}`, `{"pain": 1e-400}`, `{"pain": 9.999999999999999999}`, `{`, `[]`, `{"a":{"b":{}}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		answers, err := sheet.Parse(src)
		for i := range sheet.Len() {
			id := sheet.Question(i).ID
			if v, reason := answers.Value(id); math.IsNaN(v) || math.IsInf(v, 0) || reason != rule.Present && v != 0 {
				t.Errorf("%s is %v, %s", id, v, reason)
			}
		}
		text, marshalErr := json.Marshal(answers)
		if marshalErr != nil {
			t.Fatal(marshalErr)
		}
		again, againErr := sheet.Parse(text)
		if againErr != nil {
			t.Fatalf("%s cannot be read back: %v", text, againErr)
		}
		if text2, _ := json.Marshal(again); string(text2) != string(text) {
			t.Errorf("%s became %s (first error %v)", text, text2, err)
		}
	})
}
