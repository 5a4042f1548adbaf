package community_test

import (
	"os"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// ofFeeds are the codes that only ParseServices gives; TestFeedsNameWhatIsBad shows them.
var ofFeeds = []diag.Code{"directory-service-json"}

// TestBadDirectories holds the files of testdata/bad to what they say of themselves.
func TestBadDirectories(t *testing.T) {
	kind := kindtest.Kind[community.Directory]{
		Check: community.Check, Load: community.Load, FromSet: community.FromSet, Options: schemas.CheckOptions{AsOf: on("2026-11-22")},
		Family: "directory", Elsewhere: ofFeeds,
	}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
}
