package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Adaptive is a computerised adaptive test over an item bank of a questionnaire. It is immutable and safe for concurrent use; how
// far one person has come is an irt.State, a plain value that a host keeps as JSON between two answers, with the reason why each
// item was asked.
type Adaptive struct {
	questionnaire *Questionnaire
	bank          *bankReady
}

// Adaptive gives the adaptive test of an item bank. The error is ErrNoBank or ErrNotAdaptive.
func (q *Questionnaire) Adaptive(bank string) (*Adaptive, error) {
	b, ok := q.banks[bank]
	switch {
	case !ok:
		return nil, fmt.Errorf("proms: %s has no item bank %q: %w", q.ID(), bank, ErrNoBank)
	case b.adaptive == nil:
		return nil, fmt.Errorf("proms: the bank %q of %s: %w", bank, q.ID(), ErrNotAdaptive)
	}
	return &Adaptive{questionnaire: q, bank: b}, nil
}

// Start gives the state of a new test, with the first item to ask in Next.
func (a *Adaptive) Start() irt.State { return a.bank.adaptive.Start(nil) }

// Answer records the answer to st.Next, in one of the forms of question.Sheet.Of, and gives the state after it: with the next
// item, or stopped. nil, and every reason for which there is no answer, skips the item. The given state is left as it is.
// The error is a diag.List for an answer that cannot be right, or irt.Faults for a state that is none of this test.
func (a *Adaptive) Answer(st irt.State, value any) (irt.State, error) {
	category := irt.Missing
	if place, ok := a.bank.bank.Index(st.Next.Item); ok {
		given, err := a.questionnaire.sheet.Of(map[string]any{st.Next.Item: value})
		if err != nil {
			return st, err
		}
		if v, reason := given.Value(st.Next.Item); reason == rule.Present {
			category = a.bank.items[place].categories.of(v)
		}
	}
	return a.bank.adaptive.Answer(nil, st, category)
}

// Answers gives the answers of a test so far, as those to a form on which the other items were not asked. Scores over the bank by eap
// come to the last estimate of the state. The error is irt.Faults for a state that is none of this test.
func (a *Adaptive) Answers(st irt.State) (question.Answers, error) {
	if err := a.Verify(st); err != nil {
		return question.Answers{}, err
	}
	values := map[string]any{}
	for _, item := range a.bank.items {
		values[item.id] = map[string]any{"missing": rule.NotAsked.String()}
	}
	for _, step := range st.Steps {
		place, _ := a.bank.bank.Index(step.Question.Item)
		item := a.bank.items[place]
		if values[item.id] = nil; step.Response >= 0 {
			values[item.id] = a.questionnaire.sheet.Type(item.place).Plain(item.categories.value(step.Response))
		}
	}
	return a.questionnaire.sheet.Of(values)
}

// Verify replays a state from its answers and compares it step by step. The error is irt.Faults that names the first step that
// differs.
func (a *Adaptive) Verify(st irt.State) error { return a.bank.adaptive.Verify(nil, st) }
