package plan

import (
	"fmt"
	"slices"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Standard is a plan-standard made ready. It is immutable and safe for concurrent use.
type Standard struct {
	definition *Definition
	digest     string
	person     *person.Vocabulary
	prefix     string // before the names of person facts
	inputs     []rule.Input
	model      *rule.Model
	criteria   *policy.Set
	reads      []derived.Reading // of each criterion
	states     sync.Pool         // of *rule.State
}

// FromSet makes a standard of a set of documents ready. ref is an id, or an id with a version as in nhs-plan-england@1. The error is
// schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Standard, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready that uses no other. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Standard, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Compile makes a definition that was built in code ready. who is the vocabulary that its rules read as person.NAME, or nil. The error is
// a diag.List whose diagnostics have paths but no places. The definition must not be changed afterwards.
func Compile(def Definition, who *person.Vocabulary) (*Standard, error) {
	return schemas.Compile(func(r *diag.Reporter) *Standard { return ready(&def, who, "person.", schemas.CheckOptions{}, r) })
}

// Check gives every diagnostic of one standard of a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// build reads a document and makes it ready.
func build(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Standard {
	def := &Definition{}
	schemas.Open(doc, def, r)
	who, prefix := person.Used(set, doc, r)
	s := ready(def, who, prefix, options, r)
	if options.Deep && s != nil && !r.HasErrors() {
		s.examine(doc, cases.DeepBudget, r)
	}
	return s
}

// ready is the one way from a definition to a standard. It gives nil where it reported an error.
func ready(def *Definition, who *person.Vocabulary, prefix string, options schemas.CheckOptions, r *diag.Reporter) *Standard {
	schemas.CheckHeader(def.Header, def, options.AsOf, r)
	s := assemble(def, who, prefix, r)
	if s == nil {
		return nil
	}
	cases.Run(s.model, def.Cases, "/cases", r, s.criteria.Explain)
	cases.Check(s.model, s.criteria.Promises(), cases.Budget, r)
	s.digest = schemas.Digest(def)
	return s
}

// assemble checks and compiles a definition without running its cases. It gives nil where an error was reported.
func assemble(def *Definition, who *person.Vocabulary, prefix string, r *diag.Reporter) *Standard {
	checkSections(def, r)
	checkStages(def, r)
	checkCodes(def, r)
	checkValidFor(def, r)
	checkNeeded(def, r)
	s := &Standard{definition: def, person: who, prefix: prefix}
	s.compile(r)
	if s.model == nil || r.HasErrors() {
		return nil
	}
	s.states.New = func() any { return s.model.NewState() }
	return s
}

// compile makes the model: facts come in, and the criteria read them.
func (s *Standard) compile(r *diag.Reporter) {
	b := rule.NewBuilder(r)
	s.inputs = vocabulary.Inputs()
	if s.person != nil {
		s.inputs = slices.Concat(s.person.Inputs(s.prefix), s.inputs)
	}
	for _, in := range s.inputs {
		b.Input(in)
	}
	all := s.definition.Criteria
	slots := policy.Declare(all, "/criteria", b)
	parts := make([]derived.Parts, len(all))
	for i, c := range all {
		parts[i] = derived.PartsOf(c, fmt.Sprintf("/criteria/%d", i), b)
	}
	s.criteria = policy.Compile(all, slots, "/criteria", b, r)
	if s.model = b.Build(); s.model == nil {
		return
	}
	for _, p := range parts {
		s.reads = append(s.reads, p.On(s.model))
	}
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

// Model gives the rules behind the findings, for cases, proofs and comparison of versions. Its inputs are the person facts and those of
// the Vocabulary; its outputs are the criteria.
func (s *Standard) Model() *rule.Model { return s.model }

// Codes gives what a step, an offer status or a heading is called in terminologies; none where the document has no code for it.
func (s *Standard) Codes(of string) []Code {
	var found []Code
	for _, c := range s.definition.Codes {
		if c.For == of {
			found = append(found, c)
		}
	}
	return found
}
