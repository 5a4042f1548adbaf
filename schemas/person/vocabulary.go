package person

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Vocabulary is what can be known of a person, made ready. It is immutable and safe for concurrent use.
type Vocabulary struct {
	definition Definition
	digest     string
	sheet      *question.Sheet
}

// FromSet makes the vocabulary of a document of kind person-facts ready. ref is an id, or an id with a version as in
// person-facts@1. The error is schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault. A set gives the same
// Vocabulary to everybody.
func FromSet(set *schemas.Set, ref string) (*Vocabulary, error) {
	doc, err := set.Find(Kind, ref)
	if err != nil {
		return nil, err
	}
	v, faults := schemas.Shared(set, doc, build)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return v, nil
}

// Load makes a single document ready. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Vocabulary, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Check gives every diagnostic of one document of a set, warnings and notes too.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// build reads a document and makes it ready. After faults it holds the questions that have none.
func build(_ *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Vocabulary {
	v := &Vocabulary{}
	schemas.Open(doc, &v.definition, r)
	schemas.CheckHeader(v.definition.Header, v.definition, options.AsOf, r)
	v.sheet = question.NewSheet(question.Source{
		Document: v.definition.ID, Questions: v.definition.Facts, QuestionsAt: "/facts",
		Sets: v.definition.Answers, SetsAt: "/answers",
		Absent: rule.NotSupplied,
	}, r)
	b := rule.NewBuilder(r) // says which ids no rule could name
	for _, in := range v.sheet.Inputs("") {
		b.Input(in)
	}
	v.digest = schemas.Digest(v.definition)
	return v
}

// Definition gives the document as its author wrote it. It must not be changed.
func (v *Vocabulary) Definition() Definition { return v.definition }

// ID names the document.
func (v *Vocabulary) ID() string { return v.definition.ID }

// Version is its semantic version.
func (v *Vocabulary) Version() string { return v.definition.Version }

// Digest is the SHA-256 of its canonical form, so that a result can be replayed.
func (v *Vocabulary) Digest() string { return v.digest }

// Sheet gives the questions behind the facts.
func (v *Vocabulary) Sheet() *question.Sheet { return v.sheet }

// Inputs gives the facts as inputs of a rule model, under the prefix by which a document uses them, such as "person.".
func (v *Vocabulary) Inputs(prefix string) []rule.Input { return v.sheet.Inputs(prefix) }
