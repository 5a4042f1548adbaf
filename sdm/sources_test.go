package sdm

import (
	"slices"
	"strings"
	"testing"
)

// Every source says what was read of it, and one that was not verified says so wherever it is cited.
func TestSourcesSayWhatWasRead(t *testing.T) {
	var ids []string
	for _, s := range Sources() {
		if blank(s.ID) || blank(s.Title) || blank(s.Read) || blank(s.For) || !strings.HasPrefix(s.URL, "https://") || slices.Contains(ids, s.ID) {
			t.Errorf("%+v lacks something, or its id is taken", s)
		}
		if said := strings.Contains(s.String(), "not verified"); said == s.Verified {
			t.Errorf("%q is verified: %v", s, s.Verified)
		}
		ids = append(ids, s.ID)
	}
}
