package community

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Offered is the offer to be referred for social prescribing. An offer alone is not counted anywhere.
type Offered struct {
	// Reason is why it was offered, in a few words.
	Reason string `json:"reason"`
	// OfferedBy is who offered it, where that was not the author of the event.
	OfferedBy string `json:"offered_by,omitempty"`
	// Needs are the needs that were talked about.
	Needs []Need `json:"needs,omitempty"`
	// Decision is the id of the event with the decision that led to the offer.
	Decision string `json:"decision,omitempty"`
}

// Declined is the person's no: to an offer, or to a referral when they were first contacted. It is as good an answer as any.
type Declined struct {
	// Reasons are the person's, where they gave any.
	Reasons []string `json:"reasons,omitempty"`
	// Instead says in words what they want instead, if anything.
	Instead string `json:"instead,omitempty"`
}

// Kind is the word community_offered.
func (Offered) Kind() string { return "community_offered" }

// Kind is the word community_declined.
func (Declined) Kind() string { return "community_declined" }

// Check wants a reason, and needs that can be understood.
func (o Offered) Check() error { return o.faults().Err() }

func (o Offered) faults() (f fault.Faults) {
	if fault.Blank(o.Reason) {
		f.Tell(nil, "reason", "say in a few words why social prescribing was offered", "the offer gives no reason")
	}
	checkNeeds(&f, o.Needs)
	return f
}

// Check finds nothing wrong: nobody owes a reason for a no.
func (d Declined) Check() error { return nil }

func (d Declined) faults() fault.Faults { return nil }
