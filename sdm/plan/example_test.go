package plan_test

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
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
	var fault plan.Fault
	if errors.As(err, &fault) {
		fmt.Println(fault.Field)
		fmt.Println(fault.Why)
		fmt.Println(fault.Remedy)
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

// A plan that conforms to the data model may still be none. Each finding names the field that decides it.
func ExampleStandard_Report() {
	set, faults := schemas.ReadFS(os.DirFS("../../examples"))
	_ = faults // the folder holds definitions of every kind; FromSet tells of faults in those that are used here
	standard, err := plan.FromSet(set, "personalised-plan-england@0")
	if err != nil {
		fmt.Println(err)
		return
	}
	today := day.New(2026, time.July, 1)
	draft := plan.Version{
		AgreedWith: []plan.Agreement{{Someone: plan.Someone{Role: plan.Professional, Name: "Asha Patel"}}},
		Outcomes:   []plan.Outcome{{ID: "out", Text: "I get out every day"}},
	}
	f, _ := standard.Report(plan.FactsOfVersion(draft, today), person.Facts{}).Finding("outcomes")
	fmt.Println(f.Title)
	fmt.Println(f.State)
	for _, p := range f.Places {
		fmt.Println(p.At, p.Mend)
	}
	// Output:
	// You agree the outcomes with professionals
	// not_met
	// [agreed_with] Write down under `agreed_with` that the person agreed, or did not yet.
}
