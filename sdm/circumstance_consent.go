package sdm

import "slices"

// Consent is what the person, or who may lawfully speak for them, said to one thing that needs their consent. The last word on the same
// thing stands. Without one it is not known what they would say, and that is not a yes.
type Consent struct {
	// To is what it is about, and With whom it is shared with, or referred to; empty where that is nobody.
	To   ConsentKind `json:"to"`
	With string      `json:"with,omitempty"`
	// What says in words what exactly: which information, which treatment.
	What string `json:"what,omitempty"`
	// Answer is what was said, and How in which way, such as in writing.
	Answer ConsentAnswer `json:"answer"`
	How    string        `json:"how,omitempty"`
	// Reasons are the person's own; nobody has to give any.
	Reasons []string `json:"reasons,omitempty"`
}

// ConsentKind says what a consent is about.
type ConsentKind string

// What a consent can be about.
const (
	ToSharing   ConsentKind = "sharing"   // information, with somebody
	ToReferral  ConsentKind = "referral"  // to somebody
	ToRecording ConsentKind = "recording" // in sound or pictures
	ToTreatment ConsentKind = "treatment"
)

var consentKinds = []ConsentKind{ToSharing, ToReferral, ToRecording, ToTreatment}

// ConsentAnswer is what was said.
type ConsentAnswer string

// The answers to a question of consent.
const (
	Given     ConsentAnswer = "given"
	Refused   ConsentAnswer = "refused"
	Withdrawn ConsentAnswer = "withdrawn" // after it had been given, in this record or elsewhere
)

var consentAnswers = []ConsentAnswer{Given, Refused, Withdrawn}

// Kind is the word consent.
func (Consent) Kind() string { return "consent" }

// Check says what is missing or cannot be.
func (c Consent) Check() error {
	switch {
	case !slices.Contains(consentKinds, c.To):
		return faultOf("to", "%.40q is nothing that a consent is about; write one of %s", c.To, words(consentKinds))
	case (c.To == ToSharing || c.To == ToReferral) && blank(c.With):
		return faultOf("with", "it does not say with whom; a consent for everybody is none, so name the reader or service")
	case c.To == ToTreatment && blank(c.What):
		return faultOf("what", "it does not say which treatment")
	case !slices.Contains(consentAnswers, c.Answer):
		return faultOf("answer", "%.40q is no answer; write one of %s, and nothing where nobody asked", c.Answer, words(consentAnswers))
	}
	return nil
}

// Answers asks whether there is consent.
func (c Consent) Answers() (question, answer string) {
	question = "consent to " + string(c.To)
	if c.With != "" {
		question += " with " + c.With
	}
	if c.To == ToTreatment {
		question += ": " + c.What
	}
	return question, string(c.Answer)
}
