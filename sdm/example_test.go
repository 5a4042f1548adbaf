package sdm_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing/fstest"
	"time"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// A service loads its definitions once and scores answers that came in as JSON.
func ExampleLoadFS() {
	lib, err := sdm.LoadFS(examples.Definitions)
	if err != nil {
		fmt.Println(err)
		return
	}
	phq, err := lib.Questionnaire("phq-9")
	if err != nil {
		fmt.Println(err)
		return
	}
	answers, err := phq.ParseAnswers([]byte(`{"q1": 1, "q2": 2, "q3": 2, "q4": 1, "q5": 0, "q6": 1, "q7": 1, "q8": 0, "q99": 1}`))
	fmt.Println(err)
	total, _ := phq.Score(answers).Score("total")
	fmt.Println(total.Value, total.BandLabel, total.Imputed)
	// Output:
	// /q99: there is no question "q99". Did you mean q9? [answer-unknown-question]
	// 9 Mild [q9]
}

// A conversation is noted verb by verb and leaves a record.
func ExampleOpen() {
	lib, err := library() // sdm.LoadFS(examples.Definitions), once for all examples
	if err != nil {
		fmt.Println(err)
		return
	}
	today := day.New(2026, time.November, 21)
	who, err := lib.ParsePerson([]byte(`{"age": 76, "sex": "female"}`), today)
	if err != nil {
		fmt.Println(err)
		return
	}
	aid, err := lib.Aid("atrial-fibrillation-stroke")
	if err != nil {
		fmt.Println(err)
		return
	}
	talk := sdm.Open(aid.For(who), today).Value("avoid_stroke", 80).Choose("doac", sdm.ByPerson)
	fmt.Println(talk.Err(), talk.Record().Len())
	fmt.Println(talk.Choose("aspirin", sdm.ByPerson).Err())
	fmt.Println(talk.Talk().Decision.What.Option)
	// Output:
	// <nil> 3
	// event 4 (decided): this event cannot stand in the record: option: the aid atrial-fibrillation-stroke@1.0.0 has no option "aspirin"; there is none, warfarin, doac
	// doac
}

