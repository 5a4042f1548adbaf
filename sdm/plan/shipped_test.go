package plan_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func TestShippedStandardIsSilent(t *testing.T) {
	w := shipped(t)
	for _, doc := range w.set.All(plan.Kind) {
		if list := plan.Check(w.set, doc, schemas.CheckOptions{}); len(list) > 0 {
			t.Error(list)
		}
	}
}
