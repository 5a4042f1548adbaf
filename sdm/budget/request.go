package budget

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Requested opens the thread of a budget: somebody asks for one, or it is offered. The id of its event names the budget.
type Requested struct {
	// Basis is why the person may have a budget: the id of a basis of the policy, such as section_117.
	Basis string `json:"basis"`
	// Policy and Digest name the policy under which it is asked for, such as personal-health-budget-england@1.0.0.
	Policy string `json:"policy,omitempty"`
	Digest string `json:"digest,omitempty"`
	// Plan is the id of the event that opened the plan which the budget is for.
	Plan string `json:"plan,omitempty"`
	// Words are the person's own, about what the money is to make possible.
	Words string `json:"words,omitempty"`
}

// Indicated is the sum that the person is told before planning begins, so that they know roughly what there is.
type Indicated struct {
	// Amount is the indicative sum for the period.
	Amount Money `json:"amount"`
	// Period is the stretch of days that the sum is for.
	Period Period `json:"period"`
	// How says in words how the sum came about.
	How string `json:"how,omitempty"`
}

// Refused is a refusal, in whole or in part. The law asks for the reasons in writing, and for a word on the right to have it
// reconsidered.
type Refused struct {
	// What is the thing that was refused: any budget at all, part of what was asked for, a direct payment while the other ways stay open, a service
	// that was considered, or a nominee or representative.
	What Refusal `json:"what"`
	// Reasons are those that the person was given.
	Reasons []string `json:"reasons"`
	// Notice is what the person was told in writing.
	Notice Notice `json:"notice,omitzero"`
}

// Refusal is what was refused.
type Refusal string

// What can be refused.
const (
	// RefusedBudget: there is to be no budget at all.
	RefusedBudget Refusal = "budget"
	// RefusedPart: less is granted than was asked for.
	RefusedPart Refusal = "part"
	// RefusedDirectPayment: a direct payment, while the other ways stay open.
	RefusedDirectPayment Refusal = "direct_payment"
	// RefusedService: a service that was considered was left out of the plan.
	RefusedService Refusal = "service"
	// RefusedNominee: a nominee or representative was not accepted.
	RefusedNominee Refusal = "nominee"
)

var refusals = []Refusal{RefusedBudget, RefusedPart, RefusedDirectPayment, RefusedService, RefusedNominee}

// Check says what is wrong with the step in itself.
func (r Requested) Check() error {
	var c checker
	c.text(nil, "basis", r.Basis, "name a basis of the policy, such as discretionary")
	c.short(nil, "policy", r.Policy)
	c.short(nil, "digest", r.Digest)
	c.short(nil, "plan", r.Plan)
	c.short(nil, "words", r.Words)
	return c.Err()
}

// Check says what is wrong with the step in itself.
func (i Indicated) Check() error {
	var c checker
	c.amount(nil, "amount", i.Amount, "")
	period := fault.Field("period")
	i.Period.check(&c, &period)
	c.short(nil, "how", i.How)
	return c.Err()
}

// Check says what is wrong with the step in itself.
func (r Refused) Check() error {
	var c checker
	fault.Word(&c.Faults, nil, "what", r.What, refusals)
	c.reasons(r.Reasons)
	c.notice(&r.Notice)
	return c.Err()
}
