package sdm

import (
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// What is asked of a budget, beside the key features of the policy.
var asksOfBudgets = [][2]string{
	{"indicated", "the person was told upfront roughly how much money there is"},
	{"agreed", "a budget was agreed, with lines for needs and outcomes of the plan"},
	{"features", "it has the key features of a personal budget"},
	{"paid", "money was paid out"},
	{"reviewed", "the budget was reviewed"},
}

func (s *Story) budgetsShow(with Documents) []ThreadEvidence {
	if len(s.Budgets) == 0 {
		return nothing("the record has no budget", asksOfBudgets...)
	}
	var threads []ThreadEvidence
	for _, t := range s.Budgets {
		e, b := show(t.ID), t.State
		e.indicated(b, asksOfBudgets[0])
		e.pass(asksOfBudgets[1][0], asksOfBudgets[1][1], len(b.Agreed) > 0, agreedSays(b), "none was agreed", stepIDs(b.Agreed)...)
		e.features(b, with, asksOfBudgets[2])
		e.pass(asksOfBudgets[3][0], asksOfBudgets[3][1], !b.FirstPaid().IsZero(), "first on "+b.FirstPaid().Long(), "nothing was so far", s.known.paid[t.ID])
		e.pass(asksOfBudgets[4][0], asksOfBudgets[4][1], len(b.Reviewed) > 0, "yes", "not yet", stepIDs(b.Reviewed)...)
		threads = append(threads, e.thread)
	}
	return threads
}

// indicated asks that an indication came before the budget was agreed.
func (e *showing) indicated(b *budget.State, asks [2]string) {
	switch {
	case len(b.Indicated) == 0:
		e.add(asks[0], asks[1], NotShown, "nobody noted that they were")
	case len(b.Agreed) > 0 && b.Indicated[0].On.After(b.Agreed[0].On):
		e.add(asks[0], asks[1], NotShown, "only after the budget was agreed", b.Indicated[0].ID, b.Agreed[0].ID)
	default:
		e.add(asks[0], asks[1], Passed, b.Indicated[0].Step.Amount.String(), b.Indicated[0].ID)
	}
}

func agreedSays(b *budget.State) string {
	if len(b.Agreed) == 0 {
		return ""
	}
	last := b.Agreed[len(b.Agreed)-1]
	return last.Step.Amount.String() + ", " + phrase.Counted(len(last.Step.Lines), "line")
}

// features adds what the policy finds of each key feature.
func (e *showing) features(b *budget.State, with Documents, asks [2]string) {
	events := append(append([]string{b.Requested.ID}, stepIDs(b.Indicated)...), stepIDs(b.Agreed)...)
	if with.Budget == nil {
		e.add(asks[0], asks[1], NotKnown, "without a policy for budgets nobody can tell", events...)
		return
	}
	found := with.Budget.Findings(budget.Given{Person: with.Person, Answers: with.BudgetAnswers, State: b, AsOf: with.AsOf})
	for _, f := range found {
		if f.Kind == budget.KeyFeature {
			e.finding(f, f.Title, events...)
		}
	}
}

func stepIDs[T budget.Step](steps []budget.Dated[T]) []string {
	ids := make([]string, len(steps))
	for i, d := range steps {
		ids[i] = d.ID
	}
	return ids
}
