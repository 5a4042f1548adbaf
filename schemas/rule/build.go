package rule

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeCycle = diag.Define(diag.Info{
	Code:    "rule-cycle",
	Title:   "Rules that read each other in a circle",
	Explain: "A value cannot be worked out from itself. Each rule in the circle reads the next one, and the last reads the first: one of them must do without.",
	Bad:     "scores: [{id: a, rule: b + 1}, {id: b, rule: a + 1}]",
	Good:    "scores: [{id: a, rule: q1 + 1}, {id: b, rule: a + 1}]",
})

var codeUnwritten = diag.Define(diag.Info{
	Code:    "rule-unwritten",
	Title:   "A name that nothing computes",
	Explain: "The name was declared as a result, but no rule gives it a value, so every rule that reads it would be unknown for ever.",
	Bad:     "scores: [{id: total}]",
	Good:    "scores: [{id: total, rule: sum(of)}]",
})

var codeWrittenTwice = diag.Define(diag.Info{
	Code:    "rule-written-twice",
	Title:   "A value that two rules compute",
	Explain: "Each name has one rule, so that one can read off where a number comes from. An input has none.",
	Bad:     "scores: [{id: total, rule: sum(of)}, {id: total, rule: mean(of)}]",
	Good:    "scores: [{id: total, rule: sum(of)}, {id: average, rule: mean(of)}]",
})

// Build puts the steps in order and gives the Model, or nil after it reported what is wrong. Where Build gives nil, some
// earlier call or this one has reported an error.
func (b *Builder) Build() *Model {
	m := b.model
	m.types, m.names = slices.Clone(b.scope.types), slices.Clone(b.scope.names)
	m.maker = make([]Step, len(m.types))
	b.made = make([]int, len(m.types))
	for i, step := range b.steps {
		for _, slot := range step.Writes() {
			b.claim(slot, i)
		}
	}
	for slot := len(m.inputs); slot < len(m.types); slot++ {
		if m.maker[slot] != nil || m.names[slot] == "" {
			continue
		}
		if b.report.HasErrors() { // one of which says why there is no rule
			b.failed = true
			break
		}
		b.fail(codeUnwritten, diag.At(b.places[slot]), "nothing computes %s", signOf(m.names[slot])).Hinted("Give it a rule")
	}
	for _, name := range b.outs {
		slot, ok := m.slots[name]
		if !ok {
			if !b.failed { // else it is not declared because of a fault that was reported
				b.fail(codeUnknownName, diag.At(""), "the output %s is not declared", signOf(name)).Hinted("Declare it with Name")
			}
			continue
		}
		m.outputs = append(m.outputs, Output{Name: name, Type: m.types[slot], Pointer: b.places[slot], Slot: slot})
	}
	b.sort()
	if b.failed {
		return nil
	}
	return m
}

func (b *Builder) claim(slot Slot, step int) {
	m := b.model
	switch {
	case uint(slot) >= uint(len(m.types)):
		b.fail(codeUnwritten, diag.At(""), "a step writes slot %d, which does not exist", slot).Hinted("Let steps write slots of this Builder")
	case m.maker[slot] != nil || int(slot) < len(m.inputs):
		b.fail(codeWrittenTwice, diag.At(b.places[slot]), "%s gets its value in two ways", signOf(m.names[slot])).
			Hinted("Take one of the two rules out")
	default:
		m.maker[slot], b.made[slot] = b.steps[step], step
	}
}

// visit marks a step while the order is worked out.
type visit uint8

const (
	unseen visit = iota
	open
	done
)

// sorting puts each step behind those whose slots it reads and otherwise keeps the order in which steps were added.
type sorting struct {
	*Builder
	marks []visit // by step
	trail []trailStep
}

type trailStep struct {
	step int
	via  Slot // the slot through which the step was reached
}

func (b *Builder) sort() {
	s := &sorting{Builder: b, marks: make([]visit, len(b.steps))}
	for i, step := range b.steps {
		via := Slot(0)
		if w := step.Writes(); len(w) > 0 {
			via = w[0]
		}
		if !s.visit(i, via) {
			return
		}
	}
}

func (s *sorting) visit(step int, via Slot) bool {
	switch s.marks[step] {
	case done:
		return true
	case open:
		s.cycle(step, via)
		return false
	}
	s.marks[step] = open
	s.trail = append(s.trail, trailStep{step, via})
	for _, slot := range s.steps[step].Reads() {
		if uint(slot) >= uint(len(s.model.maker)) {
			s.fail(codeUnwritten, diag.At(""), "a step reads slot %d, which does not exist", slot).Hinted("Let steps read slots of this Builder")
			return false
		}
		if s.model.maker[slot] != nil && !s.visit(s.made[slot], slot) {
			return false
		}
	}
	s.trail = s.trail[:len(s.trail)-1]
	s.marks[step] = done
	s.model.steps = append(s.model.steps, s.steps[step])
	return true
}

// cycle reports the whole circle that ends at a step on the trail.
func (s *sorting) cycle(step int, via Slot) {
	start := slices.IndexFunc(s.trail, func(t trailStep) bool { return t.step == step })
	var names []string
	for _, t := range s.trail[start+1:] {
		names = append(names, s.shown(t.via))
	}
	names = append(names, s.shown(via))
	first := via
	text := strings.Join(append([]string{s.shown(first)}, names...), " reads ")
	e := s.fail(codeCycle, diag.At(s.places[first]), "rules read each other in a circle: %s", text).
		Hinted("Let one of them do without the value that it reads here")
	for _, t := range s.trail[start+1:] {
		e.Beside(diag.At(s.places[t.via]), "%s is part of the circle", s.shown(t.via))
	}
}

func (s *sorting) shown(slot Slot) string {
	if name := s.model.names[slot]; name != "" {
		return signOf(name)
	}
	return "an unnamed value"
}
