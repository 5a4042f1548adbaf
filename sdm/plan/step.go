package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Step is the body of an event of a plan: Offered, Told, Reached, Agreed, Reviewed, Shared or Ended. Steps are plain values with
// JSON tags.
type Step interface {
	// Kind is the word for it in a record, such as plan_agreed.
	Kind() string
	// Check says what is wrong in the step itself, as fault.Faults, or nil. What only the steps before it can tell is said by State.Apply.
	Check() error

	// check reports what is wrong in the step itself, and fits what does not go with the steps before it.
	check(c *checker)
	fits(s *State, c *checker)
}

// Steps gives a zero step of every kind, for a program that reads them from JSON.
func Steps() []Step {
	return []Step{Offered{}, Told{}, Reached{}, Agreed{}, Reviewed{}, Shared{}, Ended{}}
}

// Offered tells that a plan was offered or not, and what came of it.
type Offered struct {
	// Status is the state of the offer, as in the NHS data item Offer status.
	Status OfferStatus `json:"status"`
	// Reasons are the person's own, or why it was not offered.
	Reasons []string `json:"reasons,omitempty"`
}

// OfferStatus is the state of an offer, in words for the codes of the NHS data item Offer status (personalised care and support
// planning). A plan-standard document holds the codes.
type OfferStatus string

// The states of an offer, 01 to 06.
const (
	Undecided        OfferStatus = "offered_undecided"
	Declined         OfferStatus = "declined"
	Accepted         OfferStatus = "accepted"
	NotOffered       OfferStatus = "not_offered"
	UnableToComplete OfferStatus = "unable_to_complete"
	NotOfferedOther  OfferStatus = "not_offered_other_reason"
)

// Told tells what somebody said before there was a plan or beside it, so that nobody has to ask again.
type Told struct {
	// Statements are what was said, at least one.
	Statements []Statement `json:"statements"`
}

// Reached tells that planning has come to a stage. The stages are those of a plan-standard document.
type Reached struct {
	// Stage is the id of the stage in that document, such as conversation.
	Stage string `json:"stage"`
	// Note says more in words.
	Note string `json:"note,omitempty"`
}

// Agreed is a version of the plan as it was agreed on the day of the event. The event's id names the version from then on.
type Agreed struct {
	// Supersedes is the id of the event with the version whose place this one takes; empty for the first.
	Supersedes string `json:"supersedes,omitempty"`
	Version
}

// Reviewed tells what a review of the current version found.
type Reviewed struct {
	// How is how the plan was looked at: formal where it was planned, with those who agreed to the plan, and informal in between, such as on
	// the telephone.
	How ReviewKind `json:"review"`
	// With is who took part.
	With []Someone `json:"with,omitempty"`
	// Goals are those that were looked at, each once.
	Goals []GoalReviewed `json:"goals,omitempty"`
	// Actions are those that were looked at, each once.
	Actions []ActionReviewed `json:"actions,omitempty"`
	// Scores are the ids of the events with scores that were looked at for the plan as a whole.
	Scores []string `json:"scores,omitempty"`
	// Words are what was said at the review.
	Words []Statement `json:"words,omitempty"`
	// Next is the day by which the next formal review is due; the zero day leaves it as it was.
	Next day.Day `json:"next,omitzero"`
}

// ReviewKind says how the plan was looked at.
type ReviewKind string

// The kinds of review.
const (
	Formal   ReviewKind = "formal"   // planned, with those who agreed to it
	Informal ReviewKind = "informal" // in between, such as on the telephone
)

// GoalReviewed is what a review found of one goal.
type GoalReviewed struct {
	// Goal is the id of the goal.
	Goal string `json:"goal"`
	// Status is where the goal stands now; empty leaves what was said before.
	Status GoalStatus `json:"status,omitempty"`
	// Achievement is how far it was reached; empty leaves what was said before.
	Achievement Achievement `json:"achievement,omitempty"`
	// Scores are the ids of the events with scores that were looked at.
	Scores []string `json:"scores,omitempty"`
	Said
}

// ActionReviewed is what a review found of one action.
type ActionReviewed struct {
	// Action is the id of the action.
	Action string `json:"action"`
	// Status is where the action stands now; empty leaves what was said before.
	Status ActionStatus `json:"status,omitempty"`
	// Confidence is how sure the person now is, from 1 to 10, that it can be done; nil leaves what was said before.
	Confidence *int `json:"confidence,omitempty"`
}

// Shared tells that somebody was given a copy of the plan.
type Shared struct {
	// Version is the id of the event with the version; empty for the current one.
	Version string `json:"version,omitempty"`
	// With are the readers who were given it: person, or audiences that this version is shared with.
	With []string `json:"with"`
	// How says in words in which form, such as large print.
	How string `json:"how,omitempty"`
}

// Ended tells that the plan is no longer in use.
type Ended struct {
	// Reason says why in words, such as that another plan took its place.
	Reason string `json:"reason"`
}

// Kind is the word plan_offered.
func (Offered) Kind() string { return "plan_offered" }

// Kind is the word plan_told.
func (Told) Kind() string { return "plan_told" }

// Kind is the word plan_stage.
func (Reached) Kind() string { return "plan_stage" }

// Kind is the word plan_agreed.
func (Agreed) Kind() string { return "plan_agreed" }

// Kind is the word plan_reviewed.
func (Reviewed) Kind() string { return "plan_reviewed" }

// Kind is the word plan_shared.
func (Shared) Kind() string { return "plan_shared" }

// Kind is the word plan_ended.
func (Ended) Kind() string { return "plan_ended" }
