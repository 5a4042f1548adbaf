package sdm

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Consent is what the person, or who may lawfully speak for them, said to one thing that needs their consent. The last word on the same
// thing stands. Without one it is not known what they would say, and that is not a yes.
type Consent struct {
	// To is what it is about: sharing information, a referral, recording in sound or pictures, or treatment.
	To ConsentKind `json:"to"`
	// With is the reader whom information is shared with, or the service referred to; empty for other consents.
	With string `json:"with,omitempty"`
	// What says in words what exactly: which information, which treatment. A treatment has to be named.
	What string `json:"what,omitempty"`
	// Answer is what was said. Withdrawn takes back what was given before, in this record or elsewhere.
	Answer ConsentAnswer `json:"answer"`
	// How is in which way it was said, such as in writing.
	How string `json:"how,omitempty"`
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
	var f fault.Faults
	fault.Word(&f, nil, "to", c.To, consentKinds)
	if (c.To == ToSharing || c.To == ToReferral) && fault.Blank(c.With) {
		f.Tell(nil, "with", "name the reader or service", "it does not say with whom, and a consent for everybody is none")
	}
	if c.To == ToTreatment && fault.Blank(c.What) {
		f.Tell(nil, "what", "name the treatment", "it does not say to which treatment, and a consent to every treatment is none")
	}
	if c.Answer == "" {
		f.Tell(nil, "answer", "write what was answered; where nobody asked, leave the event out", "it has no answer")
	}
	fault.MayWord(&f, nil, "answer", c.Answer, consentAnswers)
	return f.Err()
}

// about is what tells a consent from the others of its kind: with whom, or to which treatment.
func (c Consent) about() string {
	if c.To == ToTreatment {
		return c.What
	}
	return c.With
}

// Answers asks whether there is consent, and to how much where that is said.
func (c Consent) Answers() (question, answer string) {
	question, answer = "consent to "+string(c.To), string(c.Answer)
	if c.With != "" {
		question += " with " + c.With
	}
	switch {
	case c.To == ToTreatment:
		question += ": " + c.What
	case c.What != "":
		answer += ": " + c.What
	}
	return question, answer
}
