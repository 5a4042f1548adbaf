package budget_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// naive adds entries up with no more than a loop over all of them.
func naive(entries []budget.Entry, counts func(e budget.Entry) bool) budget.Balance {
	var b budget.Balance
	sum := func(of budget.Movement) budget.Money {
		var n int64
		for _, e := range entries {
			if counts(e) && (e.What == of || e.What == budget.Adjust && e.Of == of) {
				n += e.Amount.Minor
			}
		}
		return budget.GBP(n)
	}
	b.Allocated, b.Released, b.Spent = sum(budget.Allocate), sum(budget.Release), sum(budget.Spend)
	b.Returned, b.ClawedBack = sum(budget.Return), sum(budget.ClawBack)
	b.Underspend, _ = b.Released.Sub(b.Spent)
	back, _ := b.Returned.Add(b.ClawedBack)
	b.Unspent, _ = b.Underspend.Sub(back)
	b.Available, _ = b.Allocated.Sub(b.Spent)
	b.Available, _ = b.Available.Sub(back)
	return b
}

var lineIDs = []string{"", "pa", "swim", "physio"}

// someEntry makes an entry, mostly one that fits.
func someEntry(random *rand.Rand) budget.Entry {
	kinds := []budget.Movement{budget.Allocate, budget.Allocate, budget.Allocate, budget.Release, budget.Release, budget.Spend, budget.Return, budget.ClawBack, budget.Adjust}
	e := budget.Entry{What: kinds[random.IntN(len(kinds))], Line: lineIDs[random.IntN(len(lineIDs))], Mode: budget.Modes()[random.IntN(3)], Amount: budget.GBP(1 + random.Int64N(5000))}
	if e.What == budget.Adjust {
		e.Of, e.Words = kinds[random.IntN(8)], "a slip"
		e.Amount.Minor -= 2500
	}
	if e.What == budget.Spend || e.Of == budget.Spend {
		e.OffPlan = random.IntN(3) == 0
	}
	return e
}

// TestBalancesAreThoseOfALoop holds every balance against the naive sum over the entries that were taken, after each of them.
func TestBalancesAreThoseOfALoop(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		l := budget.NewLedger("GBP")
		var taken []budget.Entry
		refused := 0
		for range 150 {
			e := someEntry(random)
			before := l.Whole()
			if err := l.Append(e); err == nil {
				taken = append(taken, e)
			} else if refused++; l.Whole() != before {
				t.Fatalf("%v was refused and changed the ledger", e)
			}
			pots := map[budget.Mode]budget.Balance{}
			for _, m := range budget.Modes() {
				pots[m] = l.Mode(m)
				want := naive(taken, func(e budget.Entry) bool { return e.Mode == m })
				if diff := cmp.Diff(want, pots[m]); diff != "" {
					t.Fatal(m, diff)
				}
				if want.Released.Minor > want.Allocated.Minor || want.Returned.Minor+want.ClawedBack.Minor > want.Released.Minor {
					t.Fatalf("%s holds %+v", m, want)
				}
			}
			whole := naive(taken, func(budget.Entry) bool { return true })
			if diff := cmp.Diff(whole, l.Whole()); diff != "" {
				t.Fatal(diff)
			}
			off := naive(taken, func(e budget.Entry) bool { return e.OffPlan }).Spent
			if l.OffPlan() != off || off.Minor < 0 || off.Minor > whole.Spent.Minor {
				t.Fatalf("%v of %v were spent off the plan, and the ledger says %v", off, whole.Spent, l.OffPlan())
			}
		}
		for _, id := range lineIDs {
			got, there := l.Line(id)
			if diff := cmp.Diff(naive(taken, func(e budget.Entry) bool { return e.Line == id }), got); diff != "" || there != slices.Contains(l.Lines(), id) {
				t.Fatal(id, diff)
			}
		}
		if l.Len() != len(taken) || len(taken) < 50 || refused < 5 {
			t.Fatalf("%d taken, %d refused, %d in the ledger", len(taken), refused, l.Len())
		}
	}
}

