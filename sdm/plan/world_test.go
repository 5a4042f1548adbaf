package plan_test

import (
	"os"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

const examples = "../../examples/"

// on reads a day.
func on(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// world is what ships, made ready.
type world struct {
	set      *schemas.Set
	standard *plan.Standard
	people   *person.Vocabulary
}

func shipped(t testing.TB) world {
	t.Helper()
	w, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var load = sync.OnceValues(func() (w world, err error) {
	var docs []*schemas.Document
	for _, name := range []string{"person-facts", "plans/personalised-plan-england"} {
		src, err := os.ReadFile(examples + name + ".yaml")
		if err != nil {
			return w, err
		}
		doc, _ := schemas.Parse(name+".yaml", src) // every fault is found again by what reads the document
		docs = append(docs, doc)
	}
	set, list := schemas.NewSet(docs...)
	if err := list.Err(); err != nil {
		return w, err
	}
	w.set = set
	if w.standard, err = plan.FromSet(set, "personalised-plan-england"); err != nil {
		return w, err
	}
	w.people, err = person.FromSet(set, "person-facts")
	return w, err
})

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

var (
	mary   = plan.Someone{Role: plan.ThePerson}
	nurse  = plan.Someone{Role: plan.Professional, Name: "Asha Patel", Organisation: "Mill Lane Surgery", Contact: "01632 960100"}
	sister = plan.Someone{Role: plan.Family, Name: "Joan Reed", Contact: "01632 960200"}
)

// own is something that the person said on a day.
func own(id, text, day string, audience ...string) plan.Statement {
	return plan.Statement{ID: id, Text: text, Said: plan.Said{By: mary, On: on(day), Audience: audience}}
}

// whole is a plan of a fictional person in which nothing is missing.
func whole() plan.Version {
	yes := true
	return plan.Version{
		About: plan.AboutMe{
			Important:     []plan.Statement{own("s1", "Seeing my sister and walking the dog.", "2026-03-02")},
			People:        []plan.Statement{own("s2", "My sister Joan.", "2026-03-02")},
			Communication: []plan.Statement{own("s3", "Speak slowly. I hear better on the right.", "2026-03-02")},
			Wellness:      []plan.Statement{own("s4", "I feel well when I get out every day.", "2026-03-02")},
			DoAndDoNot:    []plan.Statement{own("s5", "Please do not call before ten.", "2026-03-02")},
			Support:       []plan.Statement{own("s6", "Help me with stairs on bad days.", "2026-03-02")},
			SupportedBy:   sister, Updated: on("2026-03-02"),
		},
		Matters:   []plan.Statement{own("m1", "To walk to the shops on my own again.", "2026-03-02")},
		Strengths: []plan.Statement{own("m2", "I have always kept a garden.", "2026-03-02")},
		Formulation: []plan.Statement{{ID: "m3", Text: "Pain keeps her at home, and being at home lowers her mood.", Said: plan.Said{
			By: nurse, On: on("2026-03-02"), Audience: []string{"gp_practice"}}}},
		Outcomes: []plan.Outcome{{ID: "out_and_about", Text: "I get out of the house every day.", Measure: "Oxford Hip Score"}},
		Needs: []plan.Need{{
			ID: "pain", Text: "My hip hurts when I walk.", Area: plan.Health, Said: plan.Said{By: mary, On: on("2026-03-02")},
			Goals: []plan.Goal{{
				ID: "walk", Text: "Walk to the shops and back", Why: "I meet people there.", Owner: mary, Importance: plan.Rate(9),
				Status: plan.UnderWay, Decision: "decided-1", Outcomes: []string{"out_and_about"},
				Actions: []plan.Action{
					{ID: "exercise", What: "Exercise class on Tuesdays", Who: mary, Due: on("2026-06-30"), Kind: plan.Self,
						Status: plan.Started, Confidence: plan.Rate(7), Strategies: []string{"Go with Joan"}, Updated: on("2026-03-02"),
						Stages: []plan.StageGoal{{Text: "Once round the park", Status: plan.Finished, Outcome: "Done in April"}}},
					{ID: "refer", What: "Refer to physiotherapy", Who: nurse, Due: on("2026-03-16"), Kind: plan.Referral, Status: plan.NotStarted},
				},
			}},
		}, {
			ID: "alone", Text: "I see too few people.", Area: plan.Wellbeing, Said: plan.Said{By: mary, On: on("2026-03-02"), Audience: []string{"link_worker"}},
			Goals: []plan.Goal{{
				ID: "meet", Text: "See somebody every week", Why: "The days are long.", Owner: mary, Outcomes: []string{"out_and_about"},
				Actions: []plan.Action{{ID: "club", What: "Visit the garden club", Who: mary, When: "the first Monday", Kind: plan.Self, Confidence: plan.Rate(5)}},
			}},
		}},
		Contingency: []plan.Contingency{{
			ID: "fall", Name: "If I fall", Triggers: []string{"I cannot get up"}, Steps: []string{"Press the alarm"}, Contacts: []plan.Someone{sister},
			Coping: []string{"Stay warm"}, Signs: []string{"I stop going out"}, AdvanceStatement: &yes, Updated: on("2026-03-02"), Review: on("2026-09-01"), Responsible: nurse,
		}},
		Additional:  []plan.Additional{{ID: "dog", Name: "Who looks after the dog", Content: "Joan has a key.", Review: on("2027-01-01"), Responsible: sister}},
		Involved:    []plan.Involved{{Someone: nurse, Part: "talked it through", KeyWorker: true}, {Someone: sister, Part: "helped to write it"}},
		InvolvedBy:  plan.ThePerson,
		Coordinator: nurse,
		Shares:      []plan.Share{{Audience: "gp_practice", Who: "Mill Lane Surgery", AllowedBy: plan.ThePerson}, {Audience: "link_worker", AllowedBy: plan.ThePerson}},
		AgreedWith:  []plan.Agreement{{Someone: mary}, {Someone: nurse}},
		Funding:     "NHS",
		Review:      plan.ReviewPlan{Due: on("2026-09-09"), Responsible: nurse, Informal: "Ring the nurse on any weekday."},
	}
}

// told, offered and the rest are the steps of the fictional person's plan up to the first review.
func steps() []event {
	return []event{
		{"e1", "2026-02-16", plan.Offered{Status: plan.Undecided}},
		{"e2", "2026-02-20", plan.Offered{Status: plan.Accepted, Reasons: []string{"I want to get out more."}}},
		{"e3", "2026-02-20", plan.Reached{Stage: "prepare"}},
		{"e4", "2026-03-02", plan.Told{Statements: []plan.Statement{
			{ID: "t1", Text: "I am allergic to penicillin.", Answers: "allergy", Said: plan.Said{By: mary, On: on("2026-03-02")}},
			{ID: "t2", Text: "My sister has a key.", Answers: "key_holder", Said: plan.Said{By: mary, On: on("2026-03-02"), Audience: []string{"gp_practice"}}},
		}}},
		{"e5", "2026-03-02", plan.Reached{Stage: "conversation"}},
		{"e6", "2026-03-09", plan.Agreed{Version: whole()}},
		{"e7", "2026-03-09", plan.Reached{Stage: "record"}},
		{"e8", "2026-03-10", plan.Shared{With: []string{plan.ForPerson, "gp_practice"}, How: "large print"}},
		{"e9", "2026-06-12", plan.Reviewed{
			How: plan.Informal, With: []plan.Someone{mary, nurse}, Scores: []string{"score-2"},
			Goals:   []plan.GoalReviewed{{Goal: "walk", Achievement: plan.Partly, Scores: []string{"score-2"}}},
			Actions: []plan.ActionReviewed{{Action: "refer", Status: plan.Done}},
			Words:   []plan.Statement{own("r1", "I went round the park twice.", "2026-06-12")}, Next: on("2026-09-30"),
		}},
	}
}

type event struct {
	id, day string
	step    plan.Step
}

// after gives the state after some events.
func after(t testing.TB, events ...event) *plan.State {
	t.Helper()
	var s plan.State
	for _, e := range events {
		if err := s.Apply(e.id, on(e.day), e.step); err != nil {
			t.Fatalf("%s: %v", e.id, err)
		}
	}
	return &s
}
