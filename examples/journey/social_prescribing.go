package main

import (
	"slices"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

const (
	wellbeingInMarch = `{"satisfied": 4, "worthwhile": 5, "happy": 4, "anxious": 6}`
	wellbeingInJuly  = `{"satisfied": 6, "worthwhile": 7, "happy": 8, "anxious": 4}`
	worriesInMarch   = `{"concern_1": {"value": 5, "name": "The long evenings"}, "concern_2": null, "feeling": 4}`
)

// linkWorkerReferral is the end of March: an offer, a consent that comes late, and what Fennbridge has for her.
func linkWorkerReferral(t *teller) {
	offered, met := date(time.March, 16), date(time.March, 24)
	t.chapter("March: a link worker (social prescribing)")
	t.say("%s. The evenings are lighter, and %s asks again about the link worker. She writes the referral before Rosa has said yes:", offered.Long(), nurse.Name)
	needs := []community.Need{{ID: "lonely", Words: "From Sunday to Sunday I talk to nobody but the kettle", Category: "loneliness", Weight: weight(90)},
		{ID: "sing", Words: "I used to sing", Category: "arts", Weight: weight(60)}}
	t.ids.links = t.note(offered, nurse, "", community.Offered{Reason: "She wants company in the week", Needs: needs})
	referral := community.Referred{Consent: community.ConsentUnknown, By: community.Referrer{Kind: community.GPPractice, Service: "Millbank surgery"},
		To: "Fennbridge link workers", Needs: needs, Risks: []string{"no known risk"}, Actions: []string{"link_worker"}}
	t.refused(offered, nurse, t.ids.links, referral)
	referral.Consent = community.ConsentYes
	t.note(offered, nurse, t.ids.links, referral)
	t.note(offered, sdm.ByPerson, "", sdm.Consent{To: sdm.ToReferral, With: referral.To, Answer: sdm.Given, How: "in the room"})
	t.note(offered, sdm.ByPerson, t.ids.offers,
		support.Answered{Offer: "link_worker", Answer: support.TakenUp, Words: "Now, yes.", Actions: []string{"link_worker"}})
	t.say("Asked, she says yes, and the referral goes. By the coding rule %s.", t.counted())

	t.say("%s. %s, the link worker, comes to see her. Before anything starts, four answers about how life is, each for itself:", met.Long(), linkWorker.Name)
	t.note(met, linkWorker, t.ids.links, community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayHomeVisit})
	to := sdm.Ref{Kind: sdm.RefCommunity, ID: t.ids.links}
	t.ids.onsBefore = t.scored(t.tellScore(t.ons4, wellbeingInMarch), met, to)
	t.ids.worriesBefore = t.scored(t.tellScore(t.concerns, worriesInMarch), met, to)
	t.note(met, linkWorker, t.ids.links, community.Assessed{WhatMatters: "Singing, and going there on my own", Needs: needs,
		Strengths: []string{"A voice, and a bus pass"}, Scores: []string{t.ids.onsBefore, t.ids.worriesBefore}, Plan: t.ids.agreed})

	t.heading("What there is in Fennbridge, held against what she said")
	age := int(t.fact("age"))
	seeker := community.Seeker{AsOf: met, Age: &age, Areas: []string{"millbank"}, Needs: needs, Languages: []string{"en"},
		MostCost: &community.Price{Amount: 3, Currency: "GBP"}, Access: []string{"step_free", "accessible_toilet"},
		Free: []community.Free{{ByDay: "MO,TU,WE,TH,FR", From: "09:30", To: "14:30"}}}
	t.matches(seeker, "river_choir", "saturday_singers", "kettle_club", "lunch_table", "visiting_friends")
	choir, start := "river_choir", date(time.April, 6)
	t.note(met, linkWorker, t.ids.links, community.Connected{Service: choir, Directory: t.directory.Ref(), Start: start, Needs: []string{"lonely", "sing"}})
	service, _ := t.directory.Service(choir)
	t.say("She chooses the %s and starts on %s.", service.Name, start.Long())
}

// matches prints some services in the order of the directory's matches, with what each is known not to meet, and what nobody knows.
func (t *teller) matches(seeker community.Seeker, some ...string) {
	t.keep(t.directory.CheckSeeker(seeker))
	for _, m := range t.directory.Match(seeker) {
		if !slices.Contains(some, m.Service().ID) {
			continue
		}
		said := "meets all that was asked"
		if open := append(reasonsOf(m.Unmet()), reasonsOf(m.Unknown())...); len(open) > 0 {
			said = strings.Join(open, " ")
		}
		t.point("%d. %s (%s): %s", m.Place(), m.Service().Name, m.Fit(), said)
	}
	t.say("The order says how near each comes to what she said, and recommends none. (local: %s)", t.directory.Ref())
}

func reasonsOf(findings []community.Finding) []string {
	var says []string
	for _, f := range findings {
		if f.Criterion != community.ByAudience || f.State == policy.NotMet {
			says = append(says, f.Says)
		}
	}
	return says
}

// singing is July: how it went, and the message back that closes the referral.
func singing(t *teller) {
	july := date(time.July, 6)
	t.chapter("July: every Tuesday, half past ten")
	t.say("%s. %s asks how it goes. The same four answers, each held against its own:", july.Long(), linkWorker.Name)
	after := t.scored(t.score(t.ons4, wellbeingInJuly), july, sdm.Ref{Kind: sdm.RefCommunity, ID: t.ids.links}, sdm.Ref{Kind: sdm.RefGoal, ID: "sing"})
	story := t.story()
	changes, err := story.ScoreChanges(t.ids.onsBefore, after, community.ONS4())
	t.keep(err)
	for _, c := range changes {
		t.point("%s: from %s to %s in %d days: %s", c.Scale.Title, c.Before.Score, c.After.Score, c.Days, c.Direction)
	}
	followed := community.FollowedUp{Says: "They put me in the front row, and somebody always rings if I am not there.",
		Service: "river_choir", Scores: []string{after}}
	t.note(july, linkWorker, t.ids.links, followed)
	t.quote("Rosa", followed.Says)
	t.refused(july, linkWorker, t.ids.links, community.Closed{Reason: community.Completed})
	t.note(july, linkWorker, t.ids.links, community.Closed{Reason: community.Completed, MessageBack: []community.Back{
		{To: community.ToGP, Says: "Rosa sings with the River Choir every week and goes there on her own.", On: july}}})
	t.say("With the message back the referral is closed. By the coding rule %s.", t.counted())
}

// counted says how the referral counts, and why.
func (t *teller) counted() string {
	count := community.CountOf(thread(t.story().Community, t.ids.links))
	said := "it is " + phrase.Spoken(count.Counts) + ": " + strings.TrimSuffix(count.Because, ".")
	for _, code := range count.Codes {
		said += " (SNOMED CT " + code.Code + ", " + code.Means + ")"
	}
	return said
}

// fact gives a number that is known of the person.
func (t *teller) fact(id string) float64 {
	v, _ := t.who.Value(id)
	return v
}

func weight(w float64) *float64 { return &w }
