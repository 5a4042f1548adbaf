package main

import (
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// hipInFebruary are her twelve answers about the hip, from 0, the worst, to 4. The words of the questions are licensed and not here.
const hipInFebruary = `{"q1": 2, "q2": 2, "q3": 1, "q4": 2, "q5": 2, "q6": 1, "q7": 2, "q8": 2, "q9": 2, "q10": 2, "q11": 1, "q12": 2}`

// hipDecision is February: a conversation about the hip, the decision not to decide yet, and two weeks later a decision for now.
func hipDecision(t *teller) {
	first, second := date(time.February, 3), date(time.February, 17)
	mine := t.hipAid.For(t.who)
	t.chapter("February: a decision about the hip (shared decision making)")
	t.say("%s. %s, the physiotherapist of the practice, asks first how he should tell her things. Large print, she says.", first.Long(), physio.Name)
	t.note(first, sdm.ByPerson, "", sdm.InterpreterNeed{Needed: false})
	t.note(first, sdm.ByPerson, "", sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat, Words: "Letters of 16 points"})

	t.say("Then the question of the aid: %s What is known of each option for her, in both framings:", t.hipAid.Definition().Decision)
	t.chances(mine, "clearly_better", "serious_harm")
	for _, open := range mine.Eligibility().Missing {
		t.point("%s Nobody knows yet, so nobody can tell whether the studies are about her.", open.Ask)
	}
	talk := sdm.OpenIn(t.record, mine, first).
		Matters("To be at the school gate when Ivy comes out, on my own wheels.").
		Value("less_pain", 85).Value("no_operation", 75).Value("avoid_harm", 60).
		GoThrough("replacement").GoThrough("exercise").
		Ask("benefits", "replacement", chance(mine, "clearly_better", "replacement")).
		Ask("risks", "replacement", chance(mine, "serious_harm", "replacement")).
		Ask("benefits", "exercise", chance(mine, "clearly_better", "exercise")).
		Ask("risks", "exercise", chance(mine, "serious_harm", "exercise"))
	t.keep(talk.Err())
	t.ids.talk = talk.Talk().ID
	t.heading("What they have not talked about yet")
	t.guidance(talk)

	talk = talk.NotYet(sdm.ByPerson, "the 17th, when Nell can come", "I want to sleep on it", "Nell should hear it too")
	if later := talk.Talk().Deferred; later != nil {
		t.say("Rosa decides not to decide yet, until %s: %s. That is a decision, and the record keeps it as one.",
			later.What.Until, strings.Join(later.What.Reasons, "; "))
	}

	t.put(talk)
	talk, err := sdm.Resume(t.record, t.ids.talk, mine, second)
	t.keep(err)
	t.say("%s. The record is opened again, and the conversation taken up where it was left. Her daughter Nell has come along.", second.Long())
	talk = talk.Present(physio, sdm.Attendee{Role: "family", Name: "Nell Hallam"}).
		Met(physio, "large_print", "The page of the aid in 16 points").
		GoThrough("as_now").
		Ask("benefits", "as_now", chance(mine, "clearly_better", "as_now")).
		Ask("risks", "as_now", chance(mine, "serious_harm", "as_now")).
		Ask("alternatives", "", "A new hip, guided exercise, or neither.").
		Ask("nothing", "", mine.Aid().Definition().Condition.NaturalCourse).
		Choose("exercise", sdm.ByPerson, "No operation while I have not tried the other thing", "I can still choose a new hip later")
	t.decided(talk)
	t.ids.exercise = decisionOf(talk)
	t.say("She fills in the hip score, so that the decision can be looked back at:")
	t.ids.hipBefore = t.scored(t.tellScore(t.hip, hipInFebruary), second, sdm.Ref{Kind: sdm.RefDecision, ID: t.ids.exercise})
}

// guidance prints what has not been talked about, and why it is asked; what is asked for one reason stands together.
func (t *teller) guidance(talk sdm.Conversation) {
	found, err := talk.Guidance()
	t.keep(err)
	var because, asks []string
	for _, open := range found.Open {
		why := strings.TrimSpace(open.Because + " " + open.Source)
		if n := len(because); n > 0 && because[n-1] == why {
			asks[n-1] += " " + open.Ask
			continue
		}
		because, asks = append(because, why), append(asks, open.Ask)
	}
	for i := range asks {
		t.point("%s (%s)", asks[i], because[i])
	}
}

// put takes the record over from a conversation.
func (t *teller) put(talk sdm.Conversation) {
	if t.keep(talk.Err()); t.err == nil {
		t.record = talk.Record()
	}
}

// decided takes the record over from a conversation, and prints the decision that stands.
func (t *teller) decided(talk sdm.Conversation) {
	t.put(talk)
	if d := talk.Talk().Decision; d != nil {
		t.say("Decided on %s by the %s, for now: %s. “%s.”", d.On.Long(), d.By, optionName(t.hipAid, d.What.Option), strings.Join(d.What.Reasons, ". "))
	}
}

func decisionOf(talk sdm.Conversation) string {
	if d := talk.Talk().Decision; d != nil {
		return d.Event
	}
	return ""
}
