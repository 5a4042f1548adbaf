package budget

import (
	"fmt"
	"maps"
	"slices"
)

// Ledger adds up the entries of a budget. Entries are only ever appended; every balance is derived from them. The money of one mode is one
// pot: of it, no more can be released than was allocated, and no more given or taken back than is unspent. More can be spent than was
// released, since it happens; the balance then says so. The entries themselves stay with the caller, such as in the record. A Ledger
// is not safe for concurrent use while entries are appended.
type Ledger struct {
	currency string
	lines    map[string]*account
	pots     account
	all      figures
	entries  int
	offPlan  int64
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

// Append adds an entry. On an error, which is Faults, the ledger is as it was. An entry must say its mode. The cost does not grow with
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
	a, pot := l.lines[e.Line], &l.pots[m]
	line, whole, offPlan := minor, l.all[sum]+minor, l.offPlan
	if a != nil {
		line += a[m][sum]
	}
	if e.OffPlan {
		offPlan += minor
	}
	if pot[sum] += minor; whole > mostMinor || line < 0 || offPlan < 0 || !pot.holds(e.What) {
		with := *pot
		pot[sum] -= minor
		return l.refused(e, m, whole, line, offPlan, &with)
	}
	if a == nil {
		a = &account{}
		l.lines[e.Line] = a
	}
	a[m][sum], l.all[sum], l.offPlan = line, whole, offPlan
	l.entries++
	return nil
}

// checked looks at an entry that is not of the usual sort. After it the entry changes a sum of a pot.
func (l *Ledger) checked(e *Entry, mode int) error {
	if err := e.Check(); err != nil {
		return err
	}
	if mode < 0 {
		return e.fault("/mode", "say how the money is managed", "the entry does not say from which pot the money is", nil)
	}
	if l.currency == "" {
		return e.fault("/amount", "make it with NewLedger and a code such as GBP", "the ledger has no currency, so nothing can be added up", ErrNoMoney)
	}
	if e.Amount.Currency != l.currency {
		return e.fault("/amount", "write it in "+l.currency+", the currency of the budget", "it is in "+e.Amount.Currency+", so nothing can be added up", ErrCurrencies)
	}
	return nil
}

// holds reports whether a pot may look as it does after a movement.
func (g *figures) holds(after Movement) bool {
	if g[released] > g[allocated] || g[returned]+g[clawedBack] > g[released] {
		return false
	}
	return after != Return && after != ClawBack || g.unspent() >= 0
}

// refused says why an entry does not fit: what the sums would be with it.
func (l *Ledger) refused(e *Entry, mode int, whole, line, offPlan int64, pot *figures) error {
	of := func(minor int64) Money { return Money{minor, l.currency} }
	name := Modes()[mode]
	switch {
	case whole > mostMinor:
		return e.fault("/amount", "correct the amount", "the sum would be too large to count", ErrOverflow)
	case offPlan < 0:
		return e.fault("/amount", "correct by no more than was entered", fmt.Sprintf("only %v were spent off the plan", of(l.offPlan)), ErrNegative)
	case line < 0:
		return e.fault("/amount", "correct by no more than was entered", fmt.Sprintf("the sum would be %v, which is below nothing", of(line)), ErrNegative)
	case pot[released] > pot[allocated]:
		return e.fault("/amount", "enter first what was allocated", fmt.Sprintf("%v would have been released of %v allocated as %s", of(pot[released]), of(pot[allocated]), name), nil)
	default:
		return e.fault("/amount", "enter first what was released, or correct what was spent", fmt.Sprintf("only %v are unspent of what is managed as %s", of(max(l.pots[mode].unspent(), 0)), name), nil)
	}
}

func (e *Entry) fault(field, mend, says string, cause error) error {
	return Faults{{Field: field, Line: e.Line, Says: says, Mend: mend, Err: cause}}
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
func (l *Ledger) OffPlan() Money { return Money{l.offPlan, l.currency} }

func (a *account) whole(currency string) Balance {
	all := a[0].add(&a[1]).add(&a[2])
	return all.balance(currency)
}
