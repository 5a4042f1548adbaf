package population

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func date(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// year is the financial year in which most tests play, by months.
var year = Months(date("2026-04-01"), date("2027-03-31"))

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// at makes an event.
func at(id, on, in string, body sdm.Body) sdm.Event {
	return sdm.Event{ID: id, On: date(on), By: sdm.Together, In: in, Body: body}
}

func record(t testing.TB, events ...sdm.Event) sdm.Record {
	t.Helper()
	r, err := sdm.NewRecord("p").AddAll(events...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Bodies that tests use again and again.
var (
	opened   = sdm.Opened{Aid: "hip", Version: "1.0.0"}
	mattered = sdm.Mattered{Words: "Dancing"}
	carryOn  = sdm.WentThrough{Option: "carry_on"}
	replace  = sdm.WentThrough{Option: "replace"}
	decided  = sdm.Decided{Option: "replace"}
	needs    = []community.Need{{ID: "company", Words: "I miss people"}}
	referred = community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "Link workers", Needs: needs}
	offers2  = support.Offered{Document: "offers", Version: "1.0.0", Offers: []support.Shown{{Offer: "coaching"}, {Offer: "peers"}}}
	version  = plan.Agreed{Version: plan.Version{Matters: []plan.Statement{{Text: "Dancing"}}, Needs: []plan.Need{{ID: "hip", Text: "My hip hurts", Goals: []plan.Goal{
		{ID: "dance", Text: "Dance", Owner: plan.Someone{Role: plan.ThePerson}}}}}}}
	money = budget.Agreed{
		Amount: budget.GBP(52_000), Period: budget.Period{From: date("2026-04-01"), To: date("2028-03-31")},
		Shares: []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(52_000)}},
		Lines: []budget.Line{{ID: "pool", Category: "activity", What: "Swimming", Quantity: budget.Whole(52), Unit: "visit", Rate: budget.GBP(1_000),
			Cost: budget.GBP(52_000), Mode: budget.Direct, Needs: []string{"hip"}, Outcomes: []string{"moving"}}},
	}
)

// withOutcome is a version of a plan that a budget can name.
func withOutcome() plan.Agreed {
	v := version
	v.Outcomes = []plan.Outcome{{ID: "moving", Text: "Moving without fear"}}
	return v
}

// invented makes the record of a person who does not exist: for each component perhaps a thread, of steps that may come one after the
// other, at random days of two years. Steps that a component refuses are left out.
func invented(r *rand.Rand) sdm.Record {
	rec := sdm.NewRecord(fmt.Sprint("person-", r.IntN(1_000_000)))
	on := date("2026-02-01").Add(r.IntN(60))
	add := func(in string, body sdm.Body) string {
		on = on.Add(r.IntN(40))
		by := sdm.Together
		if r.IntN(4) == 0 {
			by = sdm.ByProfessional
		}
		next, err := rec.Add(sdm.Event{On: on, By: by, In: in, Body: body})
		if err != nil {
			return ""
		}
		rec = next
		events := rec.Events()
		return events[len(events)-1].ID
	}
	some := func(in string, chance float64, bodies ...sdm.Body) {
		for _, b := range bodies {
			if r.Float64() < chance {
				add(in, b)
			}
		}
	}
	threads := []func(){
		func() {
			talk := add("", opened)
			some(talk, 0.8, mattered, carryOn, replace, sdm.Asked{Question: "benefits"}, sdm.Deferred{}, carryOn, decided)
		},
		func() {
			refer := add("", sdm.ChoiceReferred{Referral: choice.Referral{Facts: map[string]any{"referred_by": "gp"}}})
			look := func() sdm.ChoiceOffered {
				return sdm.ChoiceOffered{Rights: []sdm.RightFound{{Document: "d@1.0.0", ID: "r", State: []policy.State{policy.Met, policy.NotMet, policy.Unknown}[r.IntN(3)]}}}
			}
			some(refer, 0.5, look(), look(),
				sdm.ChoiceOffered{Providers: []sdm.ProviderOffered{{ID: "north"}}}, sdm.ChoiceMade{Provider: "north"}, sdm.ChoiceMade{LeftOpen: true})
		},
		func() {
			walk := add("", community.Offered{Reason: "Company"})
			some(walk, 0.7, referred, community.Contacted{Outcome: community.NoContact, Attempts: 1, Way: community.WayPhone})
			some(walk, 0.3, community.Declined{})
			some(walk, 0.7, community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone}, community.Assessed{WhatMatters: "Dancing"})
		},
		func() {
			help := add("", offers2)
			for range r.IntN(5) {
				answer := []support.Answer{support.TakenUp, support.Declined, support.Later}[r.IntN(3)]
				some(help, 0.8, support.Answered{Offer: []string{"coaching", "peers"}[r.IntN(2)], Answer: answer})
			}
			some(help, 0.4, support.Ended{Offer: "coaching", How: support.Completed})
		},
		func() {
			p := add("", plan.Offered{Status: []plan.OfferStatus{plan.Accepted, plan.Declined, plan.Undecided}[r.IntN(3)]})
			some(p, 0.6, plan.Told{Statements: []plan.Statement{{Text: "I live alone"}}}, withOutcome(), plan.Reviewed{How: plan.Formal}, withOutcome(), plan.Reviewed{How: plan.Informal}, plan.Ended{Reason: "Done"})
		},
		func() {
			for _, e := range rec.Events() { // a budget names parts of a plan, which has to be there by its day
				if e.On.After(on) {
					on = e.On
				}
			}
			b := add("", budget.Requested{Basis: "discretionary"})
			some(b, 0.7, budget.Indicated{Amount: budget.GBP(50_000), Period: money.Period}, money, budget.Entry{What: budget.Allocate, Line: "pool", Amount: budget.GBP(52_000)},
				budget.Stopped{Ground: "ended", Reasons: []string{"Done"}})
		},
	}
	for _, i := range r.Perm(len(threads)) {
		for range r.IntN(3) {
			threads[i]()
		}
		on = date("2026-02-01").Add(r.IntN(300)) // another thread may begin before this one ended
	}
	return rec
}
