package plan_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// A plan is agreed, and a step with a fault is refused with the field at fault; the plan stays as it was.
func Example() {
	agreed := day.New(2026, time.March, 9)
	person := plan.Someone{Role: plan.ThePerson}
	version := plan.Version{
		Matters: []plan.Statement{{Text: "Walking to the shops on my own", Said: plan.Said{By: person, On: agreed}}},
		Needs: []plan.Need{{ID: "hip", Text: "My hip hurts", Goals: []plan.Goal{
			{ID: "walk", Text: "Walk to the shops and back", Owner: person, Importance: plan.Rate(9), Decision: "decided-1"},
		}}},
	}
	var s plan.State
	if err := s.Apply("e1", agreed, plan.Agreed{Version: version}); err != nil {
		fmt.Println(err)
	}
	review := plan.Reviewed{How: plan.Formal, Goals: []plan.GoalReviewed{{Goal: "swim", Achievement: plan.Achieved}}}
	err := s.Apply("e2", agreed.AddMonths(6), review)
	var wrong fault.Fault
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Field)
		fmt.Println(wrong.Says)
		fmt.Println(wrong.Mend)
	}
	review.Goals[0].Goal = "walk"
	fmt.Println(s.Apply("e2", agreed.AddMonths(6), review))
	fmt.Println(s.Goals()[0].Achievement)
	// Output:
	// goals[0].goal
	// there is no goal "swim" in version e1
	// name a goal of the current version
	// <nil>
	// achieved
}

// Before asking, look at what has been told. Answers that do not go together stand side by side, and nobody chooses for the person.
func ExampleState_Story() {
	first, later := day.New(2026, time.March, 2), day.New(2026, time.June, 12)
	told := func(text string, who plan.Role, on day.Day) plan.Told {
		return plan.Told{Statements: []plan.Statement{{Text: text, Answers: "falls", Said: plan.Said{By: plan.Someone{Role: who}, On: on}}}}
	}
	var s plan.State
	fmt.Println(s.Apply("e1", first, told("I have not fallen", plan.ThePerson, first)))
	fmt.Println(s.Apply("e2", later, told("She fell twice in May", plan.Carer, later)))
	for _, c := range s.Story(plan.ForPerson).Contradictions() {
		fmt.Println(c.Question)
		for _, h := range c.Said {
			fmt.Printf("%s: %s (%s)\n", h.By, h.Text, h.On)
		}
	}
	// Output:
	// <nil>
	// <nil>
	// falls
	// the person: I have not fallen (2026-03-02)
	// carer: She fell twice in May (2026-06-12)
}

// What makes a plan one is a document. Each finding names the field that decides it, and how to mend it.
func ExampleStandard_Report() {
	standard, err := plan.Load("ours.yaml", []byte(`
kind: plan-standard
id: ours
version: 1.0.0
title: What we ask of a plan
sections:
  - {id: care_and_support_plan, title: Care and support plan}
needed: ours
criteria:
  - id: outcomes
    kind: ours
    title: You agree the outcomes with professionals
    when: plan.outcomes >= 1 and plan.agreed_with_person and plan.agreed_with_professional
    basis: local
cases:
  - name: the person has not agreed
    given: {plan.outcomes: 1, plan.agreed_with_person: false, plan.agreed_with_professional: true}
    expect: {outcomes: not_met}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	draft := plan.Version{
		AgreedWith: []plan.Agreement{{Someone: plan.Someone{Role: plan.Professional, Name: "Asha Patel"}}},
		Outcomes:   []plan.Outcome{{ID: "out", Text: "I get out every day"}},
	}
	report := standard.Report(plan.FactsOfVersion(draft, day.New(2026, time.July, 1)), person.Facts{})
	f, _ := report.Finding("outcomes")
	fmt.Println(report.CountsAsPlan, f.Title)
	for _, p := range f.Places {
		fmt.Println(p.At, p.Mend)
	}
	// Output:
	// not_met You agree the outcomes with professionals
	// [agreed_with] Write down under `agreed_with` that the person, or their representative, agreed.
}
