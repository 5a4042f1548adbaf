package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// fact is something that can be read off a plan, with the way to find it.
type fact = derived.Finder[*subject]

// planPrefix stands before the names of facts that are read off a plan.
const planPrefix = "plan."

// most is the most that is counted.
const most = 100_000

func is(name, says, mend string, find func(s *subject) derived.Answer) fact {
	return derived.Truth(planPrefix+name, says, mend, find)
}

func count(name, says, unit, mend string, find func(s *subject) derived.Answer) fact {
	return derived.Number(planPrefix+name, says, mend, derived.Scale{Unit: unit, Hi: most, Step: 1}, func(s *subject) derived.Answer {
		a := find(s)
		if a.Value > most {
			a.Value = most
		}
		return a
	})
}

// vocabulary is every fact, by subject.
var vocabulary = derived.New(beginningFacts, ofVersion(personFacts, needFacts, peopleFacts, reviewFacts))

// ofVersion are facts that only a version can tell.
func ofVersion(tables ...[]fact) []fact {
	agreed := func(s *subject) bool { return s.Version != nil }
	return derived.Where(agreed, derived.Missing(rule.NotSupplied, "plan_agreed"), tables...)
}

// open is a fact that nobody can tell, because a field was left out.
func open(at string) derived.Answer { return derived.Missing(rule.Blank, at) }

// Vocabulary gives every fact that can be read off a plan, in the order of the page of facts. Safe for concurrent use.
func Vocabulary() []derived.Fact { return vocabulary.All() }

// FactsPage gives the authors' page on the facts, in Markdown. It comes from the table that reads them off a plan. Safe for concurrent use.
func FactsPage() string { return vocabulary.Page(pageTop, "") }

const pageTop = `# Facts of a plan

<!-- Written by a test of sdm/plan from the table of facts. Change it there: go test ./sdm/plan -run Page -update -->

Rules of a document of kind plan-standard read these facts, beside the facts of the person. Each is read off the fields of a plan and the steps
before it, and knows which of them show it. A fact tells that something is written down, not that it is good. What was left blank and could be
either is missing, and what rests on it is unknown.

`
