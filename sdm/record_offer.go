package sdm

import (
	"cmp"
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// offered asks of an event which somebody hands in that they do not make up what only this package can say: that an event cannot be read, or
// that it is withheld.
func (t *trunk) offered(e Event) error {
	switch b := e.Body.(type) {
	case Unread:
		return t.unreadable(e, b)
	case Withheld:
		if e.Seq == 0 || e.By.Name != "" || !e.Audience.IsZero() || e.Part {
			return fault.In("body", "add the event itself with its Audience; Record.For then withholds it from who may not see it", "that an event is withheld is said by Record.For alone")
		}
	}
	return nil
}

// unreadable asks that an event which cannot be read is what its own JSON says, since that is all that is written of it.
func (t *trunk) unreadable(e Event, u Unread) error {
	again, err := parseEvent(u.Raw)
	if err == nil {
		err = again.Body.Check()
	}
	if err == nil {
		return fault.In("body", "add what ParseEvent gives for it", "this version can read it")
	}
	again = again.unread(u.Raw)
	differs := func(field string, same bool) error {
		if same {
			return nil
		}
		return fault.In(field, "add the event as ParseEvent gave it", "its JSON, which is all that is kept of an event that cannot be read, says something else")
	}
	if len(u.Raw) > MaxEventBytes {
		return because(ErrTooLarge, "body", "keep what is long elsewhere", "it takes %d bytes of JSON, and one event may take %d", len(u.Raw), MaxEventBytes)
	}
	if !json.Valid(u.Raw) {
		return fault.In("body", "keep it elsewhere", "it is no JSON, so that the record could not be written")
	}
	if e.Person != "" && e.Person != t.teller.person {
		return because(ErrPerson, "person", "put it into the record of that person", "it is about %.40q, and this is the record of %.40q", e.Person, t.teller.person)
	}
	return cmp.Or(
		differs("id", again.ID == e.ID),
		differs("person", again.Person == e.Person),
		differs("kind", again.Body.Kind() == u.Word),
		differs("on", again.On == e.On),
		differs("by", again.By == e.By),
		differs("in", again.In == e.In),
		differs("audience", again.Audience.is(e.Audience)),
		differs("part", again.Part == e.Part),
	)
}
