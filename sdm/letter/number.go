package letter

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
)

// number is what an aid says of an outcome with an option. The notes are what has to be known of it, and stand in the words of the aid
// behind what is said: how far out it could be, how it was worked out, how sure one can be. What is no number has none.
type number struct {
	said  string
	notes []string
}

// numberOf takes the sentences of an aid apart. Put together again they are what the aid says.
func numberOf(mine decisionaid.Personal, e decisionaid.Estimate, w decisionaid.Words) number {
	whole, _ := mine.Sentence(e.Outcome, e, w) // the outcome is one of the aid, which gave the estimate
	if e.Frequencies == nil {
		return number{said: whole}
	}
	between, _ := w.Voice.Range(e.Chance, e.Frequencies.Did.Of) // the denominator is that of the aid
	said, rest, found := strings.Cut(whole, " "+between)
	if between == "" || !found {
		return number{said: whole}
	}
	n := number{said: said, notes: []string{between}}
	for _, note := range w.Voice.Notes(e.Chance) {
		if after, ok := strings.CutPrefix(rest, " "+note); ok {
			n.notes, rest = append(n.notes, note), after
		}
	}
	if rest = strings.TrimSpace(rest); rest != "" {
		n.notes = append(n.notes, rest)
	}
	return n
}

// whole says all of it.
func (n number) whole() string { return sentences(append([]string{n.said}, n.notes...)...) }

// share takes the notes that all of several numbers have out of them, so that they can be said once. Of one number alone none are taken.
func share(all []*number) []string {
	var noted []*number
	for _, n := range all {
		if len(n.notes) > 0 {
			noted = append(noted, n)
		}
	}
	if len(noted) < 2 {
		return nil
	}
	var common []string
	for _, note := range noted[0].notes {
		if !slices.ContainsFunc(noted, func(n *number) bool { return !slices.Contains(n.notes, note) }) {
			common = append(common, note)
		}
	}
	for _, n := range noted {
		n.notes = slices.DeleteFunc(n.notes, func(note string) bool { return slices.Contains(common, note) })
	}
	return common
}
