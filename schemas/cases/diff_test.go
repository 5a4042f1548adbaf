package cases_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// edition makes one version of a document ready.
func edition(t testing.TB, name string, src string) cases.Edition {
	t.Helper()
	w := load(t, name, []byte(src))
	return cases.Edition{Document: w.doc, Model: w.model, Promises: w.promises}
}

// versions compares two documents of which only what follows the facts of the tests is given, with their versions.
func versions(t testing.TB, from, before, to, after string) cases.Diff {
	t.Helper()
	head := func(version, rest string) string {
		if !strings.Contains(rest, "facts:") {
			rest = facts[strings.Index(facts, "facts:"):] + rest
		}
		return "kind: test\nid: test\nversion: " + version + "\ntitle: Test\n" + rest
	}
	return cases.Compare(edition(t, "before.yaml", head(from, before)), edition(t, "after.yaml", head(to, after)), cases.DiffBudget)
}

// reported gives the diagnostics of a Diff as severity, code and hint.
func reported(d cases.Diff) string {
	r := diag.NewReporter(nil)
	d.Report(r)
	var all []string
	for _, d := range r.List() {
		all = append(all, fmt.Sprintf("%s %s: %s. %s", d.Severity, d.Code, d.Message(), d.Hint))
	}
	return strings.Join(all, "\n")
}

