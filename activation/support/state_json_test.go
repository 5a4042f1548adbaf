package support_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
)

// TestNothingHeldIsWrittenAsJSON holds that encoding/json refuses a value as it does a pointer to one, wherever it is held.
func TestNothingHeldIsWrittenAsJSON(t *testing.T) {
	for _, held := range []any{support.State{}, &support.State{}, struct{ Held support.State }{}} {
		if src, err := json.Marshal(held); !errors.Is(err, support.ErrStateJSON) {
			t.Errorf("%T: %s, %v", held, src, err)
		}
	}
}
