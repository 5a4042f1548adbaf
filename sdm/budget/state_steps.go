package budget

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func (s *State) fitsAgreed(a Agreed) error {
	if err := s.open(); err != nil {
		return err
	}
	before := ""
	if len(s.Agreed) > 0 {
		before = s.Agreed[len(s.Agreed)-1].ID
	}
	f := finding()
	switch {
	case a.Supersedes == before:
	case before == "":
		f.add("/supersedes", "leave it out", "%.40q is superseded, and no budget was agreed before", a.Supersedes)
	default:
		f.add("/supersedes", "name "+before, "the budget in force is that of %.40q, and %.40q is superseded", before, a.Supersedes)
	}
	if now := s.currency(); now != "" && now != a.Amount.Currency {
		f.cause(ErrCurrencies, "/amount", "stay with "+now+", or ask for a new budget", "the sums of this budget so far are in %s", now)
	}
	for i, share := range a.Shares {
		if id := s.ended[share.Mode]; id != "" {
			f.add(fmt.Sprintf("/shares/%d/mode", i), "choose another mode, or have the decision reconsidered", "%s was stopped in %.40q", share.Mode, id)
		}
	}
	return f.err()
}

// currency gives the currency of the budget so far, or "".
func (s *State) currency() string {
	switch {
	case s.ledger != nil:
		return s.ledger.currency
	case len(s.Indicated) > 0:
		return s.Indicated[len(s.Indicated)-1].Step.Amount.Currency
	default:
		return ""
	}
}

func (s *State) fitsRepayment(r RepaymentAsked) error {
	if err := s.agreed(); err != nil {
		return err
	}
	f := finding()
	if f.amount("/amount", r.Amount, s.currency()) {
		paid := s.ledger.Whole()
		if kept := paid.Released.Minor - paid.Returned.Minor - paid.ClawedBack.Minor; r.Amount.Minor > kept {
			f.add("/amount", "ask for no more than that", "%v are asked for, and of what was paid out only %v have not come back", r.Amount, Money{kept, s.currency()})
		}
	}
	return f.err()
}

func (s *State) fitsStopped(stop Stopped) error {
	if err := s.agreed(); err != nil {
		return err
	}
	if id := s.Ended(stop.Mode); id != "" {
		return fmt.Errorf("mode: that was already stopped in %.40q; name what still goes on", id)
	}
	if stop.Mode != "" && !slices.ContainsFunc(s.Agreed[len(s.Agreed)-1].Step.Shares, func(share Share) bool { return share.Mode == stop.Mode }) {
		return fmt.Errorf("mode: nothing of the budget in force is managed as %s, so it cannot be stopped; name another mode", stop.Mode)
	}
	return nil
}

func (s *State) fitsReconsidered(r Reconsidered) error {
	if _, known := s.decisions[r.Of]; !known {
		return fmt.Errorf("of: %.40q is no decision of this budget; name the event of a refusal, a budget, a review, a stop or a request for repayment", r.Of)
	}
	return nil
}

// add changes the state, and remembers the decisions that can be looked at again.
func (s *State) add(id string, on day.Day, step Step) {
	switch step := step.(type) {
	case Requested:
		s.Requested = Dated[Requested]{id, on, step}
		return // a request is no decision
	case Indicated:
		s.Indicated = append(s.Indicated, Dated[Indicated]{id, on, step})
		return
	case Agreed:
		s.Agreed = append(s.Agreed, Dated[Agreed]{id, on, step})
		s.take(step)
	case Refused:
		s.Refused = append(s.Refused, Dated[Refused]{id, on, step})
		if step.What == RefusedBudget {
			s.closed = id
		}
	case Reviewed:
		s.Reviewed = append(s.Reviewed, Dated[Reviewed]{id, on, step})
		s.tooLittle = s.tooLittle || step.Why == ReviewInsufficient && step.Changes
	case Stopped:
		s.Stopped = append(s.Stopped, Dated[Stopped]{id, on, step})
		if step.Mode == "" {
			s.closed = id
		} else {
			s.ended = put(s.ended, step.Mode, id)
		}
	case RepaymentAsked:
		s.Repayments = append(s.Repayments, Dated[RepaymentAsked]{id, on, step})
	case Reconsidered:
		s.Reconsidered = append(s.Reconsidered, Dated[Reconsidered]{id, on, step})
		if step.Outcome == Changed {
			s.reopen(step.Of)
		}
		return // it is not looked at again
	}
	s.decisions = put(s.decisions, id, decision{step, on})
}

// put writes into a map that is made when it is first needed, since most budgets have few decisions and none is ended.
func put[K comparable, V any](m map[K]V, key K, value V) map[K]V {
	if m == nil {
		m = map[K]V{}
	}
	m[key] = value
	return m
}

// reopen takes back what a decision closed.
func (s *State) reopen(id string) {
	if s.closed == id {
		s.closed = ""
	}
	for _, m := range Modes() {
		if s.ended[m] == id {
			delete(s.ended, m)
		}
	}
}

// take makes a budget the one in force for the entries that follow.
func (s *State) take(a Agreed) {
	if s.ledger == nil {
		s.ledger, s.lines = NewLedger(a.Amount.Currency), map[string]ledgerLine{}
	}
	s.tooLittle = false
	for _, l := range a.Lines {
		s.lines[l.ID] = ledgerLine{l.Mode, len(s.Agreed)}
	}
	s.shares = [3]int64{}
	for _, share := range a.Shares {
		s.shares[share.Mode.index()] = share.Amount.Minor
	}
}
