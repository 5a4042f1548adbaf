package budget

import "github.com/whatmatters-care/whatmatters/schemas/day"

// MaxLines is the greatest number of lines of one budget, and of its shares and contributions.
const MaxLines = 1000

// Agreed is the final budget, agreed with the person: the sum, how it is managed, who contributes, and what it pays for. A later one
// supersedes it.
type Agreed struct {
	// Supersedes is the id of the event of the budget that this one takes the place of; empty for the first.
	Supersedes string `json:"supersedes,omitempty"`
	// Amount is the final sum for the period.
	Amount Money `json:"amount"`
	// Period is the stretch of days that the sum is for.
	Period Period `json:"period"`
	// Shares are the ways in which it is managed; together they are the amount.
	Shares []Share `json:"shares"`
	// Contributions are the sums of the agencies of an integrated budget; together they are the amount. Empty where one body pays all.
	Contributions []Contribution `json:"contributions,omitempty"`
	// Lines are what it pays for; with the contingency they are at most the amount.
	Lines []Line `json:"lines"`
	// Contingency is the sum set aside for what nobody can foresee.
	Contingency Money `json:"contingency,omitzero"`
	// Offered are the ways of managing that the person could choose from.
	Offered []Mode `json:"offered,omitempty"`
	// Direct says how a direct payment is held and paid; nil where there is none or nobody said.
	Direct *DirectPayment `json:"direct,omitempty"`
	// Terms are what the plan has to say beside the money; nil where nobody recorded them.
	Terms *Terms `json:"terms,omitempty"`
	// Notice is what the person was told in writing where this is less than before.
	Notice Notice `json:"notice,omitzero"`
}

// DirectPayment says how a direct payment is held and paid. Empty fields mean that nobody said.
type DirectPayment struct {
	// Holder is who gets the payments.
	Holder Holder `json:"holder,omitempty"`
	// Account is where they go: an account for nothing else (separate), one of somebody who is appointed to hold and apply the money (managed), or
	// the person's own (personal), which is open to a one-off payment.
	Account Account `json:"account,omitempty"`
	// Payments is how many payments there are in the period.
	Payments int `json:"payments,omitempty"`
	// Items is how many items or services the payments buy in all.
	Items int `json:"items,omitempty"`
	// OnlyOfYear tells whether it is the only payment to the person from this body in the financial year.
	OnlyOfYear *bool `json:"only_of_year,omitempty"`
}

// Terms are what the law wants stated in the plan beside the money. What is nil was recorded by nobody.
type Terms struct {
	// AgreedWith are the people who agreed to the plan and the sum: person, representative, and others in words.
	AgreedWith []string `json:"agreed_with,omitempty"`
	// Coordinator is the named care co-ordinator.
	Coordinator string `json:"coordinator,omitempty"`
	// Monitors tells whether the plan says who monitors each condition.
	Monitors *bool `json:"monitors,omitempty"`
	// RisksAdvised tells whether the person was advised on significant risks, with a procedure for each in the plan.
	RisksAdvised *bool `json:"risks_advised,omitempty"`
	// FirstReview is the day of the first review.
	FirstReview day.Day `json:"first_review,omitzero"`
	// ReviewMethod is how that review is done, in words.
	ReviewMethod string `json:"review_method,omitempty"`
	// NoticeDays is the period of notice for later cuts, in days; nil where none is stated.
	NoticeDays *int `json:"notice_days,omitempty"`
}
