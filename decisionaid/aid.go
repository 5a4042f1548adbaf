package decisionaid

import (
	"sync"

	"github.com/whatmatters-care/whatmatters/decisionaid/values"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Aid is a decision aid made ready. It is immutable and safe for concurrent use.
type Aid struct {
	definition *Definition
	digest     string
	sheet      *question.Sheet
	model      *rule.Model
	inputs     []rule.Input // those that no rule reads have no name here, so that nobody looks for them
	asked      map[string]string
	prefix     string // before the names of person facts
	audience   *rule.Program
	forWhen    rule.Slot // what the audience comes to
	derived    []derived
	cells      [][]*cell // by outcome and option
	attributes *values.Attributes
	states     *sync.Pool
}

// derived is a derived value made ready.
type derived struct {
	definition *Derived
	slot       rule.Slot
	program    *rule.Program
}

// ID names the document.
func (a *Aid) ID() string { return a.definition.ID }

// Version is the version of the document.
func (a *Aid) Version() string { return a.definition.Version }

// Digest is the SHA-256 of the definition's canonical form, so that a result can be replayed.
func (a *Aid) Digest() string { return a.digest }

// Title is the aid's name for people.
func (a *Aid) Title() string { return a.definition.Title }

// Definition gives the aid as its author wrote it. It must not be changed.
func (a *Aid) Definition() *Definition { return a.definition }

// Sheet gives the aid's own questions, beside the person facts.
func (a *Aid) Sheet() *question.Sheet { return a.sheet }

// Model gives the rules behind the numbers, for cases, proofs and comparison of versions. Its outputs are for.when (whether
// the aid is for a person), the derived values, and OUTCOME.OPTION: a chance from 0 to 1, or missing.
func (a *Aid) Model() *rule.Model { return a.model }

// ParseAnswers reads the answers to the aid's own questions from JSON, in the forms of question.Sheet.Parse. The error names
// every bad answer; the good ones are kept.
func (a *Aid) ParseAnswers(src []byte) (question.Answers, error) { return a.sheet.Parse(src) }

// Answers makes answers to the aid's own questions from plain Go values, in the forms of question.Sheet.Of.
func (a *Aid) Answers(values map[string]any) (question.Answers, error) { return a.sheet.Of(values) }
