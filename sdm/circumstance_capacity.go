package sdm

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// CapacityAssessed is an assessment of whether the person could make one decision at the time. It says nothing of other decisions or
// other days, and without one a person is taken to have capacity (Sources: mental_capacity_act).
type CapacityAssessed struct {
	// Decision says in words which decision it was for. It may stay empty in a conversation, where it is the one that the conversation is
	// over.
	Decision string `json:"decision,omitempty"`
	// Found is what was found. In doubt means that it has to be assessed before anybody else decides.
	Found CapacityFound `json:"found"`
	// Support is the help to decide that was given before, such as an easy-read page or a quieter time of day. Nobody may be found to lack
	// capacity without any.
	Support []string `json:"support,omitempty"`
	// Because says what was seen or heard, in words; it may be empty only where the person has capacity.
	Because string `json:"because,omitempty"`
	// Again is the day by which to look again, as where capacity comes and goes; left out where nobody said.
	Again day.Day `json:"again,omitzero"`
}

// CapacityFound is what an assessment of capacity found.
type CapacityFound string

// What an assessment can find.
const (
	// Has: the person can make the decision.
	Has CapacityFound = "has_capacity"
	// Lacks: the person cannot make it, whatever help they are given.
	Lacks CapacityFound = "lacks_capacity"
	// InDoubt: it is not clear, and has to be assessed before anybody else decides.
	InDoubt CapacityFound = "in_doubt"
)

var capacityFindings = []CapacityFound{Has, Lacks, InDoubt}

// Kind is the word capacity_assessed.
func (CapacityAssessed) Kind() string { return "capacity_assessed" }

// Check says what is missing or cannot be.
func (c CapacityAssessed) Check() error {
	var f fault.Faults
	fault.Word(&f, nil, "found", c.Found, capacityFindings)
	f.Texts(nil, "support", c.Support, "say which help was given, or take it out")
	if c.Found == Lacks && len(c.Support) == 0 {
		f.Tell(nil, "support", "say which help was", "nobody may be found unable to decide before all practicable help to decide was given")
	}
	if c.Found != Has && fault.Blank(c.Because) {
		f.Tell(nil, "because", "say what was seen or heard", "it does not say why, and what was found of a person must be open to question")
	}
	return f.Err()
}

// Answers asks whether the person can make the decision.
func (c CapacityAssessed) Answers() (question, answer string) {
	return "capacity to decide: " + c.Decision, string(c.Found)
}

// BestInterests is a step towards a decision in the interests of a person who was found unable to make it.
type BestInterests struct {
	// Decision is the decision in the words of the assessment; empty where that has none.
	Decision string `json:"decision,omitempty"`
	// Decider is who decides: an attorney or deputy who may, otherwise the professional or carer who would act, or the court.
	Decider string `json:"decider"`
	// Role is in which role they decide.
	Role DeciderRole `json:"role"`
	// Wishes are what the person wants or wanted, and believes, as far as anybody can tell.
	Wishes string `json:"wishes,omitempty"`
	// Consulted are those who were asked, in words.
	Consulted []string `json:"consulted,omitempty"`
	// Outcome is what was decided, in words; empty while the process goes on.
	Outcome string `json:"outcome,omitempty"`
	// Because is why it was so decided; empty while the process goes on.
	Because string `json:"because,omitempty"`
}

// DeciderRole says in which role somebody decides for a person who cannot.
type DeciderRole string

// Who can decide in a person's best interests.
const (
	DecidesAttorney     DeciderRole = "attorney"
	DecidesDeputy       DeciderRole = "deputy"
	DecidesParent       DeciderRole = "parent"
	DecidesProfessional DeciderRole = "professional"
	DecidesCarer        DeciderRole = "carer"
	DecidesCourt        DeciderRole = "court"
)

var deciderRoles = []DeciderRole{DecidesAttorney, DecidesDeputy, DecidesParent, DecidesProfessional, DecidesCarer, DecidesCourt}

// Kind is the word best_interests.
func (BestInterests) Kind() string { return "best_interests" }

// Check says what is missing or cannot be.
func (b BestInterests) Check() error {
	var f fault.Faults
	f.Text(nil, "decider", b.Decider, "say who decides")
	fault.Word(&f, nil, "role", b.Role, deciderRoles)
	if fault.Blank(b.Outcome) != fault.Blank(b.Because) {
		f.Tell(nil, "because", "give both, or neither while the process goes on", "what was decided and why belong together")
	}
	return f.Err()
}

// Answers asks what was decided.
func (b BestInterests) Answers() (question, answer string) {
	if fault.Blank(b.Outcome) {
		return "", ""
	}
	return "best interests: " + b.Decision, b.Outcome
}
