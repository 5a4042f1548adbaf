package letter_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// A letter and a summary of a day are those that could have been written on it.
func TestNothingOfALaterDayIsTold(t *testing.T) {
	events := rich()
	var early []sdm.Event
	for _, e := range events {
		if !e.On.After(date("2026-01-10")) {
			early = append(early, e)
		}
	}
	whole, then := record(t, events...), record(t, early...)
	c := clinical(t)
	c.AsOf = date("2026-01-10")
	for name, make := range map[string]func(sdm.Record) (any, error){
		"letter":  func(r sdm.Record) (any, error) { return letter.ToPerson(r, c.Options) },
		"summary": func(r sdm.Record) (any, error) { return letter.Summarise(r, c) },
	} {
		got, err := make(whole)
		if err != nil {
			t.Fatal(err)
		}
		want, err := make(then)
		if err != nil {
			t.Fatal(err)
		}
		one, _ := json.Marshal(got)
		other, _ := json.Marshal(want)
		if string(one) != string(other) {
			t.Errorf("the %s of that day says\n%s\nand not\n%s", name, one, other)
		}
	}
	c.Talk = "heart"
	if _, err := letter.ToPerson(whole, c.Options); !errors.Is(err, letter.ErrTalk) || !strings.Contains(err.Error(), "by 10 January 2026") {
		t.Errorf("a conversation of a later day: %v", err)
	}
}

// A letter about a conversation is not about a plan that has nothing to do with it, and says of no plan that it is without goals only because
// they follow from something else.
func TestPlansThatFollowFromSomethingElse(t *testing.T) {
	o := options(t)
	o.Talk = "talk"
	r := record(t, append(rich(), event("other", "2026-05-11", "", nurse, plan.Agreed{Version: small()}))...)
	if l := write(t, r, o); says(l, "We agreed on your plan on 11 May 2026.") || says(l, "There are no goals in it yet.") {
		t.Error("it tells of the plan that has nothing to do with the conversation")
	}
	r = record(t, append(rich(), event("p9", "2026-05-11", "plan", nurse, plan.Agreed{Supersedes: "p2", Version: small()}))...)
	if l := write(t, r, o); !says(l, "We agreed on your plan on 11 May 2026.") || says(l, "There are no goals in it yet.") {
		t.Error("it does not tell of the plan whose goals now follow from something else, or says that it has none")
	}
}

// Nobody is told that they can change their mind before they chose, or where they were found unable to choose.
func TestWhoCanChangeTheirMind(t *testing.T) {
	const change = "You can change your mind. Tell us if you do."
	opened := event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"})
	chose := event("d", "2026-01-12", "talk", sdm.ByPerson, sdm.Decided{Option: "as_now"})
	forThem := event("d", "2026-01-12", "talk", nurse, sdm.Decided{Option: "as_now"})
	lacks := event("c", "2026-01-11", "talk", nurse, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"A quiet room"}, Because: "She could not keep it in mind"})
	has := event("c2", "2026-01-11", "talk", nurse, sdm.CapacityAssessed{Found: sdm.Has})
	for name, tc := range map[string]struct {
		events []sdm.Event
		want   bool
	}{
		"nothing chosen":                {[]sdm.Event{opened}, false},
		"chosen":                        {[]sdm.Event{opened, chose}, true},
		"put off":                       {[]sdm.Event{opened, event("d", "2026-01-12", "talk", sdm.ByPerson, sdm.Deferred{})}, true},
		"written down by somebody else": {[]sdm.Event{opened, forThem}, true},
		"unable to choose":              {[]sdm.Event{opened, lacks, forThem}, false},
		"the treatment has started": {[]sdm.Event{opened, chose, event("r", "2026-02-01", "", nurse, sdm.ChoiceReferred{Decision: "d",
			Referral: choice.Referral{Made: date("2026-01-13"), Stops: []choice.Stop{{Kind: choice.TreatmentStarted, On: date("2026-02-01")}}, KnownTo: date("2026-02-01")}})}, false},
		"it has, and the question is open again": {[]sdm.Event{opened, chose, event("t2", "2026-01-20", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"}),
			event("d2", "2026-01-20", "t2", sdm.ByPerson, sdm.Deferred{})}, true},
		"able again": {[]sdm.Event{opened, lacks, has, chose}, true},
	} {
		if got := says(write(t, record(t, tc.events...), letter.Options{}), change); got != tc.want {
			t.Errorf("%s: it is told %t", name, got)
		}
	}
}