// TestPotsDoNotDependOnEachOther holds that entries may be split by mode and merged again in any way that keeps the order of each: the
// same ones are taken, and every balance is the same.
func TestPotsDoNotDependOnEachOther(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		var all []budget.Entry
		parts := map[budget.Mode][]budget.Entry{}
		for range 120 {
			e := someEntry(random)
			all = append(all, e)
			parts[e.Mode] = append(parts[e.Mode], e)
		}
		var merged []budget.Entry
		for len(merged) < len(all) {
			if m := budget.Modes()[random.IntN(3)]; len(parts[m]) > 0 {
				merged, parts[m] = append(merged, parts[m][0]), parts[m][1:]
			}
		}
		first, second := budget.NewLedger("GBP"), budget.NewLedger("GBP")
		for i := range all {
			_ = first.Append(all[i])
			_ = second.Append(merged[i])
		}
		for _, m := range budget.Modes() {
			if first.Mode(m) != second.Mode(m) || first.OffPlan() != second.OffPlan() {
				t.Fatalf("%s: %+v and %+v", m, first.Mode(m), second.Mode(m))
			}
		}
		for _, id := range lineIDs {
			a, _ := first.Line(id)
			if b, _ := second.Line(id); a != b {
				t.Fatalf("%s: %+v and %+v", id, a, b)
			}
		}
		if first.Whole() != second.Whole() || first.Len() != second.Len() {
			t.Fatal("the wholes differ")
		}
	}
}

func TestWhatALedgerRefuses(t *testing.T) {
	l := budget.NewLedger("GBP")
	direct := func(what budget.Movement, pence int64) budget.Entry {
		return budget.Entry{What: what, Mode: budget.Direct, Amount: budget.GBP(pence)}
	}
	for _, e := range []budget.Entry{direct(budget.Allocate, 1000), direct(budget.Release, 600), direct(budget.Spend, 500)} {
		if err := l.Append(e); err != nil {
			t.Fatal(err)
		}
	}
	adjust := func(of budget.Movement, pence int64) budget.Entry {
		return budget.Entry{What: budget.Adjust, Of: of, Mode: budget.Direct, Amount: budget.GBP(pence), Words: "a slip"}
	}
	eur := direct(budget.Spend, 1)
	eur.Amount.Currency = "EUR"
	offPlan, back := direct(budget.Return, 1), adjust(budget.Spend, -1)
	offPlan.OffPlan, back.OffPlan = true, true
	silent := adjust(budget.Spend, -1)
	silent.Words = " "
	for name, c := range map[string]struct {
		entry        budget.Entry
		field, words string
		cause        error
	}{
		"more than allocated":  {direct(budget.Release, 401), "amount", "£10.01 would have been released of £10.00 allocated", nil},
		"more than unspent":    {direct(budget.Return, 101), "amount", "only £1.00 are unspent", nil},
		"taken back":           {direct(budget.ClawBack, 101), "amount", "only £1.00 are unspent", nil},
		"another pot":          {budget.Entry{What: budget.Release, Mode: budget.Notional, Amount: budget.GBP(1)}, "amount", "of £0.00 allocated as notional", nil},
		"no pot":               {budget.Entry{What: budget.Spend, Line: "pa", Amount: budget.GBP(1)}, "mode", "from which pot", nil},
		"negative":             {direct(budget.Spend, -5), "amount", "below nothing", budget.ErrNegative},
		"nothing":              {direct(budget.Spend, 0), "amount", "no money is moved", nil},
		"two currencies":       {eur, "amount", "it is in EUR", budget.ErrCurrencies},
		"unsaid":               {budget.Entry{What: budget.Spend, Mode: budget.Direct}, "amount", "nobody said how much", budget.ErrNoMoney},
		"too large":            {direct(budget.Allocate, budget.MaxMinor), "amount", "too large", budget.ErrOverflow},
		"beyond":               {direct(budget.Allocate, math.MaxInt64), "amount", "too large", budget.ErrOverflow},
		"corrected below":      {adjust(budget.Spend, -501), "amount", "below nothing", budget.ErrNegative},
		"cut below released":   {adjust(budget.Allocate, -401), "amount", "would have been released", nil},
		"nothing corrected":    {adjust(budget.Spend, 0), "amount", "corrects nothing", nil},
		"correction of what":   {adjust("", 1), "of", "stands for nothing here", nil},
		"no reason":            {silent, "words", "it is empty", nil},
		"not off plan":         {offPlan, "off_plan", "only spending", nil},
		"less off plan":        {back, "amount", "only £0.00 were spent off the plan", budget.ErrNegative},
		"unknown":              {direct("transfer", 5), "what", "stands for nothing here", nil},
		"of without adjusting": {budget.Entry{What: budget.Spend, Of: budget.Return, Mode: budget.Direct, Amount: budget.GBP(1)}, "of", "only an adjustment", nil},
	} {
		t.Run(name, func(t *testing.T) {
			before := l.Whole()
			err := l.Append(c.entry)
			wantFault(t, err, c.field, c.words)
			if c.cause != nil && !errors.Is(err, c.cause) || l.Whole() != before || l.Len() != 3 {
				t.Errorf("%v", err)
			}
		})
	}
	if err := l.Append(direct(budget.Spend, 5000)); err != nil || l.Whole().Unspent != budget.GBP(-4900) || l.Whole().Underspend != budget.GBP(-4900) {
		t.Errorf("spending too much happens, and has to be seen: %v, %+v", err, l.Whole())
	}
	for _, none := range []*budget.Ledger{{}, budget.NewLedger("pounds"), budget.NewLedger("")} {
		wantFault(t, none.Append(direct(budget.Spend, 5)), "amount", "has no currency")
		if _, there := none.Line("pa"); there || none.Len() != 0 || len(none.Lines()) != 0 {
			t.Error("a ledger without a currency took an entry")
		}
	}
	if l.Mode("cash") != budget.NewLedger("GBP").Whole() || l.Currency() != "GBP" {
		t.Error("what is no mode has a balance")
	}
}

