package standard_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// ofAids are the codes that a report gives to the author of an aid; TestWarnings shows them.
var ofAids = []diag.Code{"standard-not-met", "standard-unknown", "standard-doubt"}

// TestBadStandards holds the files of testdata/bad to what they say of themselves.
func TestBadStandards(t *testing.T) {
	kind := kindtest.Kind[standard.Standard]{
		Check: standard.Check, Load: standard.Load, FromSet: standard.FromSet, Family: "standard", Elsewhere: ofAids,
	}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
}

func TestWhatCannotBeMade(t *testing.T) {
	if _, err := standard.FromSet(shipped(t), "nobody"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("an unknown standard gives %v", err)
	}
	other := shipped(t).All(decisionaid.Kind)[0]
	if list := standard.Check(shipped(t), other, schemas.CheckOptions{}); !list.HasErrors() {
		t.Error("an aid passes for a standard")
	}
	made, err := standard.Compile(*ready(t, "ipdas-v4").Definition())
	if err != nil || made.Digest() != ready(t, "ipdas-v4").Digest() {
		t.Errorf("built in code: %v", err)
	}
	for name, def := range map[string]standard.Definition{
		"of nothing":           {},
		"of an empty part":     {Criteria: make([]standard.Criterion, 1), Sections: make([]standard.Section, 1), Attested: make([]standard.AttestedFact, 1)},
		"that reads no fact":   {Sections: []standard.Section{{ID: "a"}}, Criteria: []standard.Criterion{{Criterion: policy.Criterion{ID: "x", Kind: "a", When: "true", Basis: "local"}, How: standard.Derived}}},
		"with a doubt of none": {Sections: []standard.Section{{ID: "a"}}, Criteria: []standard.Criterion{{Criterion: policy.Criterion{ID: "x", Kind: "a", When: "aid.tests", Basis: "local"}, How: standard.Derived, Doubts: make([]policy.Exception, 1)}}},
	} {
		if s, err := standard.Compile(def); err == nil || s != nil {
			t.Errorf("a standard %s gives %v", name, err)
		}
	}
}

func TestSchemaNamesWhatTheStructsName(t *testing.T) {
	for _, difference := range schemas.Mismatches(standard.Kind, standard.Definition{}) {
		t.Error(difference)
	}
}

// FuzzLoad holds that no document makes the package panic, and that what loads can report on an aid and on none.
func FuzzLoad(f *testing.F) {
	files, _ := filepath.Glob("testdata/bad/*.yaml")
	for _, file := range append(files, examples+"standards/his-checklist.yaml") {
		f.Add(read(f, file))
	}
	facts := standard.FactsOf(aid(f, "hip-osteoarthritis"), today)
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := standard.Load("fuzz.yaml", src)
		if (s == nil) == (err == nil) {
			t.Fatalf("a standard and an error: %v", err)
		}
		if err != nil {
			return
		}
		for _, of := range []standard.Facts{facts, {}} {
			r := s.Report(of, nil)
			r.Warnings(nil)
			for _, found := range r.Findings {
				if found.State == policy.Met && found.How != standard.Derived && found.DecidedBy == "" {
					t.Errorf("%s is %s, and met while nobody vouches", found.ID, found.How)
				}
			}
			if r.Text() == "" {
				t.Error("no words")
			}
		}
	})
}
