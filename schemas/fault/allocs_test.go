//go:build !race

package fault_test

import (
	"bytes"
	"encoding/json"
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

// TestDecodeCostsNoMore holds that Decode takes no more allocations than a decoder of encoding/json, however long the text is.
func TestDecodeCostsNoMore(t *testing.T) {
	below := bytes.Repeat([]byte(`,{"id":"b","weight":2}`), 200)
	for _, src := range [][]byte{[]byte(`{"id":"a"}`), append(append([]byte(`{"id":"a","below":[{}`), below...), "]}"...)} {
		plainly := testing.AllocsPerRun(50, func() {
			var v need
			d := json.NewDecoder(bytes.NewReader(src))
			d.DisallowUnknownFields()
			if err := d.Decode(&v); err != nil {
				t.Error(err)
			}
		})
		if n := testing.AllocsPerRun(50, func() {
			var v need
			if err := fault.Decode(src, &v); err != nil {
				t.Error(err)
			}
		}); n > plainly {
			t.Errorf("%v allocations, and %v without it", n, plainly)
		}
	}
}
