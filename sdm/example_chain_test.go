package sdm_test

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// walking is a record that runs from a decision over a plan and a referral to a score.
func walking() (sdm.Record, error) {
	on := func(month time.Month, d int) day.Day { return day.New(2026, month, d) }
	person := plan.Someone{Role: plan.ThePerson}
	referral := community.Referred{
		Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane Surgery"}, To: "Fennbridge link workers",
		Needs: []community.Need{{ID: "company", Words: "I miss people"}}, Actions: []string{"club"},
	}
	version := plan.Version{
		Outcomes: []plan.Outcome{{ID: "out", Text: "Out of the house most days"}},
		Needs: []plan.Need{{ID: "alone", Text: "I stay at home", Goals: []plan.Goal{{
			ID: "walk", Text: "Walk with others every week", Owner: person, Decision: "3", Outcomes: []string{"out"},
			Actions: []plan.Action{
				{ID: "club", What: "Join a walking club", Who: person, Kind: plan.Referral},
				{ID: "shoes", What: "Buy good shoes", Who: person, Kind: plan.Budget},
			},
		}}}},
	}
	score := proms.Result{
		Questionnaire: "ucla-3", Version: "1.0.0", Digest: "sha256:0",
		Scores: []proms.Score{{ID: "loneliness", Value: rule.ValueOf(4), Answered: 3, Expected: 3}},
	}
	return sdm.NewRecord("person-7").AddAll(
		sdm.Event{On: on(1, 10), By: sdm.Together, Body: sdm.Opened{Aid: "knee-pain", Version: "1.0.0", Decision: "What to do about my knee?"}},
		sdm.Event{On: on(1, 10), By: sdm.ByPerson, In: "1", Body: sdm.Mattered{Words: "Seeing people"}},
		sdm.Event{On: on(1, 10), By: sdm.ByPerson, In: "1", Body: sdm.Decided{Option: "keep_moving"}},
		sdm.Event{On: on(2, 1), By: sdm.Together, Body: plan.Agreed{Version: version}},
		sdm.Event{On: on(2, 3), By: sdm.ByProfessional, Body: referral},
		sdm.Event{On: on(5, 4), By: sdm.ByPerson, Body: sdm.Scored{Result: score, For: []sdm.Ref{{Kind: sdm.RefOutcome, ID: "out"}, {Kind: sdm.RefCommunity, ID: "5"}}}},
	)
}

// One identifier is followed back to the decision and forward to the score.
func ExampleStory_Chain() {
	record, err := walking()
	if err != nil {
		fmt.Println(err)
		return
	}
	story, err := record.Replay()
	if err != nil {
		fmt.Println(err)
		return
	}
	chain, err := story.Chain(sdm.Ref{Kind: sdm.RefGoal, ID: "walk"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(chain)
	_, err = story.Chain(sdm.Ref{Kind: sdm.RefGoal, ID: "wlak"})
	fmt.Println(err)
	// Output:
	// decision 3: What to do about my knee? keep_moving, by the person [10 January 2026]
	//   goal walk: Walk with others every week [1 February 2026] <- asked for
	//     still open: no review has looked at this goal yet
	//     outcome out: Out of the house most days [1 February 2026]
	//       score 6: ucla-3: loneliness 4 [4 May 2026]
	//         still open: no review has looked at it yet
	//     action club: Join a walking club, by the person [1 February 2026]
	//       community referral 5: Fennbridge link workers (referred) [3 February 2026]
	//         score 6: see above
	//     action shoes: Buy good shoes, by the person [1 February 2026]
	//       still open: this action is to be paid from a budget, and no line of a budget is for it yet
	// need alone: I stay at home [1 February 2026]
	//   goal walk: see above
	// sdm: goal wlak: the record has nothing of this name; did you mean walk?
}

// What the record shows of a component is our own check list, with a reason and the events for each item.
func ExampleStory_Evidence() {
	record, err := walking()
	if err != nil {
		fmt.Println(err)
		return
	}
	story, err := record.Replay()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(story.Evidence(sdm.SocialPrescribing, sdm.Documents{}))
	fmt.Println(story.Evidence(sdm.CarePlanning, sdm.Documents{}).Threads[0].Items[1].Because)
	// Output:
	// social prescribing: missing
	//   5: missing
	//     pass     the person agreed to be referred: yes [5]
	//     pass     at least one need is in the person's own words: 1 of 1 [5]
	//     missing  a link worker reached the person: nobody has tried yet
	//     missing  what matters to them was talked about: nobody has assessed it
	//     missing  they were connected with something in the community: with nothing so far
	//     missing  somebody looked back with them at how it went: nobody has yet
	//     unknown  the GP and the referrer were told what came of it: the referral is not closed yet
	//     pass     it counts as a referral: The person was referred. [5]
	// without a standard for plans nobody can tell
}
