package letter_test

import (
	"fmt"
	"os"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// conversation is a small record: a conversation, what mattered, what was gone through, and that the person wants more time.
func conversation() sdm.Record {
	on := day.New(2026, 1, 10)
	record, err := sdm.NewRecord("person-7").AddAll(
		sdm.Event{ID: "talk", On: on, By: sdm.Together, Body: sdm.Opened{Aid: "hip", Version: "1.0.0", Decision: "What to do about my hip?"}},
		sdm.Event{On: on, By: sdm.ByPerson, In: "talk", Body: sdm.Mattered{Words: "Walking my dog"}},
		sdm.Event{On: on, By: sdm.Together, In: "talk", Body: sdm.WentThrough{Option: "exercise"}},
		sdm.Event{ID: "later", On: on, By: sdm.ByPerson, In: "talk", Body: sdm.Deferred{Until: "after the summer"}},
	)
	if err != nil {
		panic(err) // a slip in the example
	}
	return record
}

func Example() {
	l, err := letter.ToPerson(conversation(), letter.Options{
		Talk: "talk", AsOf: day.New(2026, 1, 12), To: letter.Address{Name: "Ms Hill"}, From: letter.Sender{Ask: "Ask for Mo Reed on 01632 960 100."},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	l.Parts = l.Parts[:5] // the rest says what happens next, and whom to ask
	if err := l.Page(letter.Words{}).WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// A letter about your care
	// ========================
	//
	// 12 January 2026
	//
	// Dear Ms Hill,
	//
	// This letter is for you. It says what we talked about and what happens next.
	//
	// What we talked about
	// --------------------
	//
	// What to do about my hip?
	//
	// We began to talk about this on 10 January 2026.
	//
	// What matters to you
	// -------------------
	//
	// - ⁨Walking my dog⁩
	//
	// Your options
	// ------------
	//
	// What to do about my hip?
	//
	// We went through these options:
	//
	// - exercise
	//
	// The numbers are not in this letter. You can ask us to show them to you
	// again.
	//
	// What you decided
	// ----------------
	//
	// What to do about my hip?
	//
	// On 10 January 2026 you said that you want to decide later.
	//
	// - When to come back to it: ⁨after the summer⁩
	//
	// You can change your mind. Tell us if you do.
}

// Every line can be followed back to the record.
func ExampleLetter_Telling() {
	l, err := letter.ToPerson(conversation(), letter.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range l.Telling("later") {
		fmt.Println(line.From, "|", line.Label, "|", line.Text)
	}
	// Output:
	// record |  | On 10 January 2026 you said that you want to decide later.
	// record | When to come back to it | after the summer
	// record | What you left for later | after the summer
}

func ExampleSummarise() {
	s, err := letter.Summarise(conversation(), letter.Clinical{Reader: "gp_practice", Problems: []string{"Osteoarthritis of the hip"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Decisions[0].Status, s.Decisions[0].Decided[0].Text)
	for _, m := range s.Missing {
		if m.Asked == letter.Mandatory {
			fmt.Println("missing:", m.Path)
		}
	}
	// Output:
	// in_progress To decide later (person, 10 January 2026)
	// missing: contacts_with_professionals[0].time
	// missing: contacts_with_professionals[0].seen_by
	// missing: contacts_with_professionals[0].responsible_professional
	// missing: shared_decision_points[0].options_discussed[0].risks
	// missing: shared_decision_points[0].options_discussed[0].benefits
	// missing: shared_decision_points[0].options_discussed.take_no_action
}
