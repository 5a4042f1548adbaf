package irt

import "fmt"

// State is an adaptive test as far as it has come: a plain value that a host stores as JSON between one answer and the next. It
// holds the full trace: every item that was asked, why, what was answered and what followed. Treat it as immutable.
type State struct {
	// Test is the digest of the bank and design that made the state; no other test will continue it.
	Test string `json:"test"`
	// Steps are the items asked so far, in order.
	Steps []Step `json:"steps"`
	// Next is the item to ask now; its zero value once the test has stopped.
	Next Question `json:"next,omitzero"`
	// Stopped says why the test has stopped; empty while it goes on.
	Stopped StopReason `json:"stopped,omitempty"`
}

// Question is an item to ask, and why it was chosen over the others.
type Question struct {
	Item string `json:"item"`
	// Area is the item's content area.
	Area string `json:"area,omitempty"`
	// Rule is what chose the item: MFI, MPWI, or StartItem.
	Rule Criterion `json:"rule"`
	// Value is the item's value on the design's criterion, also where the start item was fixed.
	Value float64 `json:"value"`
	// RunnerUp is the item that would have been chosen without this one, from the same area where areas are balanced; empty where
	// none was left.
	RunnerUp string `json:"runner_up,omitempty"`
	// RunnerUpValue is its value on the criterion.
	RunnerUpValue float64 `json:"runner_up_value,omitempty"`
}

// Step is an item that was asked, with its answer and the estimate after it.
type Step struct {
	Question Question `json:"question"`
	// Response is the category that was chosen, or Missing where the person skipped the item.
	Response int8 `json:"response"`
	// Estimate is the EAP estimate from all answers up to this one.
	Estimate Estimate `json:"estimate"`
}

// StopReason is a stable code that says why an adaptive test stopped.
type StopReason string

const (
	// StopSE: the standard error reached its limit.
	StopSE StopReason = "se"
	// StopSEChange: the last answer hardly changed the standard error.
	StopSEChange StopReason = "se_change"
	// StopMaxItems: as many items were asked as the design allows.
	StopMaxItems StopReason = "max_items"
	// StopNoItems: every item of the bank was asked.
	StopNoItems StopReason = "no_items_left"
	// StopNoEstimate: there is no estimate to go on from; the last step's Estimate says why.
	StopNoEstimate StopReason = "no_estimate"
)

// Estimate is the estimate so far: that of the last step, and NoAnswers before the first.
func (st State) Estimate() Estimate {
	if len(st.Steps) == 0 {
		return Estimate{Reason: NoAnswers}
	}
	return st.Steps[len(st.Steps)-1].Estimate
}

// load checks a state, which may come from outside, and puts its answers into the scratch.
func (t *Adaptive) load(s *Scratch, st State) error {
	if err := t.checkOwn(st); err != nil {
		return err
	}
	t.reset(s)
	for n := range st.Steps {
		step := &st.Steps[n]
		item, ok := t.bank.index[step.Question.Item]
		switch {
		case !ok:
			return stateFault(n, step.Question.Item, "steps", "is not in the bank")
		case s.asked[item]:
			return stateFault(n, step.Question.Item, "steps", "was asked twice; an item is asked once")
		case int(step.Response) >= t.bank.curves[item].categories():
			return stateFault(n, step.Question.Item, "steps", fmt.Sprintf("has answer %d, which is not among its categories", step.Response))
		case !step.sound():
			return stateFault(n, step.Question.Item, "steps", "holds a number that is not finite")
		}
		s.asked[item] = true
		s.responses[item] = step.Response
	}
	return nil
}

// checkOwn refuses the state of another test.
func (t *Adaptive) checkOwn(st State) error {
	if st.Test != t.digest {
		return stateFault(-1, "", "test", "belongs to another bank or design; continuing it here would mix two scales, so start anew")
	}
	return nil
}

// reset makes the scratch that of a test in which nothing was asked.
func (t *Adaptive) reset(s *Scratch) {
	s.responses = sized(s.responses, len(t.bank.items))
	s.asked = sized(s.asked, len(t.bank.items))
	clear(s.asked)
	for i := range s.responses {
		s.responses[i] = Missing
	}
}

// sound is false of a step with numbers that this package never gives.
func (step *Step) sound() bool {
	return finite(step.Question.Value) && finite(step.Question.RunnerUpValue) && finite(step.Estimate.Theta) && finite(step.Estimate.SE)
}

func stateFault(index int, item, field, problem string) error {
	return Faults{{Kind: ErrState, Index: index, Item: item, Field: field, Problem: problem}}
}
