package community

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Ending is why a referral was closed.
type Ending string

// Why a referral can be closed.
const (
	// Completed: what was agreed has been done.
	Completed Ending = "completed"
	// PersonDeclined: the person said no when first contacted.
	PersonDeclined Ending = "declined"
	// PersonStopped: the person accepted, and did not want to go on.
	PersonStopped Ending = "person_stopped"
	// LostContact: the person could not be reached, or no longer. The attempts are contacts of their own.
	LostContact Ending = "lost_contact"
	// NotSuitable: this service cannot give what is needed.
	NotSuitable Ending = "not_suitable"
	// MovedAway: the person moved out of the area.
	MovedAway Ending = "moved_away"
	// Died: the person died.
	Died Ending = "died"
	// OtherEnding: something else, which the note says.
	OtherEnding Ending = "other"
)

var endings = []Ending{Completed, PersonDeclined, PersonStopped, LostContact, NotSuitable, MovedAway, Died, OtherEnding}

// Who a message back goes to.
const (
	// ToGP is the person's GP practice.
	ToGP = "gp"
	// ToReferrer is who made the referral; the person themselves where they did.
	ToReferrer = "referrer"
)

var receivers = []string{ToGP, ToReferrer}

// Closed is the end of a referral, with what went back to the GP and the referrer.
type Closed struct {
	// Reason is why it ends. Declined is a no when first contacted, person_stopped one later on; not_suitable says that this service cannot
	// give what is needed.
	Reason Ending `json:"reason"`
	// Note says more; the reason other needs it.
	Note string `json:"note,omitempty"`
	// MessageBack has an entry for the GP and one for the referrer. Where the GP practice referred, one for the GP serves both.
	MessageBack []Back `json:"message_back"`
}

// Back is one message back, or why there is none.
type Back struct {
	// To is whom it is for: gp or referrer.
	To string `json:"to"`
	// Says is the message; empty where it is withheld.
	Says string `json:"says,omitempty"`
	// On is the day on which the message went.
	On day.Day `json:"on,omitzero"`
	// Withheld is why no message went, such as that the person asked for it.
	Withheld string `json:"withheld,omitempty"`
}

// Kind is the word community_closed.
func (Closed) Kind() string { return "community_closed" }

// Check wants a reason and a message back to the GP. Referral.Apply knows whether the referrer needs one of their own.
func (c Closed) Check() error { return c.faults().Err() }

func (c Closed) faults() (f fault.Faults) {
	fault.Word(&f, nil, "reason", c.Reason, endings)
	if c.Reason == OtherEnding && fault.Blank(c.Note) {
		f.Tell(nil, "note", "say in words why it was closed", "the reason is other, and no note says what")
	}
	switch known := c.checkMessages(&f); {
	case len(c.MessageBack) == 0:
		f.Tell(nil, "message_back", "add a message to gp and one to referrer, or say under withheld why none went", "no message went back, so neither the GP nor the referrer knows what came of it")
	case known && !c.tells(ToGP):
		f.Tell(nil, "message_back", "add a message to gp, or say under withheld why none went", "no message went back to the GP")
	}
	return f
}

// checkMessages reports whether it is known of each message to whom it went.
func (c Closed) checkMessages(f *fault.Faults) (known bool) {
	known = true
	for i, b := range c.MessageBack {
		here := fault.Item("message_back", i)
		known = known && slices.Contains(receivers, b.To)
		fault.Word(f, &here, "to", b.To, receivers)
		switch sent := !fault.Blank(b.Says); {
		case sent && !fault.Blank(b.Withheld):
			f.Tell(&here, "withheld", "keep the one that is true", "the message to %.40s was sent and withheld", b.To)
		case !sent && fault.Blank(b.Withheld):
			f.Tell(&here, "says", "write down what was sent, or under withheld why nothing was", "the message to %.40s says nothing", b.To)
		case sent && b.On.IsZero():
			f.Tell(&here, "on", `write the day as in "2026-04-01"`, "the message to %.40s does not say when it went", b.To)
		}
	}
	fault.Repeats(c.MessageBack, func(b *Back) string { return b.To }, func(i int) {
		here := fault.Item("message_back", i)
		f.Tell(&here, "to", "keep one", "there are two messages to %.40s", c.MessageBack[i].To)
	})
	return known
}

// tells reports whether there is an entry for somebody.
func (c Closed) tells(who string) bool {
	return slices.ContainsFunc(c.MessageBack, func(b Back) bool { return b.To == who })
}
