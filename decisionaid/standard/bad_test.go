package standard_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// ofAids are the codes that a report gives to the author of an aid; TestWarnings shows them.
var ofAids = []string{"standard-not-met", "standard-unknown", "standard-doubt"}

// TestBadStandards holds that every fault is found, at its line, with a remedy, and nothing else; and that services hear the
// errors that authors hear. `# want CODE` stands on the line.
func TestBadStandards(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	shown := slices.Clone(ofAids)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src := read(t, file)
			doc, list := schemas.Parse(file, src)
			if doc == nil {
				t.Fatal(list)
			}
			set, more := schemas.NewSet(doc)
			list = append(more, standard.Check(set, doc, schemas.CheckOptions{})...)
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
						want = append(want, fmt.Sprintf("%d %s", i+1, code))
						shown = append(shown, code)
					}
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, list)
			}
			_, err := standard.Load(file, src)
			var errs diag.List
			if wanted := list.Only(diag.Error); (err == nil) != (len(wanted) == 0) || errors.As(err, &errs) && errs.Error() != wanted.Error() {
				t.Errorf("Load says %v\nCheck says %v", err, wanted)
			}
		})
	}
	for _, info := range diag.Codes() {
		if info.Code.Family() == "standard" && !slices.Contains(shown, string(info.Code)) {
			t.Errorf("no file shows %s", info.Code)
		}
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
