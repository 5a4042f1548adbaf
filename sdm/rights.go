package sdm

import (
	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// rightsFromSet makes a document of rights ready with what the measures that it uses bring to its rules.
func rightsFromSet(set *schemas.Set, ref string) (*policy.Policy, error) {
	doc, err := set.Find(policy.KindChoiceRights, ref)
	if err != nil {
		return nil, err
	}
	return choice.FromSet(set, ref, usesOf(set, doc)...)
}

// checkRights checks a document of rights in the same way.
func checkRights(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return choice.Check(set, doc, options, usesOf(set, doc)...)
}

// usesOf gives what the activation measures that a document uses bring.
func usesOf(set *schemas.Set, doc *schemas.Document) []policy.Use {
	_, uses := activation.UsedBy(set, doc)
	return uses
}
