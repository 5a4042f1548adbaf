package cases_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

const stroke = `kind: test
id: stroke
version: 1.0.0
title: CHA2DS2-VASc with the chance of a stroke
facts:
  - {id: age, number: {unit: years, range: [0, 120], step: 1}}
  - {id: sex, answer: sex}
  - {id: hypertension, answer: yes_no}
  - {id: diabetes, answer: yes_no}
  - {id: heart_failure, answer: yes_no}
  - {id: had_stroke, answer: yes_no}
  - {id: vascular_disease, answer: yes_no}
answers:
  sex: [{id: female}, {id: male}]
tables:
  friberg: {0: 0.002, 1: 0.006, 2: 0.022, 3: 0.032, 4: 0.048, 5: 0.072, 6: 0.097, 7: 0.112, 8: 0.108, 9: 0.122}
values:
  - id: score
    rule: |
      (heart_failure ? 1 : 0) + (hypertension ? 1 : 0) +
      (age >= 75 ? 2 : age >= 65 ? 1 : 0) + (diabetes ? 1 : 0) +
      (had_stroke ? 2 : 0) + (vascular_disease ? 1 : 0) + (sex == "female" ? 1 : 0)
    range: [0, 9]
  - {id: risk, rule: "table(friberg, score)", range: [0, 1]}
cases:
  - name: woman of 76 with high blood pressure and diabetes
    given: {age: 76, sex: female, hypertension: true, diabetes: true, heart_failure: false, had_stroke: false, vascular_disease: false}
    expect: {score: 5, risk: 0.072}
`

// TestProposedPeopleNoticeEverySurvivor holds that a few proposed people, once their expectations are filled in, notice
// every slip that the first case did not.
func TestProposedPeopleNoticeEverySurvivor(t *testing.T) {
	w := load(t, "stroke.yaml", []byte(stroke))
	r := diag.NewReporter(w.doc)
	before := deep(w, cases.DeepBudget, r)
	t.Logf("%d changes, %d killed, %d survivors, %d undecided, %d proposals, %d evaluations",
		before.Changes, before.Killed, len(before.Survivors), before.Undecided, len(before.Proposals), before.Evaluations)
	if before.Changes < 30 || before.Killed == 0 || len(before.Survivors) == 0 || before.Untried > 0 {
		t.Fatalf("%+v", before)
	}
	if r.HasErrors() || len(r.List().Only(diag.Warning)) != len(before.Survivors) {
		t.Error(r.List())
	}
	// Here the model stands in for the source, to see whether the people tell the slips apart.
	s := w.model.NewState()
	for _, p := range before.Proposals {
		s.Reset()
		for _, a := range p.Person {
			slot, _ := w.model.Slot(a.Name)
			v, err := w.model.Type(slot).Parse(a.Value)
			if err != nil {
				t.Fatal(err)
			}
			s.Set(slot, v)
		}
		w.model.Eval(s)
		c := cases.Case{Name: p.Person.String(), Given: p.Person.Given(), Expect: map[string]cases.Value{}}
		for _, out := range w.model.Outputs() {
			v := out.Type.Plain(s.Get(out.Slot))
			if v == nil {
				v = "unknown"
			}
			c.Expect[out.Name] = cases.Of(v)
		}
		w.def.Cases = append(w.def.Cases, c)
	}
	after := deep(w, cases.DeepBudget, diag.NewReporter(w.doc))
	if len(after.Survivors) > 0 || after.Killed != before.Killed+len(before.Survivors) || len(before.Proposals) > 12 {
		t.Errorf("%d killed, then %d with %d survivors", before.Killed, after.Killed, len(after.Survivors))
	}
}

func TestDeepIsDeterministicAndKeepsItsBudget(t *testing.T) {
	w := load(t, "stroke.yaml", []byte(stroke))
	first := deep(w, cases.DeepBudget, diag.NewReporter(w.doc))
	again := deep(w, cases.DeepBudget, diag.NewReporter(w.doc))
	if diff := cmp.Diff(first, again, cmp.AllowUnexported(cases.Answer{})); diff != "" {
		t.Error(diff)
	}
	for _, budget := range []int{0, 1, 10, 100, 1000, 5000} {
		report := deep(w, budget, diag.NewReporter(w.doc))
		if report.Evaluations > budget || report.Changes != report.Killed+len(report.Survivors)+report.Undecided {
			t.Errorf("%d: %d evaluations, %+v", budget, report.Evaluations, report)
		}
		if budget <= 10 && report.Untried == 0 {
			t.Errorf("%d: nothing is untried", budget)
		}
	}
	text, err := json.Marshal(first)
	if err != nil || !strings.Contains(string(text), `"survivors"`) {
		t.Error(err)
	}
}

