package choice_test

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

func Example() {
	rights, err := choice.Load("rights.yaml", []byte(`
kind: choice-rights
id: waiting
version: 1.0.0
title: Waiting too long
facts:
  - {id: wait_18_weeks, ask: "How does the wait stand to 18 weeks?", answer: waits}
  - {id: told_of_wait, ask: "Has the provider or the commissioner been told?", answer: yes_no}
answers:
  waits: [{id: ended, label: Ended}, {id: in_time, label: In time}, {id: too_long, label: Too long}]
criteria:
  - id: another_provider
    when: |
      wait_18_weeks == "too_long" and told_of_wait
    because: The wait is longer than 18 weeks.
    next_step: Ask for other providers that are faster.
    basis: local
cases:
  - {name: a blank never denies, given: {told_of_wait: true}, expect: {another_provider: unknown}}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	today := day.New(2026, time.November, 21)
	referral, err := choice.ParseReferral([]byte(`{"made": "2026-06-01", "received": "2026-06-02", "known_to": "2026-11-21", "facts": {"told_of_wait": true}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	clock := referral.Clock(choice.EighteenWeeks, today)
	fmt.Println(clock.State, "on day", clock.Days.String()+"; the last day in time was", clock.LastDay)
	found, err := choice.Rights(referral, person.Facts{}, today, rights)
	fmt.Println(found[0], err)
	fmt.Println(found[0].Because, found[0].NextStep)

	referral.KnownTo = day.Day{} // nobody says that the record is complete
	found, _ = choice.Rights(referral, person.Facts{}, today, rights)
	fmt.Println(found[0], found[0].Missing)
	// Output:
	// passed on day 173; the last day in time was 2026-10-05
	// another_provider: met <nil>
	// The wait is longer than 18 weeks. Ask for other providers that are faster.
	// another_provider: unknown [wait_18_weeks]
}

func ExampleShortlist() {
	list, err := choice.Shortlist(choice.Search{
		AsOf: day.New(2026, time.November, 21),
		Wishes: []choice.Wish{
			choice.WaitAtMost(12).Matters(60),
			choice.DistanceAtMost(10).Matters(40).Saying("I do not drive"),
		},
		Providers: []choice.Provider{
			{ID: "general", WaitWeeks: rule.ValueOf(20), DistanceMiles: rule.ValueOf(4)},
			{ID: "clinic", WaitWeeks: rule.ValueOf(6), DistanceMiles: rule.ValueOf(30)},
			{ID: "infirmary", DistanceMiles: rule.ValueOf(8)},
		},
	})
	for _, l := range list {
		fmt.Println(l.Place, l.Provider, "has", l.FitLow, "to", l.FitHigh, "percent; not there", l.Unmet(), "not known", l.NotKnown())
	}
	fmt.Println(err)
	// Output:
	// 1 clinic has 60 to 60 percent; not there [distance] not known []
	// 2 infirmary has 40 to 100 percent; not there [] not known [wait]
	// 3 general has 40 to 40 percent; not there [wait] not known []
	// <nil>
}

func ExampleStatements() {
	statements, err := choice.Load("statements.yaml", []byte(`
kind: choice-rights
id: statements
version: 1.0.0
title: What people should be able to say
facts:
  - {id: no_treatment_discussed, ask: "Was having no treatment talked about?", answer: yes_no}
  - {id: information_as_needed, ask: "Was information given as the person needs it?", answer: yes_no}
  - {id: time_to_think_offered, ask: "Was the person offered time to think?", answer: yes_no}
criteria:
  - {id: options_discussed, title: We talked about the options., when: no_treatment_discussed, basis: local}
  - {id: information_provided, title: I was given information that I could use., when: information_as_needed, basis: local}
  - {id: time_to_consider, title: I had time., when: time_to_think_offered, basis: local}
cases:
  - {name: a blank is no no, given: {}, expect: {options_discussed: unknown, information_provided: unknown, time_to_consider: unknown}}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	talked := true
	all, err := choice.Statements(statements, choice.Evidence{
		NoTreatment: &talked, InformationNeeds: []string{"large_print"}, InformationGiven: []string{"leaflet"},
	})
	for _, s := range all {
		fmt.Println(s.ID, s.State)
		for _, g := range s.Gaps {
			fmt.Println("  "+g.Field+":", g.Says)
		}
	}
	fmt.Println(err)
	// Output:
	// options_discussed met
	// information_provided not_met
	//   information_given: nothing was given in large_print
	// time_to_consider unknown
	//   time_offered: not recorded
	// <nil>
}

func ExampleCompare() {
	c := choice.Compare(
		choice.Provider{ID: "general", WaitWeeks: rule.ValueOf(20), Has: map[string]bool{"step_free": true}},
		choice.Provider{ID: "clinic", WaitWeeks: rule.ValueOf(6)},
	)
	fmt.Println(c.Providers)
	for _, row := range c.Rows {
		fmt.Println(row.About, row.Unit, row.Cells[0].Text, "|", row.Cells[1].Text)
	}
	// Output:
	// [general clinic]
	// wait weeks 20 | 6
	// has.step_free  yes | not known
}
