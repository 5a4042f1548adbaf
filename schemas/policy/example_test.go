package policy_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

func Example() {
	rights, err := policy.Load("rights.yaml", []byte(`
kind: choice-rights
id: rights
version: 1.0.0
title: A right to choose
facts:
  - id: planned
    ask: "Is this a planned referral?"
    answer: yes_no
  - id: detained
    ask: "Is the person detained?"
    answer: yes_no
criteria:
  - id: choose_provider
    when: planned
    unless:
      - id: detained_people
        when: detained
        because: The right does not cover people who are detained.
    because: A planned referral carries the right.
    basis: local
cases:
  - name: a blank never denies
    given: {planned: true}
    expect: {choose_provider: unknown}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, src := range []string{`{"planned": true}`, `{"planned": true, "detained": false}`, `{"detained": true}`} {
		answers, _ := rights.Sheet().Parse([]byte(src))
		for _, f := range rights.Evaluate(policy.Given{Answers: answers}) {
			fmt.Printf("%v %v %q\n", f, f.Missing, f.Because)
		}
	}
	// Output:
	// choose_provider: unknown [detained] ""
	// choose_provider: met [] "A planned referral carries the right."
	// choose_provider: not_met [] "The right does not cover people who are detained."
}

func ExampleRank() {
	found := []policy.Finding{
		{ID: "group_course", State: policy.Unknown},
		{ID: "leaflet", State: policy.NotMet},
		{ID: "coaching", State: policy.Met},
	}
	for _, f := range policy.Rank(found) {
		fmt.Println(f)
	}
	// Output:
	// coaching: met
	// group_course: unknown
	// leaflet: not_met
}
