package standard

import (
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Facts are what can be read off one aid, as of a day, and what its own development block attests. They are worked out once
// and serve every standard; they are immutable and safe for concurrent use. The zero Facts are those of no aid: nothing is
// known.
type Facts struct {
	aid   Subject
	asOf  day.Day
	found derived.Facts
	said  []Attestation
}

// Subject names the aid that a report is about.
type Subject struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	Title   string `json:"title"`
}

// FactsOf reads the facts off an aid. asOf is the day on which they are looked at; with the zero time nothing is overdue.
func FactsOf(aid *decisionaid.Aid, asOf day.Day) Facts {
	if aid == nil {
		return Facts{asOf: asOf}
	}
	var words readability.Counts
	if report, english := aid.Readability(); english {
		words = report.Counts
	}
	f := factsOfDefinition(aid.Definition(), words, asOf)
	f.aid = Subject{ID: aid.ID(), Version: aid.Version(), Digest: aid.Digest(), Title: aid.Title()}
	return f
}

func factsOfDefinition(def *decisionaid.Definition, words readability.Counts, asOf day.Day) Facts {
	return Facts{asOf: asOf, found: vocabulary.Read(&subject{def: def, asOf: asOf, words: words}), said: own(def)}
}

// Value gives a fact by its name in rules, such as aid.options; a truth is 1 or 0. It is missing as not supplied where
// there is no such fact.
func (f Facts) Value(name string) rule.Value { return f.found.Value(name) }

// At gives the JSON pointers of the fields of the aid that show a fact, or that are missing where it is false.
func (f Facts) At(name string) []string { return f.found.At(name) }
