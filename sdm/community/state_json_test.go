package community_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// TestNothingHeldIsWrittenAsJSON holds that encoding/json refuses a value as it does a pointer to one, wherever it is held.
func TestNothingHeldIsWrittenAsJSON(t *testing.T) {
	for _, held := range []any{community.Referral{}, &community.Referral{}, struct{ Held community.Referral }{}} {
		if src, err := json.Marshal(held); !errors.Is(err, community.ErrStateJSON) {
			t.Errorf("%T: %s, %v", held, src, err)
		}
	}
}
