package sdm_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
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

// In a copy nobody can say which document is meant by what is withheld from it.
func TestACopyIsHeldToNoOtherDocument(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	whole := connected(t, "loneliness", "moon", "millbrook@1.0.0", community.FollowedUp{Says: "x", Service: "moon"})
	hidden := whole.Events()[3].ID
	copied := add(t, whole, "", sdm.SeenBy{Events: []string{hidden}, Audience: sdm.Audience{Only: []string{"family"}}}).For("gp_practice")
	if err := lib.CheckRecord(copied); !errors.Is(err, sdm.ErrNotChecked) || strings.Contains(err.Error(), "fennbridge") || !strings.Contains(err.Error(), `this copy shows no connection with "moon"`) {
		t.Errorf("error %v", err)
	}
}
