package plan_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// TestNothingHeldIsWrittenAsJSON holds that encoding/json refuses a value as it does a pointer to one, wherever it is held.
func TestNothingHeldIsWrittenAsJSON(t *testing.T) {
	for _, held := range []any{plan.State{}, &plan.State{}, struct{ Held plan.State }{}} {
		if src, err := json.Marshal(held); !errors.Is(err, plan.ErrStateJSON) {
			t.Errorf("%T: %s, %v", held, src, err)
		}
	}
}
