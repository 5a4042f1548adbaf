package main

import (
	"time"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

const (
	hipInDecember        = `{"q1": 3, "q2": 3, "q3": 3, "q4": 2, "q5": 3, "q6": 3, "q7": 2, "q8": 3, "q9": 3, "q10": 3, "q11": 2, "q12": 3}`
	confidenceInDecember = `{"q1": 7, "q2": 7, "q3": 7, "q4": 6, "q5": 7, "q6": 8}`
)

// lookingBack is December: the scores after, and the review of the plan with her.
func lookingBack(t *teller) {
	december := date(time.December, 14)
	t.chapter("December: looking back")
	t.say("%s. Six weeks after the operation. The hip, held against June, when she decided on it:", december.Long())
	t.ids.hipAfter = t.scored(t.tellScore(t.hip, hipInDecember), december,
		sdm.Ref{Kind: sdm.RefDecision, ID: t.ids.exercise}, sdm.Ref{Kind: sdm.RefDecision, ID: t.ids.surgery},
		sdm.Ref{Kind: sdm.RefGoal, ID: "gate"}, sdm.Ref{Kind: sdm.RefGoal, ID: "new_hip"},
		sdm.Ref{Kind: sdm.RefOutcome, ID: "moving"}, sdm.Ref{Kind: sdm.RefChoice, ID: t.ids.referral})
	t.change(t.ids.hipWorse, t.ids.hipAfter)
	t.say("How sure she is of looking after herself, held against January:")
	level := t.surer(december)
	ended := func(in, offer, words string) {
		t.note(december, sdm.ByPerson, in, support.Ended{Offer: offer, How: support.Completed, Words: words, Scores: []string{level}})
	}
	ended(t.ids.offers, "coaching_one_to_one", "I do the talking now")
	ended(t.ids.badDays, "action_plan", "The plan for bad days hangs on the fridge")

	review := plan.Reviewed{
		How: plan.Formal, With: []plan.Someone{rosaHerself, theNurse, nell}, Scores: []string{level},
		Goals: []plan.GoalReviewed{
			{Goal: "gate", Status: plan.UnderWay, Achievement: plan.Partly, Scores: []string{t.ids.hipAfter}, Said: saidBy(rosaHerself, december)},
			{Goal: "new_hip", Status: plan.Finished, Achievement: plan.Achieved, Scores: []string{t.ids.hipAfter}, Said: saidBy(rosaHerself, december)},
			{Goal: "wheels", Status: plan.Finished, Achievement: plan.Achieved, Said: saidBy(rosaHerself, december)},
			{Goal: "sing", Status: plan.UnderWay, Achievement: plan.Achieved, Said: saidBy(rosaHerself, december)},
		},
		Actions: []plan.ActionReviewed{{Action: "exercise", Status: plan.Stopped}, {Action: "exercise_review", Status: plan.Stopped}, {Action: "bad_days", Status: plan.Done}, {Action: "surgeon", Status: plan.Done},
			{Action: "wheelchair", Status: plan.Done}, {Action: "link_worker", Status: plan.Done}},
		Words: []plan.Statement{{Text: "I was at the gate on Friday. Ivy ran, and I did not have to say wait", Said: saidBy(rosaHerself, december)}},
		Next:  december.AddMonths(6),
	}
	t.note(december, nurse, t.ids.plan, review)
	t.heading("The goals, as the review leaves them")
	state := thread(t.story().Plans, t.ids.plan)
	for _, g := range state.Goals() {
		t.point("%s: %s, %s", g.Text, phrase.Spoken(g.Status), phrase.Spoken(g.Achievement))
	}
	t.quote("Rosa", review.Words[0].Text+".")
	t.say("The next review is due by %s.", state.NextReview().Long())
}

// surer assesses her confidence once more and prints what became of it.
func (t *teller) surer(on day.Day) string {
	now := t.assess(confidenceInDecember, on)
	for _, before := range t.story().Assessments {
		if before.Event != t.ids.level {
			continue
		}
		change := t.confidence.Change(before.What.Assessment, now)
		say := t.confidence.Points
		t.point("from %s to %s, %s points, %s for her: %s", say(change.From.Score), say(change.To.Score), signed(change.Delta, say(change.Delta)),
			change.Course, change.To.Level.Label)
		for _, size := range change.Important {
			if size.State != policy.NotApplicable {
				t.sub("%s: %s %s", size.State, size.Label, t.ground(&t.confidence.Definition().Header, size.Basis, &size.Source))
			}
		}
		if len(change.Important) == 0 {
			t.sub("nobody has published how large a change of this score has to be to matter, so nothing is said of that")
		}
	}
	coaching := sdm.Ref{Kind: sdm.RefSupport, In: t.ids.offers, ID: "coaching_one_to_one"}
	return t.note(on, sdm.ByPerson, "", sdm.ActivationAssessed{Assessment: now, For: []sdm.Ref{coaching}})
}