// TestCorrectionsOfALedger holds that a correction takes nothing from where it was not entered, and gives nothing back that was spent.
func TestCorrectionsOfALedger(t *testing.T) {
	spend := func(line string, off bool) budget.Entry {
		return budget.Entry{What: budget.Spend, Line: line, Mode: budget.Direct, Amount: budget.GBP(100), OffPlan: off}
	}
	correct := func(of budget.Movement, line string, pence int64, off bool) budget.Entry {
		return budget.Entry{What: budget.Adjust, Of: of, Line: line, Mode: budget.Direct, Amount: budget.GBP(pence), OffPlan: off, Words: "a slip"}
	}
	l := budget.NewLedger("GBP")
	for _, e := range []budget.Entry{
		{What: budget.Allocate, Mode: budget.Direct, Amount: budget.GBP(1000)}, {What: budget.Release, Mode: budget.Direct, Amount: budget.GBP(250)},
		spend("pa", false), spend("swim", true), {What: budget.Return, Mode: budget.Direct, Amount: budget.GBP(50)},
	} {
		if err := l.Append(e); err != nil {
			t.Fatal(err)
		}
	}
	before := l.Whole()
	for name, c := range map[string]struct {
		entry budget.Entry
		words string
	}{
		"on the plan, and none was":       {correct(budget.Spend, "swim", -100, false), "line swim: only £0.00 were spent on the plan, and £1.00 off it"},
		"off the plan of another line":    {correct(budget.Spend, "pa", -100, true), "line pa: only £0.00 were spent off the plan"},
		"more given back than is unspent": {correct(budget.Return, "", 1, false), "only £0.00 are unspent"},
		"more taken back than is unspent": {correct(budget.ClawBack, "", 1, false), "only £0.00 are unspent"},
		"less paid out than came back":    {correct(budget.Release, "", -201, false), "£0.50 came back of what is managed as direct_payment, and only £0.49 would have been released"},
	} {
		err := l.Append(c.entry)
		wantFault(t, err, "amount", c.words)
		if l.Whole() != before {
			t.Errorf("%s: it was refused and changed the ledger", name)
		}
	}
	for _, e := range []budget.Entry{correct(budget.Spend, "swim", -100, true), correct(budget.Return, "", 100, false), correct(budget.Return, "", -50, false)} {
		if err := l.Append(e); err != nil {
			t.Error(err)
		}
	}
	if l.OffPlan() != budget.GBP(0) || l.Whole().Returned != budget.GBP(100) {
		t.Errorf("%v off the plan, %v returned", l.OffPlan(), l.Whole().Returned)
	}
}

