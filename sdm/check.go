package sdm

import (
	"io/fs"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/outcome"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// CheckFS gives every diagnostic of a folder of definitions, warnings and notes too, sorted and without repeats. What LoadFS
// calls an error is an error here, and nothing else is.
func CheckFS(fsys fs.FS, options schemas.CheckOptions) diag.List {
	set, list := schemas.ReadFS(fsys)
	for kind, check := range checks {
		for _, doc := range set.All(kind) {
			list = append(list, check(set, doc, options)...)
		}
	}
	return list.Clean()
}

// checks says who checks the documents of each kind.
var checks = map[string]func(*schemas.Set, *schemas.Document, schemas.CheckOptions) diag.List{
	person.Kind:             person.Check,
	proms.Kind:              proms.Check,
	outcome.Kind:            outcome.Check,
	activation.Kind:         activation.Check,
	support.Kind:            support.Check,
	decisionaid.Kind:        decisionaid.Check,
	standard.Kind:           standard.Check,
	policy.KindChoiceRights: checkRights,
	community.Kind:          community.Check,
	plan.Kind:               plan.Check,
	budget.Kind:             budget.Check,
	schemas.KindTranslation: schemas.CheckTranslation,
}
