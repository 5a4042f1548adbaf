package budget_test

import (
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
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

// TestNothingThatBindsDirectPaymentsAloneIsSaidOfOtherBudgets holds that the law on stopping, repaying and reviewing direct payments is not
// applied to a budget that has none.
func TestNothingThatBindsDirectPaymentsAloneIsSaidOfOtherBudgets(t *testing.T) {
	notional := agreed()
	notional.Shares = []budget.Share{{Mode: budget.Notional, Amount: notional.Amount}}
	notional.Direct, notional.Contributions = nil, nil
	for i := range notional.Lines {
		notional.Lines[i].Mode = budget.Notional
	}
	events := begun()
	events[2].step = notional
	died := map[string]any{"died": true, "consent_withdrawn": true, "much_unused": true, "sum_enough": false, "health_changed": true, "was_child": true, "capacity": "regained", "nomination_withdrawn": true,
		"review_requested": true, "provider_ruled_out": true, "bought_from_ruled_out": true}
	for _, f := range shipped(t).law.Findings(given(t, must(t, events...), "2026-11-22", nil, died)) {
		direct := slices.Contains([]string{"must_review", "review_for_health", "review_for_consent", "review_for_nominee", "review_on_request", "review_overdue", "nobody_ruled_out", "enquiries_made"}, f.ID)
		if (direct || f.Kind == budget.StopMust || f.Kind == budget.StopMay || f.Kind == budget.Repayment) && f.State != policy.NotApplicable {
			t.Errorf("nothing is paid directly, and %v", f)
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
	// Six features, three grounds on which payments must stop, and those on which they may and on which money may be asked back: eight and five
	// that the law names, and one each for what it leaves open.
	for kind, n := range map[string]int{budget.KeyFeature: 6, budget.StopMust: 3, budget.StopMay: 9, budget.Repayment: 6} {
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
