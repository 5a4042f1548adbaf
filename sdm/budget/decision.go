package budget

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Notice is what the person was told in writing with a decision. Empty fields mean that nobody recorded it.
type Notice struct {
	// GivenOn is the day of the written notice.
	GivenOn day.Day `json:"given_on,omitzero"`
	// Reconsideration says how the person was told that they can have the decision looked at again.
	Reconsideration string `json:"reconsideration,omitempty"`
}

// Stopped ends a budget or one way of managing it.
type Stopped struct {
	// Mode is the way that ends; empty where the whole budget ends.
	Mode Mode `json:"mode,omitempty"`
	// Ground is the id of a criterion of the policy of kind stop_must or stop_may.
	Ground string `json:"ground"`
	// Mandatory tells whether the ground is of kind stop_must, so that the body has no choice.
	Mandatory bool `json:"mandatory"`
	// Reasons are those that the person was given.
	Reasons []string `json:"reasons"`
	// From is the first day on which nothing more is paid; the day of the event where it is not known.
	From day.Day `json:"from,omitzero"`
	// Notice is what the person was told in writing.
	Notice Notice `json:"notice,omitzero"`
}

// UnmarshalJSON reads a stop as fault.Decode does. Whether it is mandatory has to be said.
func (s *Stopped) UnmarshalJSON(src []byte) error {
	type plain Stopped
	return fault.DecodeNeeding(src, (*plain)(s), "mandatory")
}

// RepaymentAsked asks for money back.
type RepaymentAsked struct {
	// Ground is the id of a criterion of the policy of kind repayment.
	Ground string `json:"ground"`
	// Amount is how much is asked back, above nothing.
	Amount Money `json:"amount"`
	// Reasons are those that the person was given.
	Reasons []string `json:"reasons"`
	// Until is the day by which it is to be paid back.
	Until day.Day `json:"until"`
	// From is who is to pay it back, in words.
	From string `json:"from"`
	// Notice is what the person was told in writing.
	Notice Notice `json:"notice,omitzero"`
}

// Reviewed is a review of the budget and of what it made possible.
type Reviewed struct {
	// Why is what brought it about: it was planned, the person asked for it, the money is insufficient, or their health, capacity or age changed.
	Why ReviewWhy `json:"why"`
	// Found says in words what was found.
	Found string `json:"found"`
	// Scores are the ids of the events of scores that were looked at.
	Scores []string `json:"scores,omitempty"`
	// Goals are the ids of the goals of the plan that were looked at.
	Goals []string `json:"goals,omitempty"`
	// Changes tells whether the budget is to change; a new budget_agreed, budget_refused or budget_stopped then says how.
	Changes bool `json:"changes,omitempty"`
	// Next is the day of the next review, where one was agreed.
	Next day.Day `json:"next,omitzero"`
}

// ReviewWhy says what brought a review about.
type ReviewWhy string

// What brings a review about.
const (
	ReviewPlanned      ReviewWhy = "planned"
	ReviewAsked        ReviewWhy = "asked"
	ReviewInsufficient ReviewWhy = "insufficient"
	ReviewHealth       ReviewWhy = "health_changed"
	ReviewCapacity     ReviewWhy = "capacity_or_age_changed"
)

var reviewWhys = []ReviewWhy{ReviewPlanned, ReviewAsked, ReviewInsufficient, ReviewHealth, ReviewCapacity}

// Reconsidered is a decision that was looked at again because the person asked for it.
type Reconsidered struct {
	// Of is the id of the event of the decision that was looked at.
	Of string `json:"of"`
	// Evidence is what the person brought, in words.
	Evidence []string `json:"evidence,omitempty"`
	// Outcome is what came of it: the decision is upheld, or changed, and then another event has the new decision.
	Outcome ReconsideredTo `json:"outcome"`
	// Reasons are those that the person was given.
	Reasons []string `json:"reasons"`
	// Notice is what the person was told in writing.
	Notice Notice `json:"notice,omitzero"`
}

// ReconsideredTo is what came of looking at a decision again.
type ReconsideredTo string

// What can come of looking at a decision again.
const (
	// Upheld: the decision stands.
	Upheld ReconsideredTo = "upheld"
	// Changed: another decision takes its place, in an event of its own; what was refused or stopped is open again.
	Changed ReconsideredTo = "changed"
)

var outcomes = []ReconsideredTo{Upheld, Changed}

// Check says what is wrong with the step in itself. Whether a policy has such a ground is told by CheckStep.
func (s Stopped) Check() error {
	var c checker
	fault.MayWord(&c.Faults, nil, "mode", s.Mode, modes)
	c.text(nil, "ground", s.Ground, "name the criterion of the policy that is the ground")
	c.reasons(s.Reasons)
	c.notice(&s.Notice)
	return c.Err()
}

// Check says what is wrong with the step in itself. The notice has reasons, the amount, the time and who pays.
func (r RepaymentAsked) Check() error {
	var c checker
	c.text(nil, "ground", r.Ground, "name the criterion of the policy that is the ground")
	if c.amount(nil, "amount", r.Amount, "") && r.Amount.Minor == 0 {
		c.Tell(nil, "amount", "write how much is asked for", "nothing is asked for")
	}
	c.reasons(r.Reasons)
	if r.Until.IsZero() {
		c.Tell(nil, "until", "give the day by which it is to be paid back", "it does not say by when, and the law asks for a reasonable time")
	}
	c.text(nil, "from", r.From, "say who is to pay it back")
	c.notice(&r.Notice)
	return c.Err()
}

// Check says what is wrong with the step in itself.
func (r Reviewed) Check() error {
	var c checker
	fault.Word(&c.Faults, nil, "why", r.Why, reviewWhys)
	c.text(nil, "found", r.Found, "say in words what the review found")
	c.ids(nil, "scores", r.Scores)
	c.ids(nil, "goals", r.Goals)
	return c.Err()
}

// Check says what is wrong with the step in itself.
func (r Reconsidered) Check() error {
	var c checker
	c.text(nil, "of", r.Of, "name the event of the decision")
	fault.Word(&c.Faults, nil, "outcome", r.Outcome, outcomes)
	c.texts(nil, "evidence", r.Evidence, "say what the person brought, or take the entry out")
	c.reasons(r.Reasons)
	c.notice(&r.Notice)
	return c.Err()
}
