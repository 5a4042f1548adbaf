package policy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

const lessons = `kind: support-offers
id: lessons
version: 1.0.0
title: Lessons
facts:
  - {id: age, ask: "How old are you?", number: {range: [0, 120], step: 1}}
criteria:
  - id: lesson
    title: Take a lesson
    for: age >= 18
    when: age < 65
    because: Lessons are for grown-ups.
    basis: local
  - id: pace
    levels: [{id: slow, label: a slow pace, when: age >= 80}, {id: usual, when: age >= 30}]
    because: People learn at their own pace.
    basis: local
`

func TestCompareFindings(t *testing.T) {
	edition := func(changes ...string) cases.Edition {
		doc, list := schemas.Parse("lessons.yaml", []byte(strings.NewReplacer(changes...).Replace(lessons)))
		set, more := schemas.NewSet(doc)
		if err := append(list, more...).Err(); err != nil {
			t.Fatal(err)
		}
		ready, err := policy.Edition(set, doc)
		if err != nil {
			t.Fatal(err)
		}
		return ready
	}
	d := cases.Compare(edition(), edition("1.0.0", "2.0.0", "age < 65", "age < 60", "for: age >= 18", "for: age >= 17", "age >= 80", "age >= 75"), cases.DiffBudget)
	const want = `lessons: 1.0.0 to 2.0.0

Results:
  “Take a lesson” changes from met to not met for a person with age = 60
  “Take a lesson” changes from does not apply to met for a person with age = 17
  (it differs for 4 of 22 made-up people)
  pace changes from usual to a slow pace for a person with age = 75
  (it differs for 3 of 22 made-up people)

Rules, numbers and settings:
  criteria, lesson, for: age >= 18 is now age >= 17
  criteria, lesson, when: age < 65 is now age < 60
  criteria, pace, levels, slow, when: age >= 80 is now age >= 75

The version says so: this is a major change at least, and 2.0.0 a major one.
`
	if diff := cmp.Diff(want, d.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestAnEditionNeedsAWholeDocument holds that a document with faults is not compared.
func TestAnEditionNeedsAWholeDocument(t *testing.T) {
	doc, _ := schemas.Parse("lessons.yaml", []byte(strings.Replace(lessons, "age < 65", "years < 65", 1)))
	set, _ := schemas.NewSet(doc)
	if _, err := policy.Edition(set, doc); err == nil || !strings.Contains(err.Error(), "years") {
		t.Error(err)
	}
}
