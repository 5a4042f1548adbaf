package population

import (
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// The places of the components in sdm.Components.
const (
	talking = iota
	choosing
	prescribing
	supporting
	planning
	budgeting
	components
	// anyOf stands for an event of which nobody knows the component, and noneOf for one that belongs to none.
	anyOf
	noneOf
)

// kind says what an event of a kind can do to the count of its component, also where only its kind is known.
type kind struct {
	component int
	// decides tells that it can make a person counted or declined on its day.
	decides bool
	// undoes tells that it can take back what was counted in its thread before.
	undoes bool
	// helps tells that it can hold the options or what matters, without which a decision does not count.
	helps bool
}

// hiddenKind is what an event of a kind that nobody knows can do.
var hiddenKind = kind{anyOf, true, true, true}

// kinds are all kinds of event by their words.
var kinds = func() map[string]kind {
	all := map[string]kind{}
	of := func(k kind, bodies ...sdm.Body) {
		for _, b := range bodies {
			all[b.Kind()] = k
		}
	}
	of(kind{component: talking}, sdm.Opened{}, sdm.Asked{})
	of(kind{component: talking, helps: true}, sdm.Mattered{}, sdm.WentThrough{})
	of(kind{component: talking, decides: true}, sdm.Decided{}, sdm.Deferred{})

	of(kind{component: choosing}, sdm.ChoiceReferred{}, sdm.ChoiceAttested{})
	of(kind{component: choosing, decides: true}, sdm.ChoiceOffered{}, sdm.ChoiceMade{})

	of(kind{component: prescribing}, community.Offered{}, community.Contacted{}, community.Assessed{}, community.Connected{}, community.FollowedUp{}, community.Closed{})
	of(kind{component: prescribing, decides: true}, community.Referred{})
	of(kind{component: prescribing, decides: true, undoes: true}, community.Declined{})

	of(kind{component: supporting}, support.Offered{}, support.Ended{}, sdm.ActivationAssessed{})
	of(kind{component: supporting, decides: true}, support.Answered{})

	of(kind{component: planning}, plan.Told{}, plan.Reached{}, plan.Shared{})
	of(kind{component: planning, decides: true}, plan.Offered{}, plan.Agreed{}, plan.Reviewed{})
	of(kind{component: planning, undoes: true}, plan.Ended{})

	of(kind{component: budgeting}, budget.Requested{}, budget.Indicated{}, budget.Refused{}, budget.Entry{}, budget.Reviewed{}, budget.Stopped{},
		budget.RepaymentAsked{}, budget.Reconsidered{})
	of(kind{component: budgeting, decides: true}, budget.Agreed{})

	of(kind{component: noneOf}, sdm.SeenBy{}, sdm.InError{}, sdm.CapacityAssessed{}, sdm.BestInterests{}, sdm.Consent{}, sdm.Represented{}, sdm.InterpreterNeed{},
		sdm.InformationNeed{}, sdm.NeedMet{}, sdm.WhoWasPresent{}, sdm.Scored{})
	return all
}()
