package letter_test

import (
	"os"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// shipped are the definitions that the record of these tests names, read once.
var shipped = sync.OnceValues(func() (*sdm.Library, error) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"person-facts.yaml", "aids/hip-osteoarthritis.yaml", "policies/nhs-choice-england.yaml", "directories/fennbridge.yaml"} {
		src, err := os.ReadFile("../../examples/" + name)
		if err != nil {
			return nil, err
		}
		fsys[name] = &fstest.MapFile{Data: src}
	}
	return sdm.LoadFS(fsys)
})

func library(t testing.TB) *sdm.Library {
	t.Helper()
	lib, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func date(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err) // a slip in a test
	}
	return d
}

// hip is the aid about the hip for a person of 68 whom a surgeon offered a new one.
func hip(t testing.TB) decisionaid.Personal {
	t.Helper()
	lib := library(t)
	aid, err := lib.Aid("hip-osteoarthritis")
	if err != nil {
		t.Fatal(err)
	}
	who, err := lib.ParsePerson([]byte(`{"age": 68}`), date("2026-01-10"))
	if err != nil {
		t.Fatal(err)
	}
	answers, err := aid.Answers(map[string]any{"hip_offered": true})
	if err != nil {
		t.Fatal(err)
	}
	return aid.ForWith(decisionaid.Given{Person: who, Answers: answers})
}

func event(id, on, in string, by sdm.Author, body sdm.Body) sdm.Event {
	return sdm.Event{ID: id, On: date(on), By: by, In: in, Body: body}
}

var (
	nurse  = sdm.ByProfessional.Named("Mo Reed")
	worker = sdm.Author{Role: "link_worker", Name: "Ada Holt"}
	person = plan.Someone{Role: plan.ThePerson}
	reed   = plan.Someone{Role: plan.Professional, Name: "Mo Reed", Organisation: "Mill Lane Surgery", Contact: "01632 960 100"}
	most   = 90.0
	some   = 20.0
)

// withheldText stands in the part of the record that the law withholds from the person.
const withheldText = "her daughter has reported a threat"

// made is the version of the plan of the rich record.
func made() plan.Version {
	return plan.Version{
		Matters:   []plan.Statement{{Text: "Dancing with my granddaughter at her wedding", Said: plan.Said{By: person}}},
		Strengths: []plan.Statement{{Text: "My sister comes every day"}},
		Outcomes:  []plan.Outcome{{ID: "moving", Text: "Moving without fear"}},
		Needs: []plan.Need{{ID: "hip", Text: "My hip hurts and I stay at home", Goals: []plan.Goal{
			{ID: "dance", Text: "Dance at the wedding", Why: "She asked me to", Owner: person, Decision: "decided", Outcomes: []string{"moving"}, Status: plan.UnderWay, Actions: []plan.Action{
				{ID: "surgeon", What: "Send you to a surgeon", Who: reed, Due: date("2026-03-01"), Kind: plan.Referral, Status: plan.Done},
				{ID: "coach", What: "Work with a health coach", Who: person, Kind: plan.Support, Status: plan.Started},
				{ID: "pool", What: "Swim", When: "every Tuesday", Who: person, Kind: plan.Budget, Due: date("2026-05-01"), Review: date("2026-06-01")},
			}},
			{ID: "company", Text: "See people again", Owner: person, Actions: []plan.Action{{ID: "club", What: "Join a walking club", Who: person, Kind: plan.Referral}}},
		}}},
		Contingency: []plan.Contingency{{ID: "fall", Name: "If you fall", Triggers: []string{"You cannot get up"}, Steps: []string{"Press the alarm"}, Contacts: []plan.Someone{reed}}},
		Coordinator: reed, Shares: []plan.Share{{Audience: "gp_practice", AllowedBy: plan.ThePerson}},
		Review: plan.ReviewPlan{Due: date("2026-12-01"), Responsible: reed, Informal: "Ring Mo when something changes"},
	}
}

