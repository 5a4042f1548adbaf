package budget_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

func TestABudgetInOrder(t *testing.T) {
	a := agreed()
	if err := a.Check(); err != nil {
		t.Fatal(err)
	}
	if err := budget.CheckStep(a, shipped(t).law, shipped(t).local); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"500 x £14.50 = £7,250.00", "", "1 x £3,650.01 x 274/365 = £2,740.01"} {
		cost, arithmetic, ok, err := a.Lines[i].Worked()
		if arithmetic != want || ok != (want != "") || err != nil || ok && cost != a.Lines[i].Cost {
			t.Errorf("%v %q %v %v", cost, arithmetic, ok, err)
		}
	}
}

// TestInvariants holds that everything that can be wrong with a budget is told at its field and line, and alone.
func TestInvariants(t *testing.T) {
	for name, c := range map[string]struct {
		spoil        func(a *budget.Agreed)
		field, words string
		cause        error
	}{
		"no sum":                {func(a *budget.Agreed) { *a = budget.Agreed{Amount: budget.GBP(0), Period: a.Period} }, "amount", "buys nothing", nil},
		"negative sum":          {func(a *budget.Agreed) { a.Amount.Minor = -5 }, "amount", "below nothing", budget.ErrNegative},
		"no period":             {func(a *budget.Agreed) { a.Period.To = day.Day{} }, "period", "has no days", nil},
		"period upside down":    {func(a *budget.Agreed) { a.Period.To = on("2026-03-31") }, "period", "has no days", nil},
		"lines over the sum":    {func(a *budget.Agreed) { a.Contingency = budget.GBP(170_999 + 1) }, "lines[2].cost", "line physio: with this line the lines and the contingency come to £12,000.01", nil},
		"contingency too large": {func(a *budget.Agreed) { a.Contingency = budget.GBP(1_200_001) }, "contingency", "more than the budget has", nil},
		"modes not the whole":   {func(a *budget.Agreed) { a.Shares[1].Amount = budget.GBP(299_999) }, "shares", "together they are £11,999.99, and the budget is £12,000.00", nil},
		"no modes":              {func(a *budget.Agreed) { a.Shares = nil }, "shares", "nobody said how the money is managed", nil},
		"a mode twice":          {func(a *budget.Agreed) { a.Shares[1].Mode = budget.Direct }, "shares[1]", "direct_payment is there twice", nil},
		"an unknown mode":       {func(a *budget.Agreed) { a.Shares[1].Mode = "cash" }, "shares[1].mode", "stands for nothing here", nil},
		"a share below nothing": {func(a *budget.Agreed) { a.Shares[1].Amount.Minor = -1 }, "shares[1].amount", "below nothing", budget.ErrNegative},
		"a mode over its share": {func(a *budget.Agreed) { a.Lines[1].Cost = budget.GBP(175_001); a.Contingency = budget.Money{} }, "lines[1].mode", "£9,000.01 are managed as direct_payment", nil},
		"a share of nothing": {func(a *budget.Agreed) {
			a.Shares = []budget.Share{{Mode: budget.Direct, Amount: a.Amount}, {Mode: budget.Notional, Amount: budget.GBP(0)}}
		}, "lines[2].mode", "line physio: with this line £2,740.01 are managed as notional, and the share has £0.00", nil},
		"percentages":        {func(a *budget.Agreed) { a.Shares[1].Percent = budget.Whole(24) }, "shares", "add up to 99 and not to 100", nil},
		"a wrong percentage": {func(a *budget.Agreed) { a.Shares[0].Percent, a.Shares[1].Percent = budget.Whole(70), budget.Whole(30) }, "shares[0].amount", "70 per cent of £12,000.00 is £8,400.00", nil},
		"over 100 per cent":  {func(a *budget.Agreed) { a.Shares[0].Percent = budget.Whole(101) }, "shares[0].percent", "are no part of a whole", nil},
		"contributions":      {func(a *budget.Agreed) { a.Contributions[0].Amount = budget.GBP(800_001) }, "contributions", "together they are £12,000.01", nil},
		"an agency twice": {func(a *budget.Agreed) {
			a.Contributions[1] = a.Contributions[0]
			a.Contributions[1].Amount = budget.GBP(400_000)
		}, "contributions[1]", "the agency Northridge ICB is there twice", nil},
		"an unnamed agency":     {func(a *budget.Agreed) { a.Contributions[1].Agency = "" }, "contributions[1].agency", "it is empty", nil},
		"two currencies":        {func(a *budget.Agreed) { a.Contributions[1].Amount.Currency = "EUR" }, "contributions[1].amount", "it is in EUR", budget.ErrCurrencies},
		"a line in euros":       {func(a *budget.Agreed) { a.Lines[1].Cost.Currency = "EUR" }, "lines[1].cost", "it is in EUR", budget.ErrCurrencies},
		"a rate in euros":       {func(a *budget.Agreed) { a.Lines[0].Rate.Currency = "EUR" }, "lines[0].rate", "it is in EUR", budget.ErrCurrencies},
		"a negative line":       {func(a *budget.Agreed) { a.Lines[1].Cost.Minor = -1 }, "lines[1].cost", "below nothing", budget.ErrNegative},
		"a line without a cost": {func(a *budget.Agreed) { a.Lines[1].Cost = budget.Money{} }, "lines[1].cost", "nobody said how much", budget.ErrNoMoney},
		"a line too large":      {func(a *budget.Agreed) { a.Lines[1].Cost.Minor = math.MaxInt64 }, "lines[1].cost", "too large", budget.ErrOverflow},
		"a product too large":   {func(a *budget.Agreed) { a.Lines[0].Quantity = budget.MaxQuantity }, "lines[0].cost", "cannot be worked out", budget.ErrOverflow},
		"a negative quantity":   {func(a *budget.Agreed) { a.Lines[0].Quantity = -1 }, "lines[0].quantity", "the quantity is -0.001", budget.ErrNegative},
		"a wrong product":       {func(a *budget.Agreed) { a.Lines[0].Cost = budget.GBP(724_999) }, "lines[0].cost", "the cost is £7,249.99, and 500 x £14.50 = £7,250.00", nil},
		"only a rate":           {func(a *budget.Agreed) { a.Lines[0].Quantity = 0 }, "lines[0].quantity", "belong together", nil},
		"proration of a sum":    {func(a *budget.Agreed) { p := budget.Prorate(a.Period); a.Lines[1].Proration = &p }, "lines[1].proration", "part of a yearly rate, and there is none", nil},
		"a third too much": {func(a *budget.Agreed) {
			a.Shares, a.Direct.Holder = thirds(400_013, 399_987, 400_000), ""
			a.Lines, a.Contingency = a.Lines[1:2], budget.Money{}
		}, "shares[0].amount", "33.333 per cent of £12,000.00 is £3,999.96", nil},
		"wrong days": {func(a *budget.Agreed) { a.Lines[2].Proration.Days = 275 }, "lines[2].proration.days", "275 days are written, and the period has 274", nil},
		"wrong year": {func(a *budget.Agreed) { a.Lines[2].Proration.Of = 366 }, "lines[2].proration.of", "divided by 365 days", nil},
		"days outside": {func(a *budget.Agreed) {
			*a.Lines[2].Proration = budget.Prorate(budget.Period{From: on("2026-03-31"), To: on("2026-12-29")})
		}, "lines[2].proration", "outside the period", nil},
		"no need":              {func(a *budget.Agreed) { a.Lines[1].Needs = nil }, "lines[1].needs", "line swim: it meets no need", nil},
		"no outcome":           {func(a *budget.Agreed) { a.Lines[1].Outcomes = nil }, "lines[1].outcomes", "serves no outcome", nil},
		"an outcome twice":     {func(a *budget.Agreed) { a.Lines[1].Outcomes[1] = "moving" }, "lines[1].outcomes[1]", "stands there twice", nil},
		"a blank need":         {func(a *budget.Agreed) { a.Lines[1].Needs[0] = " " }, "lines[1].needs[0]", "the id is empty", nil},
		"no category":          {func(a *budget.Agreed) { a.Lines[1].Category = "" }, "lines[1].category", "it is empty", nil},
		"nothing bought":       {func(a *budget.Agreed) { a.Lines[1].What = "" }, "lines[1].what", "it is empty", nil},
		"no line id":           {func(a *budget.Agreed) { a.Lines[1].ID = "" }, "lines[1].id", "it is empty", nil},
		"a line twice":         {func(a *budget.Agreed) { a.Lines[1].ID = "pa" }, "lines[1].id", "lines[0] has the same id", nil},
		"a mode without share": {func(a *budget.Agreed) { a.Lines[1].Mode = budget.ThirdParty }, "lines[1].mode", "no share of the budget is managed as third_party", nil},
		"an unknown payee":     {func(a *budget.Agreed) { a.Lines[1].Paid = "aunt" }, "lines[1].paid", "stands for nothing here", nil},
		"a debt for itself":    {func(a *budget.Agreed) { a.Lines[1].ForLine = "swim" }, "lines[1].for_line", "no such line", nil},
		"no lines":             {func(a *budget.Agreed) { a.Lines = nil }, "lines", "pays for nothing", nil},
		"too many lines":       {func(a *budget.Agreed) { a.Lines = make([]budget.Line, budget.MaxLines+1) }, "lines", "at most 1000", nil},
		"too many offers":      {func(a *budget.Agreed) { a.Offered = make([]budget.Mode, budget.MaxLines+1) }, "offered", "at most 1000", nil},
		"a long unit":          {func(a *budget.Agreed) { a.Lines[0].Unit = strings.Repeat("hour", 5001) }, "lines[0].unit", "line pa: it has more than 20000 bytes", nil},
		"an offer twice":       {func(a *budget.Agreed) { a.Offered = []budget.Mode{budget.Direct, budget.Direct} }, "offered[1]", "there twice", nil},
		"an unknown holder":    {func(a *budget.Agreed) { a.Direct.Holder = "bank" }, "direct.holder", "stands for nothing here", nil},
		"payments":             {func(a *budget.Agreed) { a.Direct.Payments = -1 }, "direct.payments", "cannot be", nil},
		"nothing direct":       {func(a *budget.Agreed) { a.Shares = []budget.Share{{Mode: budget.Notional, Amount: a.Amount}} }, "direct", "no share of that mode", nil},
		"notice":               {func(a *budget.Agreed) { n := -1; a.Terms.NoticeDays = &n }, "terms.notice_days", "cannot be", nil},
	} {
		t.Run(name, func(t *testing.T) {
			a := agreed()
			c.spoil(&a)
			err := a.Check()
			wantFault(t, err, c.field, c.words)
			if c.cause != nil && !errors.Is(err, c.cause) {
				t.Errorf("the cause is not %v", c.cause)
			}
			if s, i, applied := replay(append(begun()[:2], event{"e3", "2026-03-20", a})...); applied == nil || i != 2 || s.Ledger() != nil {
				t.Error("it was applied all the same")
			}
		})
	}
}

