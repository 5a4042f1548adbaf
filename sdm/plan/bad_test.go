package plan_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// TestBadStandards holds the files of testdata/bad to what they say of themselves.
func TestBadStandards(t *testing.T) {
	kind := kindtest.Kind[plan.Standard]{Check: plan.Check, Load: plan.Load, FromSet: plan.FromSet, Family: "plan"}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
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
