package decisionaid_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
)

// TestBadFiles holds the files of testdata/bad to what they say of themselves, and that there is one that is named after each code.
func TestBadFiles(t *testing.T) {
	kind := kindtest.Kind[decisionaid.Aid]{Check: decisionaid.Check, Load: decisionaid.Load, FromSet: decisionaid.FromSet, Family: "aid"}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
	for _, info := range diag.Codes() {
		if _, err := os.Stat("testdata/bad/" + string(info.Code) + ".yaml"); info.Code.Family() == "aid" && err != nil {
			t.Errorf("no file shows %s", info.Code)
		}
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
	f.Add([]byte("kind: >"))
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
