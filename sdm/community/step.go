package community

import "fmt"

// Step is one thing that happened in a referral: the body of an event. The steps are Offered, Referred, Contacted, Declined, Assessed,
// Connected, FollowedUp and Closed, each as a plain value.
type Step interface {
	// Kind is the word for the step in a record, such as community_referred.
	Kind() string
	// Check says what is wrong with the step in itself, whatever went before; nil where nothing is. The error is a *Fault.
	Check() error
}

// Fault says what is wrong with a step or with what a person asks for: where, what, and how to mend it.
type Fault struct {
	// Field is the field at fault as in JSON, such as needs[0].weight; empty where the step as a whole does not belong here.
	Field string
	// Says is what is wrong and why it matters, and Remedy how to mend it, each without a full stop.
	Says, Remedy string
}

// Error gives field, fault and remedy in one line.
func (f *Fault) Error() string {
	line := f.Says
	if f.Field != "" {
		line = f.Field + ": " + line
	}
	if f.Remedy != "" {
		line += "; " + f.Remedy
	}
	return line
}

// faultIn makes the fault of a field.
func faultIn(field, remedy, format string, args ...any) error {
	return &Fault{Field: field, Says: fmt.Sprintf(format, args...), Remedy: remedy}
}