func TestDiffGolden(t *testing.T) {
	const dir = "testdata/diff/bands/"
	read := func(name string) string {
		text, err := os.ReadFile(dir + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	d := cases.Compare(edition(t, "before.yaml", read("before.yaml")), edition(t, "after.yaml", read("after.yaml")), cases.DiffBudget)
	data, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]string{"diff.txt": d.String(), "diff.json": string(data) + "\n"} {
		if *update {
			if err := os.WriteFile(dir+name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(read(name), got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
	var again cases.Diff
	if err := json.Unmarshal(data, &again); err != nil || again.Needs != cases.ReleaseMajor {
		t.Errorf("%v, %v", again.Needs, err)
	}
}

// TestDiffReleases holds what each kind of change asks of the version, and how it is told.
func TestDiffReleases(t *testing.T) {
	const total = "values: [{id: total, rule: q1 + q2, range: [0, 6]}]\n"
	for _, c := range []struct {
		name              string
		from, before      string
		to, after         string
		needs             cases.Release
		says, told, sayOf string
	}{
		{"nothing", "1.0.0", total, "1.0.0", total, cases.ReleaseNone, "none", "", "Nothing changed."},
		{"only the version", "1.0.0", total, "1.0.1", total, cases.ReleaseNone, "patch", "", "Nothing changed."},
		{"a rule that gives the same", "1.0.0", total, "1.1.0", strings.Replace(total, "q1 + q2", "q2 + q1", 1), cases.ReleaseMinor, "minor", "",
			"values, total, rule: q1 + q2 is now q2 + q1"},
		{"a rule that gives the same, as words", "1.0.0", total, "1.0.1", strings.Replace(total, "q1 + q2", "q2 + q1", 1), cases.ReleaseMinor, "patch",
			"warning case-version: from 1.0.0 to 1.0.1 values, total, rule: q1 + q2 is now q2 + q1. Let the version be 1.1.0", "should be 1.1.0"},
		{"another result", "1.2.3", total, "1.3.0", strings.Replace(total, "q1 + q2", "'q1 + q2 + (yes_to ? 1 : 0)'", 1), cases.ReleaseMajor, "minor",
			"error case-version: from 1.2.3 to 1.3.0 total changes from", "should be 2.0.0"},
		{"another result, said so", "1.2.3", total, "2.0.0", strings.Replace(total, "q1 + q2", "q1 * q2", 1), cases.ReleaseMajor, "major", "", "The version says so"},
		{"a new result", "1.0.0", total, "1.1.0", strings.Replace(total, "}]", "}, {id: half, rule: total / 2}]", 1), cases.ReleaseMinor, "minor", "", "half is new"},
		{"a result is gone", "1.0.0", strings.Replace(total, "}]", "}, {id: half, rule: total / 2}]", 1), "1.1.0", total, cases.ReleaseMajor, "minor",
			"error case-version: from 1.0.0 to 1.1.0 half is no longer worked out. Let the version be 2.0.0", "half is no longer worked out"},
		{"one version, two documents", "1.0.0", total, "1.0.0", strings.Replace(total, "[0, 6]", "[0, 7]", 1), cases.ReleaseMinor, "none",
			"error case-version: the version is 1.0.0 as before, and values, total, range: 0, 6 is now 0, 7. Let the version be 1.1.0", ""},
		{"backwards", "1.1.0", total, "1.0.0", total, cases.ReleaseNone, "backwards",
			"error case-version: from 1.1.0 to 1.0.0 nothing changed, and the version goes backwards. Let the version be 1.1.0", "backwards"},
		{"no version", "one", total, "1.0.0", total, cases.ReleaseNone, "unreadable", "", "cannot be read"},
		{"a missing result comes in", "1.0.0", "values: [{id: total, rule: q1 + q2}]", "1.0.0", "values: [{id: total, rule: 'ifna(q1, 0) + q2'}]",
			cases.ReleaseMajor, "none", "error case-version: the version is 1.0.0 as before, and total changes from unknown to", "total changes from unknown to"},
		{"cases", "1.0.0", total, "1.0.1", total + "cases: [{name: one, given: {q1: 1, q2: 1}, expect: {total: 2}}]", cases.ReleasePatch, "patch", "",
			"cases is new"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := versions(t, c.from, c.before, c.to, c.after)
			if d.Needs != c.needs || string(d.Says) != c.says {
				t.Errorf("needs %s, says %s; want %s, %s\n%s", d.Needs, d.Says, c.needs, c.says, d)
			}
			if got := reported(d); !strings.HasPrefix(got, c.told) || c.told == "" && got != "" {
				t.Errorf("told %q, want %q", got, c.told)
			}
			if !strings.Contains(d.String(), c.sayOf) {
				t.Errorf("%q is not said:\n%s", c.sayOf, d)
			}
		})
	}
}

// TestDiffQuestions holds that questions are joined by name and answers by what they mean, whatever their order.
func TestDiffQuestions(t *testing.T) {
	const rest = "values: [{id: v, rule: '(sex == \"male\" ? 1 : 0) + x'}]\n"
	before := "facts:\n  - {id: sex, answer: sex}\n  - {id: x, number: {range: [0, 9], step: 1}}\nanswers: {sex: [{id: female}, {id: male}, {id: other}]}\n" + rest
	moved := "facts:\n  - {id: x, number: {range: [0, 9], step: 1}}\n  - {id: sex, answer: sex}\nanswers: {sex: [{id: other}, {id: male}, {id: female}]}\n" + rest
	if d := versions(t, "1.0.0", before, "1.1.0", moved); d.Needs != cases.ReleaseMinor || len(d.Results) > 0 || !d.Everybody || d.People != 4*11 {
		t.Errorf("%+v\n%s", d, d)
	}
	fewer := strings.Replace(strings.Replace(before, ", {id: other}", "", 1), "[0, 9]", "[0, 8]", 1)
	if d := versions(t, "1.0.0", before, "1.1.0", fewer); d.Needs != cases.ReleaseMajor || !slices.Equal(d.Refused, []string{"sex", "x"}) {
		t.Errorf("%+v\n%s", d, d)
	}
	other := strings.Replace(before, "{id: sex, answer: sex}", "{id: gender, answer: sex}", 1)
	other = strings.Replace(other, "sex ==", "gender ==", 1)
	d := versions(t, "1.0.0", before, "1.1.0", other)
	if d.Needs != cases.ReleaseMajor || !slices.Equal(d.Added, []string{"gender"}) || !slices.Equal(d.Dropped, []string{"sex"}) || !strings.Contains(reported(d), "error") {
		t.Errorf("%+v\n%s", d, d)
	}
	asked := strings.Replace(strings.Replace(before, "number: {range: [0, 9], step: 1}", "answer: yes_no", 1), "+ x", "+ (x ? 1 : 0)", 1)
	if d := versions(t, "1.0.0", before, "1.1.0", asked); d.Needs != cases.ReleaseMajor || !slices.Equal(d.Refused, []string{"x"}) {
		t.Errorf("%+v\n%s", d, d)
	}
}

// inThousand says chances as an aid would.
type inThousand struct{}

func (inThousand) Output(name string) string {
	if name == "harm.surgery" {
		return "risk of serious harm with surgery"
	}
	return ""
}

func (inThousand) Value(name string, v float64) string {
	if name == "harm.surgery" && !rule.IsNA(v) {
		return rule.FormatNumber(rule.Round(v*1000, 0, rule.HalfUp)) + " in 1,000"
	}
	return ""
}

// TestDiffInTheWordsOfAKind holds that a kind words its results, and that a difference which its words hide is said in numbers.
func TestDiffInTheWordsOfAKind(t *testing.T) {
	aid := func(version, harm string) cases.Edition {
		e := edition(t, "aid.yaml", "kind: test\nid: aid\nversion: "+version+"\ntitle: Aid\nfacts: []\nvalues: [{id: harm.surgery, rule: '"+harm+"'}]\n")
		e.Wording = inThousand{}
		return e
	}
	d := cases.Compare(aid("1.0.0", "0.09"), aid("1.1.0", "0.12"), cases.DiffBudget)
	const want = "error case-version: from 1.0.0 to 1.1.0 risk of serious harm with surgery changed from 90 to 120 in 1,000. Let the version be 2.0.0"
	if got := reported(d); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	d = cases.Compare(aid("1.0.0", "0.09"), aid("2.0.0", "0.0901"), cases.DiffBudget)
	if len(d.Results) != 1 || !strings.Contains(d.String(), "changed from 0.09 to 0.0901") {
		t.Error(d)
	}
}

// TestDiffFindsEveryDifference holds, over rules that read two answers each, that a Diff which saw everybody finds a difference
// exactly where counting through all answers does.
func TestDiffFindsEveryDifference(t *testing.T) {
	rules := []string{
		"q1 + q2", "q2 + q1", "q1 >= 2 ? q1 + q2 : q2 + q1", "max(q1, q2)", "q1 > q2 ? q1 : q2", "q1 + (q2 > 2 ? 3 : q2)", "q1 + (q2 > 2 ? 4 : q2)",
		"ifna(q1, 0) + q2", "q1 * 1 + q2 * 1", "yes_to ? q1 + q2 : q1 + q2", "q1 + q2 + (q1 == 3 and q2 == 3 ? 1 : 0)",
	}
	both := func(of string) []float64 {
		w := load(t, "one.yaml", []byte(facts+"values: [{id: v, rule: '"+of+"'}]\n"))
		slot, _ := w.model.Slot("v")
		s := w.model.NewState()
		var all []float64
		for i := range 5 * 5 * 3 {
			s.Reset()
			for k, v := range []int{i % 5, i / 5 % 5} {
				if v < 4 {
					s.Set(rule.Slot(k), float64(v))
				}
			}
			if yes := i / 25; yes < 2 {
				s.Set(3, float64(yes))
			}
			w.model.Eval(s)
			all = append(all, s.Get(slot))
		}
		return all
	}
	found := map[bool]int{}
	for _, a := range rules {
		for _, b := range rules {
			d := versions(t, "1.0.0", "values: [{id: v, rule: '"+a+"'}]\n", "2.0.0", "values: [{id: v, rule: '"+b+"'}]\n")
			x, y := both(a), both(b)
			differs := false
			for i := range x {
				differs = differs || rule.IsNA(x[i]) != rule.IsNA(y[i]) || x[i] == x[i] && x[i] != y[i]
			}
			if found[differs]++; !d.Everybody || (len(d.Results) > 0) != differs {
				t.Errorf("%s and %s: %v, want a difference: %t", a, b, d.Results, differs)
			}
		}
	}
	if found[true] == 0 || found[false] < len(rules) {
		t.Error(found)
	}
}

func TestDiffKeepsItsBudget(t *testing.T) {
	read := func(name string) string {
		src, err := os.ReadFile("testdata/diff/bands/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(src)
	}
	before, after := edition(t, "before.yaml", read("before.yaml")), edition(t, "after.yaml", read("after.yaml"))
	for _, budget := range []int{-1, 0, 1, 7, 100, 5000} {
		d := cases.Compare(before, after, budget)
		if d.People > max(0, budget) || d.Everybody {
			t.Errorf("%d people with a budget of %d", d.People, budget)
		}
		if diff := cmp.Diff(d, cases.Compare(before, after, budget), cmp.AllowUnexported(cases.Answer{})); diff != "" {
			t.Error(diff)
		}
	}
}

// TestDiffOfTexts holds how changes of a document are named and told, without any model.
func TestDiffOfTexts(t *testing.T) {
	doc := func(src string) cases.Edition {
		d, list := schemas.Parse("doc.yaml", []byte("kind: test\nid: x\nversion: 1.0.0\n"+src))
		if list.HasErrors() {
			t.Fatal(list)
		}
		return cases.Edition{Document: d}
	}
	before := doc(`title: One two three four five six seven eight nine ten
items:
  - {id: a, text: Old words, ask_when: x > 1}
  - {id: b, text: B}
  - {id: c, text: C}
levels: [low, high]
range: [0, 10]
plain:
  - {n: 1}
flag: true
sources: {s: {title: A source, year: 2001}}
`)
	after := doc(`title: One two three four five SIX seven eight nine ten
items:
  - {id: c, text: C}
  - {id: a, text: New words, ask_when: x > 2}
  - {id: d, text: D}
levels: [low, middle, high]
range: [0, 12]
plain:
  - {n: 2}
flag: false
sources: {s: {title: A source, year: 2002}}
extra: {rule: a + 1}
`)
	d := cases.Compare(before, after, cases.DiffBudget)
	var got []string
	for _, c := range d.Changes {
		got = append(got, string(c.Part)+" "+c.At+" "+c.String())
	}
	want := []string{
		"words /title title: “… two three four five six seven eight nine ten” is now “… two three four five SIX seven eight nine ten”",
		"entry /items/1 items, b is gone: id: b, text: B",
		"words /items/1/text items, a, text: “Old words” is now “New words”",
		"rule /items/1/ask_when items, a, ask_when: x > 1 is now x > 2",
		"entry /items/2 items, d is new: id: d, text: D",
		"setting /items items, order: a, c is now c, a",
		"setting /levels levels: low, high is now low, middle, high",
		"number /range range: 0, 10 is now 0, 12",
		"setting /plain plain: (n: 1) is now (n: 2)",
		"setting /flag flag: true is now false",
		"about /sources/s/year sources, s, year: 2001 is now 2002",
		"entry /extra extra is new: rule: a + 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if d.Needs != cases.ReleaseMinor || d.People != 0 || strings.Contains(d.String(), "people") {
		t.Error(d)
	}
}
