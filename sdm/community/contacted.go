package community

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Outcome is what came of trying to reach a person.
type Outcome string

// What can come of it. A no is the step Declined.
const (
	// ContactAccepted: the person was reached and wants the support. It answers the referral.
	ContactAccepted Outcome = "accepted"
	// ContactReached: there was contact, without an answer to the referral or after it.
	ContactReached Outcome = "reached"
	// NoContact: the person could not be reached.
	NoContact Outcome = "no_contact"
)

var outcomes = []Outcome{ContactAccepted, ContactReached, NoContact}

// Way is how somebody got or tried to get in touch.
type Way string

// The ways to get in touch.
const (
	WayInPerson  Way = "in_person"
	WayHomeVisit Way = "home_visit"
	WayPhone     Way = "phone"
	WayVideo     Way = "video"
	WayMessage   Way = "message"
	WayLetter    Way = "letter"
)

var ways = []Way{WayInPerson, WayHomeVisit, WayPhone, WayVideo, WayMessage, WayLetter}

// MaxAttempts is the largest number of attempts that one step can hold; more is a slip of the pen.
const MaxAttempts = 1000

// Contacted is a contact of the link worker with the person, or the attempt at one. Its day is that of the event.
type Contacted struct {
	// Outcome is what came of it. Accepted answers the referral: the person wants the support. Reached is contact without such an answer. A
	// no is a community_declined.
	Outcome Outcome `json:"outcome"`
	// Attempts is how many attempts there were up to this outcome, from 1, those of earlier steps not counted again.
	Attempts int `json:"attempts"`
	// Way is how the last attempt was made.
	Way Way `json:"way"`
	// By is who made it, where that was not the author of the event.
	By string `json:"by,omitempty"`
	// Note is what was talked about or agreed.
	Note string `json:"note,omitempty"`
}

// Kind is the word community_contacted.
func (Contacted) Kind() string { return "community_contacted" }

// Check wants an outcome, how many attempts there were, and how.
func (c Contacted) Check() error { return c.faults().Err() }

func (c Contacted) faults() (f fault.Faults) {
	if c.Outcome == "declined" {
		f.Tell(nil, "outcome", "record community_declined", "a no is a step of its own, because it counts otherwise")
	} else {
		fault.Word(&f, nil, "outcome", c.Outcome, outcomes)
	}
	switch {
	case c.Attempts < 1:
		f.Tell(nil, "attempts", "count the one that this step is about too", "there were %d attempts, and a contact takes at least one", c.Attempts)
	case c.Attempts > MaxAttempts:
		f.Tell(nil, "attempts", "look for a slip of the pen", "%d attempts cannot be right", c.Attempts)
	}
	fault.Word(&f, nil, "way", c.Way, ways)
	return f
}
