package standard_test

import (
	"fmt"
	"os"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// An aid is held against a standard, first as it is, and then with the word of a panel that looked at its balance.
func Example() {
	set, faults := schemas.ReadFS(os.DirFS("../../examples"))
	_ = faults // the folder holds definitions of every kind; FromSet tells of faults in those that are used here
	aid, err := decisionaid.FromSet(set, "hip-osteoarthritis@1")
	if err != nil {
		fmt.Println(err)
		return
	}
	ipdas, err := standard.FromSet(set, "ipdas-v4@1")
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := standard.FactsOf(aid, day.New(2026, 11, 22))
	for _, said := range [][]standard.Attestation{nil, {{
		Fact: "equal_detail", Holds: true, Who: "A panel of five patients", When: "2026-10-02", Evidence: "Minutes of the meeting",
	}}} {
		f, _ := ipdas.Report(facts, said).Finding("c1")
		fmt.Println(f.ID, f.State, f.Places[0].At)
	}
	f, _ := ipdas.Report(facts, nil).Finding("c4")
	fmt.Println(f.ID, f.State, f.Places[0].At)
	// Output:
	// c1 unknown [/options]
	// c1 met [/options]
	// c4 met [/update_policy]
}

// A checklist of one's own is a document like any other.
func ExampleLoad() {
	checklist, err := standard.Load("ours.yaml", []byte(`
kind: standard
id: ours
version: 1.0.0
title: What we ask of an aid
sections:
  - {id: words, title: Words}
criteria:
  - {id: plain, kind: words, how: derived, title: Is in plain words, when: aid.reading_age <= 12, basis: local}
cases:
  - {name: plain, given: {aid.reading_age: 12}, expect: {plain: met}}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(checklist.Report(standard.FactsOf(nil, day.Day{}), nil).Text())
	// Output:
	// What we ask of an aid (ours 1.0.0)
	//
	// Of 1 criteria that are about this aid: 1 that nobody can tell yet.
	// This is no certificate: it says what the aid's own structure shows, and what people vouch for.
	//
	// Words: 1 that nobody can tell yet
	//   plain: unknown. Is in plain words
	//     : Shorten long sentences and long words.
}
