package budget_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// refuses asks that the last of some events is refused at a field, and the others are taken.
func refuses(t *testing.T, field, words string, events ...event) {
	t.Helper()
	_, i, err := replay(events...)
	if i != len(events)-1 {
		t.Fatalf("event %d: %v", i, err)
	}
	wantFault(t, err, field, words)
}

// adjustment corrects a sum of a line.
func adjustment(of budget.Movement, line string, pence int64) budget.Entry {
	e := entry(budget.Adjust, line, pence)
	e.Of, e.Words = of, "a slip"
	return e
}

// cut is the budget with less money for the direct payment.
func cut(direct int64) budget.Agreed {
	a := agreed()
	a.Supersedes, a.Contributions, a.Contingency = "e3", nil, budget.Money{}
	a.Amount = budget.GBP(direct + 300_000)
	a.Shares = []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(direct)}, a.Shares[1]}
	a.Shares[1].Percent = 0
	a.Lines = a.Lines[1:]
	return a
}

// TestAStopThatIsToCome holds that money is paid until the day on which a stop takes effect, which is after its notice, and not from then on.
func TestAStopThatIsToCome(t *testing.T) {
	notice := budget.Stopped{Mode: budget.Direct, Ground: "stop_consent", Reasons: []string{"x"}, From: on("2026-06-01")}
	whole := budget.Stopped{Ground: "stop_death", Reasons: []string{"x"}, From: on("2026-07-01")}
	events := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "pa", 9_000)}, event{"n", "2026-05-01", notice})
	must(t, append(slices.Clone(events), event{"b", "2026-05-31", entry(budget.Release, "pa", 9_000)})...)
	must(t, append(slices.Clone(events), event{"b", "2026-06-02", adjustment(budget.Allocate, "pa", 1)})...) // a slip can be put right later
	refuses(t, "what", `line pa: nothing more is set aside or paid out, because that was stopped in "n"`, append(slices.Clone(events), event{"b", "2026-06-01", entry(budget.Release, "pa", 9_000)})...)
	// A later stop of the whole opens nothing that was stopped before.
	events = append(events, event{"w", "2026-06-02", whole})
	refuses(t, "what", `stopped in "n"`, append(slices.Clone(events), event{"b", "2026-06-03", entry(budget.Release, "pa", 1)})...)
	must(t, append(slices.Clone(events), event{"b", "2026-06-30", entry(budget.Allocate, "physio", 1)})...)
	refuses(t, "what", `stopped in "w"`, append(slices.Clone(events), event{"b", "2026-07-01", entry(budget.Allocate, "physio", 1)})...)
}

// TestTheNextYear holds that a budget for a period after that of the last one can be set aside in whole, and no more.
func TestTheNextYear(t *testing.T) {
	next, again := agreed(), agreed()
	next.Period = budget.Period{From: on("2027-04-01"), To: on("2028-03-31")}
	next.Lines[2].Proration.Period = budget.Period{From: on("2027-07-01"), To: on("2028-03-30")}
	next.Supersedes, again.Supersedes = "e3", "e3"
	first := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 900_000)}, event{"b", "2026-04-01", entry(budget.Release, "direct_payment", 800_000)})
	second := append(slices.Clone(first), event{"e4", "2027-03-20", next}, event{"c", "2027-04-01", entry(budget.Allocate, "direct_payment", 900_000)})
	s := must(t, append(slices.Clone(second), event{"d", "2027-04-02", entry(budget.Release, "direct_payment", 1_000_000)})...)
	if sum := s.Ledger().Mode(budget.Direct); sum.Allocated != budget.GBP(1_800_000) || sum.Released != sum.Allocated {
		t.Errorf("%+v", sum)
	}
	refuses(t, "amount", "£18,000.01 would be allocated as direct_payment, and that share of the budget is £9,000.00, beside £9,000.00 for earlier periods",
		append(slices.Clone(second), event{"d", "2027-04-02", entry(budget.Allocate, "direct_payment", 1)})...)
	// What was left of the first share, and what a cut took from what was set aside, is not carried over.
	some := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 500_000)}, event{"e4", "2027-03-20", next})
	refuses(t, "amount", "beside £5,000.00 for earlier periods", append(some, event{"c", "2027-04-01", entry(budget.Allocate, "direct_payment", 900_001)})...)
	after := next
	after.Supersedes = "e4"
	less := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 900_000)}, event{"e4", "2026-05-01", cut(100_000)}, event{"e5", "2027-03-20", after})
	refuses(t, "amount", "beside £1,000.00 for earlier periods", append(less, event{"c", "2027-04-01", entry(budget.Allocate, "direct_payment", 100_001)})...)
	// A new budget for the same days is no new money.
	refuses(t, "amount", "£9,000.01 would be allocated", append(slices.Clone(first), event{"e4", "2026-08-01", again}, event{"c", "2026-08-01", entry(budget.Allocate, "direct_payment", 1)})...)
}