func FuzzLedger(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x10\x01\x01\x02\x08"))
	f.Add([]byte{5, 1, 2, 255, 0, 0, 0, 255, 1, 0, 0, 100, 2, 0, 0, 100, 3, 0, 0, 50})
	f.Fuzz(func(t *testing.T, src []byte) {
		kinds := []budget.Movement{budget.Allocate, budget.Release, budget.Spend, budget.Return, budget.ClawBack, budget.Adjust, "x"}
		l := budget.NewLedger("GBP")
		var taken []budget.Entry
		for ; len(src) >= 4; src = src[4:] {
			e := budget.Entry{What: kinds[int(src[0])%len(kinds)], Line: lineIDs[src[1]%4], Mode: budget.Modes()[src[2]%3], Amount: budget.GBP(int64(src[3]) << (src[1] >> 2 % 60))}
			if e.What == budget.Adjust {
				e.Of, e.Words = kinds[src[0]>>4%5], "why"
				if src[2]&4 > 0 {
					e.Amount.Minor = -e.Amount.Minor
				}
			}
			if l.Append(e) == nil {
				taken = append(taken, e)
			}
		}
		if diff := cmp.Diff(naive(taken, func(budget.Entry) bool { return true }), l.Whole()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAppendAllocatesNothing(t *testing.T) {
	l := budget.NewLedger("GBP")
	e := budget.Entry{What: budget.Allocate, Line: "pa", Mode: budget.Direct, Amount: budget.GBP(1)}
	other := budget.Entry{What: budget.Spend, Line: "swim", Mode: budget.Direct, Amount: budget.GBP(1)}
	if err := errors.Join(l.Append(e), l.Append(other)); err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(1000, func() { _, _ = l.Append(e), l.Append(other) }); n > 0 {
		t.Errorf("%v allocations for two entries", n)
	}
}

// entries of 40 lines: twelve months of allocations, releases and much spending.
func manyEntries(n int) []budget.Entry {
	all := make([]budget.Entry, n)
	for i := range all {
		e := budget.Entry{What: budget.Spend, Line: fmt.Sprintf("line_%d", i%40), Mode: budget.Modes()[i%40%3], Amount: budget.GBP(int64(1 + i%1000))}
		switch {
		case i < 40:
			e.What, e.Amount = budget.Allocate, budget.GBP(1e9)
		case i < 80:
			e.What, e.Amount = budget.Release, budget.GBP(9e8)
		case i%50 == 0:
			e.What = budget.Return
		}
		all[i] = e
	}
	return all
}

func BenchmarkLedger(b *testing.B) {
	entries := manyEntries(100_000)
	var balance budget.Balance
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			l := budget.NewLedger("GBP")
			for _, e := range entries {
				if err := l.Append(e); err != nil {
					b.Fatal(err)
				}
			}
			balance = l.Whole()
		}
	})
	// What somebody would write who trusts every entry: one map, five sums, no checks.
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			lines := map[string]*[5]int64{}
			for i := range entries {
				e := &entries[i]
				sums := lines[e.Line]
				if sums == nil {
					sums = &[5]int64{}
					lines[e.Line] = sums
				}
				switch e.What {
				case budget.Allocate:
					sums[0] += e.Amount.Minor
				case budget.Release:
					sums[1] += e.Amount.Minor
				case budget.Spend:
					sums[2] += e.Amount.Minor
				case budget.Return:
					sums[3] += e.Amount.Minor
				case budget.ClawBack:
					sums[4] += e.Amount.Minor
				}
			}
			var whole [5]int64
			for _, sums := range lines {
				for i, n := range sums {
					whole[i] += n
				}
			}
			if whole[2] != balance.Spent.Minor || whole[3] != balance.Returned.Minor {
				b.Fatal("the sums differ")
			}
		}
	})
	b.Run("apply", func(b *testing.B) {
		a := agreed()
		a.Amount, a.Contributions = budget.GBP(4e10), nil
		a.Shares = []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(1.3e10)}, {Mode: budget.Notional, Amount: budget.GBP(1.4e10)}, {Mode: budget.ThirdParty, Amount: budget.GBP(1.3e10)}}
		a.Lines, a.Contingency = nil, budget.Money{}
		for i := range 40 {
			a.Lines = append(a.Lines, budget.Line{ID: fmt.Sprintf("line_%d", i), Category: "other", What: "x", Cost: budget.GBP(1e8), Mode: budget.Modes()[i%3], Needs: []string{"n"}, Outcomes: []string{"o"}})
		}
		steps := make([]budget.Step, len(entries))
		for i, e := range entries {
			steps[i] = e
		}
		day := on("2026-05-01")
		b.ReportAllocs()
		for b.Loop() {
			s := must(b, begun()[0], event{"e3", "2026-03-20", a})
			for i := range steps {
				if err := s.Apply("e", day, steps[i]); err != nil {
					b.Fatal(err)
				}
			}
			if s.Ledger().Whole() != balance {
				b.Fatal("the sums differ")
			}
		}
	})
}
