package activation

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Measure is an activation measure made ready. It is immutable and safe for concurrent use.
type Measure struct {
	definition *Definition
	digest     string
	scored     *scored
	cut        *CutPoints // the set that Assess uses
	model      *rule.Model
}

// FromSet makes a measure of a set ready, with the questionnaire that it uses. ref is an id, or an id with a version as in
// self-management-confidence@1. The error is schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Measure, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready: a measure over a supplied score, since one over a questionnaire refers to another
// document. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Measure, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Compile makes a definition that was built in code ready, over the questionnaire that its score belongs to; nil for a
// supplied score. The error is a diag.List whose diagnostics have paths but no places. The definition must not be changed
// afterwards.
func Compile(def Definition, questionnaire *proms.Questionnaire) (*Measure, error) {
	return schemas.Compile(func(r *diag.Reporter) *Measure { return ready(&def, questionnaire, schemas.CheckOptions{}, r) })
}

// Check gives every diagnostic of one document of a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// build reads a document and makes it ready.
func build(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Measure {
	def := &Definition{}
	schemas.Open(doc, def, r)
	return ready(def, questionnaireOf(def, set, doc, r), options, r)
}

// ID names the document.
func (m *Measure) ID() string { return m.definition.ID }

// Version is the version of the document.
func (m *Measure) Version() string { return m.definition.Version }

// Digest is the SHA-256 of the document's canonical form, so that an assessment can be replayed.
func (m *Measure) Digest() string { return m.digest }

// Title is the measure's name for people.
func (m *Measure) Title() string { return m.definition.Title }

// Definition gives the measure as its author wrote it. It must not be changed.
func (m *Measure) Definition() *Definition { return m.definition }

// Questionnaire gives the questionnaire that the score belongs to; nil where the score is supplied.
func (m *Measure) Questionnaire() *proms.Questionnaire { return m.scored.questionnaire }

// CutPoints gives the set that Assess uses. It must not be changed.
func (m *Measure) CutPoints() CutPoints { return *m.cut }

// ScoreType gives the range and the step of the score.
func (m *Measure) ScoreType() rule.Type { return m.scored.kind }

// Model gives the levels as a rule model, for cases, proofs and comparison of versions. Its input is score; its outputs are
// level, by the default cut points, and for each other set of cut points its id with .level behind it.
func (m *Measure) Model() *rule.Model { return m.model }

// Using gives the same measure with another set of cut points in use. The error is ErrNoCutPoints, and names those there are.
func (m *Measure) Using(id string) (*Measure, error) {
	cut := m.definition.cutPoints(id)
	if cut == nil {
		return nil, fmt.Errorf("activation: %s has no cut points %q, only %s: %w", m.ID(), id, strings.Join(m.definition.cutIDs(), ", "), ErrNoCutPoints)
	}
	other := *m
	other.cut = cut
	return &other, nil
}

func (d *Definition) cutPoints(id string) *CutPoints {
	for i := range d.CutPoints {
		if d.CutPoints[i].ID == id {
			return &d.CutPoints[i]
		}
	}
	return nil
}

func (d *Definition) cutIDs() []string {
	ids := make([]string, len(d.CutPoints))
	for i, c := range d.CutPoints {
		ids[i] = c.ID
	}
	return ids
}
