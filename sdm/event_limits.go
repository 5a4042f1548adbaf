package sdm

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// MaxEventBytes is the largest event that a record takes: 1 MiB of JSON. Pictures and long documents belong elsewhere, and are named.
const MaxEventBytes = 1 << 20

// MaxIDBytes is how long the id of an event may be. Where Merge or Record.For has to tell two events apart, it puts up to 22 bytes behind
// it, from ~ on, which are not counted.
const MaxIDBytes = 200

// earliest and latest bound the days on which something can happen or be noted, as in package choice.
var earliest, latest = day.New(1850, time.January, 1), day.New(2200, time.December, 31)

// possible reports whether something can have happened on a day, or that the day is not known.
func possible(d day.Day) bool { return !d.Before(earliest) && !d.After(latest) }

// sound says what of an event, beside its body, could not be kept as it is, and what cannot be right in any record.
func (e Event) sound() (f fault.Faults) {
	f = e.soundID()
	for _, d := range [...]struct {
		field string
		on    day.Day
	}{{"on", e.On}, {"noted", e.Noted}} {
		if !possible(d.on) {
			f.Tell(nil, d.field, "correct the year", "it is %s, and what stands in a record happened between the years 1850 and 2200", d.on)
		}
	}
	if e.Seq > mostSeq {
		f.Tell(nil, "seq", "leave it out, and it is counted", "it is %d, and no record has so many events", e.Seq)
	}
	utf8Only(&f, "in", e.In)
	utf8Only(&f, "by.role", e.By.Role)
	utf8Only(&f, "by.name", e.By.Name)
	at := fault.Field("audience")
	for i, reader := range e.Audience.Only {
		if !utf8.ValidString(reader) {
			here := at.Item("only", i)
			utf8Only(&f, here.String(), reader)
		}
	}
	if why := e.Audience.Withheld; why != nil {
		utf8Only(&f, "audience.withheld.reason", why.Reason)
		utf8Only(&f, "audience.withheld.legal_advice", why.LegalAdvice)
	}
	return f
}

// soundID says what is wrong with the id of an event.
func (e Event) soundID() (f fault.Faults) {
	tell := func(mend, says string, args ...any) { f.Tell(nil, "id", mend, says, args...) }
	utf8Only(&f, "id", e.ID)
	switch n := len(withoutMark(withoutMark(e.ID))); {
	case fault.Blank(e.ID):
		tell("give it one that can be read, or leave it out, and it is counted", "it has nothing but white space, so nobody could refer to the event")
	case strings.ContainsFunc(e.ID, unicode.IsControl):
		tell("take them out", "%.60q has control characters, which nobody sees", e.ID)
	case n > MaxIDBytes:
		tell("give it a short one, which says nothing of what happened", "it has %d bytes, and ids have at most %d", n, MaxIDBytes)
	}
	return f
}

// withoutMark takes off what Merge or Record.For puts behind an id.
func withoutMark(id string) string {
	if i := strings.LastIndexByte(id, '~'); i >= 0 && len(id)-i <= markBytes {
		return id[:i]
	}
	return id
}

// markBytes is how long such a mark is at most.
const markBytes = len("~0123456789ab")

// utf8Only tells of a text that is no UTF-8.
func utf8Only(f *fault.Faults, field, text string) {
	if !utf8.ValidString(text) {
		f.Tell(nil, field, "write it in UTF-8", "it has bytes that are no UTF-8, so that letters would be lost")
	}
}

// size is how many bytes of JSON an event takes at most beside its body.
func (e Event) size() int {
	texts := len(e.ID) + len(e.Person) + len(e.In) + len(e.By.Role) + len(e.By.Name)
	for _, reader := range e.Audience.Only {
		texts += len(reader) + 1
	}
	if why := e.Audience.Withheld; why != nil {
		texts += len(why.Reason) + len(why.LegalAdvice)
	}
	return envelopeBytes + escaped*texts
}

// envelopeBytes is more than the names of all members of an event take, with numbers and days.
const envelopeBytes = 512
