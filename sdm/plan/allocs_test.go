//go:build !race

package plan_test

import (
	"fmt"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// TestAGoodStepCostsLittle holds that places are put into words only for what is at fault, and that a step costs the same however long the
// plan is.
func TestAGoodStepCostsLittle(t *testing.T) {
	var good plan.Step = plan.Agreed{Version: whole()}
	if n := testing.AllocsPerRun(100, func() {
		if err := good.Check(); err != nil {
			t.Fatal(err)
		}
	}); n > 12 {
		t.Errorf("to check a good version takes %v allocations", n)
	}
	cost := func(steps int) float64 {
		s := after(t, small(steps)...)
		next := 0
		return testing.AllocsPerRun(50, func() {
			next++
			if err := s.Apply(fmt.Sprint("n", next), today, plan.Reached{Stage: "act"}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if short, long := cost(10), cost(5000); long > short+2 {
		t.Errorf("a step costs %v allocations after 10 steps and %v after 5,000", short, long)
	}
}

// small is many small steps.
func small(n int) (all []event) {
	for i := range n {
		all = append(all, event{fmt.Sprint("s", i), "2026-01-01", plan.Reached{Stage: "act"}})
	}
	return all
}
