package standard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Fact is one thing that can be read off the structure of an aid. Rules of standards say its Name.
type Fact struct {
	// Name is how rules say it, such as aid.has_funding.
	Name string `json:"name"`
	// Says is what it tells: of a truth what is so where it is true, of a number what it counts or measures.
	Says string `json:"says"`
	// Type is truth, or number with its unit, its range and its step.
	Type rule.Type `json:"-"`
	// Mend says what the author of an aid does where the fact speaks against a criterion.
	Mend string `json:"mend"`
}

// fact is a Fact with the way to find it.
type fact struct {
	Fact
	find func(s *subject) answer
}

// answer is what a fact comes to in one aid, with the JSON pointers of the fields that show it or that are missing.
type answer struct {
	value float64
	at    []string
}

// aidPrefix stands before the names of facts that are read off an aid.
const aidPrefix = "aid."

// is makes a truth of the vocabulary, and number a number.
func is(name, says, mend string, find func(s *subject) answer) fact {
	return fact{Fact{Name: aidPrefix + name, Says: says, Type: truth, Mend: mend}, find}
}

func number(name, says, unit string, hi, step float64, mend string, find func(s *subject) answer) fact {
	return fact{Fact{Name: aidPrefix + name, Says: says, Type: rule.Type{Kind: rule.Number, Unit: unit, Hi: hi, Step: step}, Mend: mend}, find}
}

// vocabulary is every fact, by subject.
var vocabulary = slices.Concat(
	aboutFacts, optionFacts, balanceFacts, numberFacts, evidenceFacts, decidingFacts, makerFacts, readingFacts, testFacts,
)

// Vocabulary gives every fact that can be read off an aid, in the order of the page of facts.
func Vocabulary() []Fact {
	all := make([]Fact, len(vocabulary))
	for i, f := range vocabulary {
		all[i] = f.Fact
	}
	return all
}

// inputs gives the facts as inputs of a model.
func inputs() []rule.Input {
	all := make([]rule.Input, len(vocabulary))
	for i, f := range vocabulary {
		all[i] = rule.Input{Name: f.Name, Type: f.Type}
	}
	return all
}

// Page gives the authors' page on the facts, in Markdown. It comes from the table that reads them off an aid. Safe for
// concurrent use.
func Page() string {
	var b strings.Builder
	b.WriteString(pageTop)
	for _, f := range vocabulary {
		kind := "yes or no"
		if f.Type.Kind == rule.Number {
			kind = strings.TrimSpace(fmt.Sprintf("%s to %s %s", rule.FormatNumber(f.Type.Lo), rule.FormatNumber(f.Type.Hi), f.Type.Unit))
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", f.Name, kind, f.Says, f.Mend)
	}
	b.WriteString(pageBottom)
	return b.String()
}

const pageTop = `# Facts of a decision aid

<!-- Written by a test of decisionaid/standard from the table of facts. Change it there: go test ./decisionaid/standard -run Page -update -->

Rules of a document of kind standard read these facts. Each is read off the structure of an aid, and knows the fields that show
it. A fact tells that something is there, not that it is good.

| fact | values | what it says | how to mend it |
|---|---|---|---|
`

const pageBottom = `
Facts for which people vouch stand under ` + "`attested:`" + ` of the standard, and rules say them with ` + "`attested.`" + ` before their name. The keys of
an aid's ` + "`development:`" + ` block are heard for the attested fact of the same name.
`
