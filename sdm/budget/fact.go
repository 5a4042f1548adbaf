package budget

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// What stands before the names of facts in rules: of a budget, of one line, of one decision.
const (
	budgetPrefix   = "budget."
	linePrefix     = "line."
	decisionPrefix = "decision."
)

// Fact is one thing that is worked out from the events of a budget. Rules of policies say its Name.
type Fact struct {
	// Name is how rules say it, such as budget.off_plan_spend.
	Name string `json:"name"`
	// Says is what it tells: of a truth what is so where it is true, of a number what it counts or measures.
	Says string `json:"says"`
	// Type is truth, number with its unit and range, or code with its words; the words of budget.basis and line.category are those of
	// the policy.
	Type rule.Type `json:"-"`
}

// fact is a Fact with the way to find it; a value that nobody knows is missing.
type fact struct {
	Fact
	find func(s *subject) float64
}

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

// truth, number and code make facts of the three types.
func truth(name, says string, find func(s *subject) float64) fact {
	return fact{Fact{name, says, rule.Type{Kind: rule.Truth, Hi: 1, Step: 1}}, find}
}

func number(name, says, unit string, lo, hi, step float64, find func(s *subject) float64) fact {
	return fact{Fact{name, says, rule.Type{Kind: rule.Number, Unit: unit, Lo: lo, Hi: hi, Step: step}}, find}
}

func code[W ~string](name, says string, words []W, find func(s *subject) W) fact {
	t := codes(name, words)
	return fact{Fact{name, says, t}, func(s *subject) float64 { return place(t, string(find(s))) }}
}

// codes gives the type of a code with some words.
func codes[W ~string](set string, words []W) rule.Type {
	t := rule.Type{Kind: rule.Code, Set: set, Step: 1, Hi: float64(len(words) - 1)}
	for i, w := range words {
		t.Options = append(t.Options, rule.Option{ID: string(w), Value: float64(i)})
	}
	return t
}

// place gives the slot value of a word: not supplied for none, invalid for one that is not there.
func place(t rule.Type, word string) float64 {
	if word == "" {
		return unknown
	}
	for i, o := range t.Options {
		if o.ID == word {
			return float64(i)
		}
	}
	return rule.NA(rule.Invalid)
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

// common are the facts that every policy can read.
var common = slices.Concat(threadFacts, agreedFacts, ledgerFacts, reviewFacts, lineFacts, decisionFacts)

// factsOf gives the facts that a policy can read: basis and category only where it says which there are.
func factsOf(def *Definition) []fact {
	all := slices.Clone(common)
	if len(def.Bases) > 0 {
		all = append(all, basisFacts(def)...)
	}
	if len(def.Categories) > 0 {
		all = append(all, categoryFact(def))
	}
	return all
}

// Vocabulary gives every fact that is worked out from the events of a budget, in the order of the page of facts. Safe for concurrent use.
func Vocabulary() []Fact {
	def := &Definition{Bases: make([]Basis, 1), Categories: make([]Category, 1)}
	var all []Fact
	for _, f := range factsOf(def) {
		all = append(all, f.Fact)
	}
	return all
}
