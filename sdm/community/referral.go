package community

import (
	"errors"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
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

// ErrStep is returned for a step that is none of this package's, or a pointer to one.
var ErrStep = errors.New("community: a step is a plain value of one of this package's types, such as community.Referred")

// Apply adds a step. id is the id of its event and on the day of it. The error is ErrStep, or a *Fault that says what is wrong with the step
// or what belongs in its place; the referral is then as it was. The cost does not grow with the steps before.
func (r *Referral) Apply(id string, on day.Day, step Step) error {
	switch s := step.(type) {
	case Offered:
		return apply(r, id, on, s, r.offer)
	case Referred:
		return apply(r, id, on, s, r.refer)
	case Contacted:
		return apply(r, id, on, s, r.contact)
	case Declined:
		return apply(r, id, on, s, r.decline)
	case Assessed:
		return apply(r, id, on, s, r.assess)
	case Connected:
		return apply(r, id, on, s, r.connect)
	case FollowedUp:
		return apply(r, id, on, s, r.followUp)
	case Closed:
		return apply(r, id, on, s, r.end)
	}
	return ErrStep
}

// apply looks at everything that all steps have in common before take changes the referral. take gives an error before it changes
// anything.
func apply[T Step](r *Referral, id string, on day.Day, step T, take func(Entry[T]) error) error {
	if err := step.Check(); err != nil {
		return err
	}
	if on.IsZero() {
		return faultIn("on", "give the event its day", "nobody knows when it happened")
	}
	if on.Before(r.last) {
		return faultIn("on", "correct the day, or put the steps in order", "it happened on %s, before the step before it on %s", on, r.last)
	}
	if !slices.Contains(r.next(), step.Kind()) {
		return r.misplaced(step.Kind())
	}
	if err := take(Entry[T]{ID: id, On: on, Body: step}); err != nil {
		return err
	}
	r.last = on
	return nil
}

// misplaced says what belongs in the place of a step.
func (r *Referral) misplaced(kind string) error {
	remedy := "what can follow is " + strings.Join(r.next(), ", ")
	if len(r.next()) == 0 {
		remedy = "begin a new referral"
	}
	return &Fault{Says: kind + " does not belong here: " + stateWords[r.state], Remedy: remedy}
}

func (r *Referral) offer(e Entry[Offered]) error {
	r.offered, r.state, r.needs = &e, StateOffered, e.Body.Needs
	return nil
}

func (r *Referral) refer(e Entry[Referred]) error {
	r.referred, r.state, r.needs = &e, StateReferred, e.Body.Needs
	return nil
}

func (r *Referral) contact(e Entry[Contacted]) error {
	first := r.state == StateReferred || r.state == StateNoContact
	switch {
	case e.Body.Outcome == ContactAccepted && !first:
		return faultIn("outcome", "write reached", "the person has accepted the referral before")
	case e.Body.Outcome == ContactAccepted:
		r.state = StateAccepted
	case e.Body.Outcome == NoContact && first:
		r.state = StateNoContact
	}
	r.contacts = append(r.contacts, e)
	return nil
}

func (r *Referral) decline(e Entry[Declined]) error {
	r.declined, r.state = &e, StateDeclined
	return nil
}

func (r *Referral) assess(e Entry[Assessed]) error {
	if r.state == StateAccepted {
		r.state = StateAssessed
	}
	if len(e.Body.Needs) > 0 {
		r.needs = e.Body.Needs
	}
	r.assessments = append(r.assessments, e)
	return nil
}

func (r *Referral) connect(e Entry[Connected]) error {
	if err := r.known(e.Body.Needs); err != nil {
		return err
	}
	if r.state == StateAssessed {
		r.state = StateConnected
	}
	r.connections = append(r.connections, e)
	return nil
}

// known says which id is that of no need of the referral.
func (r *Referral) known(ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	has := map[string]bool{}
	for _, n := range r.needs {
		has[n.ID] = true
	}
	for _, id := range ids {
		if !has[id] {
			return faultIn("needs", "name a need of the last assessment, or assess again", "the person has no need %q", id)
		}
	}
	return nil
}

func (r *Referral) followUp(e Entry[FollowedUp]) error {
	r.followUps, r.state = append(r.followUps, e), StateFollowedUp
	return nil
}

func (r *Referral) end(e Entry[Closed]) error {
	reason := e.Body.Reason
	switch {
	case reason == PersonDeclined && r.declined == nil:
		return faultIn("reason", "record community_declined first, or write person_stopped", "the person has not declined")
	case reason == Completed && len(r.assessments) == 0:
		return faultIn("reason", "choose the reason that is true, or record the assessment", "nothing was completed: %s", stateWords[r.state])
	case !e.Body.tells(ToReferrer) && r.referred.Body.By.Kind != GPPractice:
		return faultIn("message_back", "add a message to referrer, or say under withheld why none went", "no message went back to the referrer (%s)", r.referred.Body.By)
	}
	for _, b := range e.Body.MessageBack {
		if b.On.After(e.On) {
			return faultIn("message_back", "close the referral once the message went", "the message to %s went on %s, after the close", b.To, b.On)
		}
	}
	r.closed, r.state = &e, StateClosed
	return nil
}

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
