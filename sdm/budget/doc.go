// Package budget is personal health budgets and integrated personal budgets: money that is agreed with a person for their own care, tied
// line by line to the needs and outcomes of their plan, and counted to the penny.
//
// A budget is a thread of events. Each has a Step: Requested, Indicated, Agreed, Refused, Entry, Reviewed, Stopped, RepaymentAsked,
// Reconsidered. A State takes them in their order and says where the budget stands; its Ledger adds the entries up:
//
//	var s budget.State
//	err := s.Apply("b1", asked, budget.Requested{Basis: "section_117"})
//	err = s.Apply("b2", told, budget.Indicated{Amount: budget.GBP(1_100_000), Period: year})
//	err = s.Apply("b3", signed, final)
//	err = s.Apply("b4", april, budget.Entry{What: budget.Allocate, Line: "pa", Amount: budget.GBP(725_000)})
//	left := s.Ledger().Whole().Available
//
// Who has a right to a budget, what a direct payment may not buy, when payments stop and when money is asked back are no Go: they are
// documents of kind budget-policy, such as personal-health-budget-england for the law, and those of a local board beside it. Their
// rules read what the person says, and facts that this package works out from the events; Vocabulary lists those, and the page FACTS.md
// beside this package.
//
//	law, err := budget.FromSet(set, "personal-health-budget-england")
//	found := law.Findings(budget.Given{Person: who, Answers: answers, State: &s, AsOf: today})
//	err = budget.CheckStep(final, law, local) // a line that may not be paid for, with the criterion that says so
//	due, ok := law.ReviewDue(&s, today)
//
// # Money
//
// Money counts smallest units in a currency, so that nothing is ever rounded but once in a line: rate x quantity, a half up. A line for a
// part of a year keeps its days, and its cost is the yearly sum x days / 365. In JSON an amount is {"minor": 123450, "currency": "GBP"}.
// What is too large to count, of two currencies, or below nothing is an error and no number.
//
// # What is an error, and what a finding
//
// That a sum does not add up, that a line serves no need or no outcome, or that a step comes out of its order is an error: the event
// cannot be so. That an indicative sum came too late, that a review is overdue or that more was spent than paid out is a Finding: it happened, and
// somebody should see it. Findings never deny because of a blank: what nobody recorded is unknown.
//
// Errors are fault.Faults: each leads to its field, such as lines[2].cost, and names the line in its words. The cause of one that rests on a
// criterion of a policy is Forbidden, and those of numbers are ErrOverflow, ErrCurrencies, ErrNoMoney and ErrNegative.
//
// # From year to year
//
// A budget that takes the place of another has its own period. Where that begins later than the period of the last one, its shares are new
// money beside what was set aside until then; otherwise they are the old money put differently, and what was set aside and paid out before
// counts against them. A budget can be agreed before its period begins: until then money is paid from the last one too. The ledger adds up
// all periods.
//
// # Limits
//
// A budget has at most MaxLines lines, an amount at most MaxMinor smallest units, and a ledger sums of half of that. A currency is checked
// for the form of its code. Money that is returned is unspent: before somebody pays back what they spent off the plan, that spending is
// corrected. The package pays nothing and moves no money, keeps no entries but their sums, and looks nothing up: whether ids of needs,
// outcomes and actions stand in the plan is told by whoever has the plan. Whether a ground to stop holds, whether a sum is
// enough and what a substantial proportion is, people decide. The rules are those of the documents, which are no legal advice.
package budget
