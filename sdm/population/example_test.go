package population_test

import (
	"fmt"
	"os"
	"time"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/population"
)

// referred is the record of somebody who was offered social prescribing, was referred a week later and may have declined then.
func referred(person string, on day.Day, declined bool) sdm.Record {
	record, err := sdm.NewRecord(person).AddAll(
		sdm.Event{ID: "offer", On: on, By: sdm.ByProfessional, Body: community.Offered{Reason: "Company"}},
		sdm.Event{On: on.Add(7), By: sdm.ByProfessional, In: "offer", Body: community.Referred{
			Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "Link workers",
			Needs: []community.Need{{ID: "company", Words: "I miss people"}}}},
	)
	if err == nil && declined {
		record, err = record.Add(sdm.Event{On: on.Add(10), By: sdm.ByPerson, In: "offer", Body: community.Declined{}})
	}
	if err != nil {
		panic(err)
	}
	return record
}

// Two workers count their people and share the counts; only then are small numbers hidden.
func Example() {
	april := day.New(2026, time.April, 1)
	periods := population.Quarters(april, april)

	north, err := population.New(periods...)
	if err != nil {
		panic(err)
	}
	south := north.Empty()
	for i := range 40 {
		if err := north.AddIn("North Road", referred(fmt.Sprint("n", i), april.Add(i), i%10 == 0)); err != nil {
			panic(err)
		}
		if err := south.AddIn("South Street", referred(fmt.Sprint("s", i), april.Add(i), i < 20)); err != nil {
			panic(err)
		}
	}
	src, err := south.MarshalJSON() // from another machine
	if err != nil {
		panic(err)
	}
	var arrived population.Counter
	if err := arrived.UnmarshalJSON(src); err != nil {
		panic(err)
	}
	if err := north.Merge(&arrived); err != nil {
		panic(err)
	}

	exact := north.Counts().All.Periods[0].Components[2]
	fmt.Printf("%s: %d of %d counted, %d declined\n\n", exact.Component, exact.Counted, exact.Eligible(), exact.Declined)

	published, err := north.Publish(population.Rules{ByGroup: true, Components: []sdm.Component{sdm.SocialPrescribing}})
	if err != nil {
		panic(err)
	}
	shown := page.Page{Title: "Social prescribing", Language: "en", Blocks: published.Blocks()[:2]}
	if err := shown.WriteMarkdown(os.Stdout); err != nil {
		panic(err)
	}
	// Output:
	// social_prescribing: 56 of 56 counted, 24 declined
	//
	// # Social prescribing
	//
	// **Important**
	//
	// These counts follow this library's own definitions. They are not those of the NHS dashboard or of any other measure, and are not equivalent to them.
	//
	// ## Social prescribing
	//
	// **April to June 2026 (1 April 2026 to 30 June 2026): people, once.**
	//
	// | Group | Counted | Declined | Not counted | Not known | People |
	// | --- | --- | --- | --- | --- | --- |
	// | North Road | not shown | fewer than 6 | 0 | 0 | 40 |
	// | South Street | not shown | not shown | 0 | 0 | 40 |
	// | All | 56 | 24 | 0 | 0 | 80 |
}

// The definitions belong to every number.
func ExampleDefinitions() {
	fmt.Println(population.Notice)
	for _, d := range population.Definitions()[2:3] {
		fmt.Println(d.Component)
		fmt.Println("counted:", d.Counted)
		fmt.Println("declined:", d.Declined)
	}
	// Output:
	// These counts follow this library's own definitions. They are not those of the NHS dashboard or of any other measure, and are not equivalent to them.
	// social_prescribing
	// counted: The person was referred in the period, and had not declined that referral by its end. An offer alone does not count.
	// declined: The person declined an offer or a referral in the period, which is an exclusion.
}
