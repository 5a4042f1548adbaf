package community_test

import (
	"fmt"
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

// TestUnknownWordsAreToldWhereTheyStand holds that a word of a case is marked itself, and that an id is what is suggested.
func TestUnknownWordsAreToldWhereTheyStand(t *testing.T) {
	const directory = "kind: community-directory\nid: d\nversion: 1.0.0\ntitle: D\ncategories:\n  - {id: moving_more, title: moving more}\n" +
		"areas:\n  - {id: millbrook, title: Millbrook}\nservices:\n  - {id: swim, name: Swim, status: active, needs: [%s], minimum_age: 0}\n" +
		"cases:\n  - name: one\n    given: {age: 40, areas: [%s], needs: [{id: n, category: %s}]}\n    expect: {swim: fits}\n"
	for _, c := range [][4]string{
		{"moving-more", "millbrook", "moving_more", "d.yaml:10:52: the directory has no category \"moving-more\". Did you mean moving_more? [directory-unknown-word]"},
		{"moving_more", "milbrook", "moving_more", "d.yaml:13:30: the directory has no area \"milbrook\". Did you mean millbrook? [directory-case]"},
		{"moving_more", "millbrook", "lonely", "d.yaml:13:68: the directory has no category \"lonely\". Name a category of the directory, or leave the need in words [directory-case]"},
	} {
		_, err := community.Load("d.yaml", fmt.Appendf(nil, directory, c[0], c[1], c[2]))
		if err == nil || err.Error() != c[3] {
			t.Errorf("%v gives\n%v", c, err)
		}
	}
}