// TestTheLastDaysOfAYear holds that a budget that is agreed in advance does not hold up the last of the one before it, and can be set aside in
// advance itself.
func TestTheLastDaysOfAYear(t *testing.T) {
	next := agreed()
	next.Period = budget.Period{From: on("2027-04-01"), To: on("2028-03-31")}
	next.Supersedes, next.Lines = "e3", next.Lines[:2]
	next.Lines[1].Mode, next.Lines[1].Cost = budget.Notional, budget.GBP(20_000)
	events := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 825_000)}, event{"e4", "2027-03-20", next})
	swim := entry(budget.Release, "swim", 100)
	swim.Mode = budget.Direct
	must(t, append(slices.Clone(events), event{"s", "2027-03-31", swim})...) // which is managed as notional from then on
	refuses(t, "mode", "managed as notional", append(slices.Clone(events), event{"s", "2027-04-01", swim})...)
	must(t, append(slices.Clone(events), event{"p", "2027-03-31", entry(budget.Allocate, "physio", 100)})...)
	refuses(t, "line", "no longer part of the budget", append(slices.Clone(events), event{"p", "2027-04-01", entry(budget.Allocate, "physio", 100)})...)
	last := append(slices.Clone(events), event{"b", "2027-03-25", entry(budget.Allocate, "direct_payment", 75_000)})
	must(t, append(slices.Clone(last), event{"c", "2027-03-26", entry(budget.Allocate, "direct_payment", 900_000)})...)
	last = append(last, event{"c", "2027-04-01", entry(budget.Allocate, "direct_payment", 900_000)})
	refuses(t, "amount", "beside £9,000.00 for earlier periods", append(last, event{"d", "2027-04-01", entry(budget.Allocate, "direct_payment", 1)})...)
	// An entry that is refused settles nothing.
	wrong := must(t, events...)
	if err := wrong.Apply("x", on("2027-04-01"), entry(budget.Allocate, "direct_payment", 1_000_000)); err == nil {
		t.Fatal("more than the share was set aside")
	}
	if err := wrong.Apply("b", on("2027-03-25"), entry(budget.Allocate, "direct_payment", 975_000)); err != nil {
		t.Error(err)
	}
}

// TestTheRestOfAYear holds that a budget for what is left of a year leaves what was paid before in its own period.
func TestTheRestOfAYear(t *testing.T) {
	rest := cut(300_000)
	rest.Period.From = on("2026-12-01")
	rest.Lines[1].Proration.Period.From, rest.Lines[1].Proration.Days, rest.Lines[1].Cost = on("2026-12-01"), 121, budget.GBP(121_000)
	events := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 600_000)}, event{"b", "2026-04-01", entry(budget.Release, "direct_payment", 600_000)},
		event{"e4", "2026-11-20", rest}, event{"c", "2026-12-01", entry(budget.Allocate, "direct_payment", 300_000)})
	must(t, append(slices.Clone(events), event{"d", "2026-12-01", entry(budget.Release, "direct_payment", 300_000)})...)
	refuses(t, "amount", "beside £6,000.00 for earlier periods", append(events, event{"d", "2026-12-01", entry(budget.Allocate, "direct_payment", 1)})...)
}

// TestACutBindsWhatIsPaidOut holds that what was set aside before a cut is not paid out beyond the new share.
func TestACutBindsWhatIsPaidOut(t *testing.T) {
	events := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 900_000)}, event{"e4", "2026-05-01", cut(100_000)})
	must(t, append(slices.Clone(events), event{"b", "2026-05-02", entry(budget.Release, "swim", 100_000)})...)
	refuses(t, "amount", "line swim: £1,000.01 would be released as direct_payment, and that share of the budget is £1,000.00", append(events, event{"b", "2026-05-02", entry(budget.Release, "swim", 100_001)})...)
}

