package policy

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// State is what is known of a criterion. The zero value is Unknown: nothing is denied or cleared by an oversight.
type State uint8

const (
	// Unknown: an answer that could decide it is missing. It is never "no".
	Unknown State = iota
	// Met: the condition holds, and no exception does.
	Met
	// NotMet: the condition is known not to hold, or an exception is known to hold.
	NotMet
	// NotApplicable: the criterion is known not to be about this person.
	NotApplicable
)

var stateWords = [...]string{"unknown", "met", "not_met", "not_applicable"}

// String gives unknown, met, not_met or not_applicable.
func (s State) String() string {
	if int(s) < len(stateWords) {
		return stateWords[s]
	}
	return "unknown"
}

// MarshalText gives the word of String.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a word of String.
func (s *State) UnmarshalText(text []byte) error {
	for i, word := range stateWords {
		if word == string(text) {
			*s = State(i)
			return nil
		}
	}
	return fmt.Errorf("policy: %q is no state of a finding; the states are unknown, met, not_met and not_applicable", text)
}

// Finding is what a criterion comes to for one person, with everything needed to say why.
type Finding struct {
	// ID and Title are those of the criterion.
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	Kind  string `json:"kind,omitempty"`
	Alert bool   `json:"alert,omitempty"`
	// Imputed tells that the finding rests on a score in which blanks were filled.
	Imputed bool  `json:"imputed,omitempty"`
	State   State `json:"state"`
	// Reason and Missing say, for Unknown, why the answers are missing and which of them could change the finding: at most
	// eight names, those of the condition that stopped the search first.
	Reason  rule.Reason `json:"reason,omitempty"`
	Missing []string    `json:"missing,omitempty"`
	// Level is the level that holds, for a criterion with levels that is met.
	Level string `json:"level,omitempty"`
	// Because is the reason given by the clause that decided: the level or the exception, else the criterion.
	Because string `json:"because,omitempty"`
	// Gives, NextStep, IfDenied and Intensity are those of the criterion where it is met.
	Gives     string `json:"gives,omitempty"`
	NextStep  string `json:"next_step,omitempty"`
	IfDenied  string `json:"if_denied,omitempty"`
	Intensity string `json:"intensity,omitempty"`
	// Order is the number by which met findings are ranked; it is omitted where the criterion is not met or gives none.
	Order rule.Value `json:"order,omitzero"`
	// DecidedBy is the id of the level or the exception that decided, empty where the criterion itself did.
	DecidedBy string        `json:"decided_by,omitempty"`
	Basis     string        `json:"basis"`
	Source    *schemas.Cite `json:"source,omitempty"`
	// Despite names blanks that could not change the finding, where it was decided in spite of them.
	Despite []string `json:"despite,omitempty"`
}

// String gives the finding in one line for logs and tests, not for people.
func (f Finding) String() string {
	line := f.ID + ": " + f.State.String()
	if f.Level != "" {
		line += " (" + f.Level + ")"
	}
	return line
}
