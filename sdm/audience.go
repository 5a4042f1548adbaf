package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// ForPerson is the reader who sees everything that the law does not withhold: the person whose record it is.
const ForPerson = "person"

// Audience says who may see an event: by default everybody who is given the record. A reader is one word for somebody or a kind of
// somebody, such as gp_practice, ambulance or family; the host decides who that is, and plans use the same words. The audience of an
// event that opens a conversation or thread holds for all in it: whoever may not see the one sees nothing of the others.
type Audience struct {
	// Only lists the readers who may see the event. Empty means everybody who is given the record. The person need not be listed.
	Only []string `json:"only,omitempty"`
	// HideKind hides from all others even what kind of event it is, and who noted it, where that would tell. Events that they see no longer
	// name it then. What remains is that there is an event, with its id, its day and its thread: where they see others of the thread, those
	// tell of which component it is. What an event that they see says itself remains too, such as that a referral is for an action of a plan;
	// where that would tell, it needs an audience of its own.
	HideKind bool `json:"hide_kind,omitempty"`
	// Withheld says why even the person may not see it; nobody but those in Only may then.
	Withheld *Withholding `json:"withheld,omitempty"`
}

// Withholding is why the law lets something be kept from the person (Sources: prsb_shared_decisions, "information withheld" and "sharing
// delayed").
type Withholding struct {
	// Reason says why, in words for those who may read it.
	Reason string `json:"reason"`
	// LegalAdvice says which advice was taken, and from whom; empty where none was.
	LegalAdvice string `json:"legal_advice,omitempty"`
	// Until is the day by which to look at it again, where sharing is only delayed. Nothing is shown by the passing of a day: that takes
	// an event seen_by.
	Until day.Day `json:"until,omitzero"`
}

// IsZero reports whether everybody who is given the record may see it.
func (a Audience) IsZero() bool { return len(a.Only) == 0 && !a.HideKind && a.Withheld == nil }

// Allows reports whether a reader may see what has this audience.
func (a Audience) Allows(reader string) bool {
	switch {
	case a.Withheld != nil:
		return reader != ForPerson && slices.Contains(a.Only, reader)
	case reader == ForPerson, len(a.Only) == 0:
		return true
	}
	return slices.Contains(a.Only, reader)
}

// is reports whether two audiences say the same.
func (a Audience) is(other Audience) bool {
	same := a.Withheld == other.Withheld || a.Withheld != nil && other.Withheld != nil && *a.Withheld == *other.Withheld
	return same && a.HideKind == other.HideKind && slices.Equal(a.Only, other.Only)
}

// check says what is wrong with an audience, in the field of that name.
func (a Audience) check() fault.Faults {
	var f fault.Faults
	at := fault.Field("audience")
	for i, reader := range a.Only {
		if fault.Blank(reader) {
			here := at.Item("only", i)
			f.Tell(&here, "", "name the reader or take the entry out", "it names nobody, so nobody can tell who may see the event")
		}
	}
	if a.Withheld != nil && fault.Blank(a.Withheld.Reason) {
		f.Tell(&at, "withheld.reason", "say why", "it is withheld from the person without a reason, and the person sees everything unless the law lets it be withheld")
	}
	if a.Withheld != nil && slices.Contains(a.Only, ForPerson) {
		f.Tell(&at, "only", "take one of the two out", "it is withheld from the person, and lists the person")
	}
	return f
}

// SeenBy changes who may see earlier events, such as when the person no longer wants somebody to know. The last word stands, and
// one that was entered in error (InError) changes nothing.
type SeenBy struct {
	// Events are the ids of the events.
	Events []string `json:"events"`
	// Audience is who may see them from now on; where it says nothing, everybody who is given the record may.
	Audience Audience `json:"audience,omitzero"`
}

// Kind is the word seen_by.
func (SeenBy) Kind() string { return "seen_by" }

// Check says what is missing or cannot be.
func (s SeenBy) Check() error {
	var f fault.Faults
	if len(s.Events) == 0 {
		f.Tell(nil, "events", "give their ids", "it does not name the events whose audience changes")
	}
	f.IDs(nil, "events", s.Events)
	return append(f, s.Audience.check()...).Err()
}

// Referring gives the change with other ids of events.
func (s SeenBy) Referring(id func(string) string) interface {
	Kind() string
	Check() error
} {
	s.Events = mapped(s.Events, id)
	return s
}

// mapped gives new ids for ids, without those whose new id is empty; none for none.
func mapped(ids []string, id func(string) string) []string {
	if ids == nil {
		return nil
	}
	out := make([]string, 0, len(ids))
	for _, old := range ids {
		if is := id(old); is != "" {
			out = append(out, is)
		}
	}
	return out
}
