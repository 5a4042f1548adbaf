package policy_test

import (
	"os"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// TestShippedPoliciesAreSilent checks the examples that people can use, with the person facts that they use.
func TestShippedPoliciesAreSilent(t *testing.T) {
	var docs []*schemas.Document
	for _, name := range []string{"person-facts", "policies/nhs-choice-england"} {
		file := "../../examples/" + name + ".yaml"
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, list := schemas.Parse(file, src)
		if len(list) > 0 {
			t.Error(list)
		}
		docs = append(docs, doc)
	}
	set, list := schemas.NewSet(docs...)
	if len(list) > 0 {
		t.Fatal(list)
	}
	for _, doc := range docs[1:] {
		if list := policy.Check(set, doc, schemas.CheckOptions{AsOf: today}); len(list) > 0 {
			t.Error(list)
		}
	}
}
