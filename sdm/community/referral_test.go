package community_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// on reads a day.
func on(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

var nan = math.NaN()

func weight(w float64) *float64 { return &w }

// good steps, one of each kind.
var (
	offered  = community.Offered{Reason: "Lonely since her sister died"}
	referred = community.Referred{
		Consent: community.ConsentYes, By: community.Referrer{Kind: community.GPPractice, Service: "Mill Lane Surgery", Name: "Dr Osei"},
		To: "Fennbridge link workers", Needs: []community.Need{{ID: "company", Words: "I talk to nobody all week", Category: "loneliness", Weight: weight(80)}},
		Actions: []string{"action_1"},
	}
	noAnswer  = community.Contacted{Outcome: community.NoContact, Attempts: 2, Way: community.WayPhone}
	accepted  = community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone, By: "Jo"}
	reached   = community.Contacted{Outcome: community.ContactReached, Attempts: 1, Way: community.WayHomeVisit}
	declined  = community.Declined{Reasons: []string{"I would rather sort it out myself"}}
	assessed  = community.Assessed{WhatMatters: "To sing again", Scores: []string{"e7", "e8"}}
	connected = community.Connected{Service: "river_choir", Start: on("2026-03-02"), Needs: []string{"company"}}
	followed  = community.FollowedUp{Says: "I look forward to Tuesdays", Scores: []string{"e20"}}
	back      = community.Back{To: community.ToGP, Says: "She has joined a choir.", On: on("2026-06-01")}
	closed    = community.Closed{Reason: community.Completed, MessageBack: []community.Back{back}}
)

type step struct {
	on   string
	step community.Step
}

// thread applies steps and gives the referral with the error of the last step; the steps before it must fit.
func thread(t testing.TB, steps ...step) (*community.Referral, error) {
	t.Helper()
	r := &community.Referral{}
	for i, s := range steps {
		err := r.Apply(fmt.Sprint("e", i+1), on(s.on), s.step)
		if err != nil && i < len(steps)-1 {
			t.Fatalf("step %d: %v", i, err)
		}
		if i == len(steps)-1 {
			return r, err
		}
	}
	return r, nil
}

func TestFromOfferToClose(t *testing.T) {
	r := &community.Referral{}
	for i, s := range []struct {
		step
		want community.State
	}{
		{step{"2026-01-05", offered}, community.StateOffered},
		{step{"2026-01-06", referred}, community.StateReferred},
		{step{"2026-01-08", noAnswer}, community.StateNoContact},
		{step{"2026-01-08", reached}, community.StateReferred},
		{step{"2026-01-09", accepted}, community.StateAccepted},
		{step{"2026-01-10", noAnswer}, community.StateAccepted},
		{step{"2026-01-15", assessed}, community.StateAssessed},
		{step{"2026-02-20", connected}, community.StateConnected},
		{step{"2026-02-21", assessed}, community.StateConnected},
		{step{"2026-04-20", followed}, community.StateFollowedUp},
		{step{"2026-04-21", connected}, community.StateFollowedUp},
		{step{"2026-06-01", closed}, community.StateClosed},
	} {
		if err := r.Apply(fmt.Sprint("e", i+1), on(s.on), s.step.step); err != nil || r.State() != s.want {
			t.Fatalf("step %d: %s %v, want %s", i, r.State(), err, s.want)
		}
	}
	if before, after := r.Scores(); !slices.Equal(before, []string{"e7", "e8"}) || !slices.Equal(after, []string{"e20"}) {
		t.Error(before, after)
	}
	if r.Attempts() != 6 || len(r.Contacts()) != 4 || len(r.Assessments()) != 2 || len(r.Connections()) != 2 || len(r.FollowUps()) != 1 || r.Open() || len(r.Next()) != 0 {
		t.Error("the thread has lost something")
	}
	if made, ok := r.Referred(); !ok || made.ID != "e2" || made.On != on("2026-01-06") || !slices.Equal(made.Body.Actions, []string{"action_1"}) {
		t.Error(made)
	}
	if diff := cmp.Diff(referred.Needs, r.Needs()); diff != "" {
		t.Error(diff)
	}
}

