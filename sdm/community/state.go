package community

// State is how far a referral has come. It is the word for it in JSON too.
type State string

// The states from the offer to the close. The zero State is that of a referral of which nothing is known.
const (
	StateOffered    State = "offered"
	StateReferred   State = "referred"   // also where the person was reached and has not answered yet
	StateNoContact  State = "no_contact" // the last attempt to reach the person failed
	StateAccepted   State = "accepted"
	StateDeclined   State = "declined"
	StateAssessed   State = "assessed"
	StateConnected  State = "connected"
	StateFollowedUp State = "followed_up"
	StateClosed     State = "closed"
)

// States are all states in the order in which a referral passes through them.
func States() []State {
	return []State{StateOffered, StateReferred, StateNoContact, StateAccepted, StateDeclined, StateAssessed, StateConnected, StateFollowedUp, StateClosed}
}

// following says which steps can follow a state. A person who declined an offer was never referred, and nothing follows.
var following = map[State][]string{
	"":              {Offered{}.Kind(), Referred{}.Kind()},
	StateOffered:    {Referred{}.Kind(), Declined{}.Kind()},
	StateReferred:   {Contacted{}.Kind(), Declined{}.Kind(), Closed{}.Kind()},
	StateNoContact:  {Contacted{}.Kind(), Declined{}.Kind(), Closed{}.Kind()},
	StateAccepted:   {Contacted{}.Kind(), Assessed{}.Kind(), Closed{}.Kind()},
	StateDeclined:   {Closed{}.Kind()},
	StateAssessed:   {Contacted{}.Kind(), Assessed{}.Kind(), Connected{}.Kind(), Closed{}.Kind()},
	StateConnected:  {Contacted{}.Kind(), Assessed{}.Kind(), Connected{}.Kind(), FollowedUp{}.Kind(), Closed{}.Kind()},
	StateFollowedUp: {Contacted{}.Kind(), Assessed{}.Kind(), Connected{}.Kind(), FollowedUp{}.Kind(), Closed{}.Kind()},
}

// stateWords says the states in sentences.
var stateWords = map[State]string{
	"":              "nothing has been offered or referred yet",
	StateOffered:    "the referral has only been offered",
	StateReferred:   "the person has been referred and has neither accepted nor declined yet",
	StateNoContact:  "the person has been referred and could not be reached so far",
	StateAccepted:   "the person has accepted, and what matters to them has not been assessed yet",
	StateDeclined:   "the person has declined",
	StateAssessed:   "the person has been assessed and not been connected yet",
	StateConnected:  "the person has been connected",
	StateFollowedUp: "the person has been followed up",
	StateClosed:     "the referral is closed",
}
