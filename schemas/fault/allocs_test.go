//go:build !race

package fault_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// TestNothingWrongCostsNothing holds that places are put into words only for a fault.
func TestNothingWrongCostsNothing(t *testing.T) {
	ids := []string{"a", "b", "c"}
	if n := testing.AllocsPerRun(100, func() {
		var faults fault.Faults
		for i := range 4 {
			here := fault.Item("needs", i)
			goal := here.Item("goals", 2)
			faults.Text(&goal, "text", "walk", "write it")
			fault.Word(&faults, &goal, "pace", "slow", paces)
			faults.IDs(&goal, "actions", ids)
		}
		if err := faults.Err(); err != nil {
			t.Error(err)
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
