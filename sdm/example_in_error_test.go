package sdm_test

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// The year of the second decision is mistyped. It stays in the record, and the first stands again.
func ExampleInError() {
	on := func(year, dayOfMarch int) day.Day { return day.New(year, time.March, dayOfMarch) }
	record, err := sdm.NewRecord("person-7").AddAll(
		sdm.Event{ID: "talk", On: on(2026, 1), By: sdm.Together, Body: sdm.Opened{Aid: "hip", Version: "1.0.0"}},
		sdm.Event{ID: "first", On: on(2026, 1), By: sdm.ByPerson, In: "talk", Body: sdm.Decided{Option: "exercise"}},
		sdm.Event{ID: "typo", On: on(2062, 8), By: sdm.ByPerson, In: "talk", Body: sdm.Decided{Option: "operation"}},
		sdm.Event{ID: "mended", On: on(2026, 9), By: sdm.ByProfessional, Body: sdm.InError{Events: []string{"typo"}, Because: "the year is 2026"}},
	)
	if err != nil {
		fmt.Println(err)
	}
	story, _ := record.Replay()
	talk, _ := story.Talk("talk")
	by, _ := story.EnteredInError("typo")
	fmt.Println(record.Len(), talk.Decision.What.Option, by.What.Because)

	record, err = record.Add(sdm.Event{On: on(2026, 8), By: sdm.ByPerson, In: "talk", Body: sdm.Decided{Option: "operation"}})
	story, _ = record.Replay()
	talk, _ = story.Talk("talk")
	fmt.Println(err, talk.Decision.What.Option)
	// Output:
	// 4 exercise the year is 2026
	// <nil> operation
}