// TestCorrectionsKeepToTheShare holds that a correction cannot set aside what an allocation could not.
func TestCorrectionsKeepToTheShare(t *testing.T) {
	events := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "pa", 899_999)})
	must(t, append(slices.Clone(events), event{"b", "2026-04-02", adjustment(budget.Allocate, "pa", 1)})...)
	must(t, append(slices.Clone(events), event{"b", "2026-04-02", adjustment(budget.Allocate, "pa", -1)})...)
	refuses(t, "amount", "£9,000.01 would be allocated", append(slices.Clone(events), event{"b", "2026-04-02", adjustment(budget.Allocate, "pa", 2)})...)
}

// TestAPaymentThatNeverWas holds that the first payment is forgotten where all that was paid out is corrected away.
func TestAPaymentThatNeverWas(t *testing.T) {
	events := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "pa", 500)}, event{"b", "2026-04-01", entry(budget.Release, "pa", 300)})
	part := append(slices.Clone(events), event{"c", "2026-04-02", adjustment(budget.Release, "pa", -299)})
	if s := must(t, part...); s.FirstPaid() != on("2026-04-01") {
		t.Error("a penny was paid out on the first day, and not on", s.FirstPaid())
	}
	none := append(slices.Clone(events), event{"c", "2026-04-02", adjustment(budget.Release, "pa", -300)})
	if s := must(t, none...); s.FirstPaid() != (day.Day{}) {
		t.Error("nothing was paid out, and first on", s.FirstPaid())
	}
	if s := must(t, append(none, event{"d", "2026-05-01", entry(budget.Release, "pa", 300)})...); s.FirstPaid() != on("2026-05-01") {
		t.Error("it was paid out on 1 May, and not on", s.FirstPaid())
	}
	yes, a := true, agreed()
	a.Direct = &budget.DirectPayment{Items: 5, Payments: 1, OnlyOfYear: &yes}
	none[2].step = a
	once := must(t, append(none, event{"d", "2026-05-01", entry(budget.Release, "pa", 300)})...)
	if f := find(t, shipped(t).law.Findings(given(t, once, "2026-06-01", nil, nil)), "one_off"); f.State != policy.Met {
		t.Errorf("a payment that never was is counted: %v", f)
	}
}

// TestALineThatIsManagedAnew holds that what was paid out in the earlier way can be spent, given back and corrected after a line has another
// mode, and that nothing more is paid out in it.
func TestALineThatIsManagedAnew(t *testing.T) {
	moved := agreed()
	moved.Supersedes, moved.Lines[1].Mode, moved.Lines[1].Cost = "e3", budget.Notional, budget.GBP(20_000)
	in := func(e budget.Entry, m budget.Mode) budget.Entry {
		e.Mode = m
		return e
	}
	events := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "swim", 900)}, event{"b", "2026-04-01", entry(budget.Release, "swim", 900)},
		event{"c", "2026-04-02", entry(budget.Spend, "swim", 500)}, event{"e4", "2026-05-01", moved})
	s := must(t, append(slices.Clone(events),
		event{"d", "2026-05-02", in(adjustment(budget.Spend, "swim", -100), budget.Direct)},
		event{"e", "2026-05-02", in(entry(budget.Return, "swim", 500), budget.Direct)},
		event{"f", "2026-05-02", entry(budget.Allocate, "swim", 70)})...)
	if direct, notional := s.Ledger().Mode(budget.Direct), s.Ledger().Mode(budget.Notional); direct.Unspent != budget.GBP(0) || direct.Spent != budget.GBP(400) || notional.Allocated != budget.GBP(70) {
		t.Errorf("%+v and %+v", direct, notional)
	}
	for name, e := range map[string]budget.Entry{
		"more money": in(entry(budget.Allocate, "swim", 1), budget.Direct), "never so": in(entry(budget.Spend, "swim", 1), budget.ThirdParty), "no mode": in(entry(budget.Spend, "swim", 1), "cash"),
	} {
		t.Run(name, func(t *testing.T) {
			refuses(t, "mode", "managed as notional", append(slices.Clone(events), event{"d", "2026-05-02", e})...)
		})
	}
}