// steps are all kinds of step, by kind.
var steps = map[string]community.Step{
	"community_offered": offered, "community_referred": referred, "community_contacted": accepted, "community_declined": declined,
	"community_assessed": assessed, "community_connected": connected, "community_followed_up": followed, "community_closed": closed,
}

// TestOnlyWhatFollowsFits tries every step in every state that a good thread passes through: what Next names fits, and everything else
// leaves the referral as it was.
func TestOnlyWhatFollowsFits(t *testing.T) {
	start := []step{{"2026-01-05", offered}, {"2026-01-06", referred}}
	threads := map[community.State][]step{
		"":                        nil,
		community.StateOffered:    start[:1],
		community.StateReferred:   start,
		community.StateNoContact:  append(slices.Clone(start), step{"2026-01-07", noAnswer}),
		community.StateAccepted:   append(slices.Clone(start), step{"2026-01-07", accepted}),
		community.StateDeclined:   append(slices.Clone(start), step{"2026-01-07", declined}),
		community.StateAssessed:   append(slices.Clone(start), step{"2026-01-07", accepted}, step{"2026-01-08", assessed}),
		community.StateConnected:  append(slices.Clone(start), step{"2026-01-07", accepted}, step{"2026-01-08", assessed}, step{"2026-01-09", connected}),
		community.StateFollowedUp: append(slices.Clone(start), step{"2026-01-07", accepted}, step{"2026-01-08", assessed}, step{"2026-01-09", connected}, step{"2026-01-10", followed}),
		community.StateClosed:     append(slices.Clone(start), step{"2026-01-07", accepted}, step{"2026-01-08", assessed}, step{"2026-06-01", closed}),
	}
	for _, state := range append(community.States(), "") {
		for kind, body := range steps {
			r, err := thread(t, threads[state]...)
			if err != nil || r.State() != state {
				t.Fatalf("%s: %v", state, err)
			}
			if c, ok := body.(community.Contacted); ok && slices.Contains(r.Next(), kind) && state != community.StateReferred && state != community.StateNoContact {
				c.Outcome = community.ContactReached
				body = c
			}
			if c, ok := body.(community.Closed); ok {
				c.Reason = community.MovedAway
				body = c
			}
			before, fits := snapshot(r), slices.Contains(r.Next(), kind)
			err = r.Apply("new", on("2026-06-01"), body)
			if fits != (err == nil) {
				t.Errorf("%s in the state %q: %v, and what can follow is %v", kind, state, err, r.Next())
			}
			if err != nil {
				if diff := cmp.Diff(before, snapshot(r)); diff != "" {
					t.Errorf("%s in the state %q changed something: %s", kind, state, diff)
				}
				if !strings.Contains(err.Error(), kind+" does not belong here: ") {
					t.Error(err)
				}
			}
		}
	}
}

// snapshot is everything that can be read of a referral.
func snapshot(r *community.Referral) map[string]any {
	offered, _ := r.Offered()
	referred, _ := r.Referred()
	declined, _ := r.Declined()
	closed, _ := r.Closed()
	return map[string]any{
		"state": r.State(), "next": r.Next(), "offered": offered, "referred": referred, "declined": declined, "closed": closed,
		"contacts": r.Contacts(), "assessments": r.Assessments(), "connections": r.Connections(), "follow_ups": r.FollowUps(), "needs": r.Needs(),
	}
}

func TestAnOfferThatWasDeclinedIsOver(t *testing.T) {
	r, err := thread(t, step{"2026-01-05", offered}, step{"2026-01-05", declined})
	if err != nil || r.Open() || r.State() != community.StateDeclined {
		t.Fatal(r.State(), err)
	}
	want := "community_closed does not belong here: the person has declined; begin a new referral"
	if err := r.Apply("e3", on("2026-01-06"), closed); err == nil || err.Error() != want {
		t.Error(err)
	}
}

// with changes one field of a step.
func with[T any](s T, change func(*T)) T { change(&s); return s }

