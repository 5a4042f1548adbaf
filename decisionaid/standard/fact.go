package standard

import "github.com/whatmatters-care/whatmatters/schemas/derived"

// fact is something that can be read off an aid, with the way to find it.
type fact = derived.Finder[*subject]

// aidPrefix stands before the names of facts that are read off an aid.
const aidPrefix = "aid."

// is makes a truth of the vocabulary, and number a number from 0.
func is(name, says, mend string, find func(s *subject) derived.Answer) fact {
	return derived.Truth(aidPrefix+name, says, mend, find)
}

func number(name, says, unit string, hi, step float64, mend string, find func(s *subject) derived.Answer) fact {
	return derived.Number(aidPrefix+name, says, mend, derived.Scale{Unit: unit, Hi: hi, Step: step}, find)
}

// vocabulary is every fact, by subject.
var vocabulary = derived.New(
	aboutFacts, optionFacts, balanceFacts, numberFacts, evidenceFacts, decidingFacts, makerFacts, readingFacts, testFacts,
)

// Vocabulary gives every fact that can be read off an aid, in the order of the page of facts. Their Mend says what the author of an aid does
// where a fact speaks against a criterion.
func Vocabulary() []derived.Fact { return vocabulary.All() }

// Page gives the authors' page on the facts, in Markdown. It comes from the table that reads them off an aid. Safe for
// concurrent use.
func Page() string { return vocabulary.Page(pageTop, pageBottom) }

const pageTop = `# Facts of a decision aid

<!-- Written by a test of decisionaid/standard from the table of facts. Change it there: go test ./decisionaid/standard -run Page -update -->

Rules of a document of kind standard read these facts. Each is read off the structure of an aid, and knows the fields that show
it. A fact tells that something is there, not that it is good.

`

const pageBottom = `
Facts for which people vouch stand under ` + "`attested:`" + ` of the standard, and rules say them with ` + "`attested.`" + ` before their name. The keys of
an aid's ` + "`development:`" + ` block are heard for the attested fact of the same name.
`
