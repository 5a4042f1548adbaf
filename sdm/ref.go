package sdm

import (
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Ref names one thing of a record that other things name. It is a plain value that can be compared with ==.
type Ref struct {
	// Kind is what kind of thing it is. What a score is for is none of score, activation_assessment and review.
	Kind RefKind `json:"kind"`
	// In is the id of the thread, for what has an id only within one: budget lines and offers of support. It is empty for all else.
	In string `json:"in,omitempty"`
	// ID is the id: of the event, or of the part of a plan, the line or the offer.
	ID string `json:"id"`
}

// RefKind says what kind of thing a Ref names. It is the word for it in JSON too.
type RefKind string

// The things that name each other. A goal, need, outcome or action has one meaning in all plans of a record.
const (
	RefDecision   RefKind = "decision"
	RefNeed       RefKind = "need"
	RefGoal       RefKind = "goal"
	RefOutcome    RefKind = "outcome"
	RefAction     RefKind = "action"
	RefChoice     RefKind = "choice_referral"
	RefCommunity  RefKind = "community_referral"
	RefSupport    RefKind = "support_offer"
	RefLine       RefKind = "budget_line"
	RefScore      RefKind = "score"
	RefAssessment RefKind = "activation_assessment"
	RefReview     RefKind = "review"
)

// RefKinds are all kinds, from what others name to what names others.
func RefKinds() []RefKind {
	return []RefKind{RefDecision, RefNeed, RefGoal, RefOutcome, RefAction, RefChoice, RefCommunity, RefSupport, RefLine, RefScore, RefAssessment, RefReview}
}

// String says the reference for people, as in "goal walk_to_shops" or "budget line physio of 20".
func (r Ref) String() string {
	text := r.Kind.String() + " " + r.ID
	if r.In != "" {
		text += " of " + r.In
	}
	return text
}

// String says the kind for people.
func (k RefKind) String() string { return phrase.Spoken(k) }