// rich is a made-up record over all six components, with an event of most kinds.
func rich() []sdm.Event {
	year := budget.Period{From: date("2026-04-01"), To: date("2027-03-31")}
	pounds := func(n int64) budget.Money { return budget.GBP(n * 100) }
	result := proms.Result{Questionnaire: "oxford-hip-score", Version: "1.0.0", Digest: "sha256:0",
		Scores: []proms.Score{{ID: "total", Value: rule.ValueOf(20), Exact: rule.ValueOf(20), Answered: 12, Expected: 12, Range: [2]float64{0, 48}}}}
	return []sdm.Event{
		event("language", "2026-01-09", "", nurse, sdm.InterpreterNeed{Needed: true, Language: "Polish"}),
		event("print", "2026-01-09", "", nurse, sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat}),
		event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip-osteoarthritis", Version: "1.0.0", Decision: "Should I have my hip replaced, do guided exercise, or carry on as I am now?"}),
		event("there", "2026-01-10", "talk", nurse, sdm.WhoWasPresent{People: []sdm.Attendee{{Role: "family", Name: "Her sister Ewa"}, {Role: sdm.Interpreter}}}),
		event("record", "2026-01-10", "talk", sdm.ByPerson, sdm.Consent{To: sdm.ToRecording, Answer: sdm.Refused}),
		event("m1", "2026-01-10", "talk", sdm.ByPerson, sdm.Mattered{Words: "I want to dance at the wedding in June"}),
		event("m2", "2026-01-10", "talk", sdm.ByPerson, sdm.Mattered{Value: "less_pain", Weight: &most}),
		event("m3", "2026-01-10", "talk", sdm.ByPerson, sdm.Mattered{Value: "no_operation", Weight: &some}),
		event("w1", "2026-01-10", "talk", sdm.Together, sdm.WentThrough{Option: "as_now"}),
		event("w2", "2026-01-10", "talk", sdm.Together, sdm.WentThrough{Option: "replacement"}),
		event("a1", "2026-01-10", "talk", sdm.ByPerson, sdm.Asked{Question: "risks", Option: "replacement", Answer: "We looked at the numbers together"}),
		event("a2", "2026-01-10", "talk", sdm.ByPerson, sdm.Asked{Words: "Who looks after my cat?"}),
		event("able", "2026-01-10", "talk", nurse, sdm.CapacityAssessed{Found: sdm.Has, Support: []string{"An interpreter"}}),
		{ID: "hidden", On: date("2026-01-10"), By: nurse, In: "talk", Body: sdm.Asked{Words: withheldText},
			Audience: sdm.Audience{Only: []string{"gp_practice"}, Withheld: &sdm.Withholding{Reason: "It could harm her daughter", LegalAdvice: "The trust's solicitor"}}},
		event("later", "2026-01-10", "talk", sdm.ByPerson, sdm.Deferred{Until: "when my sister is back"}),
		event("decided", "2026-01-24", "talk", sdm.ByPerson, sdm.Decided{Option: "replacement", Reasons: []string{"So that I can dance again"}}),
		event("heart", "2026-01-24", "", sdm.Together, sdm.Opened{Aid: "atrial-fibrillation-stroke", Version: "9.9.9", Decision: "Should I take a medicine to prevent a stroke?"}),
		event("notyet", "2026-01-24", "heart", sdm.ByPerson, sdm.Deferred{Until: "after the operation", Reasons: []string{"One thing at a time"}}),
		event("speaks", "2026-01-25", "", sdm.ByPerson, sdm.Represented{Name: "Ewa Nowak", Role: sdm.LPADonee, For: []string{"health_and_welfare"}}),
		event("share", "2026-01-25", "", sdm.ByPerson, sdm.Consent{To: sdm.ToSharing, With: "link_worker", Answer: sdm.Given}),
		event("before", "2026-02-01", "", sdm.ByPerson, sdm.Scored{Result: result, For: []sdm.Ref{{Kind: sdm.RefDecision, ID: "decided"}}}),
		event("level", "2026-02-01", "", sdm.ByPerson, sdm.ActivationAssessed{Assessment: activation.Assessment{
			Measure: "self-management-confidence", Version: "1.0.0", On: "2026-02-01", Score: rule.ValueOf(5.5), CutPoints: "tertiles", Level: activation.Level{ID: "middle"}, Basis: "local"}}),

		event("plan", "2026-02-10", "", nurse, plan.Offered{Status: plan.Accepted}),
		event("p2", "2026-02-20", "plan", sdm.Together, plan.Agreed{Version: made()}),
		event("refer", "2026-02-21", "", nurse, sdm.ChoiceReferred{Referral: choice.Referral{Made: date("2026-02-21"), NextAppointment: date("2026-04-15")}, Decision: "decided", Actions: []string{"surgeon"}}),
		event("c2", "2026-02-22", "refer", nurse, sdm.ChoiceOffered{Providers: []sdm.ProviderOffered{{ID: "north", Name: "North Infirmary"}, {ID: "south", Name: "South Hospital"}},
			Rights: []sdm.RightFound{
				{Document: "nhs-choice-england@1.0.0", ID: "first_outpatient_provider", State: policy.Met, Because: "Your doctor sends you for a first visit."},
				{Document: "nhs-choice-england@1.0.0", ID: "first_outpatient_team", State: policy.Unknown, Because: "We do not know yet who is to lead."},
				{Document: "nhs-choice-england@1.0.0", ID: "written_reasons", State: policy.NotMet},
			}}),
		event("c3", "2026-02-25", "refer", sdm.ByPerson, sdm.ChoiceMade{Provider: "south", Reasons: []string{"It is nearer to my sister"}}),

		event("offers", "2026-03-01", "", nurse, support.Offered{Document: "offers", Version: "1.0.0", Actions: []string{"coach"},
			Offers: []support.Shown{{Offer: "coaching", Title: "Health coaching"}, {Offer: "peers", Title: "Meeting others"}, {Offer: "course", Title: "A course"}, {Offer: "app", Title: "An app"}}}),
		event("s2", "2026-03-02", "offers", sdm.ByPerson, support.Answered{Offer: "coaching", Answer: support.TakenUp}),
		event("s3", "2026-03-02", "offers", sdm.ByPerson, support.Answered{Offer: "peers", Answer: support.Declined, Words: "I have my sister"}),
		event("s4", "2026-03-02", "offers", sdm.ByPerson, support.Answered{Offer: "course", Answer: support.Later, AskOn: date("2026-09-01")}),

		event("walks", "2026-03-03", "", nurse, community.Offered{Reason: "Company", Decision: "decided"}),
		event("k2", "2026-03-04", "walks", nurse, community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane"}, To: "Fennbridge link workers",
			Needs: []community.Need{{ID: "company", Words: "I miss people"}}, Actions: []string{"club"}}),
		event("k3", "2026-03-10", "walks", worker, community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone}),
		event("k4", "2026-03-12", "walks", worker, community.Assessed{WhatMatters: "Being outside with others"}),
		event("k5", "2026-03-14", "walks", worker, community.Connected{Service: "riverside_walks", Directory: "fennbridge@1.0.0", Start: date("2026-03-20")}),
		event("debts", "2026-03-15", "", nurse, community.Offered{Reason: "Debt advice"}),
		event("debts2", "2026-03-15", "debts", sdm.ByPerson, community.Declined{Reasons: []string{"My son helps"}}),

		event("money", "2026-03-15", "", sdm.ByPerson, budget.Requested{Basis: "discretionary", Plan: "plan", Words: "So that I can swim"}),
		event("b2", "2026-03-16", "money", nurse, budget.Indicated{Amount: pounds(500), Period: year}),
		event("b3", "2026-03-17", "money", nurse, budget.Refused{What: budget.RefusedPart, Reasons: []string{"A taxi is not part of care"}}),
		event("b5", "2026-03-20", "money", sdm.Together, budget.Agreed{Amount: pounds(520), Period: year, Shares: []budget.Share{{Mode: budget.Direct, Amount: pounds(520)}},
			Lines: []budget.Line{{ID: "pool_card", Category: "activity", What: "Swimming, once a week", Quantity: budget.Whole(52), Unit: "visit", Rate: pounds(10), Cost: pounds(520),
				Mode: budget.Direct, Needs: []string{"hip"}, Outcomes: []string{"moving"}, Actions: []string{"pool"}}},
			Terms: &budget.Terms{Coordinator: "Jo Park, budget team", FirstReview: date("2026-06-20")}}),
		event("b6", "2026-04-01", "money", nurse, budget.Entry{What: budget.Allocate, Line: "pool_card", Amount: pounds(520)}),
		event("b7", "2026-04-01", "money", nurse, budget.Entry{What: budget.Release, Line: "pool_card", Amount: pounds(260)}),
		event("b8", "2026-04-08", "money", sdm.ByPerson, budget.Entry{What: budget.Spend, Line: "pool_card", Amount: pounds(10)}),

		event("k6", "2026-05-01", "walks", worker, community.FollowedUp{Says: "I walk with them every Friday"}),
		event("k7", "2026-05-02", "walks", worker, community.Closed{Reason: community.Completed, MessageBack: []community.Back{{To: community.ToGP, Says: "Joined a walking group", On: date("2026-05-02")}}}),
		event("p6", "2026-05-10", "plan", sdm.Together, plan.Reviewed{How: plan.Informal, Goals: []plan.GoalReviewed{{Goal: "company", Status: plan.Finished, Achievement: plan.Achieved}},
			Actions: []plan.ActionReviewed{{Action: "club", Status: plan.Done}}, Words: []plan.Statement{{Text: "Fridays are the best day"}}}),
	}
}

// record adds events to a new record.
func record(t testing.TB, events ...sdm.Event) sdm.Record {
	t.Helper()
	r, err := sdm.NewRecord("person-7").AddAll(events...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// options are those of the rich record.
func options(t testing.TB) letter.Options {
	t.Helper()
	return letter.Options{
		AsOf: date("2026-05-15"), Aids: []decisionaid.Personal{hip(t)}, Library: library(t),
		To: letter.Address{Name: "Ms Nowak", Lines: []string{"1 Ferry Road", "Fennbridge"}},
		From: letter.Sender{Address: letter.Address{Name: "Your care team", Lines: []string{"4 High Street", "Fennbridge"}},
			Ask: "Ring us on 01632 960 111.", Complain: "You can also write to the practice manager."},
	}
}

func write(t testing.TB, r sdm.Record, o letter.Options) letter.Letter {
	t.Helper()
	l, err := letter.ToPerson(r, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
