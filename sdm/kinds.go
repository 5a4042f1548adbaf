package sdm

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// kind is how the record treats the events of one kind.
type kind struct {
	// says is what such an event is, in a few words, and body one without contents.
	says string
	body Body
	// form is the form in which the body is written; another one is not read.
	form int
	// read reads the body of an event that was read strictly, so that no field which this version does not know falls away. It does not check it.
	read func(json.RawMessage) (Body, error)
	// tell adds the event to the story told so far. It says why the event does not fit and leaves the story as it was, or gives nil.
	tell func(*Story, Event) error
}

// EventKind is one kind of event that this version reads and writes. EVENTS.md beside the code has the JSON of each.
type EventKind struct {
	// Kind is its word, Form the form in which its body is written, and Says what it is, in a few words.
	Kind string
	Form int
	Says string
	// Body is a body of the kind without contents.
	Body Body
}

// Kinds are all kinds of event, those of one component together.
func Kinds() []EventKind {
	all := make([]EventKind, len(allKinds))
	for i, n := range allKinds {
		all[i] = EventKind{n.word, n.kind.form, n.kind.says, n.kind.body}
	}
	return all
}

// kinds are all kinds of event that this version writes, by their words.
var kinds = byWord(allKinds)

// allKinds are the same kinds, those of one component together.
var allKinds = []named{
	of(1, "a conversation over a decision aid begins", (*Story).opened),
	of(1, "the person says what matters to them", (*Story).mattered),
	of(1, "an option is gone through together", (*Story).wentThrough),
	of(1, "a question is asked, and perhaps answered", (*Story).asked),
	of(1, "a decision for one of the options", (*Story).decided),
	of(1, "the decision not to decide yet", (*Story).deferred),

	of(1, "stands in a copy for an event that its reader may not see", (*Story).withheld),
	of(1, "who may see earlier events changes", (*Story).seenBy),
	of(1, "earlier events are said to have been entered in error", (*Story).inError),

	of(1, "whether the person can make a decision was looked at", (*Story).capacityAssessed),
	of(1, "somebody decides for a person who cannot", (*Story).bestInterests),
	of(1, "the person agrees to something, refuses it or takes it back", (*Story).consented),
	of(1, "somebody may lawfully act for the person, or no longer may", (*Story).represented),
	of(1, "whether the person needs an interpreter", (*Story).interpreterNeed),
	of(1, "the person needs information in another form, or help to take part", (*Story).informationNeed),
	of(1, "whether such a need was met", (*Story).needMet),
	of(1, "who was there", (*Story).present),

	of(1, "a referral over which the person may have rights to choose", (*Story).choiceReferred),
	of(1, "what the person could choose from, and which rights were found", (*Story).choiceOffered),
	of(1, "what the person chose", (*Story).choiceMade),
	of(1, "how the choice was given", (*Story).choiceAttested),

	of(1, "the result of a questionnaire", (*Story).scored),
	of(1, "a level of activation", (*Story).assessed),

	of(1, "support to look after oneself is offered", supported[support.Offered]),
	of(1, "the person answers an offer", supported[support.Answered]),
	of(1, "support that was taken up ends", supported[support.Ended]),

	of(1, "social prescribing is offered", referred[community.Offered]),
	of(1, "the person is referred to a social prescribing service", referred[community.Referred]),
	of(1, "the service tries to reach the person", referred[community.Contacted]),
	of(1, "the person says no", referred[community.Declined]),
	of(1, "what matters to the person is talked about with a link worker", referred[community.Assessed]),
	of(1, "the person is connected with something in the community", referred[community.Connected]),
	of(1, "somebody looks back with the person at how it goes", referred[community.FollowedUp]),
	of(1, "the referral is closed, and others are told", referred[community.Closed]),

	of(1, "a care and support plan is offered", planned[plan.Offered]),
	of(1, "something is told before there is a plan or beside it", planned[plan.Told]),
	of(1, "planning comes to a stage", planned[plan.Reached]),
	of(1, "a version of the plan is agreed", planned[plan.Agreed]),
	of(1, "the plan is looked at again", planned[plan.Reviewed]),
	of(1, "somebody is given a copy of the plan", planned[plan.Shared]),
	of(1, "the plan is no longer in use", planned[plan.Ended]),

	of(1, "a personal budget is asked for", budgeted[budget.Requested]),
	of(1, "the person is told roughly how much there is", budgeted[budget.Indicated]),
	of(1, "a budget is agreed", budgeted[budget.Agreed]),
	of(1, "a budget, or part of it, is refused", budgeted[budget.Refused]),
	of(1, "an entry in the ledger: money is allocated, paid out, spent or comes back", budgeted[budget.Entry]),
	of(1, "the budget is looked at again", budgeted[budget.Reviewed]),
	of(1, "a budget, or one way of managing it, is stopped", budgeted[budget.Stopped]),
	of(1, "money is asked back", budgeted[budget.RepaymentAsked]),
	of(1, "a decision over the budget is looked at again", budgeted[budget.Reconsidered]),
}

// of says how events with a type of body are written and told.
func of[T Body](form int, says string, tell func(*Story, Event, T) error) named {
	var zero T
	return named{zero.Kind(), kind{
		form: form, says: says, body: zero,
		read: func(raw json.RawMessage) (Body, error) {
			body, err := fault.DecodePart[T](raw)
			if err != nil {
				return nil, err
			}
			return body, nil
		},
		tell: func(s *Story, e Event) error {
			body, ok := e.Body.(T)
			if !ok {
				return fault.In("body", "hand in the struct itself, and no pointer to it", "it is a %T, which is not what an event of the kind %s has", e.Body, e.Body.Kind())
			}
			return tell(s, e, body)
		},
	}}
}

// named is a kind with its word.
type named struct {
	word string
	kind kind
}

func byWord(all []named) map[string]kind {
	words := make(map[string]kind, len(all))
	for _, n := range all {
		words[n.word] = n.kind
	}
	return words
}

// tell adds an event to the story, or says why it does not fit and leaves the story as it was. An event that this version cannot read is noted
// and changes nothing else.
func (s *Story) tell(e Event) error {
	if u, unread := e.Body.(Unread); unread {
		s.unread(e.ID, u)
		return nil
	}
	k, known := kinds[e.Body.Kind()]
	if !known {
		return unknownKind(e.Body.Kind())
	}
	return k.tell(s, e)
}
