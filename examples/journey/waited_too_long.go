package main

import (
	"fmt"
	"maps"
	"time"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// waitedTooLong is October: the eighteen weeks are over, which gives her a right that nobody has to remember for her.
func waitedTooLong(t *teller) {
	october, treated := date(time.October, 25), date(time.November, 4)
	t.chapter("October: eighteen weeks")
	referral := choice.Referral{Made: date(time.June, 16), Received: date(time.June, 17), KnownTo: october, Facts: maps.Clone(referralFacts)}
	clock := referral.Clock(choice.EighteenWeeks, october)
	days, _ := clock.Days.Number()
	t.say("%s. Fennbridge General has not seen her. By the clock of the law this is day %g of her wait, the last day was %s, and the limit is %s.",
		october.Long(), days, clock.LastDay.Long(), clock.State)
	t.rights(referral, october, "waiting_18_weeks")
	referral.Facts["told_of_wait"], referral.Facts["commissioner_satisfied"] = true, true
	t.say("She rings the board. Once it knows and is satisfied that she waits too long:")
	found := t.rights(referral, october, "waiting_18_weeks")

	const longer = 9.0 // weeks, says Fennbridge General
	t.heading(fmt.Sprintf("Who is earlier? The hospital says that it would be another %g weeks", longer))
	now := providers()
	for i, weeks := range []float64{longer, 1, 2, 12} {
		now[i].WaitWeeks = rule.ValueOf(weeks)
	}
	list := t.shortlist("", choice.Search{Referral: referral, Providers: now, Law: t.providers, Right: "may_be_offered_instead",
		WaitsNow: rule.ValueOf(longer), AsOf: october, Wishes: wishes()})
	t.note(october, gp, t.ids.referral, sdm.ChoiceReferred{Referral: referral})
	t.note(october, gp, t.ids.referral, sdm.ChoiceOffered{Providers: sdm.ProvidersOffered(list), Rights: t.found(found)})
	made := sdm.ChoiceMade{Provider: "saltmere_infirmary", Reasons: []string{"Nell lives in Saltmere", "They have a hoist"}}
	t.note(october, sdm.ByPerson, t.ids.referral, made)
	t.say("She chooses Saltmere Infirmary. Nobody there asks about her allergies: the plan that she shares answers for her.")
	copied, err := t.record.For("hospital").Replay()
	t.keep(err)
	for _, heard := range thread(copied.Plans, t.ids.plan).Story("hospital").Answers("allergy") {
		t.point("“%s”, said on %s, event %s", heard.Text, heard.On.Long(), heard.Event)
	}

	referral.Stops, referral.KnownTo = []choice.Stop{{Kind: choice.TreatmentStarted, On: treated}}, treated
	t.note(treated, sdm.ByPerson, "", sdm.Consent{To: sdm.ToTreatment, What: "A new right hip", Answer: sdm.Given, How: "in writing"})
	t.note(treated, surgeon, t.ids.referral, sdm.ChoiceReferred{Referral: referral})
	clock = referral.Clock(choice.EighteenWeeks, treated)
	t.say("%s. A surgeon who has read about weak legs says that a new hip would be right for her, Rosa says yes, and has it. The clock stops: %s, %s.",
		treated.Long(), phrase.Spoken(clock.EndedBy), clock.EndedOn.Long())
	answers, err := t.hipAid.ParseAnswers([]byte(`{"hip_offered": true}`))
	t.keep(err)
	mine := t.hipAid.ForWith(decisionaid.Given{Person: t.who, Answers: answers})
	t.point("the question that the aid left open in February is answered: is it about her? %s. %s.", mine.Eligibility().State, mine.Eligibility().Who)
	t.note(treated, surgeon, t.ids.plan, plan.Told{Statements: []plan.Statement{
		{Text: "Two weeks in Saltmere with Nell after the operation", Said: saidBy(rosaHerself, treated, "gp_practice", "hospital")}}})
}
