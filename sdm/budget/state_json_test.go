package budget_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// TestNothingHeldIsWrittenAsJSON holds that encoding/json refuses a value as it does a pointer to one, wherever it is held.
func TestNothingHeldIsWrittenAsJSON(t *testing.T) {
	for _, held := range []any{budget.State{}, &budget.State{}, struct{ Held budget.State }{}, budget.Ledger{}, &budget.Ledger{}, struct{ Held budget.Ledger }{}} {
		if src, err := json.Marshal(held); !errors.Is(err, budget.ErrStateJSON) {
			t.Errorf("%T: %s, %v", held, src, err)
		}
	}
}
