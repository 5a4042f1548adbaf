package budget

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// enter adds an entry of the ledger.
func (s *State) enter(on day.Day, e Entry) error {
	if err := s.agreed(); err != nil {
		return err
	}
	mode, line := e.Mode, ledgerLine{budget: len(s.Agreed)}
	if e.Line != "" {
		known := false
		if line, known = s.lines[e.Line]; !known {
			return e.fault("/line", "name a line of the budget; spending that it does not have is entered without a line, with off_plan", fmt.Sprintf("no line %.40q was ever agreed", e.Line), nil)
		}
		if mode = line.mode; e.Mode != "" && e.Mode != mode {
			return e.fault("/mode", "leave it out, or agree on a new budget", fmt.Sprintf("the line is managed as %s and not as %s", mode, e.Mode), nil)
		}
	}
	if e.What == Allocate || e.What == Release {
		if err := s.pays(&e, mode, line.budget == len(s.Agreed)); err != nil {
			return err
		}
	}
	if err := s.ledger.append(&e, mode); err != nil {
		return err
	}
	if e.What == Release {
		s.paid(on, mode)
	}
	s.last = on
	return nil
}

// pays asks that money can still be set aside or paid out.
func (s *State) pays(e *Entry, mode Mode, current bool) error {
	m := mode.index()
	switch ended := s.Ended(mode); {
	case ended != "":
		return e.fault("/what", "enter what was spent, returned or taken back", fmt.Sprintf("nothing more is set aside or paid out, because that was stopped in %.40q", ended), nil)
	case !current:
		return e.fault("/line", "name a line of the budget in force", "the line is no longer part of the budget", nil)
	case e.What != Allocate || m < 0 || e.Amount.Minor > MaxMinor || e.Amount.Currency != s.ledger.currency:
		return nil // the ledger says the rest
	}
	if sum := s.ledger.pots[m][allocated] + e.Amount.Minor; sum > s.shares[m] {
		return e.fault("/amount", "allocate less, or agree on a new budget",
			fmt.Sprintf("%v would be allocated as %s, and that share of the budget is %v", Money{sum, s.ledger.currency}, mode, Money{s.shares[m], s.ledger.currency}), nil)
	}
	return nil
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

// financialYear gives the year in which the financial year of a day began, on 1 April.
func financialYear(on day.Day) int {
	year, month, _ := on.Date()
	if month < time.April {
		year--
	}
	return year
}
