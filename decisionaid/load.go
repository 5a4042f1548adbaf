package decisionaid

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
)

// FromSet makes an aid of a set ready, with the person facts that it uses. ref is an id, or an id with a version as in
// hip-osteoarthritis@1. The error is schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Aid, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready that uses no other. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Aid, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Compile makes a definition that was built in code ready. who is the vocabulary that it uses, or nil. The error is a
// diag.List whose diagnostics have paths but no places. The definition must not be changed afterwards.
func Compile(def Definition, who *person.Vocabulary) (*Aid, error) {
	return schemas.Compile(func(r *diag.Reporter) *Aid { return ready(&def, vocabularyOf(&def, who), schemas.CheckOptions{}, r) })
}

// Check gives every diagnostic of one aid of a set, warnings and notes too. Load and FromSet find the same errors.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// used is the vocabulary of an aid under the name by which its rules say it.
type used struct {
	prefix string
	facts  *person.Vocabulary
}

// vocabularyOf finds the name under which a definition uses a vocabulary.
func vocabularyOf(def *Definition, who *person.Vocabulary) used {
	if who == nil {
		return used{}
	}
	names := make([]string, 0, len(def.Uses))
	for name, ref := range def.Uses {
		if id, _, _ := strings.Cut(ref, "@"); id == who.ID() {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return used{}
	}
	return used{prefix: slices.Min(names) + ".", facts: who}
}

// build reads a document and makes it ready.
func build(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Aid {
	def := &Definition{}
	schemas.Open(doc, def, r)
	facts, prefix := person.Used(set, doc, r)
	return ready(def, used{prefix: prefix, facts: facts}, options, r)
}

// ready is the one way from a definition to an aid: for services, for authors and for definitions built in code. It gives
// nil where it reported an error.
func ready(def *Definition, who used, options schemas.CheckOptions, r *diag.Reporter) *Aid {
	schemas.CheckHeader(def.Header, def, options.AsOf, r)
	check(def, options.AsOf, r)
	aid := compile(def, who, r)
	if aid == nil {
		return nil
	}
	aid.digest = schemas.Digest(def)
	checkModel(aid, r)
	if r.HasErrors() {
		return nil // A case would only fail for the same reason.
	}
	cases.Run(aid.model, def.Cases, "/cases", r, aid.explain)
	return aid
}
