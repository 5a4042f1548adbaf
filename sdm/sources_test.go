package sdm

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Every source says what was read of it, and one that was not verified says so wherever it is cited.
func TestSourcesSayWhatWasRead(t *testing.T) {
	var ids []string
	for _, s := range Sources() {
		if fault.Blank(s.ID) || fault.Blank(s.Title) || fault.Blank(s.Read) || fault.Blank(s.For) || !strings.HasPrefix(s.URL, "https://") || slices.Contains(ids, s.ID) {
			t.Errorf("%+v lacks something, or its id is taken", s)
		}
		if said := strings.Contains(s.String(), "not verified"); said == s.Verified {
			t.Errorf("%q is verified: %v", s, s.Verified)
		}
		ids = append(ids, s.ID)
	}
}
