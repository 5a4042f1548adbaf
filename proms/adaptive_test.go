package proms

import (
	"encoding/json"
	"errors"
	"strconv"
	"testing"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestAdaptiveTraces runs catR's traces item for item through the test that the document describes, with the state as JSON between
// all answers, and holds that the score of the answers is the last estimate.
func TestAdaptiveTraces(t *testing.T) {
	q := shipped(t, "synthetic-bank")
	test, err := q.Adaptive("forty")
	if err != nil {
		t.Fatal(err)
	}
	bank, _ := q.Bank("forty")
	var st irt.State
	for r, row := range table(t, "irt/testdata/cat_grm_traces.csv") {
		if row["step"] == "1" {
			st = test.Start()
		}
		if st.Next.Item != "b"+row["item"] {
			t.Fatalf("row %d asks %s, want b%s", r, st.Next.Item, row["item"])
		}
		text, err := json.Marshal(st)
		if err != nil {
			t.Fatal(err)
		}
		var back irt.State
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		level, _ := strconv.Atoi(row["response"])
		if st, err = test.Answer(back, []string{"none", "a_little", "some", "much", "very_much"}[level]); err != nil {
			t.Fatal(err)
		}
		want := map[string]irt.StopReason{"": "", "se": irt.StopSE, "max": irt.StopMaxItems}[row["stop"]]
		if st.Stopped != want {
			t.Fatalf("row %d stops for %q, want %q", r, st.Stopped, want)
		}
		answers, err := test.Answers(st)
		if err != nil {
			t.Fatal(err)
		}
		s, e := scoreOf(t, q.Score(answers), "t_of_bank"), st.Estimate()
		if theta, _ := s.Theta.Number(); theta != e.Theta || s.SE != rule.ValueOf(bank.Report(e).SE) || s.Answered != len(st.Steps) || s.Expected != len(st.Steps) {
			t.Fatalf("row %d: the score is %+v, the estimate %+v", r, s, e)
		}
	}
}

// TestAdaptiveAnswers holds that answers come in the forms of the questionnaire, that a blank skips the item, and that the categories
// of a reversed item find their way back.
func TestAdaptiveAnswers(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/bank.yaml")))
	test, err := q.Adaptive("three")
	if err != nil {
		t.Fatal(err)
	}
	st, given := test.Start(), map[string]any{"q1": "often", "q2": 3.0, "q3": true}
	if st.Next.Item != "q3" || st.Next.Rule != irt.StartItem {
		t.Errorf("starts with %+v", st.Next)
	}
	if same, err := test.Answer(st, "perhaps"); err == nil || len(same.Steps) != 0 {
		t.Errorf("an answer that cannot be: %v", err)
	}
	for st.Stopped == "" {
		if st, err = test.Answer(st, given[st.Next.Item]); err != nil {
			t.Fatal(err)
		}
	}
	answers, err := test.Answers(st)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]float64{"q1": 2, "q2": 3, "q3": 1} {
		if v, reason := answers.Value(id); reason != rule.Present || v != want {
			t.Errorf("%s is %v (%v), want %v", id, v, reason, want)
		}
	}
	skipped, err := test.Answer(test.Start(), map[string]any{"missing": "declined"})
	if err != nil || skipped.Steps[0].Response != irt.Missing {
		t.Errorf("%+v %v", skipped, err)
	}
	st.Steps[0].Response = 0
	if _, err := test.Answers(st); !errors.Is(err, irt.ErrState) {
		t.Errorf("a state that was altered: %v", err)
	}
	if _, err := test.Answer(st, nil); !errors.Is(err, irt.ErrState) {
		t.Errorf("a test that has stopped: %v", err)
	}
	if _, err := q.Adaptive("small"); !errors.Is(err, ErrNotAdaptive) {
		t.Error(err)
	}
	if _, err := q.Adaptive("other"); !errors.Is(err, ErrNoBank) {
		t.Error(err)
	}
}
