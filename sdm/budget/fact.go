package budget

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// What stands before the names of facts in rules about one line and about one decision. Those of a budget begin with "budget.".
const (
	linePrefix     = "line."
	decisionPrefix = "decision."
)

// fact is something that is worked out from the events of a budget, with the way to find it.
type fact = derived.Finder[*subject]

// subject is what facts are worked out of.
type subject struct {
	state  *State  // never nil
	agreed *Agreed // the last budget that was agreed, or nil
	asOf   day.Day
	def    *Definition
	line   *Line
	of     *decision // and its id
	ofID   string
}

// truth, number and code make facts of the three types. The finders of truths and numbers give slot values.
func truth(name, says string, find func(s *subject) float64) fact {
	return derived.Truth(name, says, "", valued(find))
}

func number(name, says string, in derived.Scale, find func(s *subject) float64) fact {
	return derived.Number(name, says, "", in, valued(find))
}

func code[W ~string](name, says string, words []W, find func(s *subject) W) fact {
	return derived.Code(name, says, "", words, find)
}

func valued(find func(s *subject) float64) func(s *subject) derived.Answer {
	return func(s *subject) derived.Answer { return derived.Answer{Value: find(s)} }
}

// upTo is the scale of what is counted.
func upTo(most float64, unit string) derived.Scale {
	return derived.Scale{Unit: unit, Hi: most, Step: 1}
}

// unknown is the value of a fact that nobody recorded.
var unknown = rule.NA(rule.NotSupplied)

func so(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// known gives a truth that somebody recorded or not.
func known(holds *bool) float64 {
	if holds == nil {
		return unknown
	}
	return so(*holds)
}

// where are facts that nobody knows unless something is there.
func where(there func(s *subject) bool, tables ...[]fact) []fact {
	return derived.Where(there, derived.Answer{Value: unknown}, tables...)
}

// vocabularyOf gives the facts that a policy can read: basis and category only where it says which there are. Nothing but a line is known
// before somebody asks for a budget.
func vocabularyOf(def *Definition) *derived.Vocabulary[*subject] {
	begun := func(s *subject) bool { return s.state.Requested.ID != "" }
	var basis, category []fact
	if len(def.Bases) > 0 {
		basis = basisFacts(def)
	}
	if len(def.Categories) > 0 {
		category = append(category, categoryFact(def))
	}
	hasLine := func(s *subject) bool { return s.line != nil }
	return derived.New(
		where(begun, threadFacts),
		where(func(s *subject) bool { return s.agreed != nil }, agreedFacts),
		where(func(s *subject) bool { return s.state.Ledger() != nil }, ledgerFacts),
		where(begun, reviewFacts),
		where(hasLine, lineFacts),
		where(func(s *subject) bool { return s.of != nil }, decisionFacts),
		where(begun, basis),
		where(hasLine, category),
	)
}

// Vocabulary gives every fact that is worked out from the events of a budget, in the order of the page of facts; the words of budget.basis and
// line.category are those of a policy. Safe for concurrent use.
func Vocabulary() []derived.Fact { return ofAnyPolicy().All() }

func ofAnyPolicy() *derived.Vocabulary[*subject] {
	return vocabularyOf(&Definition{Bases: make([]Basis, 1), Categories: make([]Category, 1)})
}
