package sdm

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

var (
	thePerson = plan.Someone{Role: plan.ThePerson}
	theNurse  = plan.Someone{Role: plan.Professional, Name: "Mo Reed"}
	yes       = true
)

// at makes an event of the year with an id of its own.
func at(id, on, in string, by Author, body Body) Event {
	return Event{ID: id, On: date(on), By: by, In: in, Body: body}
}

func pence(n int64) budget.Money { return budget.GBP(n) }

// result is a small result of a questionnaire.
func result(total float64, band string) proms.Result {
	return proms.Result{
		Questionnaire: "oxford-hip-score", Version: "1.0.0", Digest: "sha256:0",
		Scores: []proms.Score{{ID: "total", Value: rule.ValueOf(total), Exact: rule.ValueOf(total), Answered: 12, Expected: 12, Band: band, BandLabel: band, Range: [2]float64{0, 48}}},
	}
}

// planVersion is the version of the plan of the year, with one action of each kind that something else carries out.
func planVersion() plan.Version {
	return plan.Version{
		Matters:  []plan.Statement{{Text: "Dancing with my granddaughter"}},
		Outcomes: []plan.Outcome{{ID: "moving", Text: "Moving without fear", Measure: "oxford-hip-score"}},
		Needs: []plan.Need{{ID: "hip", Text: "My hip hurts and I stay at home", Goals: []plan.Goal{
			{ID: "dance", Text: "Dance at the wedding", Owner: thePerson, Decision: "decided", Outcomes: []string{"moving"}, Actions: []plan.Action{
				{ID: "surgeon", What: "See a surgeon", Who: theNurse, Kind: plan.Referral},
				{ID: "coach", What: "Work with a health coach", Who: thePerson, Kind: plan.Support},
				{ID: "pool", What: "Swim every week", Who: thePerson, Kind: plan.Budget},
				{ID: "rest", What: "Rest in the afternoon", Who: thePerson, Kind: plan.Self},
			}},
			{ID: "company", Text: "See people again", Owner: thePerson, Actions: []plan.Action{
				{ID: "club", What: "Join a walking club", Who: thePerson, Kind: plan.Referral},
			}},
		}}},
		Review: plan.ReviewPlan{Due: date("2026-12-01")},
	}
}

