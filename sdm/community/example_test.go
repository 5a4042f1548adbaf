package community_test

import (
	"fmt"
	"os"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

func Example() {
	src, err := os.ReadFile("../../examples/directories/fennbridge.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	directory, err := community.Load("fennbridge.yaml", src)
	if err != nil {
		fmt.Println(err)
		return
	}
	age, much := 74, 90.0
	person := community.Seeker{
		AsOf: day.New(2026, 11, 1), Age: &age, Areas: []string{"millbank"},
		Needs:    []community.Need{{ID: "company", Words: "I talk to nobody all week", Category: "loneliness", Weight: &much}},
		MostCost: &community.Price{Amount: 3, Currency: "GBP"},
		Access:   []string{"step_free"},
		Free:     []community.Free{{ByDay: "MO,TU", From: "09:00", To: "13:00"}},
	}
	for _, m := range directory.Match(person)[:5] {
		fmt.Println(m.Place(), m.Service().Name)
		for _, f := range append(m.Unmet(), m.Unknown()...) {
			fmt.Printf("  %s %s: %s\n", f.Criterion, f.State, f.Says)
		}
	}
	// Output:
	// 1 River Choir
	// 1 Riverside Walks
	// 1 Memory Lane
	// 4 The Bench
	//   opening unknown: Whether it takes place when the person can is not known: Tuesday and Thursday from 10:00 to 15:00.
	//   audience unknown: It says for whom it is: Men. Ask whether that is this person.
	// 5 Saturday Singers
	//   opening not_met: It takes place when the person cannot: the first Saturday of the month from 14:00 to 16:00.
}

func ExampleReferral() {
	var r community.Referral
	apply := func(id string, on day.Day, s community.Step) {
		if err := r.Apply(id, on, s); err != nil {
			fmt.Println("refused:", err)
			return
		}
		fmt.Println(on, r.State())
	}
	referral := community.Referred{
		By: community.Referrer{Kind: community.SelfReferral}, To: "Fennbridge link workers",
		Needs: []community.Need{{ID: "company", Words: "I talk to nobody all week"}},
	}
	apply("e1", day.New(2026, 1, 6), referral)
	referral.Consent = community.ConsentYes
	apply("e1", day.New(2026, 1, 6), referral)
	apply("e2", day.New(2026, 1, 8), community.Contacted{Outcome: community.NoContact, Attempts: 3, Way: community.WayPhone})
	apply("e3", day.New(2026, 1, 9), community.Declined{Reasons: []string{"My niece has moved in"}})
	apply("e4", day.New(2026, 1, 12), community.Closed{Reason: community.PersonDeclined})
	apply("e4", day.New(2026, 1, 12), community.Closed{Reason: community.PersonDeclined, MessageBack: []community.Back{
		{To: community.ToGP, Withheld: "She did not want the surgery to know."},
		{To: community.ToReferrer, Says: "Call us whenever you like.", On: day.New(2026, 1, 12)},
	}})
	count := community.CountOf(&r)
	fmt.Println(count.Counts, count.Because)
	for _, c := range count.Codes {
		fmt.Println(c.Code, c.Means, c.On)
	}
	// Output:
	// refused: consent: nobody knows whether the person agreed to be referred, and unknown is not yes; ask the person, and record the referral once they said yes
	// 2026-01-06 referred
	// 2026-01-08 no_contact
	// 2026-01-09 declined
	// refused: message_back: no message went back, so neither the GP nor the referrer knows what came of it; add a message to gp and one to referrer, or say under withheld why none went
	// 2026-01-12 closed
	// excluded The person declined, which is an exclusion.
	// 871731000000106 Referral to a social prescribing service 2026-01-06
	// 871711000000103 Social prescribing declined 2026-01-09
}

func ExampleParseServices() {
	services, err := community.ParseServices([]byte(`{"contents": [
		{"id": "5f0a", "name": "Shanty Club", "status": "active", "minimum_age": 16},
		{"id": "5f0b", "name": "Old Salts", "status": "active", "minimum_age": "sixty"}
	]}`))
	for _, s := range services {
		fmt.Println(s.Name, s.MinimumAge != nil)
	}
	fmt.Println(err)
	// Output:
	// Shanty Club true
	// Old Salts false
	// /contents/1/minimum_age: minimum_age cannot be read: there is a string where something else belongs. It counts as not known until it is mended [directory-service-json]
}

func ExampleChangeOf() {
	before := community.Reading{On: day.New(2026, 1, 15), Score: rule.ValueOf(8)}
	after := community.Reading{On: day.New(2026, 4, 20), Score: rule.ValueOf(5)}
	anxious := community.ONS4()[3]
	c := community.ChangeOf(anxious, before, after)
	fmt.Println(c.Scale.Title, c.Change, c.Direction, c.Days)
	c = community.ChangeOf(anxious, before, community.Reading{On: day.New(2026, 4, 20), Score: rule.MissingValue(rule.Declined)})
	fmt.Println(c.Change, c.Direction, c.Why)
	// Output:
	// Anxiety yesterday -3 better 95
	// declined unknown There is no score after (declined).
}
