package budget

import (
	"errors"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// ErrNoStep is returned for a step that is nil or of a type that is not one of this package.
var ErrNoStep = errors.New("budget: no step of a budget; pass one of the types that Steps lists, as a value")

// Dated is a step with the event that holds it.
type Dated[S Step] struct {
	// ID is the id of the event, and On its day.
	ID   string
	On   day.Day
	Step S
}

// State is where one budget stands after its events. The zero State has none yet; the first is a request. A State is not safe for
// concurrent use while events are applied. Its lists are in the order of the events and must not be changed.
type State struct {
	Requested    Dated[Requested]
	Indicated    []Dated[Indicated]
	Agreed       []Dated[Agreed]
	Refused      []Dated[Refused]
	Reviewed     []Dated[Reviewed]
	Stopped      []Dated[Stopped]
	Repayments   []Dated[RepaymentAsked]
	Reconsidered []Dated[Reconsidered]

	ledger    *Ledger
	lines     map[string]*ledgerLine // every line that was ever agreed, as it is now
	shares    [3]int64               // of the budget in force
	before    [3]int64               // what can be allocated for earlier periods, and what was once settled
	settled   bool                   // an entry was made since the period of the budget in force began
	last      day.Day
	firstPaid day.Day
	years     map[int]int // releases of direct payments in each financial year
	decisions map[string]decision
	tooLittle bool            // a review found that the money is not enough, and no budget was agreed since
	closed    string          // the id of the event that refused or stopped the whole budget; empty while it is open
	ended     map[Mode]string // the id of the event that stopped one way of managing it
}

// ledgerLine is what entries have to know of a line.
type ledgerLine struct {
	mode   Mode
	modes  [3]bool // in which it was ever managed
	budget int     // the number of the last budget that has it
}

// decision is an event that can be reconsidered.
type decision struct {
	step Step
	on   day.Day
}

// InForce gives the budget that holds now, and whether there is one. A stopped budget is not in force.
func (s *State) InForce() (Dated[Agreed], bool) {
	if len(s.Agreed) == 0 || s.closed != "" {
		return Dated[Agreed]{}, false
	}
	return s.Agreed[len(s.Agreed)-1], true
}

// Closed gives the id of the event that refused or stopped the whole budget, or "" while it is open.
func (s *State) Closed() string { return s.closed }

// Ended gives the id of the event that stopped a way of managing the budget, or ""; money is paid out until the day that it says.
func (s *State) Ended(m Mode) string {
	if s.closed != "" && len(s.Agreed) > 0 {
		return s.closed
	}
	return s.ended[m]
}

// Ledger gives the sums of the entries so far; it is nil before a budget is agreed. Nothing may be appended to it but by Apply.
func (s *State) Ledger() *Ledger { return s.ledger }

// FirstPaid is the day of the first release; the zero Day where nothing was released.
func (s *State) FirstPaid() day.Day { return s.firstPaid }

// Last is the day of the last event.
func (s *State) Last() day.Day { return s.last }

// Apply adds an event's step. id is the event's id and on its day. On an error the state is as it was. The error is fault.Faults, which lead
// to what is wrong in the step itself or say what belongs in its place, or ErrNoStep. The cost does not grow with the number of events, apart
// from the lines of a budget that is agreed.
func (s *State) Apply(id string, on day.Day, step Step) error {
	if e, ok := step.(Entry); ok { // the most frequent one; the ledger checks it
		if err := s.ordered(id, on); err != nil {
			return err
		}
		return s.enter(on, &e)
	}
	if !ours(step) {
		return ErrNoStep
	}
	if err := step.Check(); err != nil {
		return err
	}
	if err := s.fits(id, on, step); err != nil {
		return err
	}
	s.add(id, on, step)
	s.last = on
	return nil
}

// ordered asks for an id and a day that is not before the last one.
func (s *State) ordered(id string, on day.Day) error {
	switch {
	case fault.Blank(id):
		return fault.In("id", "give it an id", "the event has none, so nothing can refer to it")
	case on.IsZero():
		return fault.In("on", "give the day", "the event has no day, so it cannot be put in order")
	case on.Before(s.last):
		return fault.In("on", "put the events in the order of their days", "the event is of %v, and an earlier one of this budget is of %v", on, s.last)
	}
	return nil
}

// fits asks that a step belongs where it stands.
func (s *State) fits(id string, on day.Day, step Step) error {
	if err := s.ordered(id, on); err != nil {
		return err
	}
	_, opens := step.(Requested)
	_, taken := s.decisions[id]
	switch asked := s.Requested.ID != ""; {
	case opens && asked:
		return fault.In("", "a new request opens a budget of its own", "this budget was already asked for in %.40q", s.Requested.ID)
	case !opens && !asked:
		return fault.In("", "a budget starts with the event budget_requested", "no budget was asked for")
	case taken || asked && id == s.Requested.ID:
		return fault.In("id", "give this one another id", "%.40q is already an event of this budget", id)
	}
	switch step := step.(type) {
	case Indicated:
		return s.open()
	case Refused:
		if step.What == RefusedBudget && s.closed == "" && len(s.Agreed) > 0 {
			return fault.In("what", "use the event budget_stopped", "a budget that was agreed is stopped and not refused")
		}
		return s.open()
	case Agreed:
		return s.fitsAgreed(step)
	case Reviewed:
		return s.fitsReview(on, step)
	case RepaymentAsked:
		return s.fitsRepayment(on, step)
	case Stopped:
		return s.fitsStopped(step)
	case Reconsidered:
		return s.fitsReconsidered(step)
	}
	return nil
}

// open asks that the budget is neither refused nor stopped.
func (s *State) open() error {
	if s.closed == "" {
		return nil
	}
	return fault.In("", "a reconsideration that changes that, or a new request, comes first", "the budget was refused or stopped in %.40q", s.closed)
}

// agreed asks that a budget was agreed at some time.
func (s *State) agreed() error {
	if len(s.Agreed) == 0 {
		return fault.In("", "the event budget_agreed comes first", "no budget was agreed yet")
	}
	return nil
}
