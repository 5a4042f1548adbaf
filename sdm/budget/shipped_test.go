package budget_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

func TestShippedPoliciesAreSilent(t *testing.T) {
	w := shipped(t)
	for _, doc := range w.set.All(budget.Kind) {
		if list := budget.Check(w.set, doc, schemas.CheckOptions{AsOf: on("2026-11-22")}); len(list) > 0 {
			t.Error(list)
		}
	}
}

// A request names the policy by its reference, by which a set gives the same policy again.
func TestAReferenceLeadsBackToThePolicy(t *testing.T) {
	w := shipped(t)
	for _, p := range []*budget.Policy{w.law, w.local} {
		again, err := budget.FromSet(w.set, p.Ref())
		if err != nil || again.Digest() != p.Digest() {
			t.Errorf("%s: %v", p.Ref(), err)
		}
	}
}

// TestEveryCriterionSaysWhereItStands holds what people are promised of every rule that ships.
func TestEveryCriterionSaysWhereItStands(t *testing.T) {
	w := shipped(t)
	kinds := map[string]int{}
	for _, p := range []*budget.Policy{w.law, w.local} {
		for _, c := range p.Definition().Criteria {
			kinds[c.Kind]++
			if c.Title == "" || c.Because == "" {
				t.Errorf("%s has no title or reason", c.ID)
			}
			if c.Basis != "local" && c.Source == nil || c.Basis == "law" && (c.Source.At == "" || !c.Source.Verified) {
				t.Errorf("%s does not say where it can be read", c.ID)
			}
			if c.Kind == budget.Right && c.Basis == "law" && (c.Gives == "" || c.NextStep == "" || c.IfDenied == "") {
				t.Errorf("%s does not say what it gives, what to do next or what to do if it is denied", c.ID)
			}
			if (p == w.local) != (c.Basis == "local") {
				t.Errorf("%s has the basis %s in %s", c.ID, c.Basis, p.ID())
			}
			for _, e := range c.Unless {
				if e.Because == "" || e.Source == nil && c.Basis != "local" {
					t.Errorf("the exception %s of %s has no reason or source", e.ID, c.ID)
				}
			}
		}
	}
	// Six features, three grounds on which payments must stop and eight on which they may, five on which money may be asked back.
	for kind, n := range map[string]int{budget.KeyFeature: 6, budget.StopMust: 3, budget.StopMay: 8, budget.Repayment: 5} {
		if kinds[kind] != n {
			t.Errorf("%d criteria of kind %s, want %d", kinds[kind], kind, n)
		}
	}
	if kinds[budget.Excluded] != 17 {
		t.Errorf("%d kinds of spending are excluded", kinds[budget.Excluded])
	}
	if w.law.Definition().Surplus != nil || w.law.Definition().Contingency != nil {
		t.Error("the law sets no weeks")
	}
}
