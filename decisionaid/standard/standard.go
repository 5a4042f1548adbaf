package standard

import (
	"slices"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Standard is a standard made ready. It is immutable and safe for concurrent use.
type Standard struct {
	definition *Definition
	digest     string
	sheet      *question.Sheet // of the attested facts
	model      *rule.Model
	criteria   *policy.Set
	clauses    []clauses // of each criterion
	states     sync.Pool // of *rule.State, spared between reports
}

// FromSet makes a standard of a set of documents ready. ref is an id, or an id with a version as in ipdas-v4@1. The error is
// schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Standard, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Standard, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Compile makes a definition that was built in code ready. The error is a diag.List whose diagnostics have paths but no
// places. The definition must not be changed afterwards.
func Compile(def Definition) (*Standard, error) {
	return schemas.Compile(func(r *diag.Reporter) *Standard { return ready(&def, schemas.CheckOptions{}, r) })
}

// Check gives every diagnostic of one standard of a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// build reads a document and makes it ready.
func build(_ *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Standard {
	def := &Definition{}
	schemas.Open(doc, def, r)
	return ready(def, options, r)
}

// ID names the document.
func (s *Standard) ID() string { return s.definition.ID }

// Version is the version of the document.
func (s *Standard) Version() string { return s.definition.Version }

// Digest is the SHA-256 of the document's canonical form, so that a report can be replayed.
func (s *Standard) Digest() string { return s.digest }

// Title is the standard's name for people.
func (s *Standard) Title() string { return s.definition.Title }

// Definition gives the standard as its author wrote it. It must not be changed.
func (s *Standard) Definition() *Definition { return s.definition }

// Attested gives the facts that people vouch for, in the order in which they are asked.
func (s *Standard) Attested() []AttestedFact { return slices.Clone(s.definition.Attested) }

// Model gives the rules behind the findings, for cases, proofs and comparison of versions. Its inputs are the facts of the
// Vocabulary and attested.ID; its outputs are the criteria. CRITERION.DOUBT is a truth.
func (s *Standard) Model() *rule.Model { return s.model }