func TestSeveralFaultsAreToldAtOnce(t *testing.T) {
	a := agreed()
	a.Lines[1].ID = ""
	if err, want := a.Check(), "lines[1].id: it is empty, so nobody can tell what is meant; give the line an id of its own, such as pa_hours"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	a = agreed()
	a.Lines[0].Needs, a.Lines[1].Outcomes, a.Shares[1].Mode, a.Lines[2].Cost.Minor = nil, nil, "cash", 5
	err := a.Check()
	for _, want := range [][2]string{{"lines[0].needs", "no need"}, {"lines[1].outcomes", "no outcome"}, {"shares[1].mode", "stands for nothing"}, {"lines[2].cost", "£2,740.01"}} {
		wantFault(t, err, want[0], want[1])
	}
	a.Lines = make([]budget.Line, budget.MaxLines)
	var faults fault.Faults
	if errors.As(a.Check(), &faults); len(faults) != fault.Max {
		t.Errorf("%d faults are told", len(faults))
	}
}

// TestOneMistakeIsToldOnce holds that a part that is not in order in itself brings no faults of sums with it, nor a remedy that is none.
func TestOneMistakeIsToldOnce(t *testing.T) {
	for name, spoil := range map[string]func(a *budget.Agreed){
		"a product without a cost": func(a *budget.Agreed) { a.Lines[0].Cost = budget.Money{} },
		"a product in euros":       func(a *budget.Agreed) { a.Lines[0].Cost.Currency = "EUR" },
		"a sum below nothing":      func(a *budget.Agreed) { a.Amount.Minor = -5 },
		"a sum of nothing":         func(a *budget.Agreed) { a.Amount.Minor = 0 },
		"a sum in no currency":     func(a *budget.Agreed) { a.Amount.Currency = "gbp" },
		"a share below nothing":    func(a *budget.Agreed) { a.Shares[0].Amount.Minor = -1 },
		"a large contingency":      func(a *budget.Agreed) { a.Contingency = budget.GBP(1_200_001) },
		"a reason that is blank":   func(a *budget.Agreed) { a.Terms.AgreedWith[0] = " " },
	} {
		a := agreed()
		spoil(&a)
		var faults fault.Faults
		if errors.As(a.Check(), &faults); len(faults) != 1 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// thirds are three shares that are a third each, as near as three decimal places come to it.
func thirds(pence ...int64) (all []budget.Share) {
	for i, m := range []budget.Mode{budget.Direct, budget.Notional, budget.ThirdParty} {
		all = append(all, budget.Share{Mode: m, Amount: budget.GBP(pence[i]), Percent: budget.Quantity(33_333 + i/2)})
	}
	return all
}

// TestHonestBudgetsPass holds that what people write down every day is in order.
func TestHonestBudgetsPass(t *testing.T) {
	for name, change := range map[string]func(a *budget.Agreed){
		"a third each": func(a *budget.Agreed) {
			a.Shares, a.Lines, a.Contingency = thirds(400_000, 400_000, 400_000), a.Lines[1:2], budget.Money{}
		},
		"a percentage that was worked out": func(a *budget.Agreed) {
			a.Contributions[0].Amount, a.Contributions[0].Percent = budget.GBP(834_722), 69_560
			a.Contributions[1].Amount, a.Contributions[1].Percent = budget.GBP(365_278), 30_440
		},
		"one agency under two laws": func(a *budget.Agreed) { a.Contributions[1].Agency = "Northridge ICB" },
		"two daughters":             func(a *budget.Agreed) { a.Terms.AgreedWith = []string{"person", "daughter", "daughter"} },
	} {
		a := agreed()
		change(&a)
		if err := a.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAPeriodWithoutDays holds that no days are counted, and none paid for, where an end is not known.
func TestAPeriodWithoutDays(t *testing.T) {
	for _, p := range []budget.Period{{}, {From: on("2026-04-01")}, {To: on("2026-04-01")}, {From: on("2026-04-10"), To: on("2026-04-01")}} {
		if n, ok := p.Days(); n != 0 || ok || budget.Prorate(p).Days != 0 {
			t.Errorf("%v has %d days, %v", p, n, ok)
		}
	}
	for _, c := range []struct {
		from, to string
		days     int
		cost     int64
	}{{"2027-04-01", "2028-03-31", 366, 365_000 + 1000}, {"2026-04-01", "2027-03-31", 365, 365_000}, {"2028-02-28", "2028-03-01", 3, 3000}, {"2027-02-28", "2027-03-01", 2, 2000}, {"2028-02-29", "2028-02-29", 1, 1000}} {
		p := budget.Prorate(budget.Period{From: on(c.from), To: on(c.to)})
		if cost, err := budget.GBP(365_000).ForDays(budget.Whole(1), p.Days); p.Days != c.days || err != nil || cost != budget.GBP(c.cost) {
			t.Errorf("%s to %s: %d days, %v, %v", c.from, c.to, p.Days, cost, err)
		}
	}
}

func TestOtherStepsInThemselves(t *testing.T) {
	for name, c := range map[string]struct {
		step         budget.Step
		field, words string
	}{
		"request without a basis":  {budget.Requested{}, "basis", "it is empty"},
		"indication without a sum": {budget.Indicated{Period: agreed().Period}, "amount", "nobody said how much"},
		"indication without days":  {budget.Indicated{Amount: budget.GBP(1)}, "period", "has no days"},
		"refusal of what":          {budget.Refused{Reasons: []string{"x"}}, "what", "stands for nothing here"},
		"a blank reason":           {budget.Refused{What: budget.RefusedBudget, Reasons: []string{"x", " "}}, "reasons[1]", "write the reason"},
		"a reason twice":           {budget.Refused{What: budget.RefusedBudget, Reasons: []string{"x", "x"}}, "reasons[1]", "stands there twice"},
		"a long digest":            {budget.Requested{Basis: "wheelchair", Digest: strings.Repeat("sha256:", 3000)}, "digest", "more than 20000 bytes"},
		"refusal without reasons":  {budget.Refused{What: budget.RefusedBudget}, "reasons", "a right to reasons in writing"},
		"stop without a ground":    {budget.Stopped{Reasons: []string{"x"}}, "ground", "it is empty"},
		"stop without reasons":     {budget.Stopped{Ground: "stop_death"}, "reasons", "no reason"},
		"stop of what":             {budget.Stopped{Mode: "cash", Ground: "stop_death", Reasons: []string{"x"}}, "mode", "stands for nothing here"},
		"repayment by when":        {budget.RepaymentAsked{Ground: "repay_death", Amount: budget.GBP(5), Reasons: []string{"x"}, From: "the estate"}, "until", "by when"},
		"repayment by whom":        {budget.RepaymentAsked{Ground: "repay_death", Amount: budget.GBP(5), Reasons: []string{"x"}, Until: on("2027-01-01")}, "from", "it is empty"},
		"repayment of nothing":     {budget.RepaymentAsked{Ground: "repay_death", Amount: budget.GBP(0), Reasons: []string{"x"}, Until: on("2027-01-01"), From: "a"}, "amount", "nothing is asked for"},
		"review for what reason":   {budget.Reviewed{Found: "well"}, "why", "stands for nothing here"},
		"review that found what":   {budget.Reviewed{Why: budget.ReviewPlanned}, "found", "it is empty"},
		"reconsideration of what":  {budget.Reconsidered{Outcome: budget.Upheld, Reasons: []string{"x"}}, "of", "it is empty"},
		"reconsidered to what":     {budget.Reconsidered{Of: "e1", Reasons: []string{"x"}}, "outcome", "stands for nothing here"},
		"reconsidered without why": {budget.Reconsidered{Of: "e1", Outcome: budget.Changed}, "reasons", "no reason"},
	} {
		t.Run(name, func(t *testing.T) { wantFault(t, c.step.Check(), c.field, c.words) })
	}
}

// everyStep is a step of every kind with something in every field.
func everyStep() []budget.Step {
	notice := budget.Notice{GivenOn: on("2026-03-01"), Reconsideration: "Write to the panel."}
	a, yes := agreed(), true
	a.Supersedes, a.Notice, a.Direct.OnlyOfYear = "e0", notice, &yes
	a.Lines[1].ForLine, a.Lines[0].Necessity = "pa", "It is necessary."
	return []budget.Step{
		budget.Requested{Basis: "wheelchair", Policy: "personal-health-budget-england@0.1.0", Digest: "sha256:0", Plan: "plan1", Words: "I want to swim."},
		budget.Indicated{Amount: budget.GBP(5), Period: a.Period, How: "hours at the local rate"},
		a,
		budget.Refused{What: budget.RefusedPart, Reasons: []string{"x"}, Notice: notice},
		budget.Entry{What: budget.Adjust, Of: budget.Spend, Line: "pa", Mode: budget.Direct, Amount: budget.GBP(-5), OffPlan: true, Words: "x"},
		budget.Reviewed{Why: budget.ReviewAsked, Found: "x", Scores: []string{"s1"}, Goals: []string{"g1"}, Changes: true, Next: on("2027-01-01")},
		budget.Stopped{Mode: budget.Direct, Ground: "stop_consent", Mandatory: true, Reasons: []string{"x"}, From: on("2026-12-01"), Notice: notice},
		budget.RepaymentAsked{Ground: "repay_unused", Amount: budget.GBP(5), Reasons: []string{"x"}, Until: on("2027-01-01"), From: "the person", Notice: notice},
		budget.Reconsidered{Of: "e3", Evidence: []string{"a letter"}, Outcome: budget.Changed, Reasons: []string{"x"}, Notice: notice},
	}
}

// TestStepsReadBackWhatTheyWrote holds that no field is lost in JSON, and that kinds differ and have the prefix of budgets.
func TestStepsReadBackWhatTheyWrote(t *testing.T) {
	seen := map[string]bool{}
	for i, step := range everyStep() {
		if err := step.Check(); err != nil {
			t.Errorf("%s: %v", step.Kind(), err)
		}
		src, err := json.Marshal(step)
		if err != nil {
			t.Fatal(err)
		}
		again := decodeAs(t, budget.Steps()[i], src)
		if diff := cmp.Diff(step, again, cmpopts.EquateComparable(day.Day{})); diff != "" {
			t.Error(step.Kind(), diff)
		}
		if seen[step.Kind()] || step.Kind()[:7] != "budget_" {
			t.Error(step.Kind())
		}
		seen[step.Kind()] = true
	}
}
