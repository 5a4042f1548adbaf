package plan_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// TestBadStandards holds that every fault is found, at its line, with a remedy, and nothing else; and that services hear the errors that authors
// hear. `# want CODE` stands on the line.
func TestBadStandards(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	var shown []string
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src := read(t, file)
			doc, list := schemas.Parse(file, src)
			if doc == nil {
				t.Fatal(list)
			}
			set, more := schemas.NewSet(doc)
			list = append(more, plan.Check(set, doc, schemas.CheckOptions{})...)
			var got, want []string
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Hint == "" {
					t.Errorf("%s does not say how to mend it: %s", d.Code, d.Message())
				}
			}
			for i, line := range strings.Split(string(src), "\n") {
				if _, codes, ok := strings.Cut(line, "# want "); ok {
					for code := range strings.FieldsSeq(codes) {
						want, shown = append(want, fmt.Sprintf("%d %s", i+1, code)), append(shown, code)
					}
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, list)
			}
			_, err := plan.Load(file, src)
			var errs diag.List
			if wanted := list.Only(diag.Error); (err == nil) != (len(wanted) == 0) || errors.As(err, &errs) && errs.Error() != wanted.Error() {
				t.Errorf("Load says %v\nCheck says %v", err, wanted)
			}
		})
	}
	for _, info := range diag.Codes() {
		if info.Code.Family() == "plan" && !slices.Contains(shown, string(info.Code)) {
			t.Errorf("no file shows %s", info.Code)
		}
	}
}

func TestWhatCannotBeMade(t *testing.T) {
	w := shipped(t)
	if _, err := plan.FromSet(w.set, "nobody"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("an unknown standard gives %v", err)
	}
	if list := plan.Check(w.set, w.set.All(person.Kind)[0], schemas.CheckOptions{}); !list.HasErrors() {
		t.Error("facts of a person pass for a plan standard")
	}
	made, err := plan.Compile(*w.standard.Definition(), w.people)
	if err != nil || made.Digest() != w.standard.Digest() {
		t.Errorf("built in code: %v", err)
	}
	for name, def := range map[string]plan.Definition{
		"of nothing":     {},
		"of empty parts": {Sections: make([]plan.Section, 1), Stages: make([]plan.Stage, 2), Codes: make([]plan.Code, 1), ValidFor: &plan.ValidFor{}},
	} {
		if s, err := plan.Compile(def, nil); err == nil || s != nil {
			t.Errorf("a standard %s gives %v", name, err)
		}
	}
}

func TestSchemaNamesWhatTheStructsName(t *testing.T) {
	for _, difference := range schemas.Mismatches(plan.Kind, plan.Definition{}) {
		t.Error(difference)
	}
}

// FuzzLoad holds that no document makes the package panic, and that what loads can judge, date and write out a plan.
func FuzzLoad(f *testing.F) {
	files, _ := filepath.Glob("testdata/bad/*.yaml")
	for _, file := range files {
		f.Add(read(f, file))
	}
	f.Add(read(f, examples+"plans/personalised-plan-england.yaml"))
	s := after(f, steps()...)
	f.Fuzz(func(t *testing.T, src []byte) {
		standard, err := plan.Load("fuzz.yaml", src)
		if (standard == nil) == (err == nil) {
			t.Fatalf("a standard and an error: %v", err)
		}
		if err != nil {
			return
		}
		standard.Report(plan.FactsOf(s, today), person.Facts{})
		standard.Report(plan.Facts{}, person.Facts{})
		standard.Currency(s, today)
		standard.Stages(s)
		if e, ok := standard.Export(s, plan.ForPerson); !ok || e.Page("Plan").WriteMarkdown(discard{}) != nil {
			t.Fatal("it cannot write a plan out")
		}
	})
}
