package budget

import (
	"maps"
	"slices"
)

// Ledger adds up the entries of a budget. Entries are only ever appended; every balance is derived from them. The money of one mode is one
// pot: of it, no more can be released than was allocated, and no more given or taken back than is unspent. More can be spent than was
// released, since it happens; the balance then says so. No sum of a line is below nothing in any mode, nor is what was spent on the plan or
// off it. The entries themselves stay with the caller, such as in the record. A Ledger is not safe for concurrent use while entries are
// appended.
type Ledger struct {
	currency string
	lines    map[string]*account
	pots     account
	all      figures
	entries  int
}

// account is the sums of one line, or of all lines, by mode.
type account [3]figures

// NewLedger makes an empty ledger in one currency, such as GBP. With a text that is no currency code it refuses every entry.
func NewLedger(currency string) *Ledger {
	l := &Ledger{lines: map[string]*account{}}
	if isCode(currency) {
		l.currency = currency
	}
	return l
}

// Append adds an entry. On an error, which is fault.Faults, the ledger is as it was. An entry must say its mode. The cost does not grow with
// the number of entries, and nothing is allocated but for the first entry of a line.
func (l *Ledger) Append(e Entry) error { return l.append(&e, e.Mode) }

func (l *Ledger) append(e *Entry, mode Mode) error {
	m, sum, minor := mode.index(), e.What.index(), e.Amount.Minor
	usual := m >= 0 && sum >= 0 && e.Of == "" && minor > 0 && minor <= mostMinor && e.Amount.Currency == l.currency && l.currency != "" &&
		!e.OffPlan && len(e.Line)+len(e.Words) <= maxText
	if !usual {
		if err := l.checked(e, m); err != nil {
			return err
		}
		sum = e.changes()
	}
	line := l.lines[e.Line]
	fresh := line == nil
	if fresh {
		line = &account{}
	}
	l.change(line, m, sum, minor, e.OffPlan)
	back := minor > 0 && (sum == returned || sum == clawedBack)
	if l.all[sum] > mostMinor || !line[m].counts(sum) || !l.pots[m].holds(back) {
		err := l.refused(e, mode, &line[m])
		l.change(line, m, sum, -minor, e.OffPlan)
		return err
	}
	if fresh {
		l.lines[e.Line] = line
	}
	l.entries++
	return nil
}

// change adds to a sum of a line, of its pot and of the whole.
func (l *Ledger) change(line *account, mode, sum int, minor int64, off bool) {
	line[mode].change(sum, minor, off)
	l.pots[mode].change(sum, minor, off)
	l.all.change(sum, minor, off)
}

// checked looks at an entry that is not of the usual sort. After it the entry changes a sum of a pot.
func (l *Ledger) checked(e *Entry, mode int) error {
	if err := e.Check(); err != nil {
		return err
	}
	if mode < 0 {
		return e.refused(nil, "mode", "say how the money is managed", "the entry does not say from which pot the money is")
	}
	if l.currency == "" {
		return e.refused(ErrNoMoney, "amount", "make it with NewLedger and a code such as GBP", "the ledger has no currency, so nothing can be added up")
	}
	if e.Amount.Currency != l.currency {
		return e.refused(ErrCurrencies, "amount", "write it in "+l.currency+", the currency of the budget", "it is in %s, so nothing can be added up", e.Amount.Currency)
	}
	return nil
}

// refused says why an entry does not fit that the sums already have.
func (l *Ledger) refused(e *Entry, mode Mode, line *figures) error {
	of := func(minor int64) Money { return Money{minor, l.currency} }
	const less = "correct by no more than was entered"
	sum, minor, pot := e.changes(), e.Amount.Minor, &l.pots[mode.index()]
	switch {
	case l.all[sum] > mostMinor:
		return e.refused(ErrOverflow, "amount", "correct the amount", "the sum would be too large to count")
	case line[sum] < 0:
		return e.refused(ErrNegative, "amount", less, "the sum would be %v, which is below nothing", of(line[sum]))
	case line[offPlan] < 0:
		return e.refused(ErrNegative, "amount", less, "only %v were spent off the plan", of(line[offPlan]-minor))
	case line[offPlan] > line[spent]:
		return e.refused(ErrNegative, "amount", less+", and mark with off_plan what corrects spending off the plan",
			"only %v were spent on the plan, and %v off it", of(line[spent]-minor-line[offPlan]), of(line[offPlan]))
	case pot[released] > pot[allocated]:
		return e.refused(nil, "amount", "enter first what was allocated", "%v would have been released of %v allocated as %s", of(pot[released]), of(pot[allocated]), mode)
	case sum == released:
		return e.refused(nil, "amount", less+", or correct first what came back", "%v came back of what is managed as %s, and only %v would have been released", of(pot[returned]+pot[clawedBack]), mode, of(pot[released]))
	default:
		return e.refused(nil, "amount", "enter first what was released, or correct what was spent", "only %v are unspent of what is managed as %s", of(max(pot.unspent()+minor, 0)), mode)
	}
}

// Len is how many entries there are.
func (l *Ledger) Len() int { return l.entries }

// Currency is the currency of the ledger.
func (l *Ledger) Currency() string { return l.currency }

// Whole gives the balance of everything.
func (l *Ledger) Whole() Balance { return l.all.balance(l.currency) }

// Mode gives the balance of what is managed in one way; of a word that is no mode it is empty.
func (l *Ledger) Mode(m Mode) Balance {
	var none figures
	if i := m.index(); i >= 0 {
		return l.pots[i].balance(l.currency)
	}
	return none.balance(l.currency)
}

// Line gives the balance of one line, and whether it has entries. The empty id stands for what is not for one line.
func (l *Ledger) Line(id string) (Balance, bool) {
	if a := l.lines[id]; a != nil {
		return a.whole(l.currency), true
	}
	return (&figures{}).balance(l.currency), false
}

// Lines gives the ids of the lines that have entries, sorted.
func (l *Ledger) Lines() []string {
	return slices.Sorted(maps.Keys(l.lines))
}

// OffPlan gives what was spent off the plan.
func (l *Ledger) OffPlan() Money { return Money{l.all[offPlan], l.currency} }

func (a *account) whole(currency string) Balance {
	all := a[0].add(&a[1]).add(&a[2])
	return all.balance(currency)
}
