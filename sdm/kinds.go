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
	// form is the form in which the body is written; another one is not read.
	form int
	// read reads the body strictly, so that no field which this version does not know falls away. It does not check it.
	read func(json.RawMessage) (Body, error)
	// tell adds the event to the story told so far. It says why the event does not fit and leaves the story as it was, or gives nil.
	tell func(*Story, Event) error
}

// kinds are all kinds of event that this version writes, by their words.
var kinds = byWord(
	of(1, (*Story).opened),
	of(1, (*Story).mattered),
	of(1, (*Story).wentThrough),
	of(1, (*Story).asked),
	of(1, (*Story).decided),
	of(1, (*Story).deferred),

	of(1, (*Story).withheld),
	of(1, (*Story).seenBy),

	of(1, (*Story).capacityAssessed),
	of(1, (*Story).bestInterests),
	of(1, (*Story).consented),
	of(1, (*Story).represented),
	of(1, (*Story).interpreterNeed),
	of(1, (*Story).informationNeed),
	of(1, (*Story).needMet),
	of(1, (*Story).present),

	of(1, (*Story).choiceReferred),
	of(1, (*Story).choiceOffered),
	of(1, (*Story).choiceMade),
	of(1, (*Story).choiceAttested),

	of(1, (*Story).scored),
	of(1, (*Story).assessed),

	of(1, supported[support.Offered]),
	of(1, supported[support.Answered]),
	of(1, supported[support.Ended]),

	of(1, referred[community.Offered]),
	of(1, referred[community.Referred]),
	of(1, referred[community.Contacted]),
	of(1, referred[community.Declined]),
	of(1, referred[community.Assessed]),
	of(1, referred[community.Connected]),
	of(1, referred[community.FollowedUp]),
	of(1, referred[community.Closed]),

	of(1, planned[plan.Offered]),
	of(1, planned[plan.Told]),
	of(1, planned[plan.Reached]),
	of(1, planned[plan.Agreed]),
	of(1, planned[plan.Reviewed]),
	of(1, planned[plan.Shared]),
	of(1, planned[plan.Ended]),

	of(1, budgeted[budget.Requested]),
	of(1, budgeted[budget.Indicated]),
	of(1, budgeted[budget.Agreed]),
	of(1, budgeted[budget.Refused]),
	of(1, budgeted[budget.Entry]),
	of(1, budgeted[budget.Reviewed]),
	of(1, budgeted[budget.Stopped]),
	of(1, budgeted[budget.RepaymentAsked]),
	of(1, budgeted[budget.Reconsidered]),
)

// of says how events with a type of body are written and told.
func of[T Body](form int, tell func(*Story, Event, T) error) named {
	var zero T
	return named{zero.Kind(), kind{
		form: form,
		read: func(raw json.RawMessage) (Body, error) {
			var body T
			if err := fault.Decode(raw, &body); err != nil {
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

func byWord(all ...named) map[string]kind {
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
