package phrase_test

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// A sentence is put together in one pass, so that a name that looks like a placeholder stays a name.
func ExampleFill() {
	fmt.Println(phrase.Fill("{closer} fits {gap} points more closely than {other}.", "closer", "Exercise", "other", "{gap}", "gap", "4"))
	// Output: Exercise fits 4 points more closely than {gap}.
}

// A translation that loses a number is found before a person reads it.
func ExampleBeside() {
	type words struct{ Chance, Range, None string }
	english := words{Chance: "{did} of {of} people", Range: "between {lower} and {upper}", None: "nobody knows"}
	welsh := words{Chance: "{did} o bob {of} o bobl", Range: "rhwng {lower} ac uchaf"}
	for _, s := range phrase.Beside(&english, &welsh) {
		has, needs, same := s.Names()
		switch {
		case strings.TrimSpace(s.Text) == "":
			fmt.Println(s.Name, "is blank")
		case !same:
			fmt.Println(s.Name, "has", phrase.Braced(has), "and needs", phrase.Braced(needs))
		}
	}
	// Output:
	// Range has {lower} and needs {lower} {upper}
	// None is blank
}

func ExampleJoined() {
	state := phrase.Capital(phrase.Spoken("not_met"))
	fmt.Println(phrase.Joined(": ", state, " ", phrase.Stopped("asked "+phrase.Counted(2, "time"))))
	fmt.Println(phrase.Listed([]string{"pain", "sleep", "work"}))
	// Output:
	// Not met: asked 2 times.
	// pain, sleep and work
}
