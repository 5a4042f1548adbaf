package sdm

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// For gives the record as a reader may see it: the person, ForPerson, or one whom audiences name. An event that the reader may not see is
// replaced by Withheld, which keeps its id, day and thread; of a body that is a Redactor, such as a version of a plan, the parts for
// others are left out, and of every body the names of events of which not even the kind may be told (Audience.HideKind). Nothing of what is left
// out stands in the copy or in its JSON. Whoever reads the copy is told that something is withheld, by the events themselves and by
// Story.Redaction.
//
// Readers other than the person are not told who else may see what either: of their copy a copy for somebody else shows all that it has, so make
// each copy of the whole record or of the person's own. An event that this version cannot read is withheld from everybody, since nobody can tell
// for whom it is.
//
// Whoever sees an event sees the words in it, whatever they were copied from: words of a plan that stand again in a referral are seen by
// whoever sees the referral, unless it has them under the id of a need that the plan keeps from the reader. Where nothing of the referral is
// left then, it is withheld.
//
// What stands in events or parts that are withheld counts as there, so that others can name it, in the copy and in what is added to it. An event
// of a thread that cannot be told without what is withheld, such as a step after one that the reader may not see, is kept and listed in
// Story.Redaction, also when it is added: only the whole record can tell whether it fits.
//
// Ids stay, so that what refers to them still does; they should say nothing of what happened. An id that Merge made of a digest confirms
// a guess of the whole event to whoever can make one.
func (r Record) For(reader string) Record {
	struck, _ := struckIn(r.events)
	f := &redaction{reader: reader, audiences: r.audiences(struck), struck: struck, hidden: map[string]hiding{}, plans: map[string]plan.Version{}, latest: r.latestPlans(struck),
		former: map[string]string{}, gone: map[[2]string]bool{}}
	f.private = f.privateNeeds(r)
	if reader == ForPerson {
		f.retold = f.changes(r)
	}
	shown, nameless := f.all(r.events)
	t := loading(Record{person: r.person, born: r.born}, shown) // what is left out may be needed by what is not
	for _, e := range shown {
		t.shows(e)
	}
	for ; nameless > 0 && len(shown) == 0; nameless-- {
		t.shows(Event{ID: t.nextID(), Body: Withheld{}})
	}
	return t.loaded()
}

// all gives the events as the reader may see them. Those that cannot be read and have no place and no id of their own stand behind the one
// before them, the first of a record behind the first that has. Of a record that has no other there are only so many nameless ones.
func (f *redaction) all(events []Event) (shown []Event, nameless int) {
	shownAs := make(map[string]bool, len(events)) // every id, and whether its event is shown by now
	for _, e := range events {
		shownAs[e.ID] = false
	}
	behind := 0 // the number of the last one that stands behind an event
	var last Event
	for _, e := range events {
		if shownAs[e.ID] || len(e.soundID()) > 0 {
			nameless++
		} else {
			shownAs[e.ID] = true
			last, behind = f.show(e), 0
			shown = append(shown, last)
		}
		for ; nameless > 0 && len(shown) > 0; nameless-- {
			id := ""
			for taken := true; taken; _, taken = shownAs[id] {
				behind++
				id = fmt.Sprintf("%s~%08d", last.ID, behind)
			}
			shown = append(shown, Event{ID: id, Noted: last.Noted, Seq: last.Seq, Body: Withheld{}})
		}
	}
	return shown, nameless
}

// shows adds an event as the reader may see it. Where its body is none without its other parts, it is withheld as a whole.
func (t *trunk) shows(e Event) {
	if _, struck := t.teller.story.known.struck[e.ID]; !possible(e.On) || !struck && e.On.Before(t.teller.story.Born) {
		e.On = day.Day{} // an event that cannot be read may say any day
	}
	if err := t.add(e); err != nil {
		_ = t.add(stub(e, false)) // nothing is asked of what is withheld but its place, and that it has
	}
}

// audiences gives the audience of each event, by the last word on it that was not entered in error.
func (r Record) audiences(struck map[string]string) map[string]Audience {
	all := make(map[string]Audience, len(r.events))
	for _, e := range r.events {
		if _, there := all[e.ID]; !there {
			all[e.ID] = e.Audience
		}
		if change, ok := e.Body.(SeenBy); ok && struck[e.ID] == "" {
			for _, id := range change.Events {
				all[id] = change.Audience
			}
		}
	}
	return all
}

// redaction makes the copy of a record for one reader.
type redaction struct {
	reader    string
	audiences map[string]Audience
	struck    map[string]string       // by which event each was entered in error
	hidden    map[string]hiding       // by the id of the event
	plans     map[string]plan.Version // the one that stands, by thread
	latest    map[string]plan.Version // the last there is, by thread, which says with whom the plan is shared
	former    map[string]string       // the last version of a plan or budget that the reader sees, by thread
	private   map[string]bool         // the needs of plans that are kept from the reader
	gone      map[[2]string]bool      // those of them of which nothing was left in a referral, by thread and need
	retold    map[string]Audience     // what the changes that the person sees say of the events that they are about
}

