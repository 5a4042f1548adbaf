package community

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Step is one thing that happened in a referral: the body of an event. The steps are Offered, Referred, Contacted, Declined, Assessed,
// Connected, FollowedUp and Closed, each as a plain value.
type Step interface {
	// Kind is the word for the step in a record, such as community_referred.
	Kind() string
	// Check says all that is wrong with the step in itself, whatever went before; nil where nothing is. The error is fault.Faults.
	Check() error
	faults() fault.Faults
}
