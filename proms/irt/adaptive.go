package irt

import (
	"fmt"
	"slices"
)

// Adaptive is a bank with a design, checked and immutable: safe for concurrent use. It keeps nothing about any person; that is
// in State.
type Adaptive struct {
	bank   *Bank
	design Design
	digest string
	areas  []int // the place of each item's area in the balance
}

// NewAdaptive checks a design against its bank. Where anything is wrong it returns every fault, as Faults: errors.Is finds ErrDesign.
func NewAdaptive(bank *Bank, design Design) (*Adaptive, error) {
	if bank == nil || bank.Len() == 0 {
		return nil, Faults{{Kind: ErrDesign, Index: -1, Field: "bank", Problem: "has no items; make one with NewBank"}}
	}
	if faults := design.check(bank); len(faults) > 0 {
		return nil, faults
	}
	design.Balance = slices.Clone(design.Balance)
	t := &Adaptive{bank: bank, design: design}
	t.digest = digest(struct {
		Bank   string `json:"bank"`
		Design Design `json:"design"`
	}{bank.digest, design})
	for _, it := range bank.items {
		t.areas = append(t.areas, design.areaOf(it.Area))
	}
	return t, nil
}

// Digest is the SHA-256, in hexadecimal, of the bank's digest and the design: what State.Test holds.
func (t *Adaptive) Digest() string { return t.digest }

// Start gives a new state, with the first item to ask.
func (t *Adaptive) Start(s *Scratch) State {
	if s == nil {
		s = new(Scratch)
	}
	t.reset(s)
	return State{Test: t.digest, Steps: []Step{}, Next: t.choose(s, Estimate{Reason: NoAnswers}, 0)}
}

// Answer records the answer to st.Next, and gives the state after it: with the next item to ask, or stopped. Missing means that the
// person skipped the item: it is not asked again, tells nothing, and counts towards MaxItems but not MinItems. The given
// state is left as it is. An error is Faults of kind ErrState or ErrResponses, and the given state is returned with it.
func (t *Adaptive) Answer(s *Scratch, st State, response int8) (State, error) {
	if s == nil {
		s = new(Scratch)
	}
	if err := t.load(s, st); err != nil {
		return st, err
	}
	item, ok := t.bank.index[st.Next.Item]
	switch {
	case st.Stopped != "":
		return st, stateFault(-1, "", "stopped", "the test has stopped ("+string(st.Stopped)+"); there is no item to answer")
	case !ok || s.asked[item]:
		return st, stateFault(-1, st.Next.Item, "next", "is not an item that is still to be asked")
	case int(response) >= t.bank.curves[item].categories():
		return st, Faults{{Kind: ErrResponses, Index: len(st.Steps), Item: st.Next.Item, Field: "response",
			Problem: fmt.Sprintf("is category %d, but the item's %d categories are counted from 0", response, t.bank.curves[item].categories())}}
	}
	response = max(response, Missing)
	s.asked[item], s.responses[item] = true, response
	estimate := t.bank.EAP(s, s.responses)
	next := State{Test: st.Test, Steps: make([]Step, len(st.Steps)+1)}
	copy(next.Steps, st.Steps)
	next.Steps[len(st.Steps)] = Step{Question: st.Next, Response: response, Estimate: estimate}
	if next.Stopped = t.stop(next.Steps); next.Stopped == "" {
		next.Next = t.choose(s, estimate, len(next.Steps))
	}
	return next, nil
}

// Verify replays a state's answers and compares the whole trace, bit for bit. An error is Faults of kind ErrState that names the first
// step that differs: the trace was altered, or written by another version of the rules.
func (t *Adaptive) Verify(s *Scratch, st State) error {
	if err := t.checkOwn(st); err != nil {
		return err
	}
	replay := t.Start(s)
	for n, step := range st.Steps {
		if replay.Stopped != "" {
			return stateFault(n, step.Question.Item, "steps", "was asked after the test should have stopped ("+string(replay.Stopped)+")")
		}
		if step.Question != replay.Next {
			return stateFault(n, step.Question.Item, "steps", fmt.Sprintf("differs from the replay, which asks %q with criterion %v", replay.Next.Item, replay.Next.Value))
		}
		var err error
		if replay, err = t.Answer(s, replay, step.Response); err != nil {
			return err
		}
		if replay.Steps[n] != step {
			return stateFault(n, step.Question.Item, "steps", "has another estimate than the replay of its answers")
		}
	}
	if st.Next != replay.Next || st.Stopped != replay.Stopped {
		return stateFault(-1, st.Next.Item, "next", fmt.Sprintf("differs from the replay, which asks %q and stops for %q", replay.Next.Item, replay.Stopped))
	}
	return nil
}
