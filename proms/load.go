package proms

import (
	"time"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// FromSet makes a questionnaire of a set ready. ref is an id, or an id with a version as in phq-9@1. The error is
// schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Questionnaire, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Questionnaire, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Compile makes a definition that was built in code ready. The error is a diag.List whose diagnostics have paths but no
// places. The definition must not be changed afterwards.
func Compile(def Definition) (*Questionnaire, error) {
	r := diag.NewReporter(nil)
	q := examine(&def, CheckOptions{}, r)
	if err := r.List().Err(); err != nil {
		return nil, err
	}
	return q, nil
}

// CheckOptions say how hard Check looks.
type CheckOptions struct {
	// AsOf is the day as of which reviews are due; a zero time leaves out what depends on the day.
	AsOf time.Time
	// Deep tries all that can be tried, which can take seconds for a long questionnaire.
	Deep bool
}

// Check gives every diagnostic of one document of a set, warnings and notes too. Load and FromSet find the same errors.
func Check(set *schemas.Set, doc *schemas.Document, o CheckOptions) diag.List {
	r := diag.NewReporter(doc)
	if doc.CheckKind(Kind, r) {
		open(set, doc, o, r)
	}
	return r.List().Clean()
}

func build(set *schemas.Set, doc *schemas.Document, r *diag.Reporter) *Questionnaire {
	return open(set, doc, CheckOptions{}, r)
}

// open reads a document and examines what it says.
func open(_ *schemas.Set, doc *schemas.Document, o CheckOptions, r *diag.Reporter) *Questionnaire {
	def := &Definition{}
	schemas.Open(doc, def, r)
	if doc.Translation() == nil {
		checkText(def, r)
	}
	return examine(def, o, r)
}

// examine is the one way from a definition to a questionnaire: for services, for authors and for definitions built in code.
func examine(def *Definition, o CheckOptions, r *diag.Reporter) *Questionnaire {
	schemas.CheckHeader(def.Header, *def, o.AsOf, r)
	q := compile(def, r)
	if q == nil {
		return nil
	}
	q.digest = schemas.Digest(def)
	return q
}
