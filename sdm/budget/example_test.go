package budget_test

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

func Example() {
	year := budget.Period{From: day.New(2026, time.April, 1), To: day.New(2027, time.March, 31)}
	final := budget.Agreed{
		Amount: budget.GBP(800_000),
		Period: year,
		Shares: []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(800_000)}},
		Lines: []budget.Line{{
			ID: "pa", Category: "personal_assistant", What: "Somebody to help in the mornings",
			Quantity: budget.Whole(520), Unit: "hours", Rate: budget.GBP(1450), Cost: budget.GBP(754_000), Mode: budget.Direct,
			Needs: []string{"washing"}, Outcomes: []string{"start_the_day"},
		}},
	}
	_, arithmetic, _, _ := final.Lines[0].Worked()
	fmt.Println(arithmetic)

	var s budget.State
	for i, step := range []budget.Step{
		budget.Requested{Basis: "section_117"},
		final,
		budget.Entry{What: budget.Allocate, Line: "pa", Amount: budget.GBP(754_000)},
		budget.Entry{What: budget.Release, Line: "pa", Amount: budget.GBP(60_000)},
		budget.Entry{What: budget.Spend, Line: "pa", Amount: budget.GBP(58_000)},
		budget.Entry{What: budget.Return, Line: "pa", Amount: budget.GBP(5_000)},
	} {
		if err := s.Apply(fmt.Sprintf("b%d", i+1), year.From, step); err != nil {
			fmt.Println(err)
		}
	}
	whole := s.Ledger().Whole()
	fmt.Println("unspent", whole.Unspent, "of", whole.Released)
	// Output:
	// 520 x £14.50 = £7,540.00
	// amount: line pa: only £20.00 are unspent of what is managed as direct_payment; enter first what was released, or correct what was spent
	// unspent £20.00 of £600.00
}

func ExampleCheckStep() {
	local, err := budget.Load("local.yaml", []byte(`
kind: budget-policy
id: our-rules
version: 1.0.0
title: Our rules
categories:
  - {id: wine, label: Wine}
  - {id: other, label: Something else}
criteria:
  - {id: no_wine, kind: excluded, when: line.category == "wine", because: Nobody here pays for wine., basis: local}
cases:
  - {name: wine, given: {line.category: wine}, expect: {no_wine: met}}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	err = budget.CheckStep(budget.Agreed{Lines: []budget.Line{{ID: "dinner", Category: "wine"}}}, local)
	fmt.Println(err)
	// Output:
	// lines[0].category: line dinner: Our rules does not allow it to be paid for (no_wine, local): Nobody here pays for wine; take the line out, or correct its category, mode or payee
}

func ExampleMoney_Times() {
	cost, err := budget.GBP(1333).Times(7500) // £13.33 an hour, for 7.5 hours
	fmt.Println(cost, err)
	_, err = cost.Add(budget.Money{Minor: 1, Currency: "EUR"})
	fmt.Println(err)
	// Output:
	// £99.98 <nil>
	// two currencies: GBP and EUR cannot be added or compared
}

func ExampleMoney_ForDays() {
	yearly := budget.GBP(365_001)
	p := budget.Prorate(budget.Period{From: day.New(2026, time.July, 1), To: day.New(2027, time.March, 31)})
	cost, err := yearly.ForDays(budget.Whole(1), p.Days)
	fmt.Println(yearly, "x", p.Days, "/", p.Of, "=", cost, err)
	// Output:
	// £3,650.01 x 274 / 365 = £2,740.01 <nil>
}

func ExampleLedger() {
	l := budget.NewLedger("GBP")
	for _, e := range []budget.Entry{
		{What: budget.Allocate, Mode: budget.Direct, Amount: budget.GBP(100_000)},
		{What: budget.Release, Mode: budget.Direct, Amount: budget.GBP(50_000)},
		{What: budget.Spend, Line: "pa", Mode: budget.Direct, Amount: budget.GBP(30_000)},
		{What: budget.Adjust, Of: budget.Spend, Line: "pa", Mode: budget.Direct, Amount: budget.GBP(-1_000), Words: "The invoice was £290."},
	} {
		if err := l.Append(e); err != nil {
			fmt.Println(err)
		}
	}
	b := l.Mode(budget.Direct)
	fmt.Println(b.Released, "-", b.Spent, "=", b.Underspend, "; available", b.Available)
	// Output:
	// £500.00 - £290.00 = £210.00 ; available £710.00
}

func ExamplePolicy_ReviewDue() {
	law, err := budget.Load("law.yaml", []byte(`
kind: budget-policy
id: reviews
version: 1.0.0
title: Reviews
reviews: {first_months: 3, then_months: 12, basis: local}
criteria:
  - {id: overdue, kind: flag, when: budget.review_overdue, basis: local}
cases:
  - {name: overdue, given: {budget.review_overdue: true}, expect: {overdue: met}}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &budget.State{}
	for i, e := range append(begun(), event{"b4", "2026-04-01", entry(budget.Allocate, "swim", 30_000)}, event{"b5", "2026-04-01", entry(budget.Release, "swim", 5_000)}) {
		if err := s.Apply(e.id, on(e.on), e.step); err != nil {
			fmt.Println(i, err)
		}
	}
	today := day.New(2026, time.July, 20)
	due, ok := law.ReviewDue(s, today)
	fmt.Println(due.On, due.Overdue, due.Because, ok)
	fmt.Println(law.Findings(budget.Given{State: s, AsOf: today})[0])
	// Output:
	// 2026-07-01 true 3 months after the first payment on 1 April 2026 true
	// overdue: met
}
