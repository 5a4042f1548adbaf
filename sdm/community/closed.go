package community

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Ending is why a referral was closed.
type Ending string

// Why a referral can be closed.
const (
	// Completed: what was agreed has been done.
	Completed Ending = "completed"
	// PersonDeclined: the person said no when first contacted.
	PersonDeclined Ending = "declined"
	// PersonStopped: the person did not want to go on.
	PersonStopped Ending = "person_stopped"
	// LostContact: the person could not be reached, or no longer.
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

// Closed is the end of a referral, with what went back to the GP and the referrer.
type Closed struct {
	Reason Ending `json:"reason"`
	// Note says more; OtherEnding needs it.
	Note string `json:"note,omitempty"`
	// MessageBack has an entry for the GP and one for the referrer. Where the GP practice referred, one for the GP serves both.
	MessageBack []Back `json:"message_back"`
}

// Back is one message back, or why there is none.
type Back struct {
	// To is gp or referrer.
	To string `json:"to"`
	// Says is the message, and On the day on which it went.
	Says string  `json:"says,omitempty"`
	On   day.Day `json:"on,omitzero"`
	// Withheld is why no message went, such as that the person asked for it.
	Withheld string `json:"withheld,omitempty"`
}

// Kind is the word community_closed.
func (Closed) Kind() string { return "community_closed" }

// Check wants a reason and a message back to the GP. Referral.Apply knows whether the referrer needs one of their own.
func (c Closed) Check() error {
	switch {
	case c.Reason == "":
		return faultIn("reason", "write completed, declined, person_stopped, lost_contact, not_suitable, moved_away, died or other", "the close gives no reason")
	case !slices.Contains(endings, c.Reason):
		return faultIn("reason", "write completed, declined, person_stopped, lost_contact, not_suitable, moved_away, died or other", "%q is no reason to close", c.Reason)
	case c.Reason == OtherEnding && blank(c.Note):
		return faultIn("note", "say in words why it was closed", "the reason is other, and no note says what")
	case len(c.MessageBack) == 0:
		return faultIn("message_back", "add a message to gp and one to referrer, or say under withheld why none went", "no message went back, so neither the GP nor the referrer knows what came of it")
	}
	if err := c.checkMessages(); err != nil {
		return err
	}
	if !c.tells(ToGP) {
		return faultIn("message_back", "add a message to gp, or say under withheld why none went", "no message went back to the GP")
	}
	return nil
}

func (c Closed) checkMessages() error {
	var seen []string
	for i, b := range c.MessageBack {
		field := fmt.Sprintf("message_back[%d]", i)
		switch {
		case b.To != ToGP && b.To != ToReferrer:
			return faultIn(field+".to", "write gp or referrer", "%q is nobody to whom a message goes back", b.To)
		case slices.Contains(seen, b.To):
			return faultIn(field+".to", "keep one", "there are two messages to %s", b.To)
		case !blank(b.Withheld) && !blank(b.Says):
			return faultIn(field+".withheld", "keep the one that is true", "the message to %s was sent and withheld", b.To)
		case blank(b.Withheld) && blank(b.Says):
			return faultIn(field+".says", "write down what was sent, or under withheld why nothing was", "the message to %s says nothing", b.To)
		case blank(b.Withheld) && b.On.IsZero():
			return faultIn(field+".on", `write the day as in "2026-04-01"`, "the message to %s does not say when it went", b.To)
		}
		seen = append(seen, b.To)
	}
	return nil
}

// tells reports whether there is an entry for somebody.
func (c Closed) tells(who string) bool {
	return slices.ContainsFunc(c.MessageBack, func(b Back) bool { return b.To == who })
}
