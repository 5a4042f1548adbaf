package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Until gives the record without what happened after a day, such as for a letter of that day. An event of an earlier day that names one which
// is left out, since it was noted later, is left out too.
//
// What was found out since stays: that an event was entered in error (InError), and who may see it (SeenBy). A copy that For made can be cut in
// the same way, and is still withheld what it was. Events without a day stay. The zero day leaves out nothing. What is given is to be told from,
// and not to be kept or merged: an InError or SeenBy in it names only what is left.
func (r Record) Until(on day.Day) Record {
	if on.IsZero() || !slices.ContainsFunc(r.events, func(e Event) bool { return e.On.After(on) }) {
		return r
	}
	there := make(map[string]bool, len(r.events))
	var before []Event
	for _, e := range r.events {
		left := func(ids []string) []string {
			return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !there[id] })
		}
		switch b := e.Body.(type) {
		case InError:
			b.Events = left(b.Events)
			if len(b.Events) == 0 {
				continue
			}
			e.Body = b
		case SeenBy:
			b.Events = left(b.Events)
			if len(b.Events) == 0 {
				continue
			}
			e.Body = b
		default:
			if e.On.After(on) {
				continue
			}
		}
		there[e.ID] = true
		before = append(before, e)
	}
	t := loading(Record{person: r.person, born: r.born}, before)
	for _, e := range before {
		if _, unread := e.Body.(Unread); unread {
			t.keep(e)
			continue
		}
		_ = t.add(e) // what names something that is left out is left out with it
	}
	return t.loaded()
}
