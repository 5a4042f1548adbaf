package sdm

import (
	"cmp"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// teller tells the story of a record, event by event. It knows what decides whether the next event can stand, so that each costs the same
// however many came before.
type teller struct {
	person string
	story  Story
	places map[string]int // of the events, by id
	ends   []end          // of the threads, by the place of the event that opened them; of each event at least its own
	last   mark           // the last event with a stamp of its own
	// gaps tells that something is withheld from this copy of the record, errors that something may have been entered in error, and retells that
	// the events were in a record before: what does not fit without what is missing is then no fault.
	gaps, errors, retells bool
	fallen                map[string]bool // the events that cannot be told beside an error, and whether they rest on it
}

// mark is where an event stands.
type mark struct {
	id string
	stamp
}

// end is the last event of a thread so far.
type end struct {
	id string
	on day.Day
}

// newTeller begins the story of a record with the events that are to come. It looks through them for what says of others that they were entered
// in error.
func newTeller(r Record, events []Event) *teller {
	t := &teller{person: r.person, places: make(map[string]int, len(events)), ends: make([]end, 0, len(events))}
	t.story.Born = r.born
	t.story.known.events = make(map[string]entry, len(events))
	t.story.known.struck, t.errors = struckIn(events)
	return t
}

// take adds the next event to the story and gives it as the record keeps it, or says why it cannot stand, and is then as it was. The body
// was checked before. An event that this version cannot read is kept, whatever it says.
func (t *teller) take(e Event, place int) (Event, error) {
	thread := t.threadOf(e)
	_, struck := t.story.known.struck[e.ID]
	if _, unread := e.Body.(Unread); unread {
		nameless := t.nameless(e)
		e = t.last.besides(e, nameless)
		if nameless { // there is nothing to remember of one without a name
			return e, t.story.tell(e)
		}
		if struck {
			t.pass(e, place)
			return e, nil
		}
		err := t.story.tell(e)
		t.note(e, place, thread)
		return e, err
	}
	e, err := t.envelope(e, struck)
	if err != nil {
		return e, faulty(e, err)
	}
	if struck {
		t.pass(e, place)
		return e, nil
	}
	_, withheld := e.Body.(Withheld)
	gaps := t.gaps || withheld || e.Part
	late := t.inOrder(e, thread)
	if err = late; err == nil {
		err = t.tell(e)
	}
	var fallen, rests bool
	if err != nil {
		fallen, rests = t.restsOnError(e, &err)
	}
	switch {
	case err != nil && t.retells && (fallen || t.errors && !gaps):
		t.fell(e, err, rests)
		thread = nowhere // what is not told cannot stand in the way of what follows
	case fallen:
		return e, faulty(e, err)
	case err != nil && gaps && (t.retells || late == nil && t.story.known.holes[e.In]):
		t.story.untold(e, err)
	case err != nil && gaps && late == nil:
		return e, faulty(e, doubted(err))
	case err != nil:
		return e, faulty(e, err)
	}
	if t.gaps = gaps; e.Part {
		t.story.Parts = append(t.story.Parts, e.ID)
	}
	t.note(e, place, thread)
	return e, nil
}

// tell adds an event to the story, or says why it does not fit.
func (t *teller) tell(e Event) error {
	if i, is := e.Body.(InError); is {
		if err := t.namesEarlier(i); err != nil {
			return err
		}
	}
	return t.story.tell(e)
}

// nameless reports whether an event cannot be named: it has no id, or that of another event.
func (t *teller) nameless(e Event) bool {
	_, taken := t.places[e.ID]
	return e.ID == "" || taken
}

// note remembers an event that stands, and that its thread, by its place, ends with it.
func (t *teller) note(e Event, place, thread int) {
	for len(t.ends) <= place { // events that were left out have no thread
		t.ends = append(t.ends, end{})
	}
	t.ends[place] = end{e.ID, e.On}
	t.places[e.ID] = place
	if thread != nowhere {
		t.ends[thread] = end{e.ID, e.On}
	}
	t.last = mark{e.ID, e.stamp()}
}

// pass remembers an event that was entered in error: it has its place in the record, and no part in its thread or in another.
func (t *teller) pass(e Event, place int) {
	t.note(e, place, nowhere)
	t.ends[place] = end{id: e.ID}
}

// nowhere is the place of a thread that is not there.
const nowhere = -1

// threadOf gives the place of the thread that an event says it belongs to.
func (t *teller) threadOf(e Event) int {
	if e.In == "" {
		return nowhere
	}
	if place, open := t.places[e.In]; open {
		return place
	}
	return nowhere
}

// envelope checks what every event has, and gives the event as it is kept. One that was entered in error may have any day.
func (t *teller) envelope(e Event, struck bool) (Event, error) {
	if e.Body == nil {
		return e, bodiless()
	}
	if e.Person != "" && e.Person != t.person {
		return e, because(ErrPerson, "person", "put it into the record of that person", "it is about %.40q, and this is the record of %.40q", e.Person, t.person)
	}
	e.Person = ""
	if t.nameless(e) {
		return e, because(ErrIDTaken, "id", "give it an id of its own", "%.40q is empty or already taken", e.ID)
	}
	if err := t.dated(e); err != nil && !struck {
		return e, err
	}
	faults := e.Audience.check()
	_, withheld := e.Body.(Withheld)
	switch {
	case withheld:
	case e.By.Role == "":
		faults.Tell(nil, "by.role", "name one of "+strings.Join(Roles, ", "), "it does not say who said or did it")
	default:
		fault.Word(&faults, nil, "by.role", e.By.Role, Roles)
	}
	if len(faults) > 0 {
		return e, faults
	}
	return t.placed(e)
}

// dated checks the day of an event. Of an event that is withheld not even the day need be known.
func (t *teller) dated(e Event) error {
	if _, withheld := e.Body.(Withheld); e.On.IsZero() && !withheld {
		return undated()
	}
	if e.On.Before(t.story.Born) {
		return beforeBirth(e.On, t.story.Born)
	}
	return nil
}

// placed gives the event with its stamp, which comes after all before it.
func (t *teller) placed(e Event) (Event, error) {
	e = e.stamped(t.last.follow(e))
	switch {
	case e.Seq < 0:
		return e, fault.In("seq", "leave it out, and it is counted", "it is %d, and numbers of events start at 1", e.Seq)
	case e.Noted.Before(e.On):
		return e, because(ErrOrder, "noted", "mend one of the days", "it was noted on %s, before it happened on %s", e.Noted, e.On)
	case cmp.Or(t.last.compare(e.stamp()), cmp.Compare(t.last.id, e.ID)) >= 0:
		return e, because(ErrOrder, "seq", "leave it and noted out, or use Merge for events of another copy of the record",
			"it was noted on %s as number %d, not after event %s before it (%s, number %d)", e.Noted, e.Seq, t.last.id, t.last.noted, t.last.seq)
	}
	return e, nil
}

// inOrder checks that the events of a thread come in the order of their days. Whether the thread is open is for the story to say.
func (t *teller) inOrder(e Event, thread int) error {
	if thread == nowhere {
		return nil
	}
	before := t.ends[thread]
	_, withheld := e.Body.(Withheld)
	switch {
	case withheld || !e.On.Before(before.on):
		return nil
	case before.id == e.In:
		return because(ErrOrder, "on", "mend the day", "it is dated %s, before its conversation or thread was opened on %s", e.On, before.on)
	}
	return because(ErrOrder, "on", "mend the day, or note it under the day on which it was told", "it is dated %s, before event %s of its thread on %s",
		e.On, before.id, before.on)
}
