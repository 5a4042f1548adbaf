package cases

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// Budget is how many evaluations Check makes for one document.
const Budget = 4096

// Promises are what a kind promises of one document, beside its cases.
type Promises struct {
	Outputs    []Promise
	Conditions []Condition
}

// Promise is what a kind promises of one output.
type Promise struct {
	// Output is the name of the output, and At the JSON pointer where the promise is made.
	Output, At string
	// Range is the lowest and the highest value that can be right; nil where nothing is promised. A result that is missing
	// as internal breaks it too: so a score says that it came out of its range.
	Range *[2]float64
	// Reach lists the codes of the output that somebody has to be able to get, such as the bands of a score, or met and
	// not_met of a finding.
	Reach []string
	// Rule is the rule behind the output, over which slopes are proved; nil where there is none.
	Rule *rule.Program
	// Members are the items that the output is made of. Each of them has to matter, and where SameWay is true raising one must
	// never move the output the other way than raising another: a mixture is a forgotten reversal. SameWay is for outputs
	// that say which way is better.
	Members []Member
	SameWay bool
	// Ways are the inputs with which the author says that the output only rises, or only falls. A person for whom it does the
	// opposite breaks the promise, which is an error.
	Ways []Way
}

// Way says that an output goes one way with one input.
type Way struct {
	// At is the JSON pointer where this is said, and Input the name of the input.
	At, Input string
	// Falls tells that the output never rises where the input does; without it the output never falls.
	Falls bool
}

// Member is one item that an output is made of.
type Member struct {
	// Name is the input, and Slot what the rule reads of it.
	Name string
	Slot rule.Slot
	// Reversed tells that Slot falls where the input rises.
	Reversed bool
}

// Condition is a rule that decides something.
type Condition struct {
	// About says in words what it decides, such as "when of caseness".
	About string
	Rule  *rule.Program
}
