package derived

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Parts are the conditions of a criterion, compiled to learn what each of them reads.
type Parts struct {
	// About is that of `for`, Meets those of `when` or `levels`, Unless those of `unless`.
	About, Meets, Unless []*rule.Program
}

// PartsOf compiles the conditions of a criterion, whose JSON pointer is at. What is wrong with one is reported by package policy in the same
// words, and so once.
func PartsOf(c policy.Criterion, at string, b *rule.Builder) Parts {
	var p Parts
	compile := func(into *[]*rule.Program, key, text string) {
		if text == "" {
			return
		}
		if made := b.Compile(rule.Source{At: at + key, Text: text, Want: truth, Condition: true}); made != nil {
			*into = append(*into, made)
		}
	}
	compile(&p.About, "/for", c.For)
	compile(&p.Meets, "/when", c.When)
	for i, l := range c.Levels {
		compile(&p.Meets, fmt.Sprintf("/levels/%d/when", i), l.When)
	}
	for i, e := range c.Unless {
		compile(&p.Unless, fmt.Sprintf("/unless/%d/when", i), e.When)
	}
	return p
}

// Reading tells which inputs the parts of a criterion read, themselves or through other criteria. It is immutable and safe for concurrent use.
type Reading struct {
	// About are the inputs of `for`, Meets those of `when` or `levels`, Unless those of `unless`: each once, in the order of the rules,
	// and of one rule in that of the inputs.
	About, Meets, Unless []rule.Slot

	model *rule.Model
	asks  []*rule.Program // those of when or levels
}

// On gives what the parts read in the model that was built with them.
func (p Parts) On(m *rule.Model) Reading {
	return Reading{About: Inputs(m, p.About...), Meets: Inputs(m, p.Meets...), Unless: Inputs(m, p.Unless...), model: m, asks: p.Meets}
}

// Inputs lists the inputs that programs read, themselves or through other names of the model, each once.
func Inputs(m *rule.Model, programs ...*rule.Program) []rule.Slot {
	var all []rule.Slot
	for _, p := range programs {
		for _, read := range p.Reads() {
			for _, name := range m.InputsOf(m.Name(read)) {
				if slot, ok := m.Slot(name); ok && !slices.Contains(all, slot) {
					all = append(all, slot)
				}
			}
		}
	}
	return all
}

// MetBy reports whether what the criterion asks holds in a state, whatever `for` and `unless` say.
func (r Reading) MetBy(s *rule.State) bool {
	return slices.ContainsFunc(r.asks, func(p *rule.Program) bool { return p.Decided(s) == 1 })
}
