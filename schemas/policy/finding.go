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
	// Kind is the group of criteria to which it belongs in its document; empty where it has none.
	Kind string `json:"kind,omitempty"`
	// Alert marks a finding that somebody must see. An alert that is not met is no "all clear".
	Alert bool `json:"alert,omitempty"`
	// Imputed tells that the finding rests on a score in which blanks were filled.
	Imputed bool `json:"imputed,omitempty"`
	// State is what is known: the criterion is met or not_met, is not about this person (not_applicable), or an answer that could decide it is
	// missing (unknown), which is never a no.
	State State `json:"state"`
	// Reason is why the answers are missing, for a finding that is unknown, such as blank.
	Reason rule.Reason `json:"reason,omitempty"`
	// Missing names the answers that could change a finding that is unknown: at most eight, those of the condition that stopped the search
	// first.
	Missing []string `json:"missing,omitempty"`
	// Level is the level that holds, for a criterion with levels that is met.
	Level string `json:"level,omitempty"`
	// Because is the reason in words, as given by the clause that decided: the level or the exception, else the criterion.
	Because string `json:"because,omitempty"`
	// Gives says what the person gets where the criterion is met.
	Gives string `json:"gives,omitempty"`
	// NextStep says what to do where it is met.
	NextStep string `json:"next_step,omitempty"`
	// IfDenied says what the person can do where it is met and others do not keep to it.
	IfDenied string `json:"if_denied,omitempty"`
	// Intensity says how much of it there is, where the criterion is met, such as high for weekly coaching.
	Intensity string `json:"intensity,omitempty"`
	// Order is the number by which met findings are ranked; it is omitted where the criterion is not met or gives none.
	Order rule.Value `json:"order,omitzero"`
	// DecidedBy is the id of the level or the exception that decided, empty where the criterion itself did.
	DecidedBy string `json:"decided_by,omitempty"`
	// Basis is what kind of ground the criterion has: law, standard, guidance, evidence, convention or local.
	Basis string `json:"basis"`
	// Source is where the ground can be read, that of the exception where one decided; nil where none is named.
	Source *schemas.Cite `json:"source,omitempty"`
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
