package sdm

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// policyFromSet makes a policy ready with what the documents that it uses bring to its rules.
func policyFromSet(set *schemas.Set, ref string) (*policy.Policy, error) {
	for _, kind := range policy.Kinds {
		for _, doc := range set.All(kind) {
			if doc.Ref() == ref {
				return policy.FromSetUsing(set, kind, ref, usesOf(set, doc)...)
			}
		}
	}
	return policy.FromSet(set, ref)
}

// checkPolicy checks a policy with what the documents that it uses bring to its rules.
func checkPolicy(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	if doc.Kind() == policy.KindChoiceRights {
		return choice.Check(set, doc, options, usesOf(set, doc)...)
	}
	return policy.CheckUsing(set, doc, options, usesOf(set, doc)...)
}

// usesOf gives what the activation measures that a document uses bring. A measure with faults brings nothing; its own faults
// are told elsewhere.
func usesOf(set *schemas.Set, doc *schemas.Document) []policy.Use {
	var uses []policy.Use
	used := set.Uses(doc)
	for _, name := range slices.Sorted(maps.Keys(used)) {
		if used[name].Kind() != activation.Kind {
			continue
		}
		if measure, err := activation.FromSet(set, used[name].Ref()); err == nil {
			uses = append(uses, measure.Use(name+"."))
		}
	}
	return uses
}
