package plan_test

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func TestShippedStandardIsSilent(t *testing.T) {
	w := shipped(t)
	for _, doc := range w.set.All(plan.Kind) {
		if list := plan.Check(w.set, doc, schemas.CheckOptions{}); len(list) > 0 {
			t.Error(list)
		}
	}
}

// TestCasesNoticeEverySlip holds that the worked examples of the shipped standard are worth something.
func TestCasesNoticeEverySlip(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	w := shipped(t)
	report, err := plan.Deep(w.set, w.set.All(plan.Kind)[0], cases.DeepBudget)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d changes, %d killed, %d undecided, %d evaluations", report.Changes, report.Killed, report.Undecided, report.Evaluations)
	if report.Changes < 20 || len(report.Survivors) > 0 || report.Untried > 0 {
		t.Errorf("%+v", report.Survivors)
	}
	for _, o := range report.Obligations {
		if !o.Covered && o.Person != nil {
			t.Errorf("no case shows that %s, with %s", o.About, o.Person)
		}
	}
	if list := plan.Check(w.set, w.set.All(plan.Kind)[0], schemas.CheckOptions{Deep: true}); len(list) > 0 {
		t.Error(list)
	}
}

// TestEverythingSaysWhereItStands holds what people are promised of what ships: sources, and honesty about what nobody has read.
func TestEverythingSaysWhereItStands(t *testing.T) {
	def := shipped(t).standard.Definition()
	five := 0
	for _, c := range def.Criteria {
		if c.Kind == def.Needed {
			five++
			if c.Source == nil || c.Source.At == "" || !c.Source.Verified || c.Basis == "law" || c.Basis == "local" {
				t.Errorf("%s: %+v", c.ID, c.Source)
			}
		} else if c.Basis != "local" {
			t.Errorf("%s is our own, and its basis is %s", c.ID, c.Basis)
		}
		if c.Title == "" || c.Because == "" {
			t.Errorf("%s has no title or reason", c.ID)
		}
	}
	if five != 5 {
		t.Errorf("there are five criteria, and the document has %d", five)
	}
	if len(def.Stages) != 6 {
		t.Errorf("there are six stages, and the document has %d", len(def.Stages))
	}
	for _, s := range def.Stages {
		if s.Source == nil || s.Source.Verified {
			t.Errorf("nobody could read the name of the stage %s, and the document does not say so", s.ID)
		}
	}
	if def.ValidFor.Basis != "local" || def.ValidFor.Months != 12 {
		t.Errorf("%+v", def.ValidFor)
	}
	if !strings.Contains(def.Note, "stricter") || !strings.Contains(def.Licence.Notice, "From 1 January 2026") {
		t.Error("the note or the notice does not say what it has to")
	}
}

// TestCodes holds the codes against the table of facts by hand, and their check digits against the scheme of Verhoeff, written out anew.
func TestCodes(t *testing.T) {
	w := shipped(t)
	for of, want := range map[string]string{
		"plan_agreed": "1187911000000105", "plan_reviewed": "1187921000000104", "declined": "1325711000000103 02", "accepted": "03",
		"offered_undecided": "01", "not_offered": "04", "unable_to_complete": "05", "not_offered_other_reason": "06",
		"most_important": "1515861000000103", "important_people": "1515871000000105", "communication": "1515881000000107", "wellness": "1515891000000109",
		"do_and_do_not": "1515901000000105", "how_and_when_to_support": "1515911000000107", "also_worth_knowing": "1515921000000101", "plan_told": "",
	} {
		var got []string
		for _, c := range w.standard.Codes(of) {
			got = append(got, c.Code)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s has the codes %v, want %s", of, got, want)
		}
	}
	for _, c := range w.standard.Definition().Codes {
		if c.System == "snomed" && !verhoeff(c.Code) {
			t.Errorf("%s has a wrong check digit", c.Code)
		}
	}
	if verhoeff("1326451000000104") {
		t.Error("the code that is known to be wrong passes")
	}
}

// verhoeff works in the dihedral group of ten elements: 0 to 4 are turns, 5 to 9 are turns and a flip.
func verhoeff(code string) bool {
	times := func(a, b int) int {
		switch {
		case a < 5 && b < 5:
			return (a + b) % 5
		case a < 5:
			return (a+b-5)%5 + 5
		case b < 5:
			return (a-5-b+5)%5 + 5
		default:
			return (a - b + 5) % 5
		}
	}
	move := [10]int{1, 5, 7, 6, 2, 8, 3, 0, 9, 4}
	sum := 0
	for i := range len(code) {
		d := int(code[len(code)-1-i] - '0')
		for range i % 8 {
			d = move[d]
		}
		sum = times(sum, d)
	}
	return sum == 0
}