func TestNothingToChangeIsAnError(t *testing.T) {
	w := load(t, "none.yaml", []byte(facts+"values: []\n"))
	r := diag.NewReporter(w.doc)
	if report := deep(w, cases.DeepBudget, r); report.Changes != 0 || codes(r) != "case-nothing-changed" {
		t.Errorf("%+v %v", report, r.List())
	}
}

// TestChangesOfOtherKeys looks at changes of what is no rule: thresholds, counts, reversals, roundings and tables.
func TestChangesOfOtherKeys(t *testing.T) {
	src := `kind: test
id: test
version: 1.0.0
title: Test
items:
  - {id: q1, text: "1 >= 2", ask_when: q2 > 1, when_not_asked: 0}
scores:
  - id: total
    of: [q1, q2]
    reversed: [q1, q2]
    missing: {at_least: 2, fill: mean}
    rule: sum(of)
    round: {places: 1, half: up}
    bands: [{id: low, from: 0}, {id: high, from: 2.5}]
tables:
  short: {1: 0.25}
cases:
  - {name: "1 > 2", given: {q1: 1}, expect: {total: 3}}
`
	w := load(t, "small.yaml", []byte(small))
	doc, list := schemas.Parse("keys.yaml", []byte(src))
	if len(list) > 0 {
		t.Fatal(list)
	}
	var changed []string
	cases.Deep(cases.Subject{
		Document: doc, Model: w.model, Promises: w.promises, At: "/cases",
		Build: refuse(func(d *schemas.Document) {
			changed = append(changed, difference(t, doc.Root(), d.Root()))
		}),
	}, cases.DeepBudget, diag.NewReporter(doc))
	want := []string{
		"/items/0/ask_when: q2 > 1 -> true", "/items/0/ask_when: q2 > 1 -> false", "/items/0/ask_when: q2 > 1 -> q2 >= 1",
		"/items/0/ask_when: q2 > 1 -> q2 > 2", "/items/0/ask_when: q2 > 1 -> q2 > 0", "/items/0/when_not_asked: 0 -> 1",
		"/scores/0/of: [q1 q2] -> [q2]", "/scores/0/of: [q1 q2] -> [q1]",
		"/scores/0/reversed: [q1 q2] -> [q2]", "/scores/0/reversed: [q1 q2] -> [q1]",
		"/scores/0/missing/at_least: 2 -> 1", "/scores/0/missing/at_least: 2 -> 3",
		"/scores/0/rule: sum(of) -> mean(of)", "/scores/0/round/places: 1 -> 0", "/scores/0/round/places: 1 -> 2",
		"/scores/0/round/half: up -> away", "/scores/0/round/half: up -> even",
		"/scores/0/bands/0/from: 0 -> 1", "/scores/0/bands/1/from: 2.5 -> 2.4", "/scores/0/bands/1/from: 2.5 -> 2.6",
		"/tables/short/1: 0.25 -> 0.26",
	}
	if diff := cmp.Diff(want, changed); diff != "" {
		t.Error(diff)
	}
}

// refuse is a Build that only looks at the changed document.
func refuse(look func(*schemas.Document)) func(*schemas.Document, *diag.Reporter) *rule.Model {
	return func(d *schemas.Document, _ *diag.Reporter) *rule.Model {
		look(d)
		return nil
	}
}

// difference says where two trees differ, and how.
func difference(t *testing.T, a, b schemas.Node) string {
	t.Helper()
	if a.Shape() != b.Shape() || a.Len() != b.Len() || a.Len() == 0 {
		if x, y := fmt.Sprint(a.Plain()), fmt.Sprint(b.Plain()); x != y {
			return a.Pointer() + ": " + x + " -> " + y
		}
		return ""
	}
	for i := range a.Len() {
		if d := difference(t, a.At(i), b.At(i)); d != "" {
			return d
		}
	}
	return ""
}

