package proms

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// TestResultRoundTrip holds that a result in JSON is stable and decodes to the same result.
func TestResultRoundTrip(t *testing.T) {
	forms := 300
	if hurried() {
		forms = 60
	}
	for _, id := range shippedIDs {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			q := shipped(t, id)
			for _, row := range rows(q, forms, 4) {
				roundTrip(t, q, row)
			}
		})
	}
}

func roundTrip(t *testing.T, q *Questionnaire, row []float64) {
	answers := answersOf(t, q, row)
	r := q.Score(answers)
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Result
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	again, err := json.Marshal(back)
	if err != nil || !bytes.Equal(text, again) || !reflect.DeepEqual(r, back) {
		t.Fatalf("%v\n%s\n%s", err, text, again)
	}
	if second, _ := json.Marshal(q.Score(answers)); !bytes.Equal(text, second) {
		t.Fatalf("scoring twice gives\n%s\n%s", text, second)
	}
	if bytes.Contains(text, []byte("NaN")) || bytes.Contains(text, []byte("Inf")) {
		t.Fatalf("%s", text)
	}
}

// TestResultJSON holds the form in which a result leaves a service.
func TestResultJSON(t *testing.T) {
	q := shipped(t, "phq-9")
	answers, err := q.ParseAnswers([]byte(`{"q1":1,"q2":2,"q3":2,"q4":1,"q5":0,"q6":1,"q7":1,"q8":0}`))
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(q.Score(answers))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"questionnaire":"phq-9","version":"1.0.0","digest":"` + q.Digest() + `"`,
		`"value":9,"exact":9,"answered":8,"expected":9,"imputed":["q9"],"band":"mild","band_label":"Mild","range":[0,27],"better":"lower","missing_basis":"convention"`,
		`"id":"self_harm"`, `"state":"unknown"`, `"reason":"blank","missing":["q9"]`,
		`"source":{"ref":"nhs_england_sql","at":"bands of the PHQ-9"}`,
	} {
		if !strings.Contains(string(text), part) {
			t.Errorf("no %s in %s", part, text)
		}
	}
	empty, _ := json.Marshal(q.Score(q.Sheet().None()))
	if !strings.Contains(string(empty), `"value":{"missing":"too_few"},"exact":{"missing":"too_few"},"missing":["q1","q2","q3","q4","q5","q6","q7","q8"],"answered":0,"expected":9`) {
		t.Errorf("%s", empty)
	}
}

// TestForeignAnswers holds that answers of another questionnaire are not scored, and that the result says so.
func TestForeignAnswers(t *testing.T) {
	q, other := shipped(t, "phq-9"), shipped(t, "gad-7")
	q.Score(answersOf(t, q, []float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1})) // leaves nothing behind
	answers := answersOf(t, other, []float64{3, 3, 3, 3, 3, 3, 3})
	r := q.Score(answers)
	if s := scoreOf(t, r, "total"); s.Answered != 0 || s.Value.String() != "too_few" {
		t.Errorf("%+v", s)
	}
	if strings.Join(r.Invalid, " ") != "q1 q2 q3 q4 q5 q6 q7" {
		t.Errorf("invalid are %v", r.Invalid)
	}
}

// TestConcurrentUse scores on many goroutines; the race detector watches.
func TestConcurrentUse(t *testing.T) {
	q := shipped(t, "phq-9")
	all := rows(q, 64, 5)
	want := make([][]byte, len(all))
	for k, row := range all {
		want[k], _ = json.Marshal(q.Score(answersOf(t, q, row)))
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for k, row := range all {
				answers := answersOf(t, q, row)
				if got, _ := json.Marshal(q.Score(answers)); !bytes.Equal(got, want[k]) {
					t.Errorf("got %s, want %s", got, want[k])
				}
				q.Explain(answers)
			}
		})
	}
	wait.Wait()
}

// TestBlankNeverFlips holds that answering a blank may turn unknown into a conclusion, and never a conclusion into another.
// A finding over a score whose blanks are filled in is none of these: it says that it is imputed.
func TestBlankNeverFlips(t *testing.T) {
	q := shipped(t, "phq-9")
	for _, row := range rows(q, 150, 6) {
		before := q.Score(answersOf(t, q, row))
		for i := range row {
			if row[i] == row[i] {
				continue
			}
			for v := range 4 {
				fuller := append([]float64(nil), row...)
				fuller[i] = float64(v)
				after := q.Score(answersOf(t, q, fuller))
				for k, f := range before.Findings {
					g := after.Findings[k]
					if f.State.String() != "unknown" && !f.Imputed && !g.Imputed && (f.State != g.State || f.Level != g.Level) {
						t.Fatalf("%v: %v, and with item %d answered %d: %v", row, f, i+1, v, g)
					}
				}
			}
		}
	}
}
