package fault_test

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// walk is something that a program was given.
type walk struct {
	Pace  string
	Stops []string
}

var paces = []string{"slow", "steady", "brisk"}

// check says what is wrong with a list of walks.
func check(walks []walk) error {
	var faults fault.Faults
	for i, w := range walks {
		here := fault.Item("walks", i)
		fault.Word(&faults, &here, "pace", w.Pace, paces)
		faults.IDs(&here, "stops", w.Stops)
	}
	return faults.Err()
}

func Example() {
	fmt.Println(check([]walk{{"slow", []string{"bench"}}}))
	err := check([]walk{{"stedy", []string{"bench", "pond", "bench"}}})
	fmt.Println(err)

	var faults fault.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Println(f.Field)
		}
	}
	// Output:
	// <nil>
	// walks[0].pace: "stedy" stands for nothing here; did you mean steady?
	// walks[0].stops[2]: "bench" stands there twice; name it once
	// walks[0].pace
	// walks[0].stops[2]
}

// A single fault is made in one call, and can be moved to where its value stands.
func ExampleFaults_Under() {
	err := fault.In("on", "give the day on which it happened", "the event has no day")
	var faults fault.Faults
	errors.As(err, &faults)
	fmt.Println(faults.Under("events[3]"))
	// Output: events[3].on: the event has no day; give the day on which it happened
}
