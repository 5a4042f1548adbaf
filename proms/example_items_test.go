package proms_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms"
)

// goals is a form on which a person names what is hard for them, and rates it again at later visits.
const goals = `
kind: questionnaire
id: my-activities
version: 1.0.0
title: What is hard for me
licence: {terms: open, holder: The example, ships_text: true}
two_marks: {adjacent: worse, apart: void}
sections:
  - {id: activities, title: Name up to two activities that are hard for you, from: activity_1}
  - {id: more, title: Anything else, from: where}
answers:
  places:
    - {id: home, label: At home}
    - {id: work, label: At work}
items:
  - {id: activity_1, number: {range: [0, 10], step: 1}, named: true, better: higher}
  - {id: activity_2, number: {range: [0, 10], step: 1}, named: true, better: higher}
  - {id: where, ask: "Where are they hard?", marks: places}
  - {id: told, ask: "What else should we know?", words: {max: 500}}
scores:
  - {id: ability, of: [activity_1, activity_2], missing: {at_least: 1, fill: drop, basis: local}, rule: mean(of), range: [0, 10], better: higher}
  - {id: places, rule: where.count, range: [0, 2]}
cases:
  - {name: one activity in two places, given: {activity_1: 4, where: [home, work]}, expect: {ability: 4, places: 2}}
`

func ExampleQuestionnaire_Parts() {
	q, err := proms.Load("goals.yaml", []byte(goals))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range q.Parts() {
		fmt.Println(part.Section.Title)
		for _, item := range part.Items {
			fmt.Println(" ", item.ID, item.Form())
		}
	}
	// Output:
	// Name up to two activities that are hard for you
	//   activity_1 a number
	//   activity_2 a number
	// Anything else
	//   where marks
	//   told words
}

func ExampleResult_whatWasNotTaken() {
	q, err := proms.Load("goals.yaml", []byte(goals))
	if err != nil {
		fmt.Println(err)
		return
	}
	first, err := q.ParseAnswers([]byte(`{"activity_1": {"marks": [2, 3], "name": "Climbing stairs"}, "where": ["home"], "told": "It began in May", "activity_2": 12}`))
	fmt.Println(err)
	result := q.Score(first)
	ability, _ := result.Score("ability")
	fmt.Println(ability.Value, result.Invalid, result.Marked[0].By, result.Marked[0].Counted)

	later, _ := q.ParseAnswers([]byte(`{"activity_1": 6}`))
	later, _ = later.Following(first)
	rated, _ := later.Provenance("activity_1")
	fmt.Println(rated.Name)
	// Output:
	// /activity_2: activity_2: 12 is outside the range 0 to 10 [answer-invalid]
	// 2 [activity_2] worse 2
	// Climbing stairs
}
