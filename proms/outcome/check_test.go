package outcome_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/outcome"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestBadSets holds the files of testdata/bad to what they say of themselves, beside the questionnaires that they use.
func TestBadSets(t *testing.T) {
	set, _ := setOf(t, "testdata/faulty.yaml")
	kind := kindtest.Kind[outcome.Set]{Check: outcome.Check, FromSet: outcome.FromSet, With: set.All(""), Family: "outcome"}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
}

func TestShippedSetIsSilent(t *testing.T) {
	set, doc := setOf(t, therapy)
	on := func(text string) schemas.CheckOptions {
		asOf, err := day.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return schemas.CheckOptions{AsOf: asOf}
	}
	if list := outcome.Check(set, doc, on("2026-11-21")); len(list) > 0 {
		t.Error(list)
	}
	if list := outcome.Check(set, doc, on("2027-11-22")); len(list) != 1 || list[0].Code != "header-review-due" {
		t.Error(list)
	}
}

func TestWhatCannotBeFound(t *testing.T) {
	set, _ := setOf(t, therapy)
	if _, err := outcome.FromSet(set, "nobody"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("an unknown set gives %v", err)
	}
	if list := outcome.Check(set, set.All(proms.Kind)[0], schemas.CheckOptions{}); !list.HasErrors() {
		t.Error("a questionnaire passes for an outcome set")
	}
}

func TestCompile(t *testing.T) {
	read := talking(t)
	q := read.Questionnaires()
	used := map[string]*proms.Questionnaire{"depression": q[0], "anxiety": q[1]}
	s, err := outcome.Compile(*read.Definition(), used)
	if err != nil {
		t.Fatal(err)
	}
	if s.Digest() != read.Digest() || s.ID() != "nhs-talking-therapies" || s.Version() != "1.0.0" || s.Title() == "" {
		t.Errorf("%s %s %s %q", s.ID(), s.Version(), s.Digest(), s.Title())
	}
	for name, c := range map[string]struct {
		def  outcome.Definition
		used map[string]*proms.Questionnaire
	}{
		"without questionnaires":   {*read.Definition(), nil},
		"of nothing":               {outcome.Definition{}, used},
		"with a measure of no id":  {outcome.Definition{Measures: []outcome.Measure{{Score: "depression.total"}}}, used},
		"with a measure of no use": {outcome.Definition{Measures: []outcome.Measure{{ID: "phq"}}}, used},
	} {
		if s, err := outcome.Compile(c.def, c.used); err == nil || s != nil {
			t.Errorf("a set %s gives %v", name, err)
		}
	}
}

// TestModelIsTheSameEachTime holds that nothing of the model depends on the order of a map.
func TestModelIsTheSameEachTime(t *testing.T) {
	read := talking(t)
	q := read.Questionnaires()
	names := func(s *outcome.Set) (all []string) {
		for i := range 40 {
			all = append(all, s.Model().Name(rule.Slot(i)))
		}
		return all
	}
	for range 5 {
		s, err := outcome.Compile(*read.Definition(), map[string]*proms.Questionnaire{"depression": q[0], "anxiety": q[1]})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(names(read), names(s)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestSchemaNamesWhatTheStructsName(t *testing.T) {
	for _, difference := range schemas.Mismatches(outcome.Kind, outcome.Definition{}) {
		t.Error(difference)
	}
}

// FuzzSet holds that no document can break the reader, and that what it takes can be used.
func FuzzSet(f *testing.F) {
	set, doc := setOf(f, therapy)
	f.Add(doc.Source())
	questionnaires := set.All(proms.Kind)
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, _ := schemas.Parse("fuzz.yaml", src)
		if doc == nil || doc.Kind() != outcome.Kind {
			return
		}
		all, _ := schemas.NewSet(append(slices.Clone(questionnaires), doc)...)
		outcome.Check(all, doc, schemas.CheckOptions{})
		s, err := outcome.FromSet(all, doc.Ref())
		if (s == nil) == (err == nil) {
			t.Fatalf("a set and an error: %v", err)
		}
		if err == nil {
			s.Evaluate(nil, nil)
		}
	})
}
