package budget

import (
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// enter adds an entry of the ledger.
func (s *State) enter(on day.Day, e *Entry) error {
	if err := s.agreed(); err != nil {
		return err
	}
	line, mode, sum, before := s.lines[e.Line], e.Mode, e.changes(), s.earlier(on)
	switch {
	case e.Line == "":
	case line == nil:
		return e.refused(nil, "line", "name a line of the budget; spending that it does not have is entered without a line, with off_plan", "no line %.40q was ever agreed", e.Line)
	case mode == "":
		mode = line.mode
	case mode != line.mode && !s.was(line, on, e):
		return e.refused(nil, "mode", "leave it out, or agree on a new budget", "the line is managed as %s and not as %.40s", line.mode, mode)
	}
	if sum == allocated || sum == released {
		if err := s.pays(on, e, mode, line, &before); err != nil {
			return err
		}
	}
	if err := s.ledger.append(e, mode); err != nil {
		return err
	}
	switch {
	case sum != released:
	case e.What == Release:
		s.paid(on, mode)
	default:
		s.corrected()
	}
	s.before, s.settled, s.last = before, s.settled || s.begun(on), on
	return nil
}

// was reports whether an entry is about money of the line in a mode that it had in an earlier budget: once the budget in force has begun,
// nothing more is paid out in that, but what was can still be spent, come back or be corrected.
func (s *State) was(l *ledgerLine, on day.Day, e *Entry) bool {
	m, out := e.Mode.index(), e.What == Allocate || e.What == Release
	return m >= 0 && l.modes[m] && !(out && s.begun(on))
}

// pays asks that money can still be set aside or paid out; a correction of what was may come later.
func (s *State) pays(on day.Day, e *Entry, mode Mode, line *ledgerLine, before *[3]int64) error {
	if e.What != Adjust {
		for _, stop := range [...]string{s.closed, s.ended[mode]} {
			if stop != "" && !on.Before(s.ends(stop)) {
				return e.refused(nil, "what", "enter what was spent, returned or taken back", "nothing more is set aside or paid out, because that was stopped in %.40q", stop)
			}
		}
		if line != nil && line.budget != len(s.Agreed) && line.budget != s.holding(on) {
			return e.refused(nil, "line", "name a line of the budget in force", "the line is no longer part of the budget")
		}
	}
	return s.shared(e, mode, before)
}

// ends gives the first day on which nothing more is paid, as the stop in an event says; the zero Day for its own day.
func (s *State) ends(event string) day.Day {
	for _, stop := range s.Stopped {
		if stop.ID == event {
			return stop.Step.From
		}
	}
	return day.Day{}
}

// shared asks that no more is allocated, and no more released, of one mode than its share in the budget in force, beside what was allocated
// for earlier periods.
func (s *State) shared(e *Entry, mode Mode, before *[3]int64) error {
	m, sum := mode.index(), e.changes()
	if m < 0 || e.Amount.Minor <= 0 || e.Amount.Minor > MaxMinor || e.Amount.Currency != s.ledger.currency {
		return nil // the ledger says what is wrong with it
	}
	would := s.ledger.pots[m][sum] + e.Amount.Minor
	if would <= before[m]+s.shares[m] {
		return nil
	}
	of := func(minor int64) Money { return Money{minor, s.ledger.currency} }
	word, earlier := "allocated", ""
	if sum == released {
		word = "released"
	}
	if before[m] > 0 {
		earlier = ", beside " + of(before[m]).String() + " for earlier periods"
	}
	return e.refused(nil, "amount", "enter less, or agree on a new budget",
		"%v would be %s as %s, and that share of the budget is %v%s", of(would), word, mode, of(s.shares[m]), earlier)
}

// paid notes a release.
func (s *State) paid(on day.Day, mode Mode) {
	if s.firstPaid.IsZero() {
		s.firstPaid = on
	}
	if mode == Direct {
		year := financialYear(on)
		s.years = put(s.years, year, s.years[year]+1)
	}
}

// corrected forgets the releases where all that was released was corrected away.
func (s *State) corrected() {
	if s.ledger.all[released] == 0 {
		s.firstPaid = day.Day{}
	}
	if s.ledger.pots[Direct.index()][released] == 0 {
		s.years = nil
	}
}

// financialYear gives the year in which the financial year of a day began, on 1 April.
func financialYear(on day.Day) int {
	year, month, _ := on.Date()
	if month < time.April {
		year--
	}
	return year
}
