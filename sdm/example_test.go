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
	lib, err := sdm.LoadFS(examples.Definitions)
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
	// sdm: the aid has no option "aspirin": this event cannot stand in the record
	// doac
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
