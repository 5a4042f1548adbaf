package policy_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// TestCasesOfShippedPoliciesNoticeEverySlip holds that the worked examples of what ships are worth something.
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
		report, err := policy.Deep(set, docs[0], cases.DeepBudget)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d changes, %d killed, %d undecided, %d evaluations", name, report.Changes, report.Killed, report.Undecided, report.Evaluations)
		if report.Changes < 20 || len(report.Survivors) > 0 || report.Untried > 0 {
			t.Errorf("%+v", report)
		}
		for _, o := range report.Obligations {
			if !o.Covered && o.Person != nil {
				t.Errorf("%s: no case shows that %s, with %s", name, o.About, o.Person)
			}
		}
		again, _ := policy.Deep(set, docs[0], cases.DeepBudget)
		if diff := cmp.Diff(report, again, cmp.AllowUnexported(cases.Answer{})); diff != "" {
			t.Error(diff)
		}
		if list := policy.Check(set, docs[0], schemas.CheckOptions{AsOf: today, Deep: true}); len(list) > 0 {
			t.Error(list)
		}
	}
}
