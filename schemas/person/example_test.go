package person_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
)

func Example() {
	vocabulary, err := person.Load("person-facts.yaml", []byte(`
kind: person-facts
id: person-facts
version: 1.0.0
title: What is known of a person
facts:
  - id: age
    ask: "How old are you?"
    number: {unit: years, range: [0, 120], step: 1}
  - id: diabetes
    ask: "Have you been told that you have diabetes?"
    answer: yes_no
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	today := day.New(2026, 11, 21)
	who, err := vocabulary.Parse([]byte(`{"age": {"value": 76, "from": "GP record", "on": "2026-10-01"}}`), today)
	age, _ := who.Value("age")
	_, why := who.Value("diabetes")
	fmt.Println(age, why, err)
	// Output: 76 not_supplied <nil>
}
