package outcome

import (
	"sync"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Set is an outcome set made ready. It is immutable and safe for concurrent use.
type Set struct {
	definition *Definition
	digest     string
	measures   []measure
	model      *rule.Model
	start      *policy.Set
	outcomes   *policy.Set
	rests      map[string][]string // by finding: the readings that it stands on
	states     sync.Pool           // of *rule.State, spared between evaluations
}

// FromSet makes an outcome set of a set of documents ready, with the questionnaires that it uses. ref is an id, or an id with a
// version as in nhs-talking-therapies@1. The error is schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every
// fault.
func FromSet(set *schemas.Set, ref string) (*Set, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Compile makes a definition that was built in code ready, over questionnaires by the names under its uses. The error is a
// diag.List whose diagnostics have paths but no places. The definition must not be changed afterwards.
func Compile(def Definition, questionnaires map[string]*proms.Questionnaire) (*Set, error) {
	return schemas.Compile(func(r *diag.Reporter) *Set { return ready(&def, questionnaires, schemas.CheckOptions{}, r) })
}

// Check gives every diagnostic of one document of a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// build reads a document and makes it ready.
func build(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Set {
	def := &Definition{}
	schemas.Open(doc, def, r)
	return ready(def, questionnairesOf(def, set, doc, r), options, r)
}

// ID names the document.
func (s *Set) ID() string { return s.definition.ID }

// Version is the version of the document.
func (s *Set) Version() string { return s.definition.Version }

// Digest is the SHA-256 of the document's canonical form, so that an outcome can be replayed.
func (s *Set) Digest() string { return s.digest }

// Title is the set's name for people.
func (s *Set) Title() string { return s.definition.Title }

// Definition gives the set as its author wrote it. It must not be changed.
func (s *Set) Definition() *Definition { return s.definition }

// Questionnaires gives the questionnaire of each measure, in the order of the measures.
func (s *Set) Questionnaires() []*proms.Questionnaire {
	all := make([]*proms.Questionnaire, len(s.measures))
	for i, m := range s.measures {
		all[i] = m.questionnaire
	}
	return all
}

// Model gives the rules behind the outcomes, for cases, proofs and comparison of versions. Its inputs are first and last of each
// measure; its outputs are start and outcomes.
func (s *Set) Model() *rule.Model { return s.model }
