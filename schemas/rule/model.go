package rule

import "slices"

// Slot is the place of a value in a frame.
type Slot int

// Input is a value that comes from outside.
type Input struct {
	// Name is how rules say it.
	Name string
	Type Type
	// Pointer is where the document declares it.
	Pointer string
}

// Output is a value that a Model computes.
type Output struct {
	Name    string
	Type    Type
	Pointer string
	Slot    Slot
}

// Step computes some slots from others. Eval reads and writes s.Frame; Bounds reads s.Bound and calls s.SetBound for
// the slots that the step writes. Both are called by many goroutines with a State each, so a Step keeps no state.
type Step interface {
	// Reads gives the slots that Eval and Bounds look at.
	Reads() []Slot
	// Writes gives the slots that they set, and no other step sets.
	Writes() []Slot
	// Eval works out the values of the written slots.
	Eval(s *State)
	// Bounds works out the ranges of the written slots.
	Bounds(s *State)
}

// Model computes outputs from inputs, its steps in the order of what they read. It is immutable and safe for
// concurrent use; each goroutine brings a State of its own.
type Model struct {
	inputs  []Input
	outputs []Output
	slots   map[string]Slot
	names   []string // by slot; empty for a hidden one
	types   []Type
	steps   []Step
	maker   []Step // by slot: the step that writes it

	conditions int // how many were compiled for it
}

// Inputs gives the inputs in their order, which is that of their slots.
func (m *Model) Inputs() []Input { return slices.Clone(m.inputs) }

// Outputs gives the outputs in the order in which they were made outputs.
func (m *Model) Outputs() []Output { return slices.Clone(m.outputs) }

// IsInput reports whether a slot is that of an input; it is then also the place among Inputs.
func (m *Model) IsInput(slot Slot) bool { return uint(slot) < uint(len(m.inputs)) }

// Slot finds a name.
func (m *Model) Slot(name string) (Slot, bool) {
	s, ok := m.slots[name]
	return s, ok
}

// Name gives the name of a slot; it is empty for a hidden one.
func (m *Model) Name(slot Slot) string {
	if uint(slot) >= uint(len(m.names)) {
		return ""
	}
	return m.names[slot]
}

// Type gives the type of a slot.
func (m *Model) Type(slot Slot) Type {
	if uint(slot) >= uint(len(m.types)) {
		return Type{}
	}
	return m.types[slot]
}

// InputsOf gives the inputs that a name reads, itself or through other names, in document order.
func (m *Model) InputsOf(name string) []string {
	slot, ok := m.slots[name]
	if !ok {
		return nil
	}
	return m.InputsTo(slot)
}

// InputsTo gives the inputs that any of the slots is worked out from, in document order.
func (m *Model) InputsTo(slots ...Slot) []string {
	seen := make([]bool, len(m.types))
	todo := slices.Clone(slots)
	for len(todo) > 0 {
		slot := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if uint(slot) >= uint(len(seen)) || seen[slot] {
			continue
		}
		seen[slot] = true
		if step := m.maker[slot]; step != nil {
			todo = append(todo, step.Reads()...)
		}
	}
	var names []string
	for i, in := range m.inputs {
		if seen[i] {
			names = append(names, in.Name)
		}
	}
	return names
}

// Only gives the Model without the steps that none of the slots rest on, for a caller who looks at these slots alone: many
// people are then worked out at less cost. Slots, names and types stay what they are; slots that no step writes any more
// stay blank.
func (m *Model) Only(slots ...Slot) *Model {
	needed := make([]bool, len(m.types))
	need := func(slots []Slot) {
		for _, slot := range slots {
			if uint(slot) < uint(len(needed)) {
				needed[slot] = true
			}
		}
	}
	need(slots)
	part := *m
	part.steps, part.outputs = nil, nil
	for _, step := range slices.Backward(m.steps) {
		if slices.ContainsFunc(step.Writes(), func(slot Slot) bool { return needed[slot] }) {
			part.steps = append(part.steps, step)
			need(step.Reads())
		}
	}
	slices.Reverse(part.steps)
	for _, out := range m.outputs {
		if needed[out.Slot] {
			part.outputs = append(part.outputs, out)
		}
	}
	return &part
}

// NewState makes a State in which every input is blank.
func (m *Model) NewState() *State {
	s := &State{}
	s.become(m)
	return s
}

// Ranges makes a State for proofs: every input may have any value of its type, or be missing. Bounds asked of it
// hold for every person; SetBound narrows an input. It is not meant for Eval.
func (m *Model) Ranges() *State {
	s := m.NewState()
	for i, in := range m.inputs {
		b := Range(in.Type)
		b.NA = Maybe
		s.SetBound(Slot(i), b)
	}
	return s
}

// Eval computes every step from the inputs in the State. It allocates nothing unless a condition came out unknown. A
// State of another Model is given up for a blank one of this Model.
func (m *Model) Eval(s *State) {
	if s.model != m {
		s.become(m)
	}
	s.fresh()
	for _, step := range m.steps {
		step.Eval(s)
	}
}
