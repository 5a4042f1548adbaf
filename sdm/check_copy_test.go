package sdm_test

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// What was entered in error has said so already, and is not held against its documents until it stands again.
func TestCheckRecordAsksNothingOfAnError(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	r := add(t, sound(t), "1", sdm.Decided{Option: "amputate"})
	for i, says := range []string{"amputate", "", "amputate"} {
		if err := lib.CheckRecord(r); (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("after %d errors: %v", i, err)
		}
		r = add(t, r, "", sdm.InError{Events: []string{r.Last().ID}, Because: "of somebody else"})
	}
}
