package sdm_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// stored writes a record and reads it back.
func stored(t *testing.T, r sdm.Record) sdm.Record {
	t.Helper()
	src, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	read, err := sdm.ParseRecord(src)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// needing is a record of somebody who needs some forms of information.
func needing(t *testing.T, needs ...string) sdm.Record {
	t.Helper()
	r := sdm.NewRecord("p")
	for _, need := range needs {
		var err error
		if r, err = r.Add(ofPerson(sdm.InformationNeed{Need: need, Sort: sdm.NeedFormat})); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// A conversation that is stored in the middle and taken up again must leave the record of one that went on in one go.
func TestAConversationIsTakenUpAgain(t *testing.T) {
	mine := hip(t)
	option := mine.Aid().Definition().Options[0].ID
	first := sdm.OpenIn(needing(t, "large_print"), mine, today).Matters("Dancing").NotYet(sdm.ByPerson, "spring")
	rest := func(c sdm.Conversation) sdm.Conversation {
		return c.GoThrough(option).Present(sdm.ByProfessional, sdm.Attendee{Role: "family", Name: "Nell"}).
			Met(sdm.ByProfessional, "large_print", "printed").Choose(option, sdm.ByPerson, "Time to")
	}
	again, err := sdm.Resume(stored(t, first.Record()), first.Talk().ID, mine, today.Add(14))
	if err != nil {
		t.Fatal(err)
	}
	again = rest(again)
	want := rest(first.On(today.Add(14)))
	if err := errors.Join(again.Err(), want.Err()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Record().Events(), again.Record().Events()); diff != "" {
		t.Errorf("-in one go +taken up again\n%s", diff)
	}
	if diff := cmp.Diff(want.Talk(), again.Talk()); diff != "" {
		t.Errorf("-in one go +taken up again\n%s", diff)
	}
}

func TestTheRightOneOfTwoConversationsIsTakenUp(t *testing.T) {
	mine := hip(t)
	second := sdm.OpenIn(sdm.Open(mine, today).Matters("one").Record(), mine, today).Matters("two")
	again, err := sdm.Resume(second.Record(), second.Talk().ID, mine, today)
	if err != nil {
		t.Fatal(err)
	}
	again = again.Matters("three")
	if got := again.Talk().Matters; len(got) != 2 || got[1].What.Words != "three" || again.Err() != nil {
		t.Errorf("%+v, %v", got, again.Err())
	}
}

func TestWhatCannotBeTakenUp(t *testing.T) {
	mine := hip(t)
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	other, err := lib.Aid("atrial-fibrillation-stroke")
	if err != nil {
		t.Fatal(err)
	}
	opened := func(o sdm.Opened) sdm.Record {
		r, err := sdm.NewRecord("p").Add(sdm.Event{On: today, By: sdm.Together, Body: o})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	id, version := mine.Aid().ID(), mine.Aid().Version()
	talk := sdm.Open(mine, today).Matters("one")
	withheld, err := opened(sdm.Opened{Aid: id, Version: version}).Add(sdm.Event{On: today, By: sdm.ByPerson,
		Body: sdm.SeenBy{Events: []string{"1"}, Audience: sdm.Audience{Only: []string{"gp_practice"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		record sdm.Record
		thread string
		mine   decisionaid.Personal
		want   error
	}{
		"as it was":       {talk.Record(), "1", mine, nil},
		"no digest":       {opened(sdm.Opened{Aid: id, Version: version}), "1", mine, nil},
		"empty record":    {sdm.Record{}, "1", mine, sdm.ErrNoConversation},
		"no such event":   {talk.Record(), "77", mine, sdm.ErrNoConversation},
		"no id":           {talk.Record(), "", mine, sdm.ErrNoConversation},
		"event inside it": {talk.Record(), "2", mine, sdm.ErrNoConversation},
		"withheld":        {withheld.For("family"), "1", mine, sdm.ErrNoConversation},
		"another aid":     {talk.Record(), "1", other.For(person.Facts{}), sdm.ErrOtherAid},
		"no aid":          {talk.Record(), "1", decisionaid.Personal{}, sdm.ErrOtherAid},
		"version":         {opened(sdm.Opened{Aid: id, Version: "0.0.1"}), "1", mine, sdm.ErrOtherVersion},
		"digest":          {opened(sdm.Opened{Aid: id, Version: version, Digest: "sha256:0"}), "1", mine, sdm.ErrOtherDigest},
	} {
		again, err := sdm.Resume(tc.record, tc.thread, tc.mine, today)
		if !errors.Is(err, tc.want) {
			t.Errorf("%s: error %v, want %v", name, err, tc.want)
		}
		if err != nil && again.Record().Len() > 0 {
			t.Errorf("%s: an error comes with a conversation", name)
		}
	}
	early, err := sdm.Resume(talk.Record(), "1", mine, today.Add(-1))
	if err != nil || early.Matters("two").Err() == nil {
		t.Errorf("a conversation goes on before it began: %v", err)
	}
}

func TestWhoWasThereAndWhatWasMetIsNoted(t *testing.T) {
	talk := sdm.OpenIn(needing(t, "large_print", "easy_read"), hip(t), today).Present(sdm.ByProfessional, sdm.Attendee{Role: sdm.Interpreter}).
		NotMet(sdm.ByPerson, "large_print", "no printer").Met(sdm.ByProfessional, "easy_read", "a leaflet")
	story, err := talk.Record().Replay()
	if err != nil || talk.Err() != nil {
		t.Fatal(err, talk.Err())
	}
	id := talk.Talk().ID
	if got := story.PresentIn(id, today); len(got) != 1 || got[0].Role != sdm.Interpreter {
		t.Errorf("present %+v", got)
	}
	for need, met := range map[string]bool{"large_print": false, "easy_read": true} {
		if got, noted := story.MetIn(id, need, today); !noted || got.What.Met != met {
			t.Errorf("%s: %+v, %t", need, got, noted)
		}
	}
	for name, wrong := range map[string]sdm.Conversation{
		"nobody": talk.Present(sdm.ByProfessional), "a stranger": talk.Present(sdm.ByProfessional, sdm.Attendee{Role: "robot"}),
		"no need": talk.Met(sdm.ByPerson, "", "x"), "no how": talk.Met(sdm.ByPerson, "large_print", ""), "no why": talk.NotMet(sdm.ByPerson, "large_print", ""),
	} {
		if !errors.Is(wrong.Err(), sdm.ErrEvent) || wrong.Record().Len() != talk.Record().Len() {
			t.Errorf("%s is noted: %v", name, wrong.Err())
		}
	}
}

func TestLastAndAllAreTheEvents(t *testing.T) {
	if last := (sdm.Record{}).Last(); last.ID != "" || last.Body != nil {
		t.Errorf("the last of nothing is %+v", last)
	}
	for range (sdm.Record{}).All() {
		t.Error("an empty record has an event")
	}
	r := sdm.NewRecord("p")
	for range 3 {
		var err error
		before := r
		if r, err = r.Add(sdm.Event{On: today, By: sdm.Together, Body: sdm.Opened{Aid: "hip", Version: "1.0.0"}}); err != nil {
			t.Fatal(err)
		}
		if before.Last().ID == r.Last().ID || r.Last().ID != r.Events()[r.Len()-1].ID {
			t.Errorf("the last is %s, after %s", r.Last().ID, before.Last().ID)
		}
	}
	var went []sdm.Event
	for e := range r.All() {
		went = append(went, e)
	}
	if diff := cmp.Diff(r.Events(), went); diff != "" {
		t.Error(diff)
	}
}
