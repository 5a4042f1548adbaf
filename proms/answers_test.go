package proms

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestBadAnswers holds that every bad answer is named, never scored, and does not take the good ones down.
func TestBadAnswers(t *testing.T) {
	q := shipped(t, "phq-9")
	for _, c := range []struct {
		name, answers string
		codes         string // of the error, in order
		invalid       string
		total         string
	}{
		{"good", `{"q1":1,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1,"q8":1,"q9":0}`, "", "", "8"},
		{"out of range", `{"q1":7,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1,"q8":1,"q9":0}`, "answer-invalid", "q1", "8"},
		{"below the range", `{"q1":-1}`, "answer-invalid", "q1", "too_few"},
		{"between the steps", `{"q1":1.5}`, "answer-invalid", "q1", "too_few"},
		{"a number as text", `{"q1":"1"}`, "answer-invalid", "q1", "too_few"},
		{"a misspelt option", `{"q1":"severl_days"}`, "answer-invalid", "q1", "too_few"},
		{"a truth", `{"q1":true}`, "answer-invalid", "q1", "too_few"},
		{"a list", `{"q1":[1]}`, "answer-invalid", "q1", "too_few"},
		{"an object", `{"q1":{"valu":1}}`, "answer-invalid", "q1", "too_few"},
		{"answered twice", `{"q1":0,"q1":3,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1,"q8":1,"q9":0}`, "answer-repeated", "q1", "8"},
		{"an unknown item", `{"q1":1,"q10":1}`, "answer-unknown-question", "", "too_few"},
		{"not a number", `{"q1":NaN}`, "answer-syntax", "", "too_few"},
		{"beyond doubles", `{"q1":1e999}`, "answer-invalid", "q1", "too_few"},
		{"a reason that is none", `{"q1":{"missing":"too_few"}}`, "answer-invalid", "q1", "too_few"},
		{"not an object", `[1,2,3]`, "answer-syntax", "", "too_few"},
		{"nothing", ``, "answer-syntax", "", "too_few"},
		{"cut off", `{"q1":1,"q2":`, "answer-syntax", "", "too_few"},
		{"something behind", `{"q1":1} {}`, "answer-syntax", "", "too_few"},
		{"deep", strings.Repeat(`{"q1":`, 20000), "answer-syntax", "", "too_few"},
		{"huge", `{"q1":"` + strings.Repeat("a", question.MaxAnswerBytes) + `"}`, "answer-syntax", "", "too_few"},
		{"two of nine", `{"q1":0,"q2":0}`, "", "", "too_few"},
	} {
		t.Run(c.name, func(t *testing.T) {
			answers, err := q.ParseAnswers([]byte(c.answers))
			var codes []string
			if err != nil {
				for _, line := range strings.Split(err.Error(), "\n") {
					codes = append(codes, strings.TrimSuffix(line[strings.LastIndexByte(line, '[')+1:], "]"))
				}
			}
			if got := strings.Join(codes, " "); got != c.codes {
				t.Errorf("the error is %q, want %q: %v", got, c.codes, err)
			}
			r := q.Score(answers)
			s := scoreOf(t, r, "total")
			if got := strings.Join(r.Invalid, " "); got != c.invalid || s.Value.String() != c.total {
				t.Errorf("invalid %q, total %s; want %q, %s", got, s.Value, c.invalid, c.total)
			}
			if s.Value.Reason() != rule.Present && s.Band != "" {
				t.Errorf("no score but a band: %+v", s)
			}
		})
	}
}

// FuzzAnswers holds that any bytes at all can be read and scored: never a panic, never a NaN in JSON, never a value outside
// its range, and never a band without a value.
func FuzzAnswers(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"q1":1,"q2":2,"q3":2,"q4":1,"q5":0,"q6":1,"q7":1,"q8":0}`, `{"q1":"rather_not","q1":3}`, `{"q9":{"missing":"declined"}}`,
		`{"difficulty":"very","q1":0}`, `{"q1":{"value":3,"from":"paper form","on":"2026-11-21"}}`, `{"q1":1e308,"q2":-0.0}`, `[`, "\x00", `{"q1":`,
		`{"hurts": true, "places": ["back"], "activity_1": {"value": 2, "name": "x"}, "working": {"marks": [1, 2]}, "driving": "not_mine", "pain": {"marks": [3]}}`,
	} {
		f.Add([]byte(seed))
	}
	var all []*Questionnaire
	for _, id := range shippedIDs {
		all = append(all, shipped(f, id))
	}
	all = append(all, loaded(f, gated), everyForm(f, "", ""))
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, q := range all {
			answers, _ := q.ParseAnswers(src)
			r := q.Score(answers)
			text, err := json.Marshal(r)
			if err != nil || bytes.Contains(text, []byte("NaN")) {
				t.Fatalf("%v: %s", err, text)
			}
			for _, s := range r.Scores {
				if v, ok := s.Value.Number(); ok && (v < s.Range[0] || v > s.Range[1]) || !ok && s.Band != "" {
					t.Fatalf("%+v", s)
				}
				if s.Value.Reason() == rule.Internal || s.Answered > s.Expected {
					t.Fatalf("%+v", s)
				}
			}
			for _, e := range q.Explain(answers) {
				if len(e.Steps) == 0 {
					t.Fatalf("nothing explains %s", e.ID)
				}
			}
		}
	})
}

// FuzzLoad holds that no document makes the package panic, and that what loads can be scored and explained.
func FuzzLoad(f *testing.F) {
	for _, id := range shippedIDs {
		f.Add(source(f, id))
	}
	f.Add([]byte(gated))
	f.Add(read(f, "testdata/every-form.yaml"))
	f.Fuzz(func(t *testing.T, src []byte) {
		q, err := Load("fuzz.yaml", src)
		if err != nil {
			return
		}
		r := q.Score(q.Sheet().None())
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
		q.Explain(q.Sheet().None())
	})
}
