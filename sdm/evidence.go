package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// Component is one of the six components of personalised care.
type Component string

// The six components.
const (
	SharedDecisionMaking    Component = "shared_decision_making"
	EnablingChoice          Component = "enabling_choice"
	SocialPrescribing       Component = "social_prescribing"
	SupportedSelfManagement Component = "supported_self_management"
	CarePlanning            Component = "care_and_support_plan"
	PersonalBudget          Component = "personal_health_budget"
)

// Components are the six components.
func Components() []Component {
	return []Component{SharedDecisionMaking, EnablingChoice, SocialPrescribing, SupportedSelfManagement, CarePlanning, PersonalBudget}
}

// Documents are ready documents that a record can be held against. What is left out makes what it would decide unknown, and never missing.
type Documents struct {
	// Library has the decision aids that conversations name.
	Library *Library
	// Statements are the statements that people should be able to say of a choice, such as nhs-choice-statements-england.
	Statements *policy.Policy
	// Plan is the standard for plans, and Budget the policy for budgets.
	Plan   *plan.Standard
	Budget *budget.Policy
	// BudgetAnswers answer the questions of Budget; see budget.Policy.Sheet.
	BudgetAnswers question.Answers
	// Person are the person's facts, and AsOf is the day on which the record is looked at.
	Person person.Facts
	AsOf   day.Day
}

// Shown says whether a record shows something.
type Shown string

// Whether a record shows something.
const (
	// Passed: the record shows that it was done.
	Passed Shown = "pass"
	// NotShown: the record does not have it, or shows that it was not done.
	NotShown Shown = "missing"
	// NotKnown: it cannot be told, for want of a document or of something that nobody recorded either way.
	NotKnown Shown = "unknown"
)

// Evidence is what a record shows of one component. The check list is this library's own; it is no standard and no measure of any
// dashboard, of the NHS or another, and makes no claim to be equivalent to one.
type Evidence struct {
	Component Component `json:"component"`
	// Threads are judged one by one: each conversation, referral, thread of support, plan or budget. Where there is none, there is one without
	// an id in which everything is missing.
	Threads []ThreadEvidence `json:"threads"`
}

// ThreadEvidence is what the record shows of one thread.
type ThreadEvidence struct {
	// Thread is the id of the event that opened it.
	Thread string `json:"thread,omitempty"`
	// Declined tells that the person said no, which is their right: nothing is then missing.
	Declined bool           `json:"declined,omitempty"`
	Items    []EvidenceItem `json:"items"`
}

// EvidenceItem is one thing that shows that a component was really done.
type EvidenceItem struct {
	// ID names it, and Asks says what is asked for.
	ID   string `json:"id"`
	Asks string `json:"asks"`
	// Shown says whether the record shows it, and Because why.
	Shown   Shown  `json:"shown"`
	Because string `json:"because"`
	// Events are the ids of the events that show it, or that show that it is missing.
	Events []string `json:"events,omitempty"`
	// Finding is the finding of a document where that decided, with its basis and source.
	Finding *policy.Finding `json:"finding,omitempty"`
}

// Evidence says what the record shows of a component. For a word that is no component it has no threads. The same record and documents give
// the same evidence; nothing in the record is changed.
func (s *Story) Evidence(of Component, with Documents) Evidence {
	e := Evidence{Component: of}
	switch of {
	case SharedDecisionMaking:
		e.Threads = s.talksShow(with)
	case EnablingChoice:
		e.Threads = s.choicesShow(with)
	case SocialPrescribing:
		e.Threads = s.communityShows()
	case SupportedSelfManagement:
		e.Threads = s.supportShows()
	case CarePlanning:
		e.Threads = s.plansShow(with)
	case PersonalBudget:
		e.Threads = s.budgetsShow(with)
	}
	switch hidden, untold, parts := len(s.Unread)+len(s.Withheld), len(s.Untold), len(s.Parts); {
	case hidden > 0:
		e.doubt("; it may stand in what is withheld or cannot be read (" + phrase.Counted(hidden+untold, "event") + ")")
	case untold > 0:
		e.doubt("; it may stand in what cannot be told (" + phrase.Counted(untold, "event") + ")")
	case parts > 0:
		e.doubt("; it may stand in what this copy leaves out of " + phrase.Counted(parts, "event"))
	}
	return e
}

// doubt makes what is missing unknown.
func (e Evidence) doubt(because string) {
	for _, t := range e.Threads {
		for i := range t.Items {
			if item := &t.Items[i]; item.Shown == NotShown {
				item.Shown = NotKnown
				item.Because += because
			}
		}
	}
}

// Shown is what the component comes to: passed where one thread shows everything; else not known where no more is missing in one; else
// not shown. Threads that the person declined are left out.
func (e Evidence) Shown() Shown {
	best := NotShown
	for _, t := range e.Threads {
		switch shown := t.Shown(); {
		case t.Declined:
		case shown == Passed:
			return Passed
		case shown == NotKnown:
			best = NotKnown
		}
	}
	return best
}

// Shown is what the thread comes to: passed where every item is, not shown where one is not, else not known.
func (t ThreadEvidence) Shown() Shown {
	has := func(shown Shown) bool {
		return slices.ContainsFunc(t.Items, func(i EvidenceItem) bool { return i.Shown == shown })
	}
	switch {
	case len(t.Items) == 0 || has(NotShown):
		return NotShown
	case has(NotKnown):
		return NotKnown
	}
	return Passed
}

// Item gives an item by its id.
func (t ThreadEvidence) Item(id string) (EvidenceItem, bool) {
	for _, i := range t.Items {
		if i.ID == id {
			return i, true
		}
	}
	return EvidenceItem{}, false
}