// hiding says how much of an event is hidden: all that it says, its kind, or a part of what it says.
type hiding struct{ all, kind, part bool }

// show gives an event as the reader may see it.
func (f *redaction) show(e Event) Event {
	h := f.hides(e)
	f.hidden[e.ID] = h
	_, struck := f.struck[e.ID]
	switch i, inError := e.Body.(InError); {
	case h.all && (h.kind || !inError || struck): // one that was in error itself must not strike what stands
		return stub(e, h.kind)
	case inError && (h.all || f.hidesAny(i.Events)):
		return withoutReason(e, i)
	}
	shown := e
	var whole, nameless bool
	shown.Body, whole = f.body(e)
	shown.Body, nameless = f.nameless(shown.Body)
	whole = whole && !nameless
	if shown.Audience = (Audience{}); f.reader == ForPerson {
		shown.Audience = f.tells(e)
	}
	h.part = !whole
	f.hidden[e.ID] = h
	shown.Part = e.Part || !whole || !shown.Audience.is(e.Audience)
	return shown
}

// changes gives, of each event whose audience was changed where the person sees it, the last such word.
func (f *redaction) changes(r Record) map[string]Audience {
	last := map[string]Audience{}
	for _, e := range r.events {
		if _, before := f.hidden[e.ID]; before {
			continue
		}
		h := f.hides(e)
		f.hidden[e.ID] = h
		if change, ok := e.Body.(SeenBy); ok && !h.all && f.struck[e.ID] == "" {
			for _, id := range change.Events {
				last[id] = change.Audience
			}
		}
	}
	return last
}

// tells gives the audience that stands on an event in the person's own copy: the one that it was added with where the changes that she sees
// lead on from there, and the last word on it where one of them is withheld from her, or why the event once was.
func (f *redaction) tells(e Event) Audience {
	stands, said := f.audiences[e.ID], e.Audience
	if change, changed := f.retold[e.ID]; changed {
		said = change
	}
	if said.is(stands) && e.Audience.Withheld == nil {
		return e.Audience
	}
	return stands
}

// hides says how much of an event is hidden. What opened its thread hides it too.
func (f *redaction) hides(e Event) hiding {
	if _, unread := e.Body.(Unread); unread {
		return hiding{all: true, kind: true}
	}
	own := f.audiences[e.ID]
	h := hiding{all: !own.Allows(f.reader), kind: own.HideKind}
	if by, struck := f.struck[e.ID]; struck && f.audiences[by].HideKind && !f.audiences[by].Allows(f.reader) {
		h.all = true // nobody is to take for true what they cannot be told was entered in error
	}
	if over, in := f.hidden[e.In]; in && over.all && e.In != "" {
		h = hiding{all: true, kind: h.kind || over.kind}
	}
	if change, ok := e.Body.(SeenBy); ok {
		h.all = h.all || f.reader != ForPerson
		for _, id := range change.Events {
			over := f.hidden[id]
			h.all, h.kind = h.all || over.all, h.kind || over.kind
		}
		// Whom an event was kept from, and why, must not be told to them by the change itself.
		h.all = h.all || !change.Audience.Allows(f.reader)
	}
	return h
}

// nameless gives a body without the names of events of which not even the kind may be told, which a reference would tell, and whether it had any.
func (f *redaction) nameless(b Body) (_ Body, had bool) {
	without := referringBody(b, func(id string) string {
		if !f.unnamed(id) {
			return id
		}
		had = true
		return ""
	})
	if !had {
		return b, false
	}
	return without, true
}

// unnamed reports whether not even the kind of an event may be told.
func (f *redaction) unnamed(id string) bool {
	h := f.hidden[id]
	return h.all && h.kind
}

// stub is what stands for an event that is withheld.
func stub(e Event, kindToo bool) Event {
	s := Event{ID: e.ID, On: e.On, In: e.In, Noted: e.Noted, Seq: e.Seq}
	if kindToo {
		s.Body = Withheld{}
		return s
	}
	s.By.Role = e.By.Role
	s.Body = Withheld{Was: e.Body.Kind()}
	if already, ok := e.Body.(Withheld); ok {
		s.Body = already
	}
	return s
}

// body gives the body as the reader may see it, and whether that is the whole of it. Only bodies whose parts have readers of their own are
// compared: all others are shown as they are.
func (f *redaction) body(e Event) (shown Body, whole bool) {
	if body, ok := e.Body.(Redactor); ok {
		shown = body.Redact(f.reader)
		return shown, sameBody(shown, e.Body)
	}
	for _, part := range []func(Event) (Body, bool){f.planned, f.budgeted, f.prescribed} {
		if shown, ok := part(e); ok {
			return shown, sameBody(shown, e.Body)
		}
	}
	return e.Body, true
}
