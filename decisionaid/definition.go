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
	// Decision is the question that a person faces, in their words.
	Decision string `json:"decision"`
	// For says for whom the aid, and the studies behind its numbers, are.
	For Audience `json:"for"`
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
	// Values ask what matters to the person, tied to outcomes.
	Values []Value `json:"values,omitempty"`
	// Questions are what a person can ask of every option; the zero Questions are BRAN.
	Questions Questions `json:"questions,omitzero"`
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
	Step   float64       `json:"step,omitempty"`
	Unit   string        `json:"unit,omitempty"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// Option is one way forward.
type Option struct {
	ID string `json:"id"`
	// Kind is treatment (the meaning of an empty Kind), no_treatment or watchful_waiting.
	Kind OptionKind `json:"kind,omitempty"`
	// Label is the option's name for people.
	Label string `json:"label"`
	// Involves says what choosing it means in practice.
	Involves string `json:"involves,omitempty"`
}

// OptionKind tells doing nothing apart from doing something.
type OptionKind string

// The kinds of option.
const (
	Treatment       OptionKind = "treatment"
	NoTreatment     OptionKind = "no_treatment"
	WatchfulWaiting OptionKind = "watchful_waiting"
)

// Waits reports whether the option is to do nothing, or to wait: what all other options are compared with.
func (k OptionKind) Waits() bool { return k == NoTreatment || k == WatchfulWaiting }

// Value asks how much something matters to a person.
type Value struct {
	ID string `json:"id"`
	// About is the id of an outcome.
	About string `json:"about"`
	// Ask is the question.
	Ask string `json:"ask"`
	// Range is the worst and the best chance of the outcome that the answer refers to, in this order.
	Range [2]float64 `json:"range"`
}
