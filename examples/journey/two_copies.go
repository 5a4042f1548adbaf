package main

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// twoCopies is November: the practice and the hospital each went on with a copy of the record, and do not agree on one thing. Events that are
// written apart have ids of their own, so that none means two things.
func twoCopies(t *teller) {
	ward, surgery, settled := date(time.November, 6), date(time.November, 9), date(time.November, 12)
	t.chapter("November: two copies of one record")
	t.say("The hospital wrote down on %s what Rosa said on the ward, and the practice on %s what she said at home. The copies are merged:",
		ward.Long(), surgery.Long())
	apart := func(id string, on day.Day, by sdm.Author, answer sdm.ConsentAnswer) sdm.Record {
		consent := sdm.Consent{To: sdm.ToSharing, With: "family", What: "The plan", Answer: answer, How: "spoken"}
		copied, err := t.record.Add(sdm.Event{ID: id, On: on, By: by, Body: consent})
		t.keep(err)
		return copied
	}
	hospital, practice := apart("hospital-1", ward, surgeon, sdm.Given), apart("practice-1", surgery, nurse, sdm.Refused)
	merged, conflicts, err := sdm.Merge(practice, hospital)
	t.keep(err)
	if t.err != nil {
		return
	}
	t.record = merged
	for _, c := range conflicts {
		t.point("%s over %s: %s", c.Kind, c.About, c.Why)
		for _, side := range c.Events {
			if body, is := side.Body.(sdm.Consent); is {
				t.sub("event %s, %s, by %s: %s", side.ID, side.On.Long(), side.By, body.Answer)
			}
		}
	}
	t.note(settled, sdm.ByPerson, "", sdm.Consent{To: sdm.ToSharing, With: "family", What: "The plan, but not what I said of the evenings", Answer: sdm.Given})
	story := t.story()
	if stands, ok := story.ConsentTo(sdm.ToSharing, "family", settled); ok {
		t.say("%s. Nobody decides for her. Asked, Rosa says: %s, “%s.” All three answers stay in the record; the last one stands.",
			settled.Long(), stands.What.Answer, stands.What.What)
	}
	wrong := t.note(settled, nurse, "", sdm.InterpreterNeed{Needed: true, Language: "Portuguese"})
	t.note(settled, nurse, "", sdm.InError{Events: []string{wrong}, Because: "this is of another person of her name"})
	story = t.story()
	if need, ok := story.InterpreterOn(settled); ok {
		_, stands := need.What.Answers()
		t.say("That she needs an interpreter was noted under her name by mistake. It stays in the record as entered in error, and in the story the answer of %s stands: %s.",
			need.On.Long(), stands)
	}
	t.note(settled, sdm.ByPerson, "", sdm.SeenBy{Events: []string{t.ids.worriesBefore}, Audience: sdm.Audience{Only: []string{"gp_practice"}}})
	t.say("And what she said of her worries in March is for the practice from now on. What the hospital sees:")
	t.redacted("hospital")
}

// redacted says what a reader may see of the record. The gaps are there to be seen; what stood in them is not in the copy.
func (t *teller) redacted(reader string) {
	copied := t.record.For(reader)
	story, err := copied.Replay()
	t.keep(err)
	src, err := json.Marshal(copied)
	t.keep(err)
	t.point("%d events of %d; %d withheld, and parts left out of %d", copied.Len()-len(story.Withheld), t.record.Len(), len(story.Withheld), len(story.Parts))
	for _, w := range story.Withheld {
		t.sub("event %s of %s: withheld", w.Event, w.On.Long())
	}
	for _, u := range story.Untold {
		t.sub("event %s cannot be told without it: %s", u.Event, u.Why)
	}
	const words = "Some evenings I cry"
	is := "is not"
	if strings.Contains(string(src), words) {
		is = "is"
	}
	t.point("“%s” %s in the copy", words, is)
}
