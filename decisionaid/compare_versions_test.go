package decisionaid_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// since compares a shipped aid with a copy of it in which some texts are others.
func since(t *testing.T, name string, changes ...string) (cases.Diff, diag.List) {
	t.Helper()
	edition := func(src string) cases.Edition {
		facts, _ := schemas.Parse("person-facts.yaml", read(t, "../examples/person-facts.yaml"))
		doc, _ := schemas.Parse(name+".yaml", []byte(src))
		set, faults := schemas.NewSet(facts, doc)
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		ready, err := decisionaid.Edition(set, doc)
		if err != nil {
			t.Fatal(err)
		}
		return ready
	}
	src := string(read(t, "../examples/aids/"+name+".yaml"))
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(src, changes[i]) {
			t.Fatalf("%s does not say %q", name, changes[i])
		}
	}
	before, after := edition(src), edition(strings.NewReplacer(changes...).Replace(src))
	d := cases.Compare(before, after, cases.DiffBudget)
	r := diag.NewReporter(after.Document)
	d.Report(r)
	return d, r.List()
}

const hip = "hip-osteoarthritis"

// harm is another number of people harmed by the operation, in the estimate and in the case that shows it.
var harm = []string{"replacement, chance: 0.12", "replacement, chance: 0.15", "serious_harm.replacement: 0.12", "serious_harm.replacement: 0.15"}

func TestCompareOneNumber(t *testing.T) {
	d, found := since(t, hip, append([]string{"version: 1.0.0", "version: 2.0.0"}, harm...)...)
	const want = `hip-osteoarthritis: 1.0.0 to 2.0.0

Results:
  Have a serious health problem with “Have a new hip” changed from 12 to 15 in 100

Rules, numbers and settings:
  outcomes, serious_harm, estimates, replacement, chance: 0.12 is now 0.15

About the document:
  cases, the numbers are the same for everybody, expect, serious_harm.replacement: 0.12 is now 0.15

The version says so: this is a major change at least, and 2.0.0 a major one.
`
	if diff := cmp.Diff(want, d.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(found) > 0 {
		t.Errorf("a version that says what changed is told of: %v", found)
	}
}

func TestCompareTellsOfTheVersion(t *testing.T) {
	for _, version := range []string{"1.0.0", "1.0.1", "1.1.0", "0.9.0"} {
		_, found := since(t, hip, append([]string{"version: 1.0.0", "version: " + version}, harm...)...)
		if len(found) != 1 || found[0].Severity != diag.Error || found[0].Code != "case-version" || found[0].Hint != "Let the version be 2.0.0" ||
			found[0].Span.Start.Line != 4 || !strings.Contains(found[0].Message(), "changed from 12 to 15 in 100") {
			t.Errorf("%s: %v", version, found)
		}
	}
}

func TestCompareWordsOnly(t *testing.T) {
	for version, told := range map[string]int{"1.0.0": 1, "1.0.1": 0, "2.0.0": 0} {
		d, found := since(t, hip, "version: 1.0.0", "version: "+version, "You train about twice a week", "You train twice a week")
		if d.Needs != cases.ReleasePatch || len(d.Results) > 0 || len(found) != told {
			t.Errorf("%s: %v\n%v", version, d, found)
		}
		if !strings.Contains(d.String(), "\nWords:\n  options, exercise, practical: “You train about twice a week, in …” is now “You train twice a week, in …”\n") {
			t.Error(d)
		}
	}
}

// TestCompareInPeople holds that personal numbers are told of people out of those that the outcome is shown per, with
// somebody for whom they differ, and what is part of an option of everybody and nobody.
func TestCompareInPeople(t *testing.T) {
	d, _ := since(t, "atrial-fibrillation-stroke", "none, rr: 0.36", "none, rr: 0.43", "{option: none, chance: 0}", "{option: none, chance: 1}",
		"blood_tests.none: 0", "blood_tests.none: 1", "stroke.warfarin: 0.02592, stroke.doac: 0.0209952", "stroke.warfarin: 0.03096, stroke.doac: 0.0250776",
		"stroke.warfarin: 0.00072, stroke.doac: 0.0005832", "stroke.warfarin: 0.00086, stroke.doac: 0.0006966")
	said := d.String()
	for _, want := range []string{
		"Have a stroke with “Warfarin” changes from 26 to 31 in 1,000 for a person with ",
		"Go for regular blood tests with “No blood thinner” changed from nobody to everybody\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
	for _, r := range d.Results {
		if r.Output == "for.when" {
			t.Errorf("the audience did not change: %v", r)
		}
	}
	d, _ = since(t, hip, "person.age >= 50", "person.age >= 40", "{person.age: 49}", "{person.age: 39}")
	if want := "  Whether the aid is for a person changes from no to yes for a person with person.age = 40, hip_offered = true"; !strings.Contains(d.String(), want) {
		t.Errorf("%q is not in\n%s", want, d)
	}
}
