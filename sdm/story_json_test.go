package sdm

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// A story and the states in it are told anew from the record. As JSON they would lose what they hold without a word.
func TestAStoryIsNotWrittenAsJSON(t *testing.T) {
	s := story(t, year()...)
	for name, tc := range map[string]struct {
		is   any
		into any
		want error
	}{
		"story":     {s, &Story{}, ErrStoryJSON},
		"a story":   {&s, &Story{}, ErrStoryJSON},
		"plans":     {s.Plans, &plan.State{}, plan.ErrStateJSON},
		"community": {s.Community, &community.Referral{}, community.ErrStateJSON},
		"support":   {s.Support, &support.State{}, support.ErrStateJSON},
		"budgets":   {s.Budgets, &budget.State{}, budget.ErrStateJSON},
		"ledger":    {s.Budgets[0].State.Ledger(), &budget.Ledger{}, budget.ErrStateJSON},
	} {
		if src, err := json.Marshal(tc.is); !errors.Is(err, tc.want) {
			t.Errorf("%s: %s, %v", name, src, err)
		}
		if err := json.Unmarshal([]byte("{}"), tc.into); !errors.Is(err, tc.want) {
			t.Errorf("%s: it is read, %v", name, err)
		}
	}
}
