//go:build !race

package budget_test

import "testing"

// TestStepsInOrderCostNothing holds that places and words are made for faults alone.
func TestStepsInOrderCostNothing(t *testing.T) {
	for _, step := range everyStep() {
		if n := testing.AllocsPerRun(100, func() {
			if err := step.Check(); err != nil {
				t.Error(err)
			}
		}); n > 0 {
			t.Errorf("%s: %v allocations", step.Kind(), n)
		}
	}
}