// Who was there is told of the day on which they were.
func TestWhoWasThereOnWhichDay(t *testing.T) {
	l := write(t, record(t,
		event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"}),
		event("p1", "2026-01-10", "talk", nurse, sdm.WhoWasPresent{People: []sdm.Attendee{{Role: "friend"}}}),
		event("p2", "2026-01-24", "talk", nurse, sdm.WhoWasPresent{People: []sdm.Attendee{{Role: "family", Name: "Nell"}}}),
		event("p3", "2026-01-25", "talk", nurse, sdm.WhoWasPresent{People: []sdm.Attendee{{Role: "family"}, {Role: "advocate", Name: "Kit"}}})), letter.Options{})
	for _, want := range []string{"A friend was there with you.", "On 24 January 2026 Nell was there with you.", "On 25 January 2026 your family and Kit were there with you."} {
		if !says(l, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}

// What was reached and goes on is one sentence, and a treatment that started is told.
func TestWhatWasReachedAndWhatStarted(t *testing.T) {
	l := write(t, record(t,
		event("plan", "2026-01-10", "", nurse, plan.Agreed{Version: small()}),
		event("back", "2026-01-20", "plan", sdm.Together, plan.Reviewed{How: plan.Informal, Goals: []plan.GoalReviewed{{Goal: "g", Status: plan.UnderWay, Achievement: plan.Achieved}}}),
		event("r", "2026-02-01", "", nurse, sdm.ChoiceReferred{
			Referral: choice.Referral{Made: date("2026-01-13"), Stops: []choice.Stop{{Kind: choice.TreatmentStarted, On: date("2026-02-01")}}, KnownTo: date("2026-02-01")}})), letter.Options{})
	for _, want := range []string{"You got there, and you go on with it.", "Your treatment started on 1 February 2026."} {
		if !says(l, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}

// What was looked at again since is not asked for again.
func TestWhatWasLookedAtAgainIsNotDue(t *testing.T) {
	opened := event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"})
	lacks := event("c", "2026-01-11", "talk", nurse, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"A quiet room"}, Because: "delirium", Again: date("2026-02-10")})
	has := event("c2", "2026-02-10", "talk", nurse, sdm.CapacityAssessed{Found: sdm.Has})
	later := event("d", "2026-01-12", "talk", sdm.ByPerson, sdm.Deferred{Until: "spring"})
	anew := event("t2", "2026-02-20", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"})
	version := small()
	version.Needs[0].Goals[0].Actions[0].Review = date("2026-02-01")
	agreed := event("plan", "2026-01-10", "", nurse, plan.Agreed{Version: version})
	looked := event("back", "2026-02-01", "plan", nurse, plan.Reviewed{How: plan.Informal})
	for name, tc := range map[string]struct {
		events []sdm.Event
		label  string
		want   bool
	}{
		"capacity":                      {[]sdm.Event{opened, lacks}, "If you can make this choice", true},
		"capacity found since":          {[]sdm.Event{opened, lacks, has}, "If you can make this choice", false},
		"left for later":                {[]sdm.Event{opened, later}, "What you left for later", true},
		"talked about again, undecided": {[]sdm.Event{opened, later, anew}, "What you left for later", true},
		"decided in another talk":       {[]sdm.Event{opened, later, anew, event("d2", "2026-02-20", "t2", sdm.ByPerson, sdm.Decided{Option: "as_now"})}, "What you left for later", false},
		"an action":                     {[]sdm.Event{agreed}, "Walk", true},
		"an action that was reviewed":   {[]sdm.Event{agreed, looked}, "Walk", false},
	} {
		found := false
		for _, p := range write(t, record(t, tc.events...), letter.Options{}).Parts {
			for _, l := range p.Lines {
				found = found || p.ID == "again" && l.Label == tc.label
			}
		}
		if found != tc.want {
			t.Errorf("%s: it is to be looked at again: %t", name, found)
		}
	}
}
