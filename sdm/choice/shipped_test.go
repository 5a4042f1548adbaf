package choice_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

func TestShippedDocumentsAreSilent(t *testing.T) {
	w := shipped(t)
	for _, doc := range w.set.All(policy.KindChoiceRights) {
		if list := choice.Check(w.set, doc, schemas.CheckOptions{AsOf: today}); len(list) > 0 {
			t.Error(list)
		}
	}
}

// TestCasesOfShippedDocumentsNoticeEverySlip holds that their worked examples are worth something. The cases of nhs-choice-england are
// looked at in schemas/policy.
func TestCasesOfShippedDocumentsNoticeEverySlip(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	w := shipped(t)
	for _, id := range []string{"nhs-waiting-england", "nhs-provider-england", "nhs-choice-statements-england"} {
		doc, err := w.set.Find(policy.KindChoiceRights, id)
		if err != nil {
			t.Fatal(err)
		}
		report, err := policy.Deep(w.set, doc, cases.DeepBudget)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d changes, %d killed, %d evaluations", id, report.Changes, report.Killed, report.Evaluations)
		if report.Changes < 10 || len(report.Survivors) > 0 || report.Untried > 0 {
			t.Errorf("%s: %+v", id, report.Survivors)
		}
		for _, o := range report.Obligations {
			if !o.Covered && o.Person != nil {
				t.Errorf("%s: no case shows that %s, with %s", id, o.About, o.Person)
			}
		}
	}
}

// TestSharedQuestionsAreTheSame holds that a fact which two documents ask for means the same in both, so that it can be given once.
func TestSharedQuestionsAreTheSame(t *testing.T) {
	w := shipped(t)
	shared := 0
	for i, id := range w.choice.Sheet().IDs() {
		k, both := w.waiting.Sheet().Place(id)
		if !both {
			continue
		}
		shared++
		if diff := cmp.Diff(w.choice.Sheet().Question(i), w.waiting.Sheet().Question(k)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(w.choice.Sheet().Type(i), w.waiting.Sheet().Type(k)); diff != "" {
			t.Error(diff)
		}
	}
	if shared < 3 {
		t.Errorf("only %d questions are shared", shared)
	}
}

// TestEveryRightSaysWhereItStands holds what people are promised of every right that ships.
func TestEveryRightSaysWhereItStands(t *testing.T) {
	w := shipped(t)
	for _, p := range []*policy.Policy{w.choice, w.waiting, w.provider, w.said} {
		for _, c := range p.Definition().Criteria {
			if c.Title == "" || c.Because == "" || c.Source == nil || c.Source.At == "" && c.Source.Verified {
				t.Errorf("%s has no title, reason or place in its source", c.ID)
			}
			if p != w.provider && (c.Gives == "" && p != w.said || c.NextStep == "") {
				t.Errorf("%s does not say what it gives or what to do next", c.ID)
			}
			if p != w.provider && c.Basis == "law" && c.IfDenied == "" {
				t.Errorf("%s is law and has no remedy", c.ID)
			}
			if strings.Contains(c.Because, "not a legal right") && c.Basis == "law" {
				t.Errorf("%s says that it is no legal right, and its basis is law", c.ID)
			}
			for _, e := range c.Unless {
				if e.Because == "" || e.Source == nil {
					t.Errorf("the exception %s of %s has no reason or source", e.ID, c.ID)
				}
			}
		}
	}
	exceptions := 0
	for _, c := range w.waiting.Definition().Criteria {
		for _, e := range c.Unless {
			if e.Source.Ref == "si_2012_2996" && strings.HasPrefix(e.Source.At, "regulation 49(") {
				exceptions++
			}
		}
	}
	if exceptions != 9 {
		t.Errorf("regulation 49 has nine exceptions, and the document %d", exceptions)
	}
	if !slices.Contains(choice.DerivedFacts(), "wait_18_weeks") {
		t.Error(choice.DerivedFacts())
	}
}
