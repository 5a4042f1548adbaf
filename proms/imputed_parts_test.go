package proms_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/proms"
)

// TestAScoreOfScoresSaysWhatWasFilled holds that a total over subscales does not look as if every item had been answered.
func TestAScoreOfScoresSaysWhatWasFilled(t *testing.T) {
	q, err := proms.Load("parts.yaml", []byte(`kind: questionnaire
id: parts
version: 1.0.0
title: A total of two parts
items:
  - {id: a1, number: {range: [0, 4], step: 1}}
  - {id: a2, number: {range: [0, 4], step: 1}}
  - {id: a3, number: {range: [0, 4], step: 1}}
  - {id: b1, number: {range: [0, 4], step: 1}}
scores:
  - {id: part, of: [a1, a2, a3], missing: {at_least: 2, fill: mean}, rule: sum(of), range: [0, 12]}
  - {id: total, rule: part + b1, range: [0, 16]}
  - {id: other, rule: b1, range: [0, 4]}
`))
	if err != nil {
		t.Fatal(err)
	}
	answers, err := q.ParseAnswers([]byte(`{"a1": 1, "a2": 3, "b1": 2}`))
	if err != nil {
		t.Fatal(err)
	}
	result := q.Score(answers)
	for id, want := range map[string][]string{"part": {"a3"}, "total": {"a3"}, "other": nil} {
		if s, _ := result.Score(id); !slices.Equal(s.Imputed, want) {
			t.Errorf("%s: filled are %q, want %q", id, s.Imputed, want)
		}
	}
	for _, score := range q.Explain(answers) {
		if said := strings.Join(score.Steps, "\n"); strings.Contains(said, "part was worked out with something in place of a blank (a3)") != (score.ID == "total") {
			t.Errorf("%s: %s", score.ID, said)
		}
	}
}