// TestEveryFaultNamesItsField looks at every message that a step can give.
func TestEveryFaultNamesItsField(t *testing.T) {
	type R = community.Referred
	need := func(n ...community.Need) R { return with(referred, func(r *R) { r.Needs = n }) }
	end := func(change func(*community.Closed)) community.Closed { return with(closed, change) }
	messages := func(b ...community.Back) community.Closed {
		return end(func(c *community.Closed) { c.MessageBack = b })
	}
	for _, c := range []struct {
		step community.Step
		want string
	}{
		{community.Offered{}, "reason: the offer gives no reason; say in a few words why social prescribing was offered"},
		{with(referred, func(r *R) { r.Consent = "" }), "consent: nobody knows whether the person agreed to be referred, and unknown is not yes; ask the person, and record the referral once they said yes"},
		{with(referred, func(r *R) { r.Consent = "unknown" }), "consent: nobody knows whether the person agreed to be referred, and unknown is not yes; ask the person, and record the referral once they said yes"},
		{with(referred, func(r *R) { r.Consent = "no" }), "consent: the person did not agree to be referred, so there is no referral; record community_declined with the person's reasons instead"},
		{with(referred, func(r *R) { r.Consent = "implied" }), `consent: "implied" stands for nothing here; use one of yes, no, unknown`},
		{with(referred, func(r *R) { r.By.Kind = "" }), `by.kind: "" stands for nothing here; use one of self, gp_practice, agency`},
		{with(referred, func(r *R) { r.By.Service = " " }), "by.service: the referrer names no service, so no message could go back to them; name the service that refers"},
		{with(referred, func(r *R) { r.To = "" }), "to: the referral does not say where it goes; name the social prescribing service"},
		{need(), "needs: the referral names no need, so nobody would know what to help with; write down at least one need, in the person's words if you can"},
		{need(community.Need{Words: "x"}), "needs[0].id: the need has no id, so nothing later could say that it is for it; give each need an id of its own, such as need_1"},
		{need(community.Need{ID: "a", Words: "x"}, community.Need{ID: "a", Words: "y"}), `needs[1].id: a need before it has the id "a" too; give each need an id of its own`},
		{need(community.Need{ID: "a"}), `needs[0]: the need "a" has neither words nor a category, so nobody knows what it is; write down the person's words, name a category, or both`},
		{need(community.Need{ID: "a", Words: "x", Weight: weight(120)}), "needs[0].weight: the weight is 120; weights go from 0 to 100"},
		{need(community.Need{ID: "a", Words: "x", Weight: weight(nan)}), "needs[0].weight: the weight is no number; leave it out where the person did not say"},
		{with(referred, func(r *R) { r.Actions = []string{"a", ""} }), "actions[1]: the id is empty; name what is meant, or take the entry out"},
		{with(referred, func(r *R) { r.Actions = []string{"a", "a"} }), `actions[1]: "a" stands there twice; name it once`},
		{with(accepted, func(c *community.Contacted) { c.Outcome = "declined" }), "outcome: a no is a step of its own, because it counts otherwise; record community_declined"},
		{with(accepted, func(c *community.Contacted) { c.Outcome = "busy" }), `outcome: "busy" stands for nothing here; use one of accepted, reached, no_contact`},
		{with(accepted, func(c *community.Contacted) { c.Attempts = 0 }), "attempts: there were 0 attempts, and a contact takes at least one; count the one that this step is about too"},
		{with(accepted, func(c *community.Contacted) { c.Attempts = 2026 }), "attempts: 2026 attempts cannot be right; look for a slip of the pen"},
		{with(accepted, func(c *community.Contacted) { c.Way = "fax" }), `way: "fax" stands for nothing here; use one of in_person, home_visit, phone, video, message, letter`},
		{community.Assessed{}, "what_matters: the assessment does not say what matters to the person, and everything after it builds on that; write down what matters to the person, in their words"},
		{with(assessed, func(a *community.Assessed) { a.Scores = []string{""} }), "scores[0]: the id is empty; name what is meant, or take the entry out"},
		{with(connected, func(c *community.Connected) { c.Service = "" }), "service: the connection names no service; name the id of the service in the directory"},
		{with(connected, func(c *community.Connected) { c.Start = day.Day{} }), `start: the connection does not say when the person starts; write the day as in "2026-04-01", or record the connection once the day is known`},
		{community.FollowedUp{}, "says: the follow-up says nothing and names no scores; write down how it went, or name the scores"},
		{end(func(c *community.Closed) { c.Reason = "" }), `reason: "" stands for nothing here; use one of completed, declined, person_stopped, lost_contact, not_suitable, moved_away, died, other`},
		{end(func(c *community.Closed) { c.Reason = "done" }), `reason: "done" stands for nothing here; use one of completed, declined, person_stopped, lost_contact, not_suitable, moved_away, died, other`},
		{end(func(c *community.Closed) { c.Reason = community.OtherEnding }), "note: the reason is other, and no note says what; say in words why it was closed"},
		{messages(), "message_back: no message went back, so neither the GP nor the referrer knows what came of it; add a message to gp and one to referrer, or say under withheld why none went"},
		{messages(community.Back{To: "referrer", Says: "x", On: on("2026-05-01")}), "message_back: no message went back to the GP; add a message to gp, or say under withheld why none went"},
		{messages(community.Back{To: "GP", Says: "x", On: back.On}), `message_back[0].to: "GP" stands for nothing here; use one of gp, referrer`},
		{messages(back, back), "message_back[1].to: there are two messages to gp; keep one"},
		{messages(community.Back{To: "gp"}), "message_back[0].says: the message to gp says nothing; write down what was sent, or under withheld why nothing was"},
		{messages(community.Back{To: "gp", Says: "x", Withheld: "y"}), "message_back[0].withheld: the message to gp was sent and withheld; keep the one that is true"},
		{messages(community.Back{To: "gp", Says: "x"}), `message_back[0].on: the message to gp does not say when it went; write the day as in "2026-04-01"`},
	} {
		err := c.step.Check()
		var faults fault.Faults
		if err == nil || err.Error() != c.want || !errors.As(err, &faults) || len(faults) != 1 || faults[0].Field == "" {
			t.Errorf("%s\n got %v\nwant %s", c.step.Kind(), err, c.want)
		}
	}
}

