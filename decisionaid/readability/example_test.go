package readability_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
)

func Example() {
	counter := readability.New("osteoarthritis")
	counter.Add("Osteoarthritis is a painful wearing of a joint.")
	counter.Add("If 1,000 people have the operation, about 750 have less pain after 6 months.")
	report := counter.Report()
	scores, ok := report.Counts.Scores()
	fmt.Println(report.Counts.Words, "words,", report.Counts.Sentences, "sentences")
	fmt.Println(report.Counts.Polysyllables, "hard words,", report.Explained.Polysyllables, "not explained")
	fmt.Printf("age %.0f %v\n", scores.Age(), ok)
	// Output:
	// 19 words, 2 sentences
	// 2 hard words, 1 not explained
	// age 13 true
}
