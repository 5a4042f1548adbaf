// Page writes a decision aid for one person as a file to open, to print or to read aloud.
//
//	go run ./examples/page -aid ID [-person FILE] [-answers FILE] [-format html|markdown|text] [-language en|cy] [-o FILE] [DIR...]
//	go run ./examples/page -aid hip-osteoarthritis -o hip.html
//
// ID is that of a shipped aid, or of one in the folders DIR, which are read as one library. The person's facts are a JSON
// object such as {"age": 76}, and so are the answers to the questions that only this aid asks. What is not given is unknown:
// the page says so and asks, and never guesses a number.
//
// The language is that of the page: headings, buttons and sentences of its own. The aid is in its author's language, unless a
// translation lies beside it, and so are the sentences that read its numbers aloud. A native speaker must check the Welsh
// words before they are used with patients.
//
// HTML is one file that asks nothing of any other. Without -o the page goes to standard output. Nothing is written unless
// the whole page is there.
//
// The exit status is 1 when the definition, the facts or the answers have faults, 2 when the command was wrong or reading
// or writing failed, and else 0.
package main

import (
	"os"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, day.Of(time.Now())))
}
