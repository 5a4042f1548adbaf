package sdm

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// disagreements tells which questions both records answer, each with an event that the other does not have, and differently. The last
// word of each record counts.
func (m *merging) disagreements() []Conflict {
	type said struct {
		event  Event
		answer string
	}
	answers := map[asked]*[2]*said{}
	var questions []asked
	for _, one := range m.pieces {
		key, answer := answered(one.event)
		if _, struck := m.story.known.struck[m.built[one].ID]; key.question == "" || one.sides == both || struck {
			continue
		}
		if answers[key] == nil {
			answers[key] = new([2]*said)
			questions = append(questions, key)
		}
		answers[key][one.sides-first] = &said{m.built[one], answer}
	}
	var found []Conflict
	for _, key := range questions {
		a, b := answers[key][0], answers[key][1]
		if a == nil || b == nil || a.answer == b.answer {
			continue
		}
		events := []Event{a.event, b.event}
		slices.SortFunc(events, order)
		found = append(found, Conflict{
			Kind: Disagreement, Thread: key.thread, About: key.question, Events: events,
			Why: fmt.Sprintf("the records answer it differently (%s), in event %s on %s and event %s on %s, each without the other; %s",
				key.question, events[0].ID, events[0].On, events[1].ID, events[1].On, m.standing(events)),
		})
	}
	return found
}

// standing says which of two answers the story tells: the one behind the other in the record, unless it does not fit there.
func (m *merging) standing(events []Event) string {
	for _, e := range slices.Backward(events) {
		if m.stands(e) {
			return fmt.Sprintf("event %s stands in the story until the people settle it", e.ID)
		}
	}
	return "neither can be told until the people settle it"
}

// asked is a question, and the thread in which it is asked; empty where it is asked of the person.
type asked struct{ thread, question string }

// answered gives the question that an event answers, and the answer.
func answered(e Event) (_ asked, answer string) {
	switch body := e.Body.(type) {
	case Answerer:
		question, answer := body.Answers()
		switch body.(type) {
		case Consent, Represented, InterpreterNeed, InformationNeed: // of the person, wherever it was noted
			return asked{"", question}, answer
		}
		return asked{e.In, question}, answer
	case plan.Offered:
		return asked{threadOf(e), "the offer of a plan"}, string(body.Status)
	case plan.Agreed: // of two versions that take the place of the same one, each is an answer of its own
		return asked{e.In, "the plan after " + body.Supersedes}, e.ID
	case support.Answered:
		return asked{e.In, "the offer " + body.Offer}, string(body.Answer)
	case budget.Indicated:
		return asked{e.In, "roughly how much money there is"}, body.Amount.String()
	case budget.Reconsidered:
		return asked{e.In, "the decision " + body.Of + " looked at again"}, string(body.Outcome)
	}
	return asked{}, ""
}

// Answers asks what was decided.
func (d Decided) Answers() (question, answer string) { return "decision", "option " + d.Option }

// Answers asks what was decided: to decide later.
func (Deferred) Answers() (question, answer string) { return "decision", "later" }
