package budget_test

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
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// TestBadPolicies holds that every fault is found, at its line, with a remedy, and nothing else; and that services hear the errors that
// authors hear. `# want CODE` stands on the line.
func TestBadPolicies(t *testing.T) {
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
			list = append(more, budget.Check(set, doc, schemas.CheckOptions{})...)
			var got, want []string
			for _, d := range list.Only(diag.Error) {
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
			_, err := budget.Load(file, src)
			var errs diag.List
			if wanted := list.Only(diag.Error); !errors.As(err, &errs) || errs.Error() != wanted.Error() {
				t.Errorf("Load says %v\nCheck says %v", err, wanted)
			}
		})
	}
	for _, info := range diag.Codes() {
		if info.Code.Family() == "budget" && !slices.Contains(shown, string(info.Code)) {
			t.Errorf("no file shows %s", info.Code)
		}
	}
}

func TestWhatCannotBeMade(t *testing.T) {
	w := shipped(t)
	if _, err := budget.FromSet(w.set, "nobody"); !errors.Is(err, schemas.ErrNotFound) {
		t.Errorf("an unknown policy gives %v", err)
	}
	if list := budget.Check(w.set, w.set.All(person.Kind)[0], schemas.CheckOptions{}); !list.HasErrors() {
		t.Error("person facts pass for a policy")
	}
	made, err := budget.Compile(*w.law.Definition(), w.people)
	if err != nil || made.Digest() != w.law.Digest() || made.Title() != w.law.Title() || made.Version() != w.law.Version() || made.ID() != w.law.ID() {
		t.Errorf("built in code: %v", err)
	}
	for name, def := range map[string]budget.Definition{
		"of an empty criterion": {Criteria: make([]policy.Criterion, 1)},
		"of empty lists":        {Bases: make([]budget.Basis, 2), Categories: make([]budget.Category, 2), Reviews: &budget.Reviews{}, Surplus: &budget.Weeks{}, Contingency: &budget.Weeks{}},
	} {
		if p, err := budget.Compile(def, nil); err == nil || p != nil {
			t.Errorf("a policy %s gives %v", name, err)
		}
	}
}

func TestSchemaNamesWhatTheStructsName(t *testing.T) {
	for _, difference := range schemas.Mismatches(budget.Kind, budget.Definition{}) {
		t.Error(difference)
	}
}

// TestCasesNoticeEverySlip holds that the worked examples of the shipped policies are worth something: a change in any rule fails one.
func TestCasesNoticeEverySlip(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	w := shipped(t)
	for _, p := range []*budget.Policy{w.law, w.local} {
		doc, err := w.set.Find(budget.Kind, p.ID())
		if err != nil {
			t.Fatal(err)
		}
		report := p.Examine(doc)
		t.Logf("%s: %d changes, %d killed, %d evaluations", p.ID(), report.Changes, report.Killed, report.Evaluations)
		if report.Changes < 5 || len(report.Survivors) > 0 || report.Untried > 0 {
			t.Errorf("%s: %d untried, %+v", p.ID(), report.Untried, report.Survivors)
		}
		for _, o := range report.Obligations {
			if !o.Covered && o.Person != nil {
				t.Errorf("%s: no case shows that %s, with %s", p.ID(), o.About, o.Person)
			}
		}
	}
}

// FuzzLoad holds that no document makes the package panic, and that what loads can be asked about a budget and about none.
func FuzzLoad(f *testing.F) {
	files, _ := filepath.Glob("testdata/bad/*.yaml")
	for _, file := range append(files, examples+"budgets/northridge-icb-budgets.yaml") {
		f.Add(read(f, file))
	}
	s := must(f, begun()...)
	f.Fuzz(func(t *testing.T, src []byte) {
		p, err := budget.Load("fuzz.yaml", src)
		if (p == nil) == (err == nil) {
			t.Fatalf("a policy and an error: %v", err)
		}
		if err != nil {
			return
		}
		for _, state := range []*budget.State{s, nil} {
			given := budget.Given{State: state, AsOf: on("2026-11-22")}
			p.Findings(given)
			p.Line(given, agreed().Lines[0])
			p.ReviewDue(state, given.AsOf)
		}
		if _, err := p.Decision(budget.Given{State: s}, "e3"); err != nil {
			t.Error(err)
		}
		for _, step := range everyStep() {
			_ = budget.CheckStep(step, p)
		}
	})
}
