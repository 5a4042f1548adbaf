package plan_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func TestFactsPageIsFresh(t *testing.T) {
	const file = "FACTS.md"
	if *update {
		if err := os.WriteFile(file, []byte(plan.FactsPage()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(read(t, file)), plan.FactsPage()); diff != "" {
		t.Errorf("%s is stale; write it anew with -update: %s", file, diff)
	}
}
