package proms_test

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// tiredness is a questionnaire with an item bank, an adaptive test over it and a score against norms.
const tiredness = `kind: questionnaire
id: tiredness
version: 1.0.0
title: Tiredness
licence: {terms: open, holder: An example, ships_text: true}
answers:
  often:
    - {id: never, value: 0, label: Never}
    - {id: some, value: 1, label: Sometimes}
    - {id: often, value: 2, label: Often}
items:
  - {id: tired, text: I am tired, answer: often}
  - {id: sleepy, text: I fall asleep by day, answer: often}
  - {id: lively, text: I am lively, answer: often}
banks:
  fatigue:
    model: grm
    d: 1
    prior: {mean: 0, sd: 1}
    grid: {low: -4, high: 4, points: 81}
    metric: {intercept: 50, slope: 10}
    items:
      tired: {a: 2.2, b: [-0.6, 0.9]}
      sleepy: {a: 1.4, b: [0.2, 1.6]}
      lively: {a: 1.8, b: [-0.4, 1.1], reversed: true}
    adaptive:
      by: mfi
      stop: {min_items: 1, max_items: 3, se: {at_most: 0.6}}
norms:
  adults:
    score: fatigue
    population: Nobody, for this is an example
    rows: [{mean: 48, sd: 9}]
scores:
  - {id: fatigue, of: [tired, sleepy, lively], missing: {at_least: 1}, bank: fatigue, method: eap, round: {places: 1, half: even}, range: [10, 90], better: lower}
  - {id: against_adults, norm: {from: adults, as: t}, round: {places: 1, half: even}, range: [0, 100], better: lower}
cases:
  - name: one answer
    given: {tired: some}
    expect: {fatigue: {about: 50, within: 3}, fatigue.se: {about: 7, within: 2}, against_adults: {about: 52, within: 3}, against_adults.se: {about: 8, within: 2}}
`

func ExampleQuestionnaire_Adaptive() {
	q, err := proms.Load("tiredness.yaml", []byte(tiredness))
	if err != nil {
		fmt.Println(err)
		return
	}
	test, _ := q.Adaptive("fatigue")
	answers := map[string]string{"tired": "often", "sleepy": "some", "lively": "never"}
	st := test.Start()
	for st.Stopped == "" {
		fmt.Printf("asks %s (%s %.2f)\n", st.Next.Item, st.Next.Rule, st.Next.Value)
		if st, err = test.Answer(st, answers[st.Next.Item]); err != nil { // st is a plain value: keep it as JSON between two answers
			fmt.Println(err)
			return
		}
	}
	given, _ := test.Answers(st)
	for _, s := range q.Score(given).Scores {
		se, _ := s.SE.Number()
		fmt.Printf("%s %s ± %.1f\n", s.ID, s.Value, se)
	}
	fmt.Println("stopped:", st.Stopped)
	// Output:
	// asks tired (mfi 1.11)
	// asks lively (mfi 0.86)
	// asks sleepy (mfi 0.55)
	// fatigue 62.8 ± 5.6
	// against_adults 66.4 ± 6.2
	// stopped: se
}

func ExampleQuestionnaire_ScoreWith() {
	// The questionnaire of Example, but a blank counts with the answer of an earlier visit.
	q, err := proms.Load("sleep.yaml", []byte(strings.Replace(sleep, "fill: mean", "fill: carried", 1)))
	if err != nil {
		fmt.Println(err)
		return
	}
	today, _ := q.Answers(map[string]any{"falling": 1, "staying": 2})
	before, _ := q.Answers(map[string]any{"falling": 0, "staying": 0, "waking": 2})
	result, err := q.ScoreWith(proms.Given{
		Answers:  today,
		Previous: proms.Previous{Answers: before, On: day.New(2026, 5, 4)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	total, _ := result.Score("total")
	fmt.Println(total.Value, "with", total.Carried.Items, "of", total.Carried.On)
	// Output:
	// 5 with [waking] of 2026-05-04
}
