package community

import (
	"errors"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Entry is a step with the event that it is the body of.
type Entry[T Step] struct {
	// ID is the id of the event, and On its day.
	ID   string  `json:"id"`
	On   day.Day `json:"on"`
	Body T       `json:"body"`
}

// Referral is one thread from an offer or a referral to the close, made from its steps. The zero Referral is ready for the first. It is
// not safe for concurrent use while steps are applied, and must not be copied between them.
type Referral struct {
	state       State
	last        day.Day
	needs       []Need // as they now stand
	offered     *Entry[Offered]
	referred    *Entry[Referred]
	declined    *Entry[Declined]
	closed      *Entry[Closed]
	contacts    []Entry[Contacted]
	assessments []Entry[Assessed]
	connections []Entry[Connected]
	followUps   []Entry[FollowedUp]
}

// ErrNoStep is returned for a step that is none of this package's, or a pointer to one.
var ErrNoStep = errors.New("community: a step is a plain value of one of this package's types, such as community.Referred")

// Apply adds a step. id is the id of its event and on the day of it. The error is ErrNoStep, or fault.Faults that say all that is wrong with
// the step and what belongs in its place; the referral is then as it was. The cost does not grow with the steps before.
func (r *Referral) Apply(id string, on day.Day, step Step) error {
	switch s := step.(type) {
	case Offered:
		return apply(r, id, on, s, nil, r.offer)
	case Referred:
		return apply(r, id, on, s, nil, r.refer)
	case Contacted:
		return apply(r, id, on, s, r.fitsContact, r.contact)
	case Declined:
		return apply(r, id, on, s, nil, r.decline)
	case Assessed:
		return apply(r, id, on, s, nil, r.assess)
	case Connected:
		return apply(r, id, on, s, r.fitsConnection, r.connect)
	case FollowedUp:
		return apply(r, id, on, s, r.fitsFollowUp, r.followUp)
	case Closed:
		return apply(r, id, on, s, r.fitsEnd, r.end)
	}
	return ErrNoStep
}

// apply looks at everything that all steps have in common, and at what a kind of step has to fit, before take changes the referral. fits is
// only asked of a step that can follow; it is nil where nothing more has to fit.
func apply[T Step](r *Referral, id string, on day.Day, step T, fits func(Entry[T]) fault.Faults, take func(Entry[T])) error {
	faults, e := step.faults(), Entry[T]{ID: id, On: on, Body: step}
	switch {
	case on.IsZero():
		faults.Tell(nil, "on", "give the event its day", "nobody knows when it happened")
	case on.Before(r.last):
		faults.Tell(nil, "on", "correct the day, or put the steps in order", "it happened on %s, before the step before it on %s", on, r.last)
	}
	if !slices.Contains(r.next(), step.Kind()) {
		r.misplaced(&faults, step.Kind())
	} else if fits != nil {
		faults = append(faults, fits(e)...)
	}
	if len(faults) > 0 {
		return faults
	}
	take(e)
	r.last = on
	return nil
}

// misplaced says what belongs in the place of a step.
func (r *Referral) misplaced(f *fault.Faults, kind string) {
	mend := "what can follow is " + strings.Join(r.next(), ", ")
	if len(r.next()) == 0 {
		mend = "begin a new referral"
	}
	f.Tell(nil, "", mend, "%s does not belong here: %s", kind, stateWords[r.state])
}

func (r *Referral) offer(e Entry[Offered]) {
	r.offered, r.state, r.needs = &e, StateOffered, e.Body.Needs
}

func (r *Referral) refer(e Entry[Referred]) {
	r.referred, r.state, r.needs = &e, StateReferred, e.Body.Needs
}

// unanswered tells whether the person has neither accepted nor declined the referral yet.
func (r *Referral) unanswered() bool { return r.state == StateReferred || r.state == StateNoContact }

func (r *Referral) fitsContact(e Entry[Contacted]) (f fault.Faults) {
	if e.Body.Outcome == ContactAccepted && !r.unanswered() {
		f.Tell(nil, "outcome", "write reached", "the person has accepted the referral before")
	}
	return f
}

func (r *Referral) contact(e Entry[Contacted]) {
	r.contacts = append(r.contacts, e)
	if !r.unanswered() {
		return
	}
	switch e.Body.Outcome {
	case ContactAccepted:
		r.state = StateAccepted
	case ContactReached:
		r.state = StateReferred
	case NoContact:
		r.state = StateNoContact
	}
}

func (r *Referral) decline(e Entry[Declined]) { r.declined, r.state = &e, StateDeclined }

func (r *Referral) assess(e Entry[Assessed]) {
	if r.state == StateAccepted {
		r.state = StateAssessed
	}
	if len(e.Body.Needs) > 0 {
		r.needs = e.Body.Needs
	}
	r.assessments = append(r.assessments, e)
}

// fitsConnection tells which id is that of no need of the referral.
func (r *Referral) fitsConnection(e Entry[Connected]) (f fault.Faults) {
	if len(e.Body.Needs) == 0 {
		return nil
	}
	has := make(map[string]bool, len(r.needs))
	for _, n := range r.needs {
		has[n.ID] = true
	}
	for i, id := range e.Body.Needs {
		if !fault.Blank(id) && !has[id] {
			here := fault.Item("needs", i)
			f.Tell(&here, "", "name a need of the last assessment, or assess again", "the person has no need %.40q", id)
		}
	}
	return f
}

func (r *Referral) connect(e Entry[Connected]) {
	if r.state == StateAssessed {
		r.state = StateConnected
	}
	r.connections = append(r.connections, e)
}

// fitsFollowUp tells that the service is none that the person was connected with.
func (r *Referral) fitsFollowUp(e Entry[FollowedUp]) (f fault.Faults) {
	with := func(c Entry[Connected]) bool { return c.Body.Service == e.Body.Service }
	if !fault.Blank(e.Body.Service) && !slices.ContainsFunc(r.connections, with) {
		f.Tell(nil, "service", "name the service of a connection, or leave it out where the follow-up is about everything", "the person was not connected with %.40q", e.Body.Service)
	}
	return f
}

func (r *Referral) followUp(e Entry[FollowedUp]) {
	r.followUps, r.state = append(r.followUps, e), StateFollowedUp
}

// fitsEnd holds the reason and the messages against what went before.
func (r *Referral) fitsEnd(e Entry[Closed]) (f fault.Faults) {
	switch reason := e.Body.Reason; {
	case r.unanswered() && (reason == PersonDeclined || reason == PersonStopped):
		f.Tell(nil, "reason", "record community_declined first", "the person has not declined, and a no to the referral is a step of its own, because it counts otherwise")
	case reason == PersonDeclined && r.declined == nil:
		f.Tell(nil, "reason", "write person_stopped", "the person has not declined")
	case reason == LostContact && len(r.contacts) == 0:
		f.Tell(nil, "reason", "record the attempts as community_contacted first, or choose the reason that is true", "nobody has tried to reach the person")
	case reason == Completed && len(r.assessments) == 0:
		f.Tell(nil, "reason", "choose the reason that is true, or record the assessment", "nothing was completed: %s", stateWords[r.state])
	}
	if by := r.referred.Body.By; by.Kind != GPPractice && len(e.Body.MessageBack) > 0 && !e.Body.tells(ToReferrer) {
		f.Tell(nil, "message_back", "add a message to referrer, or say under withheld why none went", "no message went back to the referrer (%s)", by)
	}
	for i, b := range e.Body.MessageBack {
		here := fault.Item("message_back", i)
		switch {
		case b.On.After(e.On):
			f.Tell(&here, "on", "close the referral once the message went", "the message to %.40s went on %s, after the close", b.To, b.On)
		case b.On.Before(r.referred.On):
			f.Tell(&here, "on", "correct the day", "the message to %.40s went on %s, before the referral was made on %s, so it cannot tell what came of it", b.To, b.On, r.referred.On)
		}
	}
	return f
}

func (r *Referral) end(e Entry[Closed]) { r.closed, r.state = &e, StateClosed }

// String says who it is for people.
func (r Referrer) String() string {
	switch {
	case r.Kind == SelfReferral:
		return "the person themselves"
	case r.Name == "":
		return r.Service
	case r.Service == "":
		return r.Name
	}
	return r.Name + ", " + r.Service
}
