package proms

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestCarried holds that a result names what was carried over and of which day it was, and says so in words.
func TestCarried(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/carried.yaml")))
	given := Given{
		Answers:  someAnswers(t, q, map[string]any{"q1": 1, "q2": nil, "q3": 3}),
		Previous: Previous{Answers: someAnswers(t, q, map[string]any{"q1": 6, "q2": 5, "q3": 6}), On: on(t, "2026-01-05")},
	}
	r, err := q.ScoreWith(given)
	if err != nil {
		t.Fatal(err)
	}
	s := scoreOf(t, r, "total")
	want := Score{
		ID: "total", Value: rule.ValueOf(3), Exact: rule.ValueOf(3), Answered: 2, Expected: 3, Imputed: []string{"q2"},
		Carried: &Carried{Items: []string{"q2"}, On: "2026-01-05"}, Range: [2]float64{0, 6}, Better: "lower", MissingBasis: "standard",
	}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got %+v, want %+v", s, want)
	}
	if turned := scoreOf(t, r, "turned"); turned.Value.String() != "2" { // 1 + (6 - 5)
		t.Errorf("turned is %v", turned.Value)
	}
	if f := findingOf(t, r, "high"); !f.Imputed {
		t.Errorf("a finding over a carried answer does not say so: %+v", f)
	}
	text, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(text), `"carried":{"items":["q2"],"on":"2026-01-05"}`) {
		t.Errorf("%s %v", text, err)
	}
	explained, err := q.ExplainWith(given)
	if err != nil || !strings.Contains(explained[0].String(), "each blank (q2) counts as this person's answer of 2026-01-05 (standard)") {
		t.Errorf("%v %v", explained, err)
	}
	alone := scoreOf(t, q.Score(given.Answers), "total")
	if alone.Value.Reason() != rule.Blank || alone.Carried != nil || strings.Join(alone.Missing, " ") != "q2" {
		t.Errorf("without earlier answers: %+v", alone)
	}
}

// TestPreviousMisuse holds that earlier answers without a day, or to another questionnaire, are refused.
func TestPreviousMisuse(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/carried.yaml")))
	mine, theirs := someAnswers(t, q, map[string]any{"q1": 1}), someAnswers(t, shipped(t, "phq-9"), map[string]any{"q1": 1})
	for name, p := range map[string]Previous{"no day": {Answers: mine}, "another questionnaire": {Answers: theirs, On: on(t, "2026-01-05")}} {
		if r, err := q.ScoreWith(Given{Answers: mine, Previous: p}); !errors.Is(err, ErrPrevious) || len(r.Scores) > 0 {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := q.ExplainWith(Given{Answers: mine, Previous: p}); !errors.Is(err, ErrPrevious) {
			t.Errorf("%s: %v", name, err)
		}
	}
	copied := someAnswers(t, loaded(t, string(read(t, "testdata/carried.yaml"))), map[string]any{"q1": 1})
	if _, err := q.ScoreWith(Given{Answers: mine, Previous: Previous{Answers: copied, On: on(t, "2026-01-05")}}); err != nil {
		t.Errorf("earlier answers of another copy: %v", err)
	}
}

// TestCarriedInRows holds that the row path carries the same answers over, and does not keep them for the next person.
func TestCarriedInRows(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/carried.yaml")))
	scratch, into := q.NewScratch(), &Columns{}
	blank := rule.NA(rule.Blank)
	copy(scratch.Inputs(), []float64{1, blank, 3, blank, 5, blank})
	scratch.Score()
	if v := scratch.Value(0).String(); v != "3" {
		t.Errorf("the row gives %s", v)
	}
	columns := [][]float64{{1, 1}, nil, {3, 3}, nil, {5, blank}, nil}
	if err := scratch.ScoreColumns(columns, into); err != nil || into.Values[0][0].String() != "3" || into.Values[0][1].String() != "blank" {
		t.Error(err, into.Values)
	}
	if err := scratch.ScoreColumns(columns[:3], into); err != nil || into.Values[0][0].String() != "blank" {
		t.Error(err, into.Values)
	}
}

// TestOnlyAnswersAreCarried holds that scores cannot be carried over.
func TestOnlyAnswersAreCarried(t *testing.T) {
	list := checked(t, "carried.yaml", []byte(strings.Replace(string(read(t, "testdata/carried.yaml")), "of: [q1, q2], reversed: [q2]", "of: [q1, total]", 1)))
	if len(list) != 1 || list[0].Code != "score-missing-form" || list[0].Path != "/scores/1/missing/fill" {
		t.Error(list)
	}
}
