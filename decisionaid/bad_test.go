package decisionaid_test

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestBadFiles holds that each file gives the codes that it says behind `# want` on their lines, and no others, each with a
// remedy, as of the day that its first line may say; that Load gives the errors among them; and that there is a file for every code of this package.
func TestBadFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range diag.Codes() {
		file := "testdata/bad/" + string(info.Code) + ".yaml"
		if info.Code.Family() == "aid" && !slices.Contains(files, filepath.FromSlash(file)) {
			t.Errorf("no file shows %s", info.Code)
		}
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src := read(t, file)
			var want, got []string
			for i, line := range strings.Split(string(src), "\n") {
				if _, code, ok := strings.Cut(line, "# want "); ok {
					want = append(want, fmt.Sprintf("%d %s", i+1, code))
				}
			}
			list := checked(t, file, src)
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Hint == "" {
					t.Errorf("no remedy: %v", d)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want %v\n%v", got, want, list)
			}
			_, err := decisionaid.Load(file, src)
			if errs := list.Only(diag.Error); (err == nil) != (len(errs) == 0) || err != nil && err.Error() != errs.Error() {
				t.Errorf("Load says %v\nCheck says %v", err, errs)
			}
		})
	}
}

func checked(t testing.TB, name string, src []byte) diag.List {
	t.Helper()
	doc, faults := schemas.Parse(name, src)
	if doc == nil {
		return faults
	}
	var options schemas.CheckOptions
	if date, ok := strings.CutPrefix(strings.SplitN(string(src), "\n", 2)[0], "# as of "); ok {
		var err error
		if options.AsOf, err = day.Parse(date); err != nil {
			t.Fatal(err)
		}
	}
	set, more := schemas.NewSet(doc)
	return append(more, decisionaid.Check(set, doc, options)...)
}

// FuzzLoad holds that no document makes the package panic, and that what loads can be personalised with nothing, put on a page,
// and weighed with nothing said.
func FuzzLoad(f *testing.F) {
	files, _ := filepath.Glob("testdata/bad/*.yaml")
	for _, file := range files {
		f.Add(read(f, file))
	}
	f.Add([]byte(whole))
	f.Fuzz(func(t *testing.T, src []byte) {
		ready, err := decisionaid.Load("fuzz.yaml", src)
		if err != nil {
			return
		}
		mine := ready.ForWith(decisionaid.Given{})
		if err := mine.Page(decisionaid.Words{}).WriteHTML(io.Discard, page.Host{}); err != nil && !errors.Is(err, page.ErrTitle) && !errors.Is(err, page.ErrLanguage) {
			t.Error(err)
		}
		_, err = mine.Values(decisionaid.Mattering{Method: values.MethodRating}, decisionaid.Weighing{Sampling: values.Sampling{Draws: values.MinDraws}})
		if err != nil && !errors.Is(err, decisionaid.ErrNoValues) && !errors.Is(err, values.ErrOption) {
			t.Error(err)
		}
		for _, o := range mine.Comparison().Outcomes {
			for _, e := range o.Estimates {
				if v, known := e.Chance.Value(); known && !(v >= 0 && v <= 1) {
					t.Errorf("%s for %s is %v", o.ID, e.Option, v)
				}
			}
		}
	})
}
