package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

const hipInJune = `{"q1": 1, "q2": 1, "q3": 1, "q4": 1, "q5": 1, "q6": 1, "q7": 1, "q8": 2, "q9": 1, "q10": 2, "q11": 1, "q12": 1}`

// secondDecision is June: the hip is worse, and the same question gets another answer. The first decision stays where it is.
func secondDecision(t *teller) {
	june := date(time.June, 15)
	t.knows("", june)
	t.chapter("June: the same question again")
	t.say("%s. Four months of exercises, and the hip is worse. The score says so too:", june.Long())
	t.ids.hipWorse = t.scored(t.tellScore(t.hip, hipInJune), june,
		sdm.Ref{Kind: sdm.RefDecision, ID: t.ids.exercise}, sdm.Ref{Kind: sdm.RefAction, ID: "exercise"})
	t.change(t.ids.hipBefore, t.ids.hipWorse)
	t.say("The sizes were found in people with a new joint, and she has none: what they say of her is for her and %s to judge.", physio.Name)

	mine := t.hipAid.For(t.who)
	t.note(june, sdm.ByPerson, "", sdm.InterpreterNeed{Needed: false})
	talk := sdm.OpenIn(t.record, mine, june).
		Present(physio, sdm.Attendee{Role: "family", Name: "Nell Hallam"}).
		Matters("To stand up without holding my breath.").
		Value("less_pain", 95).Value("no_operation", 30).Value("avoid_harm", 60)
	for _, option := range mine.Comparison().Options {
		talk = talk.GoThrough(option.ID).
			Ask("benefits", option.ID, chance(mine, "clearly_better", option.ID)).
			Ask("risks", option.ID, chance(mine, "serious_harm", option.ID))
	}
	talk = talk.Ask("alternatives", "", "Going on with the exercises, or neither.").
		Ask("nothing", "", mine.Aid().Definition().Condition.NaturalCourse).
		Choose("replacement", sdm.ByPerson, "I have tried the other thing", "I want a surgeon to look at it")
	t.decided(talk)
	t.ids.secondTalk, t.ids.surgery = talk.Talk().ID, decisionOf(talk)
	for _, change := range changesOfMind(t.story().Talks) {
		t.point("%s", change)
	}

	t.say("The plan gets a goal that follows from the new decision; the old goal keeps its own.")
	current, _ := thread(t.story().Plans, t.ids.plan).Current()
	version := current.Step.Version
	version.Needs = slices.Clone(version.Needs)
	if len(version.Needs) > 0 {
		version.Needs[0].Goals = append(slices.Clone(version.Needs[0].Goals), plan.Goal{
			ID: "new_hip", Text: "A surgeon who knows weak legs looks at my hip", Why: "I want to get up without holding my breath", Owner: rosaHerself,
			Status: plan.UnderWay, Decision: t.ids.surgery, Outcomes: []string{"moving"}, Said: saidBy(rosaHerself, june),
			Actions: []plan.Action{{ID: "surgeon", What: "Refer to a surgeon of her choice", Who: theGP, Kind: plan.Referral, Due: june.Add(7),
				Status: plan.NotStarted}},
		})
	}
	t.ids.agreed = t.note(june, physio, t.ids.plan, plan.Agreed{Supersedes: t.ids.agreed, Version: version})
	t.note(june, physio, t.ids.plan, plan.Shared{With: []string{plan.ForPerson, "hospital"}})
	for _, g := range thread(t.story().Plans, t.ids.plan).Goals() {
		if g.Decision != "" {
			t.point("goal %s, from the decision in event %s", g.ID, g.Decision)
		}
	}
}

// changesOfMind says what was decided in each conversation, which all stay in the record.
func changesOfMind(talks []sdm.Talk) []string {
	var said []string
	for _, talk := range talks {
		if d := talk.Decision; d != nil {
			said = append(said, d.On.Long()+": "+phrase.Spoken(d.What.Option)+", with what mattered on that day beside it: "+weights(talk))
		}
	}
	return said
}

// weights says how much each value of the aid mattered in a conversation.
func weights(talk sdm.Talk) string {
	var said []string
	for _, m := range talk.Matters {
		if m.What.Weight != nil {
			said = append(said, fmt.Sprintf("%s %g", phrase.Spoken(m.What.Value), *m.What.Weight))
		}
	}
	return strings.Join(said, ", ")
}
