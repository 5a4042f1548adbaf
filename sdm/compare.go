package sdm

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/outcome"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// CompareFS compares a document of one folder of definitions with the version of it in an older one, whatever its kind. ref
// names it in the newer folder, as in hip-osteoarthritis. The error is a diag.List with every fault of reading the folders
// or making the document ready, or wraps schemas.ErrNotFound or schemas.ErrAmbiguous.
func CompareFS(before, after fs.FS, ref string) (cases.Diff, error) {
	older, faults := schemas.ReadFS(before)
	newer, more := schemas.ReadFS(after)
	if err := append(faults, more...).Err(); err != nil {
		return cases.Diff{}, err
	}
	doc, err := newer.Find("", ref)
	if err != nil {
		return cases.Diff{}, err
	}
	return Compare(older, newer, doc)
}

// Compare compares a document of the set after with the version of it in the set before: the same version where it is there,
// else the newest with the same major number, else the newest. The error wraps schemas.ErrNotFound where before has none, or
// is a diag.List with what keeps either from being made ready.
//
// Aids and policies are compared at every place where a rule of theirs changes its mind, and say their results in words for
// people. Of other kinds Diff.Everybody is always false. Of kinds that work nothing out, such as person facts, only the
// documents are compared.
func Compare(before, after *schemas.Set, doc *schemas.Document) (cases.Diff, error) {
	old := predecessor(before, doc)
	if old == nil {
		return cases.Diff{}, fmt.Errorf("sdm: no other version of the %s %s to compare with: %w", doc.Kind(), doc.ID(), schemas.ErrNotFound)
	}
	was, err := edition(before, old)
	if err != nil {
		return cases.Diff{}, err
	}
	is, err := edition(after, doc)
	if err != nil {
		return cases.Diff{}, err
	}
	d := cases.Compare(was, is, cases.DiffBudget)
	if is.Wording == nil {
		d.Everybody = false // The kind does not tell where its rules change their minds, so it is no proof.
	}
	return d, nil
}

// predecessor finds the version to compare a document with; nil where there is none.
func predecessor(set *schemas.Set, doc *schemas.Document) *schemas.Document {
	major, _, _ := strings.Cut(doc.Version(), ".")
	for _, ref := range []string{doc.Ref(), doc.ID() + "@" + major} {
		if found, err := set.Find(doc.Kind(), ref); err == nil {
			return found
		}
	}
	var newest *schemas.Document
	for _, other := range set.All(doc.Kind()) {
		if other.ID() == doc.ID() {
			newest = other // All gives them by version.
		}
	}
	return newest
}

// edition makes a document ready to be compared.
func edition(set *schemas.Set, doc *schemas.Document) (cases.Edition, error) {
	if ready, ok := editions[doc.Kind()]; ok {
		return ready(set, doc)
	}
	return cases.Edition{Document: doc}, nil
}

// editions says who makes the documents of each kind ready to be compared.
var editions = map[string]func(*schemas.Set, *schemas.Document) (cases.Edition, error){
	decisionaid.Kind:        decisionaid.Edition,
	policy.KindChoiceRights: criteria,
	support.Kind:            criteria,
	proms.Kind:              modelled(proms.FromSet),
	outcome.Kind:            modelled(outcome.FromSet),
	activation.Kind:         modelled(activation.FromSet),
	standard.Kind:           modelled(standard.FromSet),
	plan.Kind:               modelled(plan.FromSet),
	budget.Kind:             modelled(budget.FromSet),
}

// criteria makes the edition of a document that consists of criteria.
func criteria(set *schemas.Set, doc *schemas.Document) (cases.Edition, error) {
	return policy.Edition(set, doc, usesOf(set, doc)...)
}

// modelled makes the editions of a kind that says its results by their names.
func modelled[T interface{ Model() *rule.Model }](fromSet func(*schemas.Set, string) (T, error)) func(*schemas.Set, *schemas.Document) (cases.Edition, error) {
	return func(set *schemas.Set, doc *schemas.Document) (cases.Edition, error) {
		made, err := fromSet(set, doc.Ref())
		if err != nil {
			return cases.Edition{}, err
		}
		return cases.Edition{Document: doc, Model: made.Model()}, nil
	}
}
