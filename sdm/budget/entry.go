package budget

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Entry is one line of the ledger: money that was set aside, paid out, spent, given back or taken back, or a correction. Entries are
// only ever added; a mistake is put right by an entry that adjusts.
type Entry struct {
	// What is what happened with the money: it was set aside for the budget (allocate), paid out to whoever manages it (release), spent, given back
	// unspent (return) or taken back unspent (claw_back); or one of these sums is put right (adjust).
	What Movement `json:"what"`
	// Of is the movement whose sum an adjustment corrects; empty for every other entry.
	Of Movement `json:"of,omitempty"`
	// Line is the id of the budget line; empty for money that is not for one line, such as the contingency or what is returned.
	Line string `json:"line,omitempty"`
	// Mode is how the money is managed. It may be left out where the entry names a line, whose mode it then has. Money that was paid out
	// while the line was managed in another way is spent, given back and corrected under that mode.
	Mode Mode `json:"mode,omitempty"`
	// Amount is how much, above nothing; that of an adjustment is what is added to the sum, and may be below nothing.
	Amount Money `json:"amount"`
	// OffPlan marks spending on what the plan does not have.
	OffPlan bool `json:"off_plan,omitempty"`
	// Words are what it was for; an adjustment needs them, and says why.
	Words string `json:"words,omitempty"`
}

// Movement is what happens with money.
type Movement string

// What happens with money.
const (
	// Allocate: it is set aside for the budget.
	Allocate Movement = "allocate"
	// Release: it is paid out to whoever manages it.
	Release Movement = "release"
	// Spend: it is spent on what was agreed, or off the plan.
	Spend Movement = "spend"
	// Return: whoever manages it gives unspent money back.
	Return Movement = "return"
	// ClawBack: the body takes unspent money back.
	ClawBack Movement = "claw_back"
	// Adjust: a correction of one of the sums above.
	Adjust Movement = "adjust"
)

var (
	moves     = []Movement{Allocate, Release, Spend, Return, ClawBack}
	movements = append(moves[:len(moves):len(moves)], Adjust)
)

// index gives the place of the sum that a movement changes, and -1 for an adjustment or a word that is none.
func (m Movement) index() int {
	switch m {
	case Allocate:
		return allocated
	case Release:
		return released
	case Spend:
		return spent
	case Return:
		return returned
	case ClawBack:
		return clawedBack
	default:
		return -1
	}
}

// changes gives the place of the sum that the entry changes, and -1 where it changes none.
func (e *Entry) changes() int {
	if e.What == Adjust {
		return e.Of.index()
	}
	return e.What.index()
}

// Check says what is wrong with the step in itself.
func (e Entry) Check() error {
	if e.sound() {
		return nil
	}
	var c checker
	fault.Word(&c.Faults, nil, "what", e.What, movements)
	c.short(nil, "words", e.Words)
	if e.What == Adjust {
		e.checkAdjustment(&c)
	} else {
		if e.Of != "" {
			c.Tell(nil, "of", "leave it out", "only an adjustment corrects another sum")
		}
		if c.amount(nil, "amount", e.Amount, "") && e.Amount.Minor == 0 {
			c.Tell(nil, "amount", "write how much", "no money is moved")
		}
	}
	if e.Line == "" || e.Mode != "" {
		fault.Word(&c.Faults, nil, "mode", e.Mode, modes)
	}
	if e.OffPlan && e.changes() != spent {
		c.Tell(nil, "off_plan", "leave it out", "only spending can be off the plan")
	}
	c.short(nil, "line", e.Line)
	c.ofLine(e.Line, 0)
	return c.Err()
}

// checkAdjustment asks that a correction says what it corrects, why, and by how much, which may be below nothing.
func (e *Entry) checkAdjustment(c *checker) {
	fault.Word(&c.Faults, nil, "of", e.Of, moves)
	c.Text(nil, "words", e.Words, "say why the sum is corrected")
	if err := e.Amount.Valid(); err != nil {
		c.Because(err, nil, "amount", "write the correction in smallest units with its currency", "%v", err)
	} else if e.Amount.Minor == 0 {
		c.Tell(nil, "amount", "write what is to be added to the sum, or taken from it", "it corrects nothing")
	}
}

// refused gives one fault of the entry where it does not fit.
func (e *Entry) refused(cause error, field, mend, says string, args ...any) error {
	var c checker
	c.Because(cause, nil, field, mend, says, args...)
	c.ofLine(e.Line, 0)
	return c.Err()
}

// sound is the quick answer for the entries that are in order, which are nearly all.
func (e *Entry) sound() bool {
	return e.What != Adjust && e.What.index() >= 0 && e.Of == "" && e.Amount.Minor > 0 && e.Amount.Minor <= MaxMinor && isCode(e.Amount.Currency) &&
		(e.Mode.index() >= 0 || e.Mode == "" && e.Line != "") && (!e.OffPlan || e.What == Spend) && len(e.Line)+len(e.Words) <= maxText
}