// TestFaultsThatNeedTheThread looks at what only the steps before can tell.
func TestFaultsThatNeedTheThread(t *testing.T) {
	start := []step{{"2026-01-06", referred}, {"2026-01-09", accepted}, {"2026-01-15", assessed}}
	byAgency := slices.Clone(start)
	byAgency[0].step = with(referred, func(r *community.Referred) { r.By = community.Referrer{Kind: community.Agency, Service: "Housing"} })
	bySelf := slices.Clone(start)
	bySelf[0].step = with(referred, func(r *community.Referred) { r.By = community.Referrer{Kind: community.SelfReferral} })
	for _, c := range []struct {
		before []step
		last   step
		want   string
	}{
		{start, step{"2026-01-14", connected}, "on: it happened on 2026-01-14, before the step before it on 2026-01-15; correct the day, or put the steps in order"},
		{append(slices.Clone(start), step{"2026-01-16", connected}), step{"2026-02-16", with(followed, func(f *community.FollowedUp) { f.Service = "chess" })},
			`service: the person was not connected with "chess"; name the service of a connection, or leave it out where the follow-up is about everything`},
		{start, step{"2026-01-16", accepted}, "outcome: the person has accepted the referral before; write reached"},
		{start, step{"2026-01-16", with(connected, func(c *community.Connected) { c.Needs = []string{"money"} })}, `needs[0]: the person has no need "money"; name a need of the last assessment, or assess again`},
		{start, step{"2026-05-01", closed}, "message_back[0].on: the message to gp went on 2026-06-01, after the close; close the referral once the message went"},
		{start, step{"2026-06-01", with(closed, func(c *community.Closed) { c.Reason = "declined" })}, "reason: the person has not declined; write person_stopped"},
		{start[:1], step{"2026-06-01", with(closed, func(c *community.Closed) { c.Reason = community.PersonStopped })},
			"reason: the person has not declined, and a no to the referral is a step of its own, because it counts otherwise; record community_declined first"},
		{append(slices.Clone(start[:1]), step{"2026-01-08", reached}), step{"2026-06-01", with(closed, func(c *community.Closed) { c.Reason = community.PersonDeclined })},
			"reason: the person has not declined, and a no to the referral is a step of its own, because it counts otherwise; record community_declined first"},
		{start[:1], step{"2026-06-01", with(closed, func(c *community.Closed) { c.Reason = community.LostContact })},
			"reason: nobody has tried to reach the person; record the attempts as community_contacted first, or choose the reason that is true"},
		{start[:1], step{"2026-06-01", closed}, "reason: nothing was completed: the person has been referred and has neither accepted nor declined yet; choose the reason that is true, or record the assessment"},
		{byAgency, step{"2026-06-01", closed}, "message_back: no message went back to the referrer (Housing); add a message to referrer, or say under withheld why none went"},
		{bySelf, step{"2026-06-01", closed}, "message_back: no message went back to the referrer (the person themselves); add a message to referrer, or say under withheld why none went"},
		{start, step{"2026-06-01", with(closed, func(c *community.Closed) {
			c.MessageBack = []community.Back{{To: "gp", Says: "x", On: on("2026-01-05")}}
		})}, "message_back[0].on: the message to gp went on 2026-01-05, before the referral was made on 2026-01-06, so it cannot tell what came of it; correct the day"},
		{nil, step{"2026-06-01", followed}, "community_followed_up does not belong here: nothing has been offered or referred yet; what can follow is community_offered, community_referred"},
	} {
		if _, err := thread(t, append(slices.Clone(c.before), c.last)...); err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
	withheld := with(closed, func(c *community.Closed) {
		c.MessageBack = []community.Back{back, {To: community.ToReferrer, Withheld: "She asked us not to tell the housing team."}}
	})
	if _, err := thread(t, append(byAgency, step{"2026-06-01", withheld})...); err != nil {
		t.Error(err)
	}
	for reason, before := range map[community.Ending][]step{community.PersonStopped: start, community.LostContact: append(slices.Clone(start[:1]), step{"2026-01-08", noAnswer})} {
		if _, err := thread(t, append(slices.Clone(before), step{"2026-06-01", with(closed, func(c *community.Closed) { c.Reason = reason })})...); err != nil {
			t.Errorf("%s: %v", reason, err)
		}
	}
	r := &community.Referral{}
	if err := r.Apply("e1", day.Day{}, offered); err == nil || err.Error() != "on: nobody knows when it happened; give the event its day" {
		t.Error(err)
	}
	for _, misuse := range []community.Step{nil, &offered, (*community.Closed)(nil)} {
		if err := r.Apply("e1", on("2026-01-01"), misuse); !errors.Is(err, community.ErrNoStep) {
			t.Error(err)
		}
	}
}

// TestAllFaultsAreTold holds that a step with several faults, in itself and where it stands, tells of all of them.
func TestAllFaultsAreTold(t *testing.T) {
	bad := community.Referred{
		By: community.Referrer{Kind: "gp"}, Needs: []community.Need{{Words: "x", Weight: weight(-1)}, {ID: "b"}, {ID: "c", Words: "y"}, {ID: "c", Words: "z"}}, Actions: []string{"", "a", "a"},
	}
	last := community.Closed{Reason: "declined", MessageBack: []community.Back{{To: "referer", Says: "x", On: on("2027-01-01")}, {To: "gp"}, {To: "gp", Says: "x", Withheld: "y"}}}
	one := community.Connected{Needs: []string{"money", "company", "debt", ""}}
	start := []step{{"2026-01-06", with(referred, func(r *community.Referred) { r.By.Kind = community.Agency })}, {"2026-01-09", accepted}}
	for _, c := range []struct {
		before []step
		last   step
		want   string
	}{
		{nil, step{"2026-01-05", bad}, "consent by.kind by.service to needs[0].id needs[0].weight needs[1] needs[3].id actions[0] actions[2]"},
		{start, step{"2026-01-08", bad}, "consent by.kind by.service to needs[0].id needs[0].weight needs[1] needs[3].id actions[0] actions[2] on "},
		{start, step{"2026-06-01", last}, "message_back[0].to message_back[1].says message_back[2].withheld message_back[2].to reason message_back message_back[0].on"},
		{append(slices.Clone(start), step{"2026-01-15", assessed}), step{"2026-01-14", one}, "service start needs[3] on needs[0] needs[2]"},
		{start, step{"2026-01-10", community.Contacted{}}, "outcome attempts way"},
	} {
		_, err := thread(t, append(slices.Clone(c.before), c.last)...)
		var faults fault.Faults
		if !errors.As(err, &faults) {
			t.Fatalf("%T", err)
		}
		var fields []string
		for _, f := range faults {
			fields = append(fields, f.Field)
		}
		if got := strings.Join(fields, " "); got != c.want {
			t.Errorf("got  %s\nwant %s\n%v", got, c.want, err)
		}
	}
}

// TestAContactWithoutAnAnswerIsNoMissedOne holds that a person who was reached is not said to be out of reach, whatever was tried before.
func TestAContactWithoutAnAnswerIsNoMissedOne(t *testing.T) {
	r, err := thread(t, step{"2026-01-06", referred}, step{"2026-01-07", noAnswer}, step{"2026-01-08", reached})
	if err != nil || r.State() != community.StateReferred || !slices.Contains(r.Next(), "community_contacted") {
		t.Error(r.State(), err)
	}
	if err := r.Apply("e4", on("2026-01-09"), noAnswer); err != nil || r.State() != community.StateNoContact {
		t.Error(r.State(), err)
	}
	if err := r.Apply("e5", on("2026-01-10"), accepted); err != nil || r.State() != community.StateAccepted || r.Attempts() != 6 {
		t.Error(r.State(), r.Attempts(), err)
	}
}

// FuzzSteps holds that no step breaks a referral, that a refused step changes nothing, and that a step says the same after a trip through JSON.
func FuzzSteps(f *testing.F) {
	for kind, body := range steps {
		src, err := json.Marshal(body)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(kind, string(src), "2026-06-01")
	}
	f.Add("community_closed", `{"reason":"other","note":"x","message_back":[{"to":"gp","withheld":"y"}]}`, "0001-01-01")
	f.Fuzz(func(t *testing.T, kind, src, when string) {
		like, ok := steps[kind]
		if !ok {
			return
		}
		body := reflect.New(reflect.TypeOf(like))
		if json.Unmarshal([]byte(src), body.Interface()) != nil {
			return
		}
		s := body.Elem().Interface().(community.Step)
		again := reflect.New(reflect.TypeOf(like))
		written, err := json.Marshal(s)
		if err != nil || json.Unmarshal(written, again.Interface()) != nil {
			t.Fatalf("%s cannot be written and read: %v", written, err)
		}
		if a, b := s.Check(), again.Elem().Interface().(community.Step).Check(); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%v became %v", a, b)
		}
		date, _ := day.Parse(when)
		for _, before := range [][]step{nil, {{"2026-01-06", referred}}, {{"2026-01-06", referred}, {"2026-01-09", accepted}, {"2026-01-15", assessed}}} {
			r, err := thread(t, before...)
			if err != nil {
				t.Fatal(err)
			}
			was := snapshot(r)
			if err := r.Apply("new", date, s); err != nil && !cmp.Equal(was, snapshot(r), cmp.AllowUnexported(day.Day{})) {
				t.Errorf("%v changed something", err)
			}
		}
	})
}

// BenchmarkReplay replays a thread of 1,000 steps.
func BenchmarkReplay(b *testing.B) {
	when := on("2026-01-06")
	b.ReportAllocs()
	for b.Loop() {
		r := &community.Referral{}
		for i := range 1000 {
			s := community.Step(reached)
			switch i {
			case 0:
				s = referred
			case 1:
				s = accepted
			case 2:
				s = assessed
			default:
				if i%3 == 0 {
					s = connected
				}
			}
			if err := r.Apply("e", when, s); err != nil {
				b.Fatal(err)
			}
		}
	}
}
