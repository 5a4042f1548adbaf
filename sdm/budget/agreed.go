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
	Amount Money  `json:"amount"`
	Period Period `json:"period"`
	// Shares are the ways in which it is managed; together they are the amount.
	Shares []Share `json:"shares"`
	// Contributions are those of the agencies of an integrated budget; together they are the amount. Empty where one body pays all.
	Contributions []Contribution `json:"contributions,omitempty"`
	// Lines are what it pays for; with the contingency they are at most the amount.
	Lines []Line `json:"lines"`
	// Contingency is set aside for what nobody can foresee.
	Contingency Money `json:"contingency,omitzero"`
	// Offered are the ways of managing that the person could choose from.
	Offered []Mode `json:"offered,omitempty"`
	// Direct says how a direct payment is held and paid; nil where there is none or nobody said.
	Direct *DirectPayment `json:"direct,omitempty"`
	// Terms are what the plan has to say beside the money; nil where nobody recorded them.
	Terms *Terms `json:"terms,omitempty"`
	// Notice is what the person was told in writing where this is a cut.
	Notice Notice `json:"notice,omitzero"`
}

// DirectPayment says how a direct payment is held and paid. Empty fields mean that nobody said.
type DirectPayment struct {
	Holder  Holder  `json:"holder,omitempty"`
	Account Account `json:"account,omitempty"`
	// Payments is how many payments there are in the period, and Items how many items or services they buy in all.
	Payments int `json:"payments,omitempty"`
	Items    int `json:"items,omitempty"`
	// OnlyOfYear tells whether it is the only payment to the person from this body in the financial year.
	OnlyOfYear *bool `json:"only_of_year,omitempty"`
}

// Terms are what the law wants stated in the plan beside the money. nil means that nobody recorded it.
type Terms struct {
	// AgreedWith are the people who agreed to the plan and the sum: person, representative, and others in words.
	AgreedWith []string `json:"agreed_with,omitempty"`
	// Coordinator is the named care co-ordinator.
	Coordinator string `json:"coordinator,omitempty"`
	// Monitors tells whether the plan says who monitors each condition.
	Monitors *bool `json:"monitors,omitempty"`
	// RisksAdvised tells whether the person was advised on significant risks, with a procedure for each in the plan.
	RisksAdvised *bool `json:"risks_advised,omitempty"`
	// FirstReview is the day of the first review, and ReviewMethod how it is done.
	FirstReview  day.Day `json:"first_review,omitzero"`
	ReviewMethod string  `json:"review_method,omitempty"`
	// NoticeDays is the period of notice for later cuts, in days; nil where none is stated.
	NoticeDays *int `json:"notice_days,omitempty"`
}
