package decisionaid_test

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
)

const example = `
kind: decision-aid
id: sore-arm
version: 1.0.0
title: A sore arm
decision: Should I rest my arm, or do exercises?
sources:
  made_up: {title: Numbers that were made up for this example}
for:
  who: Adults
  when: age >= 18
inputs:
  - id: age
    ask: "How old are you?"
    number: {unit: years, range: [0, 120], step: 1}
derived:
  - id: slow_to_heal
    rule: age / 200
    range: [0, 1]
options:
  - {id: rest, kind: watchful_waiting, label: Rest it}
  - {id: exercise, label: Do exercises}
outcomes:
  - id: still_sore
    kind: risk
    label: Have a sore arm
    not: feel well
    within: 6 weeks
    shown_per: 100
    among: adults in a made-up study
    estimates:
      - {option: rest, chance: slow_to_heal, certainty: low, source: made_up}
      - {option: exercise, relative_to: rest, rr: 0.5, interval: [0.4, 0.7], certainty: low, source: made_up}
values:
  - {id: no_soreness, about: still_sore, ask: "How much does it matter to you to be free of soreness?", range: [1, 0]}
cases:
  - name: half of the older value
    given: {age: 50}
    expect: {for.when: true, slow_to_heal: 0.25, still_sore.rest: 0.25, still_sore.exercise: 0.125}
`

func Example() {
	aid, err := decisionaid.Load("sore-arm.yaml", []byte(example))
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, err := aid.ParseAnswers([]byte(`{"age": 40}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	mine := aid.ForWith(decisionaid.Given{Answers: answers})
	fmt.Print(mine.Text())
	// Output:
	// A sore arm
	// Should I rest my arm, or do exercises?
	//
	// This is for: Adults. What we know of you fits.
	//
	// Have a sore arm (in 6 weeks)
	//   Among adults in a made-up study.
	//   Rest it: 20 in every 100 people have a sore arm in 6 weeks; 80 feel well. This is our best estimate; how far out it could be has not been stated. We are not very sure of this number; it may change a lot when there is more research.
	//   Do exercises: 10 in every 100 people have a sore arm in 6 weeks; 90 feel well. This is our best estimate; it could be anywhere from 8 to 14 in every 100 people. The range allows for doubt about the effect, and takes the starting chance as exact. We are not very sure of this number; it may change a lot when there is more research.
}

func ExamplePersonal_Estimate() {
	aid, err := decisionaid.Load("sore-arm.yaml", []byte(example))
	if err != nil {
		fmt.Println(err)
		return
	}
	nobody := aid.ForWith(decisionaid.Given{})
	e, err := nobody.Estimate("still_sore", "exercise")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(e.Chance.Known(), e.Chance.Reason())
	for _, m := range e.Missing {
		fmt.Println(m.Ask)
	}
	// Output:
	// false not_supplied
	// How old are you?
}

// A letter says a number as the aid does.
func ExamplePersonal_Sentence() {
	aid, err := decisionaid.Load("sore-arm.yaml", []byte(example))
	if err != nil {
		fmt.Println(err)
		return
	}
	mine := aid.ForWith(decisionaid.Given{})
	e, err := mine.Estimate("still_sore", "exercise")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(mine.Sentence("still_sore", e, decisionaid.English()))
	// Output:
	// Not known. It depends on what is still to answer. <nil>
}

func ExamplePersonal_BRAN() {
	aid, err := decisionaid.Load("sore-arm.yaml", []byte(example))
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, _ := aid.Answers(map[string]any{"age": 40})
	bran, err := aid.ForWith(decisionaid.Given{Answers: answers}).BRAN("exercise")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range bran.Benefits {
		fmt.Println(p.Label, p.Change, p.With.Frequencies.Did.People, "not", p.Without.Frequencies.Did.People)
	}
	fmt.Println(len(bran.Risks), "risks;", bran.Alternatives[0].Label)
	// Output:
	// Have a sore arm fewer 10 not 20
	// 0 risks; Rest it
}

func ExamplePersonal_Values() {
	aid, err := decisionaid.Load("sore-arm.yaml", []byte(example))
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, _ := aid.Answers(map[string]any{"age": 40})
	weighed, err := aid.ForWith(decisionaid.Given{Answers: answers}).Values(decisionaid.Mattering{
		Method:   values.MethodRating,
		Answers:  []values.Answer{values.Said("no_soreness", 70)},
		Concerns: []decisionaid.Concern{{Text: "I have no time for exercises.", Option: "exercise", Speaks: decisionaid.SpeaksAgainst}},
	}, decisionaid.Weighing{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range weighed.Fits {
		fmt.Println(f.Option, "fits", f.Points.Low, "of 100")
	}
	fmt.Println(weighed.Standing.Closest, weighed.Concerns[0].Text)
	// Output:
	// rest fits 80 of 100
	// exercise fits 90 of 100
	// [exercise] I have no time for exercises.
}

func ExamplePersonal_Page() {
	aid, err := decisionaid.Load("sore-arm.yaml", []byte(example))
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, _ := aid.Answers(map[string]any{"age": 40})
	sheet := aid.ForWith(decisionaid.Given{Answers: answers}).Page(decisionaid.English())
	var html strings.Builder
	err = sheet.WriteHTML(&html, page.Host{})
	fmt.Println(sheet.Title, err, strings.Contains(html.String(), "20 have a sore arm"), strings.Contains(html.String(), "80 feel well"))
	// Output:
	// A sore arm <nil> true true
}
