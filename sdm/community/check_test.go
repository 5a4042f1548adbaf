package community_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// ofFeeds are the codes that only ParseServices gives; TestFeedsNameWhatIsBad shows them.
var ofFeeds = []string{"directory-service-json"}

// TestBadDirectories holds that every fault is found, at its line, with a remedy, and nothing else; and that Load says what Check says without
// warnings. `# want CODE` stands on the line.
func TestBadDirectories(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	shown := slices.Clone(ofFeeds)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, list := schemas.Parse(file, src)
			set, more := schemas.NewSet(doc)
			list = append(append(list, more...), community.Check(set, doc, schemas.CheckOptions{AsOf: on("2026-11-22")})...)
			var got, want []string
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Hint == "" || strings.Contains(d.Message(), "%!") {
					t.Errorf("%s does not say how to mend it: %s", d.Code, d.Message())
				}
			}
			for i, line := range strings.Split(string(src), "\n") {
				if _, codes, ok := strings.Cut(line, "# want "); ok {
					for code := range strings.FieldsSeq(codes) {
						want = append(want, fmt.Sprintf("%d %s", i+1, code))
						shown = append(shown, code)
					}
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, list)
			}
			_, err = community.Load(file, src)
			var errs diag.List
			if wanted := list.Only(diag.Error); (err == nil) != (len(wanted) == 0) || errors.As(err, &errs) && errs.Error() != wanted.Error() {
				t.Errorf("Load says %v\nCheck says %v", err, wanted)
			}
		})
	}
	for _, info := range diag.Codes() {
		if info.Code.Family() == "directory" && !slices.Contains(shown, string(info.Code)) {
			t.Errorf("no file shows %s", info.Code)
		}
	}
}
