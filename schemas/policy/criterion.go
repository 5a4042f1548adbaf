package policy

import "github.com/whatmatters-care/whatmatters/schemas"

// Criterion is the one shape of every rule about people that comes to a conclusion: a right, an offer of support, a criterion
// of a plan or a standard, a spending rule, caseness, an alert. It has either When, and is met or not, or Levels, and is the
// first of them that holds. It is a plain value.
type Criterion struct {
	// ID names the criterion: snake_case, unique in its document.
	ID string `json:"id"`
	// Title says in words what it is about.
	Title string `json:"title,omitempty"`
	// Kind groups criteria of one document, such as health_coaching among offers.
	Kind string `json:"kind,omitempty"`
	// Alert marks a finding that somebody must see. An alert has no "all clear": not met means only that these answers
	// did not raise it.
	Alert bool `json:"alert,omitempty"`
	// For is the condition under which the criterion applies at all.
	For string `json:"for,omitempty"`
	// When is the condition that meets it.
	When string `json:"when,omitempty"`
	// Levels are tried in their order; the first that holds is the finding's level.
	Levels []Level `json:"levels,omitempty"`
	// Unless lists the exceptions; any of them that holds makes the criterion not met.
	Unless []Exception `json:"unless,omitempty"`
	// Because says why, in words that a person can read.
	Because string `json:"because,omitempty"`
	// Gives says what a person gets where it is met, NextStep what to do then, and IfDenied what a person can do where others
	// do not keep to it.
	Gives    string `json:"gives,omitempty"`
	NextStep string `json:"next_step,omitempty"`
	IfDenied string `json:"if_denied,omitempty"`
	// Order is a rule that gives a number: of several that are met, the lowest comes first. See Rank.
	Order string `json:"order,omitempty"`
	// Intensity says how much of it there is, such as high for weekly coaching.
	Intensity string `json:"intensity,omitempty"`
	// Basis says what kind of ground it has: law, standard, guidance, evidence, convention or local.
	Basis string `json:"basis"`
	// Source is where the ground can be read.
	Source *schemas.Cite `json:"source,omitempty"`
}

// Level is one step of a graded criterion.
type Level struct {
	ID      string `json:"id"`
	Label   string `json:"label,omitempty"`
	When    string `json:"when"`
	Because string `json:"because,omitempty"`
}

// Exception is a ground on which a criterion does not hold although its condition does.
type Exception struct {
	ID      string        `json:"id"`
	When    string        `json:"when"`
	Because string        `json:"because,omitempty"`
	Source  *schemas.Cite `json:"source,omitempty"`
}

// basisLaw is the basis of a right.
const basisLaw = "law"

// Bases are the grounds that a criterion may name, strongest first.
var Bases = []string{basisLaw, "standard", "guidance", "evidence", "convention", "local"}