func TestLongTablesAreLeftAlone(t *testing.T) {
	for n, want := range map[int]int{64: 64, 65: 0} {
		src := "kind: test\ntables:\n  long:\n"
		for i := range n {
			src += fmt.Sprintf("    %d: 1\n", i)
		}
		doc, list := schemas.Parse("long.yaml", []byte(src))
		if len(list) > 0 {
			t.Fatal(list)
		}
		w := load(t, "small.yaml", []byte(small))
		got := 0
		cases.Deep(cases.Subject{
			Document: doc, Model: w.model, At: "/cases", Build: refuse(func(*schemas.Document) { got++ }),
		}, cases.DeepBudget, diag.NewReporter(doc))
		if got != want {
			t.Errorf("%d of %d cells are changed", got, n)
		}
	}
}

// TestObligationsOfBranches holds that operands and arms are obligations at their own places, that a case covers those that
// it shows, and that what is proved to be impossible is none.
func TestObligationsOfBranches(t *testing.T) {
	w := load(t, "arms.yaml", []byte(`kind: test
id: arms
version: 1.0.0
title: Arms
facts:
  - {id: age, number: {range: [0, 120], step: 1}}
  - {id: carer, answer: yes_no}
values:
  - {id: points, rule: "age >= 75 ? 2 : age > 60 and carer ? (age > 50 ? 1 : 7) : 0"}
tests:
  - {id: old, when: "points > 1 or not answered(carer)"}
cases:
  - {name: old, given: {age: 80, carer: true}, expect: {points: 2, old: true}}
  - {name: younger, given: {age: 70, carer: false}, expect: {points: 0, old: false}}
`))
	report := deep(w, cases.DeepBudget, diag.NewReporter(w.doc))
	covered := map[bool][]string{}
	for _, o := range report.Obligations {
		if o.To == 0 {
			continue
		}
		covered[o.Covered] = append(covered[o.Covered], o.About)
		if !o.Covered && o.Person == nil {
			t.Errorf("nobody shows that %s", o.About)
		}
	}
	want := map[bool][]string{
		true: {
			"`points > 1` is true in when of old", "`points > 1` is false in when of old", "`answered(carer)` is true in when of old",
			"`2` is chosen in the rule of points", "`age > 60 and carer ? (age > 50 ? 1 : 7) : 0` is chosen in the rule of points",
			"`age > 60` is true in the rule of points", "`carer` is false in the rule of points", "`0` is chosen in the rule of points",
		},
		false: {
			"`points > 1` is unknown in when of old", "`answered(carer)` is false in when of old",
			"`age >= 75` is unknown in the rule of points", "`age > 60` is false in the rule of points",
			"`carer` is true in the rule of points", "`carer` is unknown in the rule of points",
			"`age > 60 and carer` is unknown in the rule of points", "`age > 50 ? 1 : 7` is chosen in the rule of points",
			"`1` is chosen in the rule of points",
		},
	}
	if diff := cmp.Diff(want, covered); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestWitnessesNameWhatMatters holds that a person is shown by the answers that a condition reads, and never by nothing.
func TestWitnessesNameWhatMatters(t *testing.T) {
	text := "kind: test\nid: test\nversion: 1.0.0\ntitle: Test\nfacts:\n"
	for i := range 30 {
		text += fmt.Sprintf("  - {id: f%d, number: {range: [0, 9], step: 1}}\n", i)
	}
	text += "values: [{id: same, rule: f0, range: [0, 9]}]\ntests:\n  - {id: two, when: f28 >= 1 or f29 >= 1}\n  - {id: all, when: \"true\"}\ncases: [{name: one, given: {f28: 1}, expect: {two: true}}]\n"
	w := load(t, "t.yaml", []byte(text))
	r := diag.NewReporter(w.doc)
	deep(w, cases.DeepBudget, r)
	seen := 0
	for _, d := range r.List() {
		said := d.Message() + d.Hint
		_, person, told := strings.Cut(said, "for a person with ")
		if !told {
			continue
		}
		seen++
		if strings.TrimSpace(person) == "" || !strings.Contains(said, "same") && strings.Contains(person, "f0") || strings.Contains(person, "more") || !strings.Contains(said, "same") && !strings.Contains(person, "f2") && !strings.Contains(person, "any answers") {
			t.Errorf("%v", d)
		}
	}
	if seen < 3 {
		t.Error(r.List())
	}
}
