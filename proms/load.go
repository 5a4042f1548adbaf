package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
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
func Compile(def Definition) (*Questionnaire, error) { return CompileWith(def, nil) }

// CompileWith is Compile for a definition whose rules or norms read the facts of a person, as person.NAME. A site that has norms
// of its own puts them into a copy of a Definition and compiles that.
func CompileWith(def Definition, who *person.Vocabulary) (*Questionnaire, error) {
	return schemas.Compile(func(r *diag.Reporter) *Questionnaire {
		return examine(&def, sources{facts: who, prefix: "person."}, day.Day{}, nil, r)
	})
}

// Check gives every diagnostic of one document of a set, warnings and notes too. Load and FromSet find the same errors.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// build reads a document and examines what it says.
func build(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Questionnaire {
	def := &Definition{}
	schemas.Open(doc, def, r)
	if doc.Translation() == nil {
		checkText(def, r)
	}
	checkWordless(def, doc.Translation(), r)
	q := examine(def, sourcesOf(set, doc, r), options.AsOf, doc, r)
	if options.Deep && q != nil && !r.HasErrors() {
		q.deepen(doc, cases.DeepBudget, r)
	}
	return q
}

// examine is the one way from a definition to a questionnaire: for services, for authors and for definitions built in code.
// It gives nil where the rules cannot be run.
func examine(def *Definition, from sources, asOf day.Day, places diag.Locator, r *diag.Reporter) *Questionnaire {
	schemas.CheckHeader(def.Header, *def, asOf, r)
	q := compile(def, from, r)
	if q == nil {
		return nil
	}
	q.digest = schemas.Digest(def)
	cases.Run(q.model, asInputs(q.sheet, def.Cases), "/cases", r, q.explainOutput)
	cases.Check(q.model, q.promises(), cases.Budget, r)
	q.examineAlternatives(places, r)
	return q
}
