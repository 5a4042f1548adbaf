package budget_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// TestBadPolicies holds the files of testdata/bad to the errors that they say of themselves.
func TestBadPolicies(t *testing.T) {
	kind := kindtest.Kind[budget.Policy]{
		Check: budget.Check, Load: budget.Load, FromSet: budget.FromSet, Least: diag.Error, Family: "budget",
	}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
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