// year is one fictional person's year through all components, with an event of every kind.
func year() []Event {
	budgetYear := budget.Period{From: date("2026-04-01"), To: date("2027-03-31")}
	money := budget.Agreed{
		Amount: pence(52_000), Period: budgetYear,
		Shares: []budget.Share{{Mode: budget.Direct, Amount: pence(52_000)}},
		Lines: []budget.Line{{ID: "pool_card", Category: "activity", What: "Swimming, once a week", Quantity: budget.Whole(52), Unit: "visit", Rate: pence(1_000),
			Cost: pence(52_000), Mode: budget.Direct, Needs: []string{"hip"}, Outcomes: []string{"moving"}, Actions: []string{"pool"}}},
	}
	nurse := ByProfessional.Named("Mo Reed")
	return []Event{
		at("talk", "2026-01-10", "", Together, Opened{Aid: "hip-osteoarthritis", Version: "1.0.0", Decision: "What to do about my hip?"}),
		at("m1", "2026-01-10", "talk", ByPerson, Mattered{Words: "Dancing"}),
		at("w1", "2026-01-10", "talk", Together, WentThrough{Option: "carry_on"}),
		at("w2", "2026-01-10", "talk", Together, WentThrough{Option: "replace"}),
		at("a1", "2026-01-10", "talk", ByPerson, Asked{Question: "benefits"}),
		at("a2", "2026-01-10", "talk", ByPerson, Asked{Question: "risks"}),
		at("a3", "2026-01-10", "talk", ByPerson, Asked{Question: "alternatives"}),
		at("a4", "2026-01-10", "talk", ByPerson, Asked{Question: "nothing"}),
		at("later", "2026-01-10", "talk", ByPerson, Deferred{Until: "after the talk at home"}),
		at("decided", "2026-01-24", "talk", ByPerson, Decided{Option: "replace", Reasons: []string{"I want to dance"}}),
		at("before", "2026-02-01", "", ByPerson, Scored{Result: result(20, "moderate"), For: []Ref{ref(RefDecision, "decided")}}),
		at("level1", "2026-02-01", "", ByPerson, ActivationAssessed{Assessment: activation.Assessment{
			Measure: "self-management-confidence", Version: "1.0.0", Digest: "sha256:1", On: "2026-02-01", Score: rule.ValueOf(5.5), CutPoints: "tertiles", Level: activation.Level{ID: "middle"},
			Basis: "local", Table: "sha256:2"}}),

		at("plan", "2026-02-10", "", nurse, plan.Offered{Status: plan.Accepted}),
		at("p2", "2026-02-10", "plan", ByPerson, plan.Told{Statements: []plan.Statement{{Text: "I live alone", Answers: "home"}}}),
		at("p3", "2026-02-10", "plan", nurse, plan.Reached{Stage: "conversation"}),
		at("p4", "2026-02-20", "plan", Together, plan.Agreed{Version: planVersion()}),
		at("p5", "2026-02-20", "plan", nurse, plan.Shared{With: []string{plan.ForPerson}}),

		at("refer", "2026-02-21", "", nurse, ChoiceReferred{Referral: choice.Referral{Made: date("2026-02-21"), Facts: map[string]any{"referred_by": "gp"}}, Decision: "decided", Actions: []string{"surgeon"}}),
		at("c2", "2026-02-22", "refer", nurse, ChoiceOffered{Providers: []ProviderOffered{{ID: "north"}, {ID: "south", Name: "South Hospital"}},
			Rights: []RightFound{{Document: "nhs-choice-england@1.0.0", ID: "choose_provider", State: policy.Met}}}),
		at("c3", "2026-02-25", "refer", ByPerson, ChoiceMade{Provider: "south", Reasons: []string{"Nearer to my sister"}}),
		at("c4", "2026-02-25", "refer", ByPerson, ChoiceAttested{Evidence: choice.Evidence{Options: []string{"carry_on", "replace"}, NoTreatment: &yes,
			ProvidersOffered: []string{"north", "south"}, InformationNeeds: []string{}, InformationGiven: []string{"large_print"}, InformedOn: date("2026-02-22"), DecidedOn: date("2026-02-25"), TimeOffered: &yes}}),

		at("offers", "2026-03-01", "", nurse, support.Offered{Document: "offers", Version: "1.0.0", Actions: []string{"coach"},
			Level:  &support.UsedLevel{Measure: "self-management-confidence", CutPoints: "tertiles", Level: "middle", Score: "level1"},
			Offers: []support.Shown{{Offer: "coaching", Title: "Health coaching", Because: "The level is middle"}, {Offer: "peers", Title: "Meeting others"}}}),
		at("s2", "2026-03-02", "offers", ByPerson, support.Answered{Offer: "coaching", Answer: support.TakenUp}),
		at("s3", "2026-03-02", "offers", ByPerson, support.Answered{Offer: "peers", Answer: support.Declined}),

		at("walks", "2026-03-03", "", nurse, community.Offered{Reason: "The person wants company", Decision: "decided"}),
		at("k2", "2026-03-04", "walks", nurse, community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "Fennbridge link workers",
			Needs: []community.Need{{ID: "company", Words: "I miss people"}}, Actions: []string{"club"}}),
		at("k3", "2026-03-10", "walks", Author{Role: "link_worker"}, community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone}),
		at("k4", "2026-03-12", "walks", Author{Role: "link_worker"}, community.Assessed{WhatMatters: "Dancing", Scores: []string{"before"}, Plan: "p4"}),
		at("k5", "2026-03-14", "walks", Author{Role: "link_worker"}, community.Connected{Service: "walkers", Start: date("2026-03-20")}),

		at("money", "2026-03-15", "", ByPerson, budget.Requested{Basis: "discretionary", Plan: "plan"}),
		at("b2", "2026-03-16", "money", nurse, budget.Indicated{Amount: pence(50_000), Period: budgetYear}),
		at("b3", "2026-03-17", "money", nurse, budget.Refused{What: budget.RefusedPart, Reasons: []string{"Less was asked for at first"}}),
		at("b4", "2026-03-18", "money", nurse, budget.Reconsidered{Of: "b3", Outcome: budget.Changed, Reasons: []string{"The pool is closer"}}),
		at("b5", "2026-03-20", "money", Together, money),
		at("b6", "2026-04-01", "money", nurse, budget.Entry{What: budget.Allocate, Line: "pool_card", Amount: pence(52_000)}),
		at("b7", "2026-04-01", "money", nurse, budget.Entry{What: budget.Release, Line: "pool_card", Amount: pence(26_000)}),

		at("k6", "2026-06-01", "walks", Author{Role: "link_worker"}, community.FollowedUp{Says: "I walk with them every Friday", Scores: []string{"before"}}),
		at("k7", "2026-06-02", "walks", Author{Role: "link_worker"}, community.Closed{Reason: community.Completed, MessageBack: []community.Back{{To: community.ToGP, Says: "Joined a walking club", On: date("2026-06-02")}}}),
		at("no", "2026-06-03", "", nurse, community.Offered{Reason: "Debt advice"}),
		at("no2", "2026-06-03", "no", ByPerson, community.Declined{Reasons: []string{"My son helps"}}),

		at("after", "2026-09-01", "", ByPerson, Scored{Result: result(40, "satisfactory"), Answers: map[string]any{"q1": 3.0},
			For: []Ref{ref(RefGoal, "dance"), ref(RefOutcome, "moving"), ref(RefAction, "pool"), ref(RefChoice, "refer"), ref(RefCommunity, "walks"), {Kind: RefLine, In: "money", ID: "pool_card"}}}),
		at("level2", "2026-09-01", "", ByPerson, ActivationAssessed{Assessment: activation.Assessment{
			Measure: "self-management-confidence", Version: "1.0.0", Score: rule.ValueOf(8), CutPoints: "tertiles", Level: activation.Level{ID: "high"}, Basis: "local"}, For: []Ref{ref(RefGoal, "dance"), {Kind: RefSupport, In: "offers", ID: "coaching"}}}),
		at("s4", "2026-09-02", "offers", ByPerson, support.Ended{Offer: "coaching", How: support.Completed, Scores: []string{"level2"}}),
		at("p6", "2026-09-10", "plan", Together, plan.Reviewed{How: plan.Formal, Scores: []string{"before", "level1"}, Goals: []plan.GoalReviewed{{Goal: "dance", Status: plan.Finished, Achievement: plan.Achieved, Scores: []string{"after", "level2"}}},
			Actions: []plan.ActionReviewed{{Action: "pool", Status: plan.Done}}}),
		at("b8", "2026-09-11", "money", nurse, budget.Reviewed{Why: budget.ReviewPlanned, Found: "The pool card is used", Scores: []string{"after"}, Goals: []string{"dance"}}),
		at("b9", "2026-09-12", "money", nurse, budget.RepaymentAsked{Ground: "unused", Amount: pence(1_000), Reasons: []string{"Not all of it was needed"}, Until: date("2026-10-12"), From: "the person"}),
		at("b10", "2026-09-13", "money", nurse, budget.Stopped{Ground: "ended", Reasons: []string{"The person can pay for it"}}),
		at("p7", "2026-09-14", "plan", Together, plan.Ended{Reason: "All is done"}),
	}
}

// ref names what has its id in the whole record.
func ref(kind RefKind, id string) Ref { return Ref{Kind: kind, ID: id} }

// record adds events to a new record.
func record(t testing.TB, events ...Event) Record {
	t.Helper()
	r := NewRecord("person-7")
	for _, e := range events {
		var err error
		if r, err = r.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// story replays the year.
func story(t testing.TB, events ...Event) Story {
	t.Helper()
	s, err := record(t, events...).Replay()
	if err != nil {
		t.Fatal(err)
	}
	return s
}
