package sdm

import (
	"errors"
	"strings"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// ErrNotChecked is wrapped by the error about an event that could not be held against its document, because the library does not have the
// document in just that form, or because nothing says which document is meant.
var ErrNotChecked = errors.New("this event could not be checked")

// CheckRecord holds a record against the documents of the library, such as one that comes from elsewhere: every event that names a document or
// an id of one.
//
//   - Conversations name the aid, and its options, values and questions.
//   - Scores name the questionnaire, its scores, bands, findings and the answers to it; levels of activation the measure, its cut points and levels.
//     Answers that are kept are scored again, and values and findings that they do not come to are told, unless the questionnaire reads more than
//     its answers. A level has to be that of its score.
//   - Choice names rights and, in the facts of a referral, the questions of the rights.
//   - Support names the offers of its document, and the level that they rest on.
//   - Community names categories of needs, and services of a directory.
//   - A plan names stages, and a budget its basis, categories and grounds. A line that its policy does not allow is told too.
//
// Where an event has no place to say which document is meant, it is the only one of that kind in the library. The words of a budget may be
// those of any policy of the library, such as a local one beside the law; what may be paid for is asked of the policy that the budget names.
//
// The error joins *EventFaults in the order of the events: one for each event that names what its document does not have, and one that
// wraps ErrNotChecked for each of which something could not be looked up, events of later versions among them. nil means that everything that the
// events say of documents was looked up and found. What is withheld from a copy of a record says nothing, and what was
// entered in error (InError) is asked nothing.
func (l *Library) CheckRecord(r Record) error {
	t := r.grown()
	defer t.mu.Unlock()
	var all []error
	for _, e := range r.events {
		if _, inError := t.teller.story.known.struck[e.ID]; inError {
			continue
		}
		c := l.check(&t.teller.story, e)
		for _, faults := range []fault.Faults{c.wrong, c.open} {
			if len(faults) > 0 {
				all = append(all, faulty(e, faults))
			}
		}
	}
	return errors.Join(all...)
}

// CheckEvent holds one event against the documents of the library, as CheckRecord does, before it is added to a record. Whether it can stand in
// the record is for Add to say. The error is an *EventFault. It wraps ErrNotChecked where something could not be looked up and
// nothing else is wrong, so that a service can refuse the one and let the other pass.
//
// For the newest of the records that came from each other it costs the same however long the record is, as Add does.
func (l *Library) CheckEvent(r Record, e Event) error {
	t := r.grown()
	defer t.mu.Unlock()
	if e.ID == "" {
		e.ID = t.nextID()
	}
	if err := e.embodied(); err != nil {
		return faulty(e, err)
	}
	switch c := l.check(&t.teller.story, e); {
	case len(c.wrong) > 0:
		return faulty(e, c.wrong)
	case len(c.open) > 0:
		return faulty(e, c.open)
	}
	return nil
}

// eventCheck holds one event against the documents that it names.
type eventCheck struct {
	library *Library
	story   *Story // which knows the thread of the event
	event   Event
	wrong   fault.Faults // what the documents do not have
	open    fault.Faults // what could not be looked up
}

// check looks at one event.
func (l *Library) check(s *Story, e Event) eventCheck {
	c := eventCheck{library: l, story: s, event: e}
	switch b := e.Body.(type) {
	case Opened:
		aidOf(&c, b, "aid", "digest")
	case Mattered, WentThrough, Decided, Asked:
		c.inTalk(b)
	case Scored:
		c.scored(b)
	case ActivationAssessed:
		c.assessed(b)
	case ChoiceReferred:
		c.asked(b.Referral.Facts)
	case ChoiceOffered:
		c.rights(b.Rights)
	case support.Offered: // an answer and an end name offers of the thread, which the record looks up
		c.offered(b)
	case community.Offered:
		c.needs(b.Needs)
	case community.Referred:
		c.needs(b.Needs)
	case community.Assessed:
		c.needs(b.Needs)
	case community.Connected: // a follow-up names the service of a connection, which the record looks up
		c.service(b.Service, b.Directory)
	case plan.Reached:
		c.stage(b.Stage)
	case budget.Requested:
		c.budget(b, b, "policy", "digest")
	case budget.Agreed:
		c.inBudget(b)
	case budget.Stopped:
		c.inBudget(b)
	case budget.RepaymentAsked:
		c.inBudget(b)
	case Unread:
		c.unchecked("kind", "read it with a version that knows it", "this version cannot read the event")
	}
	return c
}

// unchecked notes what could not be looked up.
func (c *eventCheck) unchecked(field, mend, says string, args ...any) {
	c.open.Because(ErrNotChecked, nil, field, mend, says, args...)
}

// thread gives the place of the thread that the event belongs to, which says what its documents are.
func (c *eventCheck) thread(of component) (int, bool) {
	found := c.story.known.events[c.event.In]
	if c.event.In == "" || !found.opens || found.in != of {
		c.unchecked("in", "check it in a record that tells its thread", "the record tells no %s %.40q, so its document is not known", threadWords[of].name, c.event.In)
		return 0, false
	}
	return int(found.at), true
}

// document is what every document of a library has.
type document interface {
	ID() string
	Version() string
	Digest() string
}

// asUsed finds a document that an event names in the form in which it was used. digest is empty where nobody said what that was.
func asUsed[T document](c *eventCheck, ref, field, digest, digestField string, find func(string) (T, error)) (T, bool) {
	found, ok := stocked(c, ref, field, find)
	if ok && digest != "" && digest != found.Digest() {
		c.unchecked(digestField, "put the document as it was used into the library", "the library has %s as %s, and %s was used", ref, found.Digest(), digest)
		return found, false
	}
	return found, ok
}

// stocked finds a document.
func stocked[T any](c *eventCheck, ref, field string, find func(string) (T, error)) (T, bool) {
	found, err := find(ref)
	if err != nil {
		_, says, _ := strings.Cut(err.Error(), ": ") // without the name of the package
		c.unchecked(field, "put the document into the library", "%s", says)
	}
	return found, err == nil
}

// only finds the document of a kind for an event that has no place to say which.
func only[T any](c *eventCheck, kind, field string, find func(string) (T, error)) (T, bool) {
	all := c.library.Set().All(kind)
	if len(all) != 1 {
		var none T
		c.unchecked(field, "check it with a library that holds the one that is meant", "it does not say which %s is meant, and the library has %d", kind, len(all))
		return none, false
	}
	return stocked(c, all[0].Ref(), field, find)
}

// refOf is how events name a document with its version, and nameOf how messages do.
func refOf(d document) string               { return d.ID() + "@" + d.Version() }
func nameOf(what string, d document) string { return "the " + what + " " + refOf(d) }
