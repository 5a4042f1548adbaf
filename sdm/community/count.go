package community

import "github.com/whatmatters-care/whatmatters/schemas/day"

// Concepts of SNOMED CT for what is counted. Both were read in two public sources each: code lists of Greater Manchester
// (UoM-Data-Science-Platforms/gm-sde) and socialrx.co.uk. There is none here for an offer, because nobody could read what the code
// that is passed around for it means.
const (
	// CodeReferral: referral to a social prescribing service.
	CodeReferral = "871731000000106"
	// CodeDeclined: social prescribing declined, once the person has been contacted and says no.
	CodeDeclined = "871711000000103"
)

// Counting is how a referral counts.
type Counting string

// How a referral can count.
const (
	// NotCounted: nothing has been done that counts, such as an offer without a referral.
	NotCounted Counting = "not_counted"
	// Counted: the person was referred.
	Counted Counting = "counted"
	// Excluded: the person declined, and is left out of the count.
	Excluded Counting = "excluded"
)

// Recorded is a code to record in the GP's system.
type Recorded struct {
	Code string `json:"code"`
	// Means is what it means, in our words.
	Means string  `json:"means"`
	On    day.Day `json:"on"`
	// Event is the id of the event for which it is recorded.
	Event string `json:"event"`
}

// Count is how one referral counts, and why.
type Count struct {
	Counts Counting `json:"counts"`
	// Because is the reason in a sentence.
	Because string `json:"because"`
	// Codes are what to record, in the order of the days.
	Codes []Recorded `json:"codes,omitempty"`
}

// CountOf says how a referral counts by the rule of the primary care network contract, as Ardens states it: a referral counts, an offer alone
// does not, and a person who declined is an exclusion, also where they were referred before. No share or threshold is worked out here.
// A nil Referral counts as one of which nothing is known.
func CountOf(r *Referral) Count {
	if r == nil {
		r = &Referral{}
	}
	var c Count
	referred, made := r.Referred()
	if made {
		c.Codes = append(c.Codes, Recorded{CodeReferral, "Referral to a social prescribing service", referred.On, referred.ID})
	}
	declined, no := r.Declined()
	if no {
		c.Codes = append(c.Codes, Recorded{CodeDeclined, "Social prescribing declined", declined.On, declined.ID})
	}
	switch {
	case no:
		c.Counts, c.Because = Excluded, "The person declined, which is an exclusion."
	case made:
		c.Counts, c.Because = Counted, "The person was referred."
	case r.State() == StateOffered:
		c.Counts, c.Because = NotCounted, "Social prescribing was offered, and an offer does not count until the person is referred."
	default:
		c.Counts, c.Because = NotCounted, "Social prescribing was neither offered nor was the person referred."
	}
	return c
}
