package activation_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestBadMeasures holds that every fault is found, at its line, and nothing else. `# want CODE` stands on the line.
func TestBadMeasures(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	var shown []string
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			set, doc := setOf(t, file)
			list := activation.Check(set, doc, schemas.CheckOptions{})
			var got, want []string
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Hint == "" {
					t.Errorf("%s does not say how to mend it: %s", d.Code, d.Message())
				}
			}
			for i, line := range strings.Split(string(doc.Source()), "\n") {
				if _, codes, ok := strings.Cut(line, "# want "); ok {
					for code := range strings.FieldsSeq(codes) {
						want = append(want, fmt.Sprintf("%d %s", i+1, code))
						shown = append(shown, code)
					}
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, list)
			}
			checkAgainstFromSet(t, set, doc, list)
		})
	}
	for _, info := range diag.Codes() {
		if strings.HasPrefix(string(info.Code), "activation-") && !slices.Contains(shown, string(info.Code)) {
			t.Errorf("no file shows %s", info.Code)
		}
	}
}

// checkAgainstFromSet holds that services hear the errors that authors hear.
func checkAgainstFromSet(t *testing.T, set *schemas.Set, doc *schemas.Document, list diag.List) {
	t.Helper()
	m, err := activation.FromSet(set, doc.Ref())
	want := list.Only(diag.Error)
	if err == nil {
		if len(want) > 0 || m == nil {
			t.Errorf("FromSet takes what Check refuses: %v", want)
		}
		return
	}
	var got diag.List
	if !errors.As(err, &got) || got.Error() != want.Error() {
		t.Errorf("Check says\n%v\nFromSet says\n%v", want, err)
	}
}

func TestGoodMeasuresAreSilent(t *testing.T) {
	set, _ := setOf(t, "../examples/measures/pam-prescored.yaml")
	for _, doc := range set.All(activation.Kind) {
		if list := activation.Check(set, doc, schemas.CheckOptions{AsOf: on("2026-11-21")}); len(list) > 0 {
			t.Errorf("%s: %v", doc.File(), list)
		}
	}
}

func TestReviewsFallDue(t *testing.T) {
	set, doc := setOf(t, "../examples/measures/pam-prescored.yaml")
	list := activation.Check(set, doc, schemas.CheckOptions{AsOf: on("2028-11-22")})
	if len(list) != 1 || list[0].Code != "header-review-due" {
		t.Errorf("%v", list)
	}
}

func TestWhatCannotBeFound(t *testing.T) {
	set, doc := setOf(t)
	if _, err := activation.FromSet(set, "nobody"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("an unknown measure gives %v", err)
	}
	if list := activation.Check(set, doc, schemas.CheckOptions{}); !list.HasErrors() {
		t.Error("a questionnaire passes for a measure")
	}
	src, err := os.ReadFile("testdata/confidence.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if m, err := activation.Load("confidence.yaml", src); err == nil || m != nil {
		t.Errorf("Load takes a measure without its questionnaire: %v", err)
	}
	if m, err := activation.Load("empty.yaml", nil); err == nil || m != nil {
		t.Errorf("Load takes nothing at all: %v", err)
	}
}

func TestCompile(t *testing.T) {
	read := fromSet(t, "confidence")
	m, err := activation.Compile(*read.Definition(), read.Questionnaire())
	if err != nil {
		t.Fatal(err)
	}
	if m.Digest() != read.Digest() {
		t.Errorf("the digest is %s from code and %s from a file", m.Digest(), read.Digest())
	}
	if m, err := activation.Compile(*read.Definition(), nil); err == nil || m != nil {
		t.Errorf("a measure without its questionnaire gives %v", err)
	}
	if m, err := activation.Compile(activation.Definition{}, nil); err == nil || m != nil {
		t.Errorf("an empty definition gives %v", err)
	}
}

func TestSchemaNamesWhatTheStructsName(t *testing.T) {
	for _, difference := range schemas.Mismatches(activation.Kind, activation.Definition{}) {
		t.Error(difference)
	}
}
