package sdm

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// ChoiceReferred is a referral over which the person may have rights to choose. The first one opens a thread, and the id of its event names
// the referral from then on. A later one in the thread is the referral as it is known by then, such as with the day on which treatment
// started, and takes the place of the one before.
type ChoiceReferred struct {
	// Referral is all that is known of it by then, not only what is new.
	Referral choice.Referral `json:"referral"`
	// Decision is the id of the event with the decision that it follows from. Where a later event leaves it out, that of the one before stands.
	Decision string `json:"decision,omitempty"`
	// Actions are the ids of the actions of a plan that it carries out. Where a later event leaves them out, those of the one before stand.
	Actions []string `json:"actions,omitempty"`
}

// ChoiceOffered is what the person could choose from, and the rights that were found.
type ChoiceOffered struct {
	// Providers are those that were offered, in the order in which they were shown. None may be offered: the rights then say why.
	Providers []ProviderOffered `json:"providers"`
	// Rights are the rights that were looked for, met or not; empty where nobody looked.
	Rights []RightFound `json:"rights,omitempty"`
}

// ProviderOffered is one provider that was offered.
type ProviderOffered struct {
	// ID names the provider; what was chosen refers to it.
	ID string `json:"id"`
	// Name is the name that the person was told; it may be empty.
	Name string `json:"name,omitempty"`
}

// RightFound is a right as it was found for the person, with the document that says so.
type RightFound struct {
	// Document is the reference of the document, such as nhs-choice-england@1.0.0.
	Document string `json:"document"`
	// Digest is that of the document's content; empty where nobody kept it.
	Digest string `json:"digest,omitempty"`
	// ID is the id of the right in the document.
	ID string `json:"id"`
	// State is what was found: the right holds (met) or does not (not_met), is not about this person (not_applicable), or an answer is missing that
	// could decide it (unknown), which is never a no.
	State policy.State `json:"state"`
	// Because is the reason in the words of the document.
	Because string `json:"because,omitempty"`
}

// ChoiceMade is what the person chose. Not to choose is a choice like any other.
type ChoiceMade struct {
	// Provider is the id of one of the providers that were offered; empty where the person left it open.
	Provider string `json:"provider,omitempty"`
	// LeftOpen tells that the person did not want to choose.
	LeftOpen bool `json:"left_open,omitempty"`
	// Reasons are the person's own; nobody has to give any.
	Reasons []string `json:"reasons,omitempty"`
}

// ChoiceAttested is what is recorded of how the choice was given: the evidence for the four statements of choice.Statements.
type ChoiceAttested struct {
	// Evidence is all of it, as far as it was recorded.
	Evidence choice.Evidence `json:"evidence"`
}

// ProvidersOffered takes the providers that may be chosen out of a shortlist, in its order.
func ProvidersOffered(shortlist []choice.Listed) []ProviderOffered {
	var offered []ProviderOffered
	for _, l := range shortlist {
		if l.May == policy.Met {
			offered = append(offered, ProviderOffered{ID: l.Provider, Name: l.Name})
		}
	}
	return offered
}

// RightsFound puts findings into the form in which a record keeps them, each with the one of the documents that has a right of its id. The documents
// are those that choice.Rights was asked with. What is unknown stays unknown.
//
// The error is fault.Faults. It names every finding of which none of the documents has the right, or of which several have it: put the findings of
// these documents into the form one document at a time.
func RightsFound(found []policy.Finding, documents ...*policy.Policy) ([]RightFound, error) {
	from := map[string]*policy.Policy{}
	several := map[string]string{}
	for _, document := range documents {
		for _, c := range document.Definition().Criteria {
			if other := from[c.ID]; other != nil && other.Digest() != document.Digest() {
				several[c.ID] = refOf(other) + " and " + refOf(document)
			}
			from[c.ID] = document
		}
	}
	var f fault.Faults
	rights := make([]RightFound, len(found))
	for i, finding := range found {
		here := fault.Item("found", i)
		document, twice := from[finding.ID], several[finding.ID]
		switch {
		case document == nil:
			f.Tell(&here, "", "hand in the documents in which the rights were looked for", "none of the documents has the right %.80q", finding.ID)
		case twice != "":
			f.Tell(&here, "", "hand in the findings of one document at a time", "%s both have the right %.80q", twice, finding.ID)
		default:
			rights[i] = RightFound{refOf(document), document.Digest(), finding.ID, finding.State, finding.Because}
		}
	}
	if len(f) > 0 {
		return nil, f
	}
	return rights, nil
}

// Kind is the word choice_referred.
func (ChoiceReferred) Kind() string { return "choice_referred" }

// Kind is the word choice_offered.
func (ChoiceOffered) Kind() string { return "choice_offered" }

// Kind is the word choice_made.
func (ChoiceMade) Kind() string { return "choice_made" }

// Kind is the word choice_attested.
func (ChoiceAttested) Kind() string { return "choice_attested" }

// Referring gives the referral with other ids of events.
func (r ChoiceReferred) Referring(id func(string) string) interface {
	Kind() string
	Check() error
} {
	if r.Decision != "" {
		r.Decision = id(r.Decision)
	}
	return r
}

// Answers asks what the person chose.
func (m ChoiceMade) Answers() (question, answer string) {
	if m.LeftOpen {
		return "which provider", "left open"
	}
	return "which provider", m.Provider
}

// Check says what cannot be. Whether its days can be right depends on the day of the event, and is said when it is added.
func (r ChoiceReferred) Check() error {
	var f fault.Faults
	if len(r.Referral.Facts) > 0 {
		if _, err := json.Marshal(r.Referral.Facts); err != nil {
			f.Because(err, nil, "referral.facts", "give numbers, truths, texts and lists of them", "they cannot be written as JSON (%v)", err)
		}
	}
	f.IDs(nil, "actions", r.Actions)
	return f.Err()
}

// Check says what is missing or cannot be.
func (o ChoiceOffered) Check() error {
	var f fault.Faults
	if len(o.Providers) == 0 && len(o.Rights) == 0 {
		f.Tell(nil, "providers", "name what the person could choose from, or the rights that say why nothing", "no provider was offered and no right was found")
	}
	for i, p := range o.Providers {
		here := fault.Item("providers", i)
		f.Text(&here, "id", p.ID, "give its id, or take the entry out")
	}
	fault.Repeats(o.Providers, func(p *ProviderOffered) string { return p.ID }, func(i int) {
		here := fault.Item("providers", i)
		f.Tell(&here, "id", "name it once", "%.80q stands there twice", o.Providers[i].ID)
	})
	type right struct{ document, id string }
	seen := make(map[right]bool, len(o.Rights))
	for i, r := range o.Rights {
		here := fault.Item("rights", i)
		switch is := (right{r.Document, r.ID}); {
		case r.Document == "" || r.ID == "":
			f.Tell(&here, "", "give both", "a right cannot be looked up again without its document and its id")
		case seen[is]:
			f.Tell(&here, "id", "keep one", "%.80q of %.80q stands there twice", r.ID, r.Document)
		default:
			seen[is] = true
		}
	}
	return f.Err()
}

// Check says what is missing or cannot be.
func (m ChoiceMade) Check() error {
	switch {
	case m.Provider == "" && !m.LeftOpen:
		return fault.In("provider", "name a provider, or write left_open where they did not want to choose", "it does not say what the person chose")
	case m.Provider != "" && m.LeftOpen:
		return fault.In("left_open", "keep the one that is true", "the person chose a provider, so it is not left open")
	}
	return nil
}

// Check finds nothing: what is not recorded is told by choice.Statements.
func (ChoiceAttested) Check() error { return nil }