// TestDaysBeforeTheirEvent holds that what is to come does not lie in the past.
func TestDaysBeforeTheirEvent(t *testing.T) {
	paid := append(begun(), event{"a", "2026-04-01", entry(budget.Allocate, "pa", 900)}, event{"b", "2026-04-01", entry(budget.Release, "pa", 900)})
	review := budget.Reviewed{Why: budget.ReviewAsked, Found: "x", Next: on("2026-05-02")}
	repay := budget.RepaymentAsked{Ground: "repay_unused", Amount: budget.GBP(1), Reasons: []string{"x"}, Until: on("2026-05-02"), From: "the person"}
	must(t, append(slices.Clone(paid), event{"v", "2026-05-02", review}, event{"r", "2026-05-02", repay})...)
	refuses(t, "next", "before this one", append(slices.Clone(paid), event{"v", "2026-05-03", review})...)
	refuses(t, "until", "before it was asked for", append(slices.Clone(paid), event{"r", "2026-05-03", repay})...)
}

// TestOnlyWhatLeftTheBodyIsPaidBack holds that what the body spends itself is not asked of the person.
func TestOnlyWhatLeftTheBodyIsPaidBack(t *testing.T) {
	paid := append(begun(),
		event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 500)}, event{"b", "2026-04-01", entry(budget.Release, "direct_payment", 500)},
		event{"c", "2026-04-01", entry(budget.Allocate, "notional", 100_000)}, event{"d", "2026-04-01", entry(budget.Release, "notional", 100_000)},
		event{"e", "2026-04-02", entry(budget.Return, "direct_payment", 200)})
	repay := budget.RepaymentAsked{Ground: "repay_unused", Amount: budget.GBP(300), Reasons: []string{"x"}, Until: on("2026-06-01"), From: "the person"}
	must(t, append(slices.Clone(paid), event{"r", "2026-05-02", repay})...)
	repay.Amount = budget.GBP(301)
	refuses(t, "amount", "only £3.00 have not come back", append(slices.Clone(paid), event{"r", "2026-05-02", repay})...)
}

// TestAStopStopsSomething holds that a stop does not begin when the budget is over anyway, as by a slip in its year.
func TestAStopStopsSomething(t *testing.T) {
	stop := budget.Stopped{Ground: "stop_death", Reasons: []string{"x"}, From: on("2027-04-01")}
	must(t, append(begun(), event{"s", "2026-06-01", stop})...)
	stop.From = on("2062-06-01")
	refuses(t, "from", "so it would stop nothing", append(begun(), event{"s", "2026-06-01", stop})...)
}

// TestOnePotDoesNotHideAnother holds that money left over in one way of managing does not hide that more was spent in another, nor the other
// way round.
func TestOnePotDoesNotHideAnother(t *testing.T) {
	events := append(begun(),
		event{"a", "2026-04-01", entry(budget.Allocate, "direct_payment", 900_000)}, event{"b", "2026-04-01", entry(budget.Release, "direct_payment", 184_111)},
		event{"c", "2026-04-02", entry(budget.Spend, "physio", 100_000)})
	w, s := shipped(t), must(t, events...)
	if f := find(t, w.law.Findings(given(t, s, "2026-04-03", nil, notReviewed)), "must_review"); f.State != policy.NotMet {
		t.Errorf("more was spent than paid out for what is notional: %v", f)
	}
	// Nobody said whether the surplus has a reason; without one nothing is to be explained.
	if f := find(t, w.local.Findings(budget.Given{State: s, AsOf: on("2026-04-03")}), "local_surplus"); f.State != policy.Unknown {
		t.Errorf("a penny over eight weeks of the direct payment is unspent: %v", f)
	}
}

// TestWhatApplyReturns holds that every error of Apply leads to a field, or to the whole, and says how to mend it.
func TestWhatApplyReturns(t *testing.T) {
	for _, step := range everyStep() {
		for n := range 4 {
			s := must(t, begun()[:n]...)
			var faults fault.Faults
			if err := s.Apply("", on("2026-03-19"), step); !errors.As(err, &faults) || len(faults) != 1 || faults[0].Field != "id" || faults[0].Mend == "" {
				t.Errorf("%s after %d events: %v", step.Kind(), n, err)
			}
			if err := s.Apply("x", on("2026-03-20"), step); err != nil && (!errors.As(err, &faults) || faults[0].Mend == "") {
				t.Errorf("%s after %d events: %v", step.Kind(), n, err)
			}
		}
	}
}
