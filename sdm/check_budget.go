package sdm

import (
	"errors"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// inBudget holds a step of a budget against the policy that its request named.
func (c *eventCheck) inBudget(step budget.Step) {
	if at, ok := c.thread(aBudget); ok {
		c.budget(c.story.Budgets[at].State.Requested.Step, step, "in", "in")
	}
}

// budget holds a step against the policy of a request, or else the only one.
func (c *eventCheck) budget(request budget.Requested, step budget.Step, field, digestField string) {
	law, ok := (*budget.Policy)(nil), false
	if request.Policy == "" {
		law, ok = only(c, budget.Kind, field, c.library.BudgetPolicy)
	} else {
		law, ok = asUsed(c, request.Policy, field, request.Digest, digestField, c.library.BudgetPolicy)
	}
	if !ok {
		return
	}
	// Its words may be those of any policy, to the others of which its category is "other"; what may be paid for is asked of this one.
	for _, one := range fault.Of(budget.CheckStep(step, c.policies()...)) {
		var forbidden budget.Forbidden
		if !errors.As(one, &forbidden) || forbidden.Policy == law.Ref() {
			c.wrong.Add(one)
		}
	}
}

// policies gives all policies of budgets that the library has.
func (c *eventCheck) policies() (all []*budget.Policy) {
	for _, doc := range c.library.Set().All(budget.Kind) {
		if p, err := c.library.BudgetPolicy(doc.Ref()); err == nil {
			all = append(all, p)
		}
	}
	return all
}
