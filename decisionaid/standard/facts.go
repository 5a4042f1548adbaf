package standard

import (
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Facts are what can be read off one aid, as of a day, and what its own development block attests. They are worked out once
// and serve every standard; they are immutable and safe for concurrent use. The zero Facts are those of no aid: nothing is
// known.
type Facts struct {
	aid     Subject
	asOf    day.Day
	answers []answer // in the order of the vocabulary
	said    []Attestation
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
	s := &subject{def: def, asOf: asOf, words: words}
	f := Facts{asOf: asOf, answers: make([]answer, len(vocabulary)), said: own(def)}
	for i := range vocabulary {
		a := vocabulary[i].find(s)
		if t := vocabulary[i].Type; !rule.IsNA(a.value) && (a.value < t.Lo || a.value > t.Hi) {
			a.value = rule.NA(rule.Invalid)
		}
		f.answers[i] = a
	}
	return f
}

// Value gives a fact by its name in rules, such as aid.options; a truth is 1 or 0. It is missing as not supplied where
// there is no such fact.
func (f Facts) Value(name string) rule.Value {
	if a, ok := f.answer(name); ok {
		return rule.ValueOf(a.value)
	}
	return rule.MissingValue(rule.NotSupplied)
}

// At gives the JSON pointers of the fields of the aid that show a fact, or that are missing where it is false.
func (f Facts) At(name string) []string {
	a, _ := f.answer(name)
	return append([]string(nil), a.at...)
}

func (f Facts) answer(name string) (answer, bool) {
	for i := range f.answers {
		if vocabulary[i].Name == name {
			return f.answers[i], true
		}
	}
	return answer{}, false
}
