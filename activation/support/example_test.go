package support_test

import (
	"fmt"
	"os"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// offersOf reads the shipped documents.
func offersOf() (*support.Offers, *person.Vocabulary, *activation.Measure) {
	var documents []*schemas.Document
	for _, file := range files {
		src, err := os.ReadFile("../../examples/" + file)
		if err != nil {
			fmt.Println(err)
		}
		document, _ := schemas.Parse(file, src)
		documents = append(documents, document)
	}
	set, _ := schemas.NewSet(documents...)
	offers, err := support.FromSet(set, "nhs-self-management-support")
	if err != nil {
		fmt.Println(err)
	}
	facts, err := person.FromSet(set, "person-facts")
	if err != nil {
		fmt.Println(err)
	}
	measure, err := activation.FromSet(set, "pam-prescored")
	if err != nil {
		fmt.Println(err)
	}
	return offers, facts, measure
}

// A person with long-lasting pain whom nobody has asked yet how sure they feel.
func ExampleOffers_Tailor() {
	offers, facts, _ := offersOf()
	who, err := facts.Parse([]byte(`{"age": 61, "long_term_pain": true, "reading_is_hard": true}`), day.New(2026, 11, 22))
	if err != nil {
		fmt.Println(err)
	}
	places := 4
	list, err := offers.Tailor(support.Given{
		On: day.New(2026, 11, 22), Person: who,
		Capacity: map[string]support.Capacity{"course_pain": {Places: &places, NextStart: day.New(2026, 12, 1)}},
	})
	if err != nil {
		fmt.Println(err)
	}
	words := list.Words()
	for _, line := range words[:5] {
		fmt.Println(line)
	}
	fmt.Println(words[len(words)-2])
	fmt.Println(words[len(words)-1])
	// Output:
	// Nobody has asked yet how sure you feel about looking after your own health.
	// So we start with a conversation. A level that is not known says nothing about you.
	// 1. A conversation about what would help you. You know best what would help. (convention) What matters most to you at the moment? What do you do for your health already, and what gets in the way?
	// 2. A course about living well with long-lasting pain. People with long-lasting pain are offered help to stay active and to do what matters to them. (guidance, nice_ng193, not verified there) 4 places are left. It starts next on 1 December 2026.
	// 3. A course about living with any long-term condition. Much of living with a long-term condition is the same whatever its name. (guidance, nhse_ssm_2020, not verified there)
	// Whatever you choose: In plain words and pictures, with somebody to go through it.
	// The order says what may suit first. You choose, and choosing nothing is a choice too.
}

// A thread of support, from the offer to its end. What was declined is shown and never pressed.
func ExampleState() {
	offers, _, measure := offersOf()
	assessment := measure.AssessScore(rule.ValueOf(50))
	first := day.New(2026, 1, 12)
	list, err := offers.Tailor(support.Given{On: first, Assessment: &assessment})
	if err != nil {
		fmt.Println(err)
	}
	opening, err := list.Offered("score-1", "coaching_one_to_one", "action_plan")
	if err != nil {
		fmt.Println(err)
	}
	var thread support.State
	for i, step := range []support.Step{
		opening,
		support.Answered{Offer: "coaching_one_to_one", Answer: support.TakenUp, Actions: []string{"walk-to-the-shop"}},
		support.Answered{Offer: "action_plan", Answer: support.Declined, Words: "I have had enough of forms"},
		support.Ended{Offer: "coaching_one_to_one", How: support.Completed, Scores: []string{"score-2"}},
	} {
		if err := thread.Apply(fmt.Sprint("event-", i+1), first.AddMonths(i), step); err != nil {
			fmt.Println(err)
		}
	}
	for _, p := range thread.Progress() {
		fmt.Println(p.Offer, p.Answer, p.Ended, p.Actions)
	}
	err = thread.Apply("event-5", first.AddMonths(4), support.Ended{Offer: "action_plan", How: support.Stopped})
	fmt.Println(err)
	again, err := offers.Tailor(support.Given{On: first.AddMonths(5), Assessment: &assessment, Threads: []*support.State{&thread}})
	if err != nil {
		fmt.Println(err)
	}
	for _, o := range again.In(support.Refused) {
		fmt.Println(o.Title, "-", o.Said.Words)
	}
	// Output:
	// action_plan declined  []
	// coaching_one_to_one taken_up completed [walk-to-the-shop]
	// offer: "action_plan" was not taken up, so it cannot end; record support_answered with taken_up first
	// Learning to make a plan for your goals, and for problems on the way - I have had enough of forms
}
