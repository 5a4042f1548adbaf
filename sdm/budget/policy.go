package budget

import (
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Policy is a document of kind budget-policy made ready. It is immutable and safe for concurrent use.
type Policy struct {
	definition *Definition
	digest     string
	sheet      *question.Sheet
	inputs     []rule.Input
	facts      *derived.Vocabulary[*subject] // those of the budget, whose inputs start at first
	first      int
	who        whose
	model      *rule.Model
	criteria   *policy.Set
	subjects   []about // of each criterion
	states     sync.Pool
}

// FromSet makes a policy of a set of documents ready. ref is an id, or an id with a version as in personal-health-budget-england@1. The
// error is schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Policy, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready that uses no other. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Policy, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Compile makes a definition that was built in code ready. who is the vocabulary that its rules read as person.NAME, or nil. The error is a
// diag.List whose diagnostics have paths but no places. The definition must not be changed afterwards.
func Compile(def Definition, who *person.Vocabulary) (*Policy, error) {
	return schemas.Compile(func(r *diag.Reporter) *Policy { return ready(&def, whose{who, "person."}, schemas.CheckOptions{}, r) })
}

// Check gives every diagnostic of one policy of a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// whose is the person facts under the prefix by which rules say them; none and empty where they read none.
type whose struct {
	facts  *person.Vocabulary
	prefix string
}

// build reads a document and makes it ready.
func build(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Policy {
	def := &Definition{}
	schemas.Open(doc, def, r)
	var who whose
	who.facts, who.prefix = person.Used(set, doc, r)
	p := ready(def, who, options, r)
	if options.Deep && p != nil && !r.HasErrors() {
		p.examine(doc, r)
	}
	return p
}

// ID names the document.
func (p *Policy) ID() string { return p.definition.ID }

// Version is the version of the document.
func (p *Policy) Version() string { return p.definition.Version }

// Ref names the policy with its version, as in northridge-icb-budgets@0.1.0.
func (p *Policy) Ref() string { return p.definition.ID + "@" + p.definition.Version }

// Digest is the SHA-256 of the document's canonical form, so that a finding can be replayed.
func (p *Policy) Digest() string { return p.digest }

// Title is the document's name for people.
func (p *Policy) Title() string { return p.definition.Title }

// Definition gives the document as its author wrote it. It must not be changed.
func (p *Policy) Definition() *Definition { return p.definition }

// Sheet gives the policy's own questions, which its Parse and Of answer for Given.
func (p *Policy) Sheet() *question.Sheet { return p.sheet }

// Model gives the rules behind the findings, for cases, proofs and comparison of versions. Its outputs are the criteria.
func (p *Policy) Model() *rule.Model { return p.model }
