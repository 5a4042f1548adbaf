package sdm

import (
	"reflect"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// Story is what the events of a record come to: the state after the last of them. The same events give the same story. It is safe for
// concurrent use as long as nobody changes it; nothing may be applied to the states in its threads.
type Story struct {
	// Talks are the conversations, in the order in which they were opened.
	Talks []Talk
	// Choices are the referrals over which the person has rights to choose, Community the threads of social prescribing, Support those
	// of supported self-management, Plans the personalised care and support plans, and Budgets the personal budgets, each in the order in
	// which they were opened.
	Choices   []Thread[Choosing]
	Community []Thread[community.Referral]
	Support   []Thread[support.State]
	Plans     []Thread[plan.State]
	Budgets   []Thread[budget.State]
	// Scores are the scores of questionnaires, and Assessments the levels of activation, in the order of the record.
	Scores      []Said[Scored]
	Assessments []Said[ActivationAssessed]
	// Unread names events of a kind or form that this version does not know.
	Unread []string
	// Born is the person's day of birth; the zero day where it is not known.
	Born day.Day
	// InError is what says of other events that they were entered in error; those take no part in the story (EnteredInError).
	InError []Said[InError]
	Circumstances
	Redaction

	known index
}

// Thread is one thread of a component: what its events come to.
type Thread[S any] struct {
	// ID is the id of the event that opened it, On its day and By its author. Where that event is withheld, On and By are those of the
	// first that is not.
	ID string
	On day.Day
	By Author
	// State is where it stands after the last of its events. Only Replay applies events to it.
	State *S
	// Events are the ids of its events, in order.
	Events []string
}

// Said is something of the record with who said it, and when.
type Said[T any] struct {
	What T
	By   Author
	On   day.Day
	// Event is the id of its event.
	Event string
}

func said[T any](what T, e Event) Said[T] {
	return Said[T]{What: what, By: e.By, On: e.On, Event: e.ID}
}

// Equal reports whether two stories are the same in everything, as those of the same events are.
func (s Story) Equal(other Story) bool { return reflect.DeepEqual(s, other) }
