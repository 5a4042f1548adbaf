package policy

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestCasesOfShippedPoliciesNoticeEverySlip holds that the worked examples of what ships are worth something. The long search runs once:
// its report is that of Deep, and what it says is what Check adds with CheckOptions.Deep. That two searches give one report is held of
// short ones.
func TestCasesOfShippedPoliciesNoticeEverySlip(t *testing.T) {
	for _, name := range []string{"nhs-choice-england"} {
		var docs []*schemas.Document
		for _, file := range []string{"policies/" + name, "person-facts"} {
			src, err := os.ReadFile("../../examples/" + file + ".yaml")
			if err != nil {
				t.Fatal(err)
			}
			doc, _ := schemas.Parse(file, src)
			docs = append(docs, doc)
		}
		set, _ := schemas.NewSet(docs...)
		r := diag.NewReporter(docs[0])
		p := Builder()(set, docs[0], schemas.CheckOptions{AsOf: day.New(2026, 11, 21)}, r)
		if p == nil {
			t.Fatal(r.List())
		}
		report := p.examine(docs[0], cases.DeepBudget, r)
		t.Logf("%s: %d changes, %d killed, %d undecided, %d evaluations", name, report.Changes, report.Killed, report.Undecided, report.Evaluations)
		if report.Changes < 20 || len(report.Survivors) > 0 || report.Untried > 0 {
			t.Errorf("%+v", report)
		}
		for _, o := range report.Obligations {
			if !o.Covered && o.Person != nil {
				t.Errorf("%s: no case shows that %s, with %s", name, o.About, o.Person)
			}
		}
		if list := schemas.Settled(r.List()); len(list) > 0 {
			t.Error(list)
		}
		const few = 2000
		once, err := Deep(set, docs[0], few)
		again, _ := Deep(set, docs[0], few)
		if diff := cmp.Diff(once, again, cmp.AllowUnexported(cases.Answer{})); diff != "" || err != nil || once.Evaluations == 0 {
			t.Error(err, diff)
		}
	}
}
