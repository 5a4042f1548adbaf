package proms_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// sleep is a questionnaire of two items, as an author would write it.
const sleep = `kind: questionnaire
id: sleep
version: 1.0.0
title: Two questions on sleep
licence: {terms: open, holder: An example, ships_text: true}
answers:
  nights:
    - {id: never, value: 0, label: Never}
    - {id: some, value: 1, label: Some nights}
    - {id: most, value: 2, label: Most nights}
items:
  - {id: falling, text: Hard to fall asleep, answer: nights}
  - {id: staying, text: Hard to stay asleep, answer: nights}
  - {id: waking, text: Awake too early, answer: nights}
scores:
  - id: total
    of: [falling, staying, waking]
    missing: {at_least: 2, fill: mean, basis: local}
    rule: sum(of)
    round: {places: 0, half: up}
    range: [0, 6]
    better: lower
    bands:
      - {id: good, from: 0, label: Good}
      - {id: poor, from: 3, label: Poor}
findings:
  - id: ask
    alert: true
    when: staying >= 2
    because: This person hardly sleeps through.
    basis: local
cases:
  - {name: no trouble, given: {falling: 0, staying: 0, waking: 0}, expect: {total: 0, total.band: good, ask: not_met}}
`

func Example() {
	q, err := proms.Load("sleep.yaml", []byte(sleep))
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, err := q.ParseAnswers([]byte(`{"falling": 1, "staying": "most", "waking": null}`))
	if err != nil {
		fmt.Println(err) // names every bad answer; the good ones are scored all the same
	}
	result := q.Score(answers)
	total, _ := result.Score("total")
	fmt.Println(total.Value, total.BandLabel, "imputed:", total.Imputed)
	for _, alert := range result.Alerts() {
		fmt.Println(alert, "-", alert.Because)
	}
	// Output:
	// 5 Poor imputed: [waking]
	// ask: met - This person hardly sleeps through.
}

func ExampleQuestionnaire_Explain() {
	q, err := proms.Load("sleep.yaml", []byte(sleep))
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, _ := q.Answers(map[string]any{"falling": 1, "staying": "most"})
	fmt.Println(q.Explain(answers)[0])
	// Output:
	// total
	//   2 of 3 answered; at least 2 must be; each blank (waking) counts as this person's mean (local)
	//   1 + 2 = 3
	//   3 × 3 / 2 = 4.5
	//   4.5 rounded to a whole number (half goes up) = 5
	//   5 is in the band Poor: from 3 up
}

func ExampleScratch() {
	q, err := proms.Load("sleep.yaml", []byte(sleep))
	if err != nil {
		fmt.Println(err)
		return
	}
	total, _ := q.Find("total")
	scratch := q.NewScratch() // one for each goroutine
	for _, row := range [][]float64{{0, 1, 0}, {2, 2, rule.NA(rule.Blank)}, {2, rule.NA(rule.Blank), rule.NA(rule.Blank)}} {
		copy(scratch.Items(), row)
		scratch.Score()
		fmt.Println(scratch.Value(total))
	}
	// Output:
	// 1
	// 6
	// too_few
}

func ExampleScratch_ScoreColumns() {
	q, err := proms.Load("sleep.yaml", []byte(sleep))
	if err != nil {
		fmt.Println(err)
		return
	}
	var results proms.Columns // used again for the next batch
	err = q.NewScratch().ScoreColumns([][]float64{{0, 2}, {1, 2}, {0, 1}}, &results)
	fmt.Println(results.Values[0], results.Bands[0], err)
	// Output: [1 5] [0 1] <nil>
}

func ExampleLoad_faults() {
	_, err := proms.Load("wrong.yaml", []byte(`kind: questionnaire
id: wrong
version: 1.0.0
title: Wrong
items:
  - {id: q1, number: {range: [0, 3], step: 1}}
  - {id: q2, number: {range: [0, 3], step: 1}}
scores:
  - {id: total, of: [q1, q3], missing: complete, rule: sum(of), range: [0, 6]}
`))
	fmt.Println(err)
	// Output: wrong.yaml:9:26: there is no item or score q3. Did you mean q2? [score-of]
}
