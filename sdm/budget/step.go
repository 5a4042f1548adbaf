package budget

// Step is the body of one event of a budget. The types of this package that implement it are Requested, Indicated, Agreed, Refused,
// Entry, Reviewed, Stopped, RepaymentAsked and Reconsidered.
type Step interface {
	// Kind is the word for it in JSON, such as budget_agreed.
	Kind() string
	// Check says what is wrong with the step in itself: fault.Faults, or nil.
	Check() error
	isStep()
}

// Steps gives a blank step of every kind, in the order in which a budget goes, for programs that decode them.
func Steps() []Step {
	return []Step{Requested{}, Indicated{}, Agreed{}, Refused{}, Entry{}, Reviewed{}, Stopped{}, RepaymentAsked{}, Reconsidered{}}
}

// Kind is the word budget_requested.
func (Requested) Kind() string { return "budget_requested" }

// Kind is the word budget_indicated.
func (Indicated) Kind() string { return "budget_indicated" }

// Kind is the word budget_agreed.
func (Agreed) Kind() string { return "budget_agreed" }

// Kind is the word budget_refused.
func (Refused) Kind() string { return "budget_refused" }

// Kind is the word budget_entry.
func (Entry) Kind() string { return "budget_entry" }

// Kind is the word budget_reviewed.
func (Reviewed) Kind() string { return "budget_reviewed" }

// Kind is the word budget_stopped.
func (Stopped) Kind() string { return "budget_stopped" }

// Kind is the word budget_repayment_asked.
func (RepaymentAsked) Kind() string { return "budget_repayment_asked" }

// Kind is the word budget_reconsidered.
func (Reconsidered) Kind() string { return "budget_reconsidered" }

// ours reports whether a step is a value of one of the types of this package. A pointer to one is none: what it points at could change.
func ours(step Step) bool {
	switch step.(type) {
	case Requested, Indicated, Agreed, Refused, Entry, Reviewed, Stopped, RepaymentAsked, Reconsidered:
		return true
	default:
		return false
	}
}

func (Requested) isStep()      {}
func (Indicated) isStep()      {}
func (Agreed) isStep()         {}
func (Refused) isStep()        {}
func (Entry) isStep()          {}
func (Reviewed) isStep()       {}
func (Stopped) isStep()        {}
func (RepaymentAsked) isStep() {}
func (Reconsidered) isStep()   {}
