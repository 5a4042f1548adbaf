package plan_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// fromJSON reads a step of a kind as a record does: into a new value of its type.
func fromJSON(kind string, src []byte) (plan.Step, error) {
	for _, step := range plan.Steps() {
		if step.Kind() != kind {
			continue
		}
		into := reflect.New(reflect.TypeOf(step))
		if err := json.Unmarshal(src, into.Interface()); err != nil {
			return nil, err
		}
		return into.Elem().Interface().(plan.Step), nil
	}
	return nil, errors.New("no such kind")
}

// FuzzStep holds that no body makes the package panic, that Check and Apply agree, that what is refused changes nothing, and that what is
// taken can be written, read back, exported and judged.
func FuzzStep(f *testing.F) {
	for _, e := range steps() {
		src, err := json.Marshal(e.step)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(e.step.Kind(), src)
	}
	f.Add("plan_agreed", []byte(`{"needs":[{"goals":[{"actions":[{"stage_goals":[{}]}]}]}],"about_me":null,"shared_with":[{}]}`))
	f.Add("plan_reviewed", []byte(`{"review":"formal","goals":[{"goal":"walk","scores":["a","a"]}]}`))
	w := shipped(f)
	f.Fuzz(func(t *testing.T, kind string, src []byte) {
		step, err := fromJSON(kind, src)
		if err != nil {
			return
		}
		alone := step.Check()
		s := after(t, steps()...)
		before := encoded(t, s.Story(plan.ForPerson))
		err = s.Apply("fuzz", today, step)
		if err == nil && alone != nil {
			t.Fatalf("Apply takes what Check refuses: %v", alone)
		}
		var faults fault.Faults
		if err != nil && (!errors.As(err, &faults) || len(faults) == 0) {
			t.Fatalf("an error that names nothing: %v", err)
		}
		if err != nil && encoded(t, s.Story(plan.ForPerson)) != before {
			t.Fatal("what was refused is told")
		}
		if err != nil {
			return
		}
		again, err := fromJSON(kind, []byte(encoded(t, step)))
		if err != nil || encoded(t, again) != encoded(t, step) {
			t.Fatalf("after JSON %v: %v", again, err)
		}
		s.Story("gp_practice").Contradictions()
		w.standard.Report(plan.FactsOf(s, today), person.Facts{})
		w.standard.Currency(s, today)
		for _, reader := range []string{plan.ForPerson, "gp_practice", ""} {
			if e, ok := w.standard.Export(s, reader); ok {
				var out discard
				if err := e.Page("Plan").WriteMarkdown(&out); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// TestStepsTravel holds that every step is the same after JSON.
func TestStepsTravel(t *testing.T) {
	kinds := map[string]bool{}
	for _, e := range append(steps(), event{step: plan.Ended{Reason: "moved away"}}) {
		again, err := fromJSON(e.step.Kind(), []byte(encoded(t, e.step)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e.step, again, cmpopts.EquateEmpty(), cmp.Exporter(exportAll)); diff != "" {
			t.Errorf("%s: %s", e.id, diff)
		}
		kinds[e.step.Kind()] = true
	}
	if len(kinds) != len(plan.Steps()) {
		t.Error("not every kind of step was tried:", kinds)
	}
}

// TestStepsOneByOne holds that a state is nothing but its steps: taken anew from JSON, one by one, they come to the same state, at every point.
func TestStepsOneByOne(t *testing.T) {
	second := changed(func(v *plan.Version) { v.Review.Due = on("2027-03-01"); v.Needs = v.Needs[:1] })
	second.Supersedes = "e6"
	all := append(steps(), event{"e10", "2026-10-01", second},
		event{"e11", "2026-11-01", plan.Reviewed{How: plan.Formal, Goals: []plan.GoalReviewed{{Goal: "walk", Achievement: plan.Achieved}}}})
	var s plan.State
	for i, e := range all {
		step, err := fromJSON(e.step.Kind(), []byte(encoded(t, e.step)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Apply(e.id, on(e.day), step); err != nil {
			t.Fatal(err)
		}
		whole := after(t, all[:i+1]...)
		if diff := cmp.Diff(whole, &s, cmp.Exporter(exportAll), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("after %s: %s", e.id, diff)
		}
	}
}
