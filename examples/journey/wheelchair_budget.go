package main

import (
	"errors"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// budgetAnswers are the answers to the law's own questions, beside what the record shows.
const budgetAnswers = `{"necessary": true, "not_appropriate": false, "capacity": "has", "person_consents": true, "court_order": "none", "can_manage": true,
	"sum_enough": true, "needs_can_be_met": true, "needs_not_met": false, "person_central": true, "outcomes_agreed": true, "chose_how_and_when": true}`

// wheelchairBudget is April: a right, a sum that is known before planning starts, a line that the law refuses, and the money in hand.
func wheelchairBudget(t *teller) {
	asked, told, agreed, paid := date(time.March, 30), date(time.April, 6), date(time.April, 13), date(time.April, 20)
	t.chapter("April: a wheelchair of her own choosing (personal budget)")
	t.say("%s. Rosa asks for a personal wheelchair budget. Before anybody has said whether she needs the chair every day:", asked.Long())
	t.ids.money = t.note(asked, sdm.ByPerson, "", budget.Requested{Basis: "wheelchair", Policy: t.budgetLaw.Ref(),
		Digest: t.budgetLaw.Digest(), Plan: t.ids.plan, Words: "A chair that gets up a kerb, so that nobody has to push me"})
	law := &t.budgetLaw.Definition().Header
	given := budget.Given{Person: t.who, State: t.budget(), AsOf: asked, Answers: t.budgetLaw.Sheet().None()}
	t.findings(law, t.budgetLaw.Findings(given), "wheelchair_right")
	t.say("The %s answers, and there is no doubt left:", wheelchairs.Name)
	given.Answers = t.parse(t.budgetLaw.Sheet(), budgetAnswers)
	t.findings(law, t.budgetLaw.Findings(given), "wheelchair_right")

	year := budget.Period{From: date(time.April, 1), To: date(time.April, 1).AddMonths(12).Add(-1)}
	indicated := budget.Indicated{Amount: budget.GBP(228_000), Period: year, How: "What the service would spend on a chair for her, and on its repairs"}
	t.note(told, wheelchairs, t.ids.money, indicated)
	t.say("%s. She is told upfront roughly how much there is: %s. Then she plans, and writes down four lines.", told.Long(), indicated.Amount)
	final := t.agreement(year, paid.AddMonths(3))
	glasses := final.Lines[len(final.Lines)-1]
	t.unpaid(final)
	t.say("Rosa: “So the kerb is NHS and seeing it is not.” She asks the optician about an NHS voucher, and puts the %s into repairs.", glasses.Cost)
	final.Lines = final.Lines[:len(final.Lines)-1]
	repairs := &final.Lines[len(final.Lines)-1]
	more, err := repairs.Rate.Add(glasses.Cost)
	t.keep(err)
	repairs.Rate, repairs.Cost = more, more
	final.Contingency, _ = t.budgetLocal.Contingency(final)
	t.keep(budget.CheckStep(final, t.budgetLaw, t.budgetLocal))
	t.note(agreed, wheelchairs, t.ids.money, final)

	t.heading("The budget that is agreed on " + agreed.Long())
	t.point("%s in all, from %s to %s", final.Amount, year.From.Long(), year.To.Long())
	for _, line := range final.Lines {
		_, sum, _, err := line.Worked()
		t.keep(err)
		t.point("line %s: %s, %s (%s, for the need %s)", line.ID, line.What, sum, phrase.Spoken(line.Mode), strings.Join(line.Needs, ", "))
	}
	if local := t.budgetLocal.Definition(); local.Contingency != nil {
		t.point("set aside for what nobody can foresee: %s, which is %d week of the budget %s",
			final.Contingency, local.Contingency.Weeks, t.ground(&local.Header, local.Contingency.Basis, local.Contingency.Source))
	}
	given.State, given.AsOf = t.budget(), agreed
	found := t.budgetLaw.Findings(given)
	t.findings(law, found, "ready_to_pay", "one_off")
	t.heading("The six key features of a personal budget")
	for _, f := range found {
		if f.Kind == budget.KeyFeature {
			t.point("%s: %s %s", f.State, f.Title, t.ground(law, f.Basis, f.Source))
		}
	}
	t.pay(final, paid)
}

// agreement is the draft of the budget; its last line is one that no direct payment may pay for.
func (t *teller) agreement(year budget.Period, review day.Day) budget.Agreed {
	yes, notice := true, 28
	line := func(id, category, what string, mode budget.Mode, quantity int64, unit string, rate int64) budget.Line {
		l := budget.Line{ID: id, Category: category, What: what, Paid: budget.Organisation,
			Quantity: budget.Whole(quantity), Unit: unit, Rate: budget.GBP(rate), Mode: mode,
			Needs: []string{"kerbs"}, Outcomes: []string{"out_and_about"}, Actions: []string{"wheelchair"}}
		cost, _, _, err := l.Worked()
		t.keep(err)
		l.Cost = cost
		return l
	}
	return budget.Agreed{
		Amount: budget.GBP(230_000), Period: year,
		Shares: []budget.Share{{Mode: budget.Notional, Amount: budget.GBP(175_000)}, {Mode: budget.Direct, Amount: budget.GBP(55_000)}},
		Lines: []budget.Line{
			line("chair", "wheelchair", "A light chair with a drive that climbs kerbs", budget.Notional, 1, "chair", 175_000),
			line("kerb_lessons", "training", "Lessons in kerbs, ramps and buses", budget.Direct, 6, "hour", 4_250),
			line("repairs", "equipment", "Tyres and repairs for the year", budget.Direct, 1, "year", 12_000),
			line("glasses", "nhs_charged", "New glasses, to see the kerb before the chair does", budget.Direct, 1, "pair", 12_000),
		},
		Offered: budget.Modes(),
		Direct:  &budget.DirectPayment{Holder: budget.HeldByPerson, Account: budget.PersonalAccount, Payments: 1, Items: 2, OnlyOfYear: &yes},
		Terms: &budget.Terms{AgreedWith: []string{"person"}, Coordinator: nurse.Name, Monitors: &yes, RisksAdvised: &yes, FirstReview: review,
			ReviewMethod: "at home, with the chair", NoticeDays: &notice},
	}
}

// unpaid prints why a line cannot be paid for, with the criterion that says so.
func (t *teller) unpaid(draft budget.Agreed) {
	var faults fault.Faults
	if !errors.As(budget.CheckStep(draft, t.budgetLaw, t.budgetLocal), &faults) {
		t.keep(errors.New("the draft of the budget has no line that may not be paid for"))
		return
	}
	for _, line := range draft.Lines {
		for _, f := range t.budgetLaw.Line(budget.Given{Person: t.who, State: t.budget()}, line) {
			for _, wrong := range faults {
				var why budget.Forbidden
				if errors.As(wrong, &why) && why.Line == line.ID && why.Criterion == f.ID {
					t.point("%s %s", wrong, t.ground(&t.budgetLaw.Definition().Header, f.Basis, f.Source))
				}
			}
		}
	}
}

// pay sets the money aside and pays it out.
func (t *teller) pay(final budget.Agreed, on day.Day) {
	for _, line := range final.Lines {
		t.note(on, wheelchairs, t.ids.money, budget.Entry{What: budget.Allocate, Line: line.ID, Amount: line.Cost})
	}
	t.note(on, wheelchairs, t.ids.money, budget.Entry{What: budget.Allocate, Mode: budget.Direct, Amount: final.Contingency, Words: "The contingency"})
	for _, line := range final.Lines {
		t.note(on, wheelchairs, t.ids.money, budget.Entry{What: budget.Release, Line: line.ID, Amount: line.Cost})
	}
	t.note(on, wheelchairs, t.ids.money, budget.Entry{What: budget.Spend, Line: "chair", Amount: final.Lines[0].Cost})
	t.say("%s. The money is paid out, and the chair comes.", on.Long())
	t.balance()
}

// budget gives the state of her budget.
func (t *teller) budget() *budget.State { return thread(t.story().Budgets, t.ids.money) }

// balance prints what the ledger comes to.
func (t *teller) balance() {
	ledger := t.budget().Ledger()
	if ledger == nil {
		return
	}
	all := ledger.Whole()
	t.point("set aside %s, paid out %s, spent %s; whoever manages it holds %s, and %s of what was set aside is left",
		all.Allocated, all.Released, all.Spent, all.Unspent, all.Available)
}

// budgetReview is the review that the law asks for within three months of the first payment.
func budgetReview(t *teller) {
	spent, reviewed := date(time.June, 29), date(time.July, 13)
	t.chapter("July: does the money do what it is for?")
	due, ok := t.budgetLaw.ReviewDue(t.budget(), reviewed)
	if ok {
		t.say("The first review is due by %s: %s %s", due.On.Long(), due.Because, t.ground(&t.budgetLaw.Definition().Header, due.Basis, due.Source))
	}
	t.note(spent, sdm.ByPerson, t.ids.money, budget.Entry{What: budget.Spend, Line: "kerb_lessons", Amount: budget.GBP(5 * 4_250), Words: "Five lessons"})
	t.note(spent, sdm.ByPerson, t.ids.money, budget.Entry{What: budget.Spend, Line: "repairs", Amount: budget.GBP(3_860), Words: "An inner tube and a fitting"})
	t.say("%s. On the ledger:", reviewed.Long())
	t.balance()
	t.note(reviewed, wheelchairs, t.ids.money, budget.Reviewed{Why: budget.ReviewPlanned,
		Found: "She goes to the school and back on her own. One lesson is left.", Goals: []string{"wheels"}, Scores: []string{t.ids.hipWorse}})
	given := budget.Given{Person: t.who, State: t.budget(), AsOf: reviewed, Answers: t.parse(t.budgetLaw.Sheet(), budgetAnswers)}
	t.findings(&t.budgetLaw.Definition().Header, t.budgetLaw.Findings(given), "review_overdue", "must_review")
	if reviews := t.budget().Reviewed; len(reviews) > 0 {
		t.quote(wheelchairs.Name, reviews[0].Step.Found)
	}
}
