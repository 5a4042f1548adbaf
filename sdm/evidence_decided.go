package sdm

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// decided gives the last word of a conversation: its event, who said it, and what.
func (t *talkEvidence) decided() (event string, by Author, says string) {
	switch talk := t.talk; {
	case talk.Decision != nil:
		return talk.Decision.Event, talk.Decision.By, talk.Decision.What.Option
	case talk.Deferred != nil:
		return talk.Deferred.Event, talk.Deferred.By, "not to decide yet, which is a decision too"
	}
	return "", Author{}, ""
}

// deciding are the authors whose decision is the person's own, or made with them or lawfully for them.
var deciding = []string{ByPerson.Role, Together.Role, "representative"}

func (t *talkEvidence) whose(id, asks string) {
	event, by, _ := t.decided()
	found, assessed := t.story.capacityIn(t.talk.ID, t.on())
	switch best, interests := t.story.deciderIn(t.talk.ID, t.on()); {
	case event == "":
		t.add(id, asks, NotShown, "there is no decision")
	case by.Role == "representative":
		t.represented(id, asks, event, by)
	case slices.Contains(deciding, by.Role):
		t.add(id, asks, Passed, "by "+whom(by.String()), event)
	case interests:
		t.add(id, asks, Passed, "in the person's best interests, by "+best.What.Decider+", since they could not decide it themselves", event, best.Event)
	case assessed && found.What.Found == Lacks:
		t.add(id, asks, NotShown, "the person could not decide it themselves, and nobody noted who decides in their best interests", event, found.Event)
	default:
		t.add(id, asks, NotShown, "it is the word of the "+phrase.Spoken(by.String())+" alone, and nothing says that the person could not decide", event)
	}
}

// represented asks that whoever decided as a representative was noted as one who may act for the person on that day.
func (t *talkEvidence) represented(id, asks, event string, by Author) {
	for _, r := range t.story.RepresentativesOn(t.on()) {
		if by.Name == "" || by.Name == r.What.Name {
			t.add(id, asks, Passed, "by "+r.What.Name+" ("+phrase.Spoken(r.What.Role)+"), who may act for the person", event, r.Event)
			return
		}
	}
	t.add(id, asks, NotKnown, "by "+phrase.Spoken(by.String())+", and nobody noted that they may act for the person on that day", event)
}

// on is the day of the last word, or that on which the conversation was opened.
func (t *talkEvidence) on() day.Day {
	switch {
	case t.talk.Decision != nil:
		return t.talk.Decision.On
	case t.talk.Deferred != nil:
		return t.talk.Deferred.On
	}
	return t.talk.On
}

// needs looks at what the person needs for information and talking, as it was known on the day of the last word.
func (t *talkEvidence) needs(id, asks string) {
	on := t.on()
	var events, unmet, unknown []string
	look := func(need, event string) {
		met, noted := t.story.MetIn(t.talk.ID, need, on)
		events = append(events, event, met.Event)
		switch {
		case !noted:
			unknown = append(unknown, phrase.Spoken(need))
		case !met.What.Met:
			unmet = append(unmet, phrase.Spoken(need))
		}
	}
	interpreter, asked := t.story.InterpreterOn(on)
	if asked && interpreter.What.Needed {
		look(Interpreter, interpreter.Event)
	}
	needs := t.story.NeedsOn(on)
	for _, n := range needs {
		look(n.What.Need, n.Event)
	}
	switch {
	case len(unmet) > 0:
		t.add(id, asks, NotShown, "not met: "+strings.Join(unmet, ", "), events...)
	case len(unknown) > 0:
		t.add(id, asks, NotKnown, "nobody noted whether it was met: "+strings.Join(unknown, ", "), events...)
	case len(needs) > 0 || asked && interpreter.What.Needed:
		t.add(id, asks, Passed, "all were met", events...)
	case asked:
		t.add(id, asks, Passed, "no interpreter and nothing else is needed", interpreter.Event)
	default:
		t.add(id, asks, NotKnown, "nobody noted whether the person needs an interpreter or information in another form")
	}
}
