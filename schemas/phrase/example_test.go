package phrase_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// A sentence is put together in one pass, so that a name that looks like a placeholder stays a name.
func ExampleFill() {
	fmt.Println(phrase.Fill("{closer} fits {gap} points more closely than {other}.", "closer", "Exercise", "other", "{gap}", "gap", "4"))
	// Output: Exercise fits 4 points more closely than {gap}.
}

// A translation that loses a number is found before a person reads it.
func ExampleCheck() {
	type words struct{ Chance, Range, None string }
	english := words{Chance: "{did} of {of} people", Range: "between {lower} and {upper}", None: "nobody knows"}
	welsh := words{Chance: "{did} o bob {of} o bobl", Range: "rhwng {lower} ac uchaf"}
	fmt.Println(phrase.Check(&english, &welsh, nil))
	// Output:
	// Range: has the names {lower} and needs {lower} {upper}; write the names as in the original, in any order
	// None: is empty, so that people would read nothing there; translate it
}

func ExampleJoined() {
	state := phrase.Capital(phrase.Spoken("not_met"))
	fmt.Println(phrase.Joined(": ", state, " ", phrase.Stopped("asked "+phrase.Counted(2, "time"))))
	fmt.Println(phrase.Listed([]string{"pain", "sleep", "work"}))
	// Output:
	// Not met: asked 2 times.
	// pain, sleep and work
}
