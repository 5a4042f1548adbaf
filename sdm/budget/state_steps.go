package budget

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

func (s *State) fitsAgreed(a Agreed) error {
	if err := s.open(); err != nil {
		return err
	}
	before := ""
	if len(s.Agreed) > 0 {
		before = s.Agreed[len(s.Agreed)-1].ID
	}
	var c checker
	switch {
	case a.Supersedes == before:
	case before == "":
		c.Tell(nil, "supersedes", "leave it out", "%.40q is superseded, and no budget was agreed before", a.Supersedes)
	default:
		c.Tell(nil, "supersedes", "name "+before, "the budget in force is that of %.40q, and %.40q is superseded", before, a.Supersedes)
	}
	if now := s.currency(); now != "" && now != a.Amount.Currency {
		c.Because(ErrCurrencies, nil, "amount", "stay with "+now+", or ask for a new budget", "the sums of this budget so far are in %s", now)
	}
	for i, share := range a.Shares {
		if id := s.ended[share.Mode]; id != "" {
			here := fault.Item("shares", i)
			c.Tell(&here, "mode", "choose another mode, or have the decision reconsidered", "%s was stopped in %.40q", share.Mode, id)
		}
	}
	return c.Err()
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

func (s *State) fitsReview(on day.Day, r Reviewed) error {
	if err := s.agreed(); err != nil {
		return err
	}
	if r.Next.Before(on) {
		return fault.In("next", "give the day of the next review, after this one", "the next review is on %v, before this one on %v", r.Next, on)
	}
	return nil
}

func (s *State) fitsRepayment(on day.Day, r RepaymentAsked) error {
	if err := s.agreed(); err != nil {
		return err
	}
	var c checker
	if c.amount(nil, "amount", r.Amount, s.currency()) {
		// A notional budget never left the body, so there is nothing of it that could be paid back.
		third, direct := s.ledger.Mode(ThirdParty), s.ledger.Mode(Direct)
		kept := third.Released.Minor - third.Returned.Minor - third.ClawedBack.Minor + direct.Released.Minor - direct.Returned.Minor - direct.ClawedBack.Minor
		if r.Amount.Minor > kept {
			c.Tell(nil, "amount", "ask for no more than that", "%v are asked for, and of what was paid out to the person or a third party only %v have not come back", r.Amount, Money{kept, s.currency()})
		}
	}
	if r.Until.Before(on) {
		c.Tell(nil, "until", "give a day that leaves a reasonable time", "it was to be paid back by %v, before it was asked for on %v", r.Until, on)
	}
	return c.Err()
}

func (s *State) fitsStopped(stop Stopped) error {
	if err := s.agreed(); err != nil {
		return err
	}
	if id := s.Ended(stop.Mode); id != "" {
		return fault.In("mode", "name what still goes on", "that was already stopped in %.40q", id)
	}
	if stop.Mode != "" && !s.Agreed[len(s.Agreed)-1].Step.has(stop.Mode) {
		return fault.In("mode", "name another mode", "nothing of the budget in force is managed as %s, so it cannot be stopped", stop.Mode)
	}
	if last := s.Agreed[len(s.Agreed)-1].Step.Period.To; stop.From.After(last.Add(1)) {
		return fault.In("from", "give the first day on which nothing more is paid", "it stops from %v on, and the budget ends on %v, so it would stop nothing", stop.From, last)
	}
	return nil
}

func (s *State) fitsReconsidered(r Reconsidered) error {
	if _, known := s.decisions[r.Of]; !known {
		return fault.In("of", "name the event of a refusal, a budget, a review, a stop or a request for repayment", "%.40q is no decision of this budget", r.Of)
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
		s.carry(on, &step)
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
		s.ledger, s.lines = NewLedger(a.Amount.Currency), map[string]*ledgerLine{}
	}
	s.tooLittle = false
	for _, l := range a.Lines {
		line := s.lines[l.ID]
		if line == nil {
			line = &ledgerLine{}
			s.lines[l.ID] = line
		}
		line.mode, line.budget, line.modes[l.Mode.index()] = l.Mode, len(s.Agreed), true
	}
	s.shares = [3]int64{}
	for _, share := range a.Shares {
		s.shares[share.Mode.index()] = share.Amount.Minor
	}
}