// A service holds an event that comes from elsewhere against its documents before it adds it: the record itself knows no documents.
func ExampleLibrary_CheckEvent() {
	lib, err := library() // sdm.LoadFS(examples.Definitions), once for all examples
	if err != nil {
		fmt.Println(err)
		return
	}
	aid, err := lib.Aid("atrial-fibrillation-stroke")
	if err != nil {
		fmt.Println(err)
		return
	}
	record := sdm.Open(aid.For(person.Facts{}), day.New(2026, time.November, 21)).Record()
	event, err := sdm.ParseEvent([]byte(`{"id": "mail-7", "kind": "decided", "form": 1, "on": "2026-11-22", "by": {"role": "person"}, "in": "1", "body": {"option": "daoc"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	err = lib.CheckEvent(record, event)
	fmt.Println(err)
	fmt.Println(errors.Is(err, sdm.ErrNotChecked)) // true where the library does not have the document
	// Output:
	// event mail-7 (decided): this event cannot stand in the record: option: the aid atrial-fibrillation-stroke@1.0.0 has no option "daoc"; did you mean doac?
	// false
}

// A conversation goes on after its record was stored and read back.
func ExampleResume() {
	lib, err := library() // sdm.LoadFS(examples.Definitions), once for all examples
	if err != nil {
		fmt.Println(err)
		return
	}
	aid, err := lib.Aid("atrial-fibrillation-stroke")
	if err != nil {
		fmt.Println(err)
		return
	}
	mine, today := aid.For(person.Facts{}), day.New(2026, time.November, 21)
	talk := sdm.Open(mine, today).NotYet(sdm.ByPerson, "Saturday", "My daughter should hear it too")
	stored, err := json.Marshal(talk.Record())
	if err != nil {
		fmt.Println(err)
		return
	}
	record, err := sdm.ParseRecord(stored)
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := sdm.Resume(record, talk.Talk().ID, mine, today.Add(7))
	if err != nil {
		fmt.Println(err)
		return
	}
	again = again.Present(sdm.ByProfessional, sdm.Attendee{Role: "family"}).Choose("doac", sdm.ByPerson)
	fmt.Println(again.Err(), again.Record().Len(), again.Record().Last().Body.Kind())
	_, err = sdm.Resume(record, "7", mine, today)
	fmt.Println(errors.Is(err, sdm.ErrNoConversation))
	// Output:
	// <nil> 4 decided
	// true
}

// An author's check names every fault at its place.
func ExampleCheckFS() {
	files := fstest.MapFS{"knee.yaml": {Data: []byte(`kind: questionnaire
id: knee
version: 1.0.0
title: Your knee
items:
  - id: pain
    text: Pain in the knee
    number: {range: [0, 10], step: 1}
scores:
  - id: total
    rule: pian * 2
    range: [0, 20]
`)}}
	for _, d := range sdm.CheckFS(files, schemas.CheckOptions{}).Only(diag.Error) {
		fmt.Println(d)
	}
	// Output:
	// knee.yaml:11:11: nothing is called `pian`. Did you mean pain? [rule-unknown-name]
}

// A record of a later version is read as far as it goes, and nothing of it is lost.
func ExampleParseRecord() {
	src := []byte(`{"format":1,"person":"p1","events":[{"id":"1","kind":"sang","form":1,"on":"2030-01-01","by":{"role":"person"},"body":{"song":"x"}}]}`)
	record, err := sdm.ParseRecord(src)
	fmt.Println(errors.Is(err, sdm.ErrEvent), errors.Is(err, sdm.ErrRecord))
	again, _ := json.Marshal(record)
	fmt.Println(string(again) == string(src))
	// Output:
	// true false
	// true
}

// Two copies of a record went on without each other. Merging them loses nothing, and shows on what they do not agree.
func ExampleMerge() {
	on := day.New(2026, time.November, 21)
	both, err := sdm.NewRecord("p1").Add(sdm.Event{ID: "talk", On: on, By: sdm.Together, Body: sdm.Opened{Aid: "hip", Version: "1.0.0"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	clinic, _ := both.Add(sdm.Event{ID: "c1", On: on.Add(1), By: sdm.Together, In: "talk", Body: sdm.Decided{Option: "replace"}})
	home, _ := both.Add(sdm.Event{ID: "h1", On: on.Add(5), By: sdm.ByPerson, In: "talk", Body: sdm.Deferred{Until: "after the holidays"}})
	merged, conflicts, err := sdm.Merge(clinic, home)
	fmt.Println(merged.Len(), err)
	for _, c := range conflicts {
		fmt.Println(c.Kind, c.About, c.Events[0].ID, c.Events[1].ID)
	}
	// Output:
	// 3 <nil>
	// disagreement decision c1 h1
}

// A copy of the record for one reader says that something is withheld, and nothing of what.
func ExampleRecord_For() {
	on := day.New(2026, time.November, 21)
	record, err := sdm.NewRecord("p1").AddAll(
		sdm.Event{On: on, By: sdm.Together, Body: sdm.Opened{Aid: "hip", Version: "1.0.0"}},
		sdm.Event{On: on, By: sdm.ByPerson, In: "1", Audience: sdm.Audience{Only: []string{"gp_practice"}}, Body: sdm.Mattered{Words: "I look after my brother in secret"}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range record.For("family").Events() {
		fmt.Printf("%s %s %+v\n", e.ID, e.Body.Kind(), e.Body)
	}
	// Output:
	// 1 opened {Aid:hip Version:1.0.0 Digest: Decision:}
	// 2 withheld {Was:mattered}
}

// Guidance says what has not been talked about yet. It asks, and never decides.
func ExampleStory_Guidance() {
	lib, err := library() // sdm.LoadFS(examples.Definitions), once for all examples
	if err != nil {
		fmt.Println(err)
		return
	}
	aid, err := lib.Aid("atrial-fibrillation-stroke")
	if err != nil {
		fmt.Println(err)
		return
	}
	today := day.New(2026, time.November, 21)
	talk := sdm.Open(aid.For(person.Facts{}), today).GoThrough("none").Ask("benefits", "", "Told")
	record, err := talk.Record().Add(sdm.Event{On: today, By: sdm.ByPerson, Body: sdm.InterpreterNeed{Needed: true, Language: "Polish"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	story, err := record.Replay()
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := story.Guidance("1", aid, today)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(g.Phase)
	for _, s := range g.Next {
		fmt.Println("-", s.Ask)
		fmt.Println(" ", s.Because)
	}
	// Output:
	// preparing
	// - To the team: is an interpreter for Polish here?
	//   The person needs an interpreter for Polish (noted on 21 November 2026), and nobody noted one for today.
}
