package sdm

import (
	"errors"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// ForPerson is the reader who sees everything that the law does not withhold: the person whose record it is.
const ForPerson = "person"

// Audience says who may see an event: by default everybody who is given the record. A reader is one word for somebody or a kind of
// somebody, such as gp_practice, ambulance or family; the host decides who that is, and plans use the same words. The audience of an
// event that opens a conversation or thread holds for all in it: whoever may not see the one sees nothing of the others.
type Audience struct {
	// Only lists the readers who may see the event. Empty means everybody who is given the record. The person need not be listed.
	Only []string `json:"only,omitempty"`
	// HideKind hides from all others even what kind of event it is, and who noted it, where that would tell.
	HideKind bool `json:"hide_kind,omitempty"`
	// Withheld says why even the person may not see it. Only those in Only may then.
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
	// an event SeenBy.
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

func (a Audience) check() error {
	switch {
	case slices.ContainsFunc(a.Only, blank):
		return errors.New("`only` names nobody in one of its entries, so nobody can tell who may see the event; name the reader or take the entry out")
	case a.Withheld != nil && blank(a.Withheld.Reason):
		return errors.New("it is withheld from the person without a reason; the person sees everything unless the law lets it be withheld, so say why")
	case a.Withheld != nil && slices.Contains(a.Only, ForPerson):
		return errors.New("it is withheld from the person, and `only` lists the person; take one of the two out")
	}
	return nil
}

// SeenBy changes who may see earlier events, such as when the person no longer wants somebody to know. The last word stands.
type SeenBy struct {
	// Events are their ids.
	Events []string `json:"events"`
	// Audience is who may see them from now on; the zero Audience is everybody who is given the record.
	Audience Audience `json:"audience,omitzero"`
}

// Kind is the word seen_by.
func (SeenBy) Kind() string { return "seen_by" }

// Check says what is missing or cannot be.
func (s SeenBy) Check() error {
	if len(s.Events) == 0 || slices.ContainsFunc(s.Events, blank) {
		return errors.New("events: it does not name the events whose audience changes; give their ids")
	}
	return s.Audience.check()
}

// Referring gives the change with other ids of events.
func (s SeenBy) Referring(id func(string) string) interface {
	Kind() string
	Check() error
} {
	s.Events = mapped(s.Events, id)
	return s
}

// mapped gives new ids for ids; none for none.
func mapped(ids []string, id func(string) string) []string {
	if ids == nil {
		return nil
	}
	out := make([]string, len(ids))
	for i := range ids {
		out[i] = id(ids[i])
	}
	return out
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
