package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Kind is the kind of document that this package reads.
const Kind = "decision-aid"

// Definition is a decision aid as its author wrote it. It is a plain value: a host may also build one in code and make it
// ready with Compile.
type Definition struct {
	schemas.Header
	// Published is the ISO date on which this version was published, such as 2026-11-21.
	Published string `json:"published,omitempty"`
	// Condition is what the decision is about.
	Condition *Condition `json:"condition,omitempty"`
	// Decision is the question that a person faces, in their words.
	Decision string `json:"decision"`
	// For says for whom the aid, and the studies behind its numbers, are.
	For Audience `json:"for"`
	// ReadingAge is the greatest reading age, in years, that the words of the whole aid are meant to need; 0 where none is set.
	ReadingAge int `json:"reading_age,omitempty"`
	// Answers are the answer sets that inputs name.
	Answers map[string]question.AnswerSet `json:"answers,omitempty"`
	// Inputs are questions that the person facts do not have, in the order in which they are asked.
	Inputs []question.Question `json:"inputs,omitempty"`
	// Derived are values that rules work out from inputs and facts, such as a risk score.
	Derived []Derived `json:"derived,omitempty"`
	// Tables are look-up tables for rules, by name.
	Tables map[string]question.Table `json:"tables,omitempty"`
	// Options are the ways forward, in the order in which they are shown. Exactly one of them is to do nothing, or to wait.
	Options []Option `json:"options"`
	// Outcomes are what may happen, in the order in which they are shown; each says what is known of it for every option.
	Outcomes []Outcome `json:"outcomes"`
	// Exclusive are groups of outcomes of which at most one happens to a person.
	Exclusive []Exclusive `json:"exclusive,omitempty"`
	// Test is what is known of the test that the aid is about; nil for an aid that is about none.
	Test *Test `json:"test,omitempty"`
	// Evidence says how the studies behind the numbers were found.
	Evidence *Evidence `json:"evidence,omitempty"`
	// Values ask what matters to the person, tied to outcomes.
	Values []Value `json:"values,omitempty"`
	// Questions are what a person can ask of every option; the zero Questions are BRAN.
	Questions Questions `json:"questions,omitzero"`
	// Knowledge are questions that show whether the person took in what the decision rests on.
	Knowledge []KnowledgeItem `json:"knowledge,omitempty"`
	// Glossary explains the terms that the aid uses.
	Glossary []Term `json:"glossary,omitempty"`
	// Steps lead through the decision, in their order.
	Steps []string `json:"steps,omitempty"`
	Authorship
	// Cases are worked examples that Check runs.
	Cases []cases.Case `json:"cases,omitempty"`
}

// Audience is for whom an aid is.
type Audience struct {
	// Who says it in words.
	Who string `json:"who"`
	// When is the same as a condition. Without it nobody can tell whether the numbers are about a person.
	When string `json:"when,omitempty"`
}

// Derived is one value that a rule works out. Rules name it by its id.
type Derived struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	Rule  string `json:"rule"`
	// Range is the lowest and the highest value that can be right. A value outside it is a fault, never clamped.
	Range [2]float64 `json:"range"`
	// Step is the distance between values: 1 for a score that counts points; zero for any number in the range.
	Step float64 `json:"step,omitempty"`
	Unit string  `json:"unit,omitempty"`
	// RisesWith names inputs and facts with which the value never goes down, FallsWith those with which it never goes up. Loading
	// looks for a person for whom it does.
	RisesWith []string      `json:"rises_with,omitempty"`
	FallsWith []string      `json:"falls_with,omitempty"`
	Source    *schemas.Cite `json:"source,omitempty"`
}

// Value asks how much something matters to a person.
type Value struct {
	ID string `json:"id"`
	// About is the id of an outcome.
	About string `json:"about"`
	// Label names what is counted, so that it fits into "if its strokes were 21 in 1,000 people". Without it the outcome's label
	// stands in.
	Label string `json:"label,omitempty"`
	// Ask is the question.
	Ask string `json:"ask"`
	// Range is the worst and the best chance of the outcome that the answer refers to, in this order.
	Range [2]float64 `json:"range"`
}
