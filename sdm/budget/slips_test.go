//go:build !race

// The race detector takes most of a minute for what one goroutine does alone.

package budget_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// TestCasesNoticeEverySlip holds that the worked examples of the shipped policies are worth something: a change in any rule fails one.
func TestCasesNoticeEverySlip(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	w := shipped(t)
	for _, p := range []*budget.Policy{w.law, w.local} {
		doc, err := w.set.Find(budget.Kind, p.ID())
		if err != nil {
			t.Fatal(err)
		}
		report := p.Examine(doc)
		t.Logf("%s: %d changes, %d killed, %d evaluations", p.ID(), report.Changes, report.Killed, report.Evaluations)
		if report.Changes < 5 || len(report.Survivors) > 0 || report.Untried > 0 {
			t.Errorf("%s: %d untried, %+v", p.ID(), report.Untried, report.Survivors)
		}
		for _, o := range report.Obligations {
			if !o.Covered && o.Person != nil {
				t.Errorf("%s: no case shows that %s, with %s", p.ID(), o.About, o.Person)
			}
		}
	}
}
