package proms

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
)

// TestSyntheticBankIsSilent holds that the shipped example of an item bank gives no diagnostic of any kind, and that its cases
// notice every change of a rule or threshold that matters to anybody.
func TestSyntheticBankIsSilent(t *testing.T) {
	t.Parallel()
	doc, _ := schemas.Parse("synthetic-bank.yaml", source(t, "synthetic-bank"))
	set, list := schemas.NewSet(doc)
	for _, d := range append(list, Check(set, doc, schemas.CheckOptions{AsOf: on(t, "2026-11-21")})...) {
		t.Error(d)
	}
	if hurried() {
		return
	}
	if report, err := Deep(set, doc, cases.DeepBudget); err != nil || report.Changes == 0 || len(report.Survivors) > 0 || report.Untried > 0 {
		t.Errorf("%+v, %v", report, err)
	}
}
