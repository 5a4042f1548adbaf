package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// working is how the value of a score comes about, once enough is answered: by a rule, from an item bank, or against norms.
type working interface {
	// eval gives the value before rounding, or why there is none. It writes the slots of writes too.
	eval(frame []float64) float64
	// reads gives the slots that it looks at, and writes those that it sets beside the value.
	reads() []rule.Slot
	writes() []rule.Slot
	// bound gives the range of the value over ranges of answers.
	bound(s *rule.State) rule.Bound
	// missing says what stands in the way of a value, and trace how it came about, after an Eval.
	missing(s *rule.State) rule.Missing
	trace(s *rule.State) []string
}

// byRule is the usual way: a rule that the author wrote.
type byRule struct{ *rule.Program }

func (w byRule) eval(frame []float64) float64       { return w.Eval(frame) }
func (w byRule) reads() []rule.Slot                 { return w.Reads() }
func (w byRule) writes() []rule.Slot                { return nil }
func (w byRule) bound(s *rule.State) rule.Bound     { return w.Bound(s) }
func (w byRule) missing(s *rule.State) rule.Missing { return w.Missing(s) }
func (w byRule) trace(s *rule.State) []string       { return w.Trace(s).Lines }

// compileRule makes the rule of a score ready; nil after its faults were reported.
func (c *compiler) compileRule(sc *score) working {
	def := sc.definition
	source := rule.Source{At: sc.at + "/rule", Text: def.Rule, Want: rule.Type{Kind: rule.Number, Lo: def.Range[0], Hi: def.Range[1]}}
	if !def.Of.IsZero() {
		fill := def.Missing.Fill
		source.Of = &rule.List{Name: "of", Items: sc.listed, Fill: rule.Fill{Kind: fill.Kind, Value: fill.Value}}
	}
	if sc.program = c.builder.Compile(source); sc.program == nil {
		return nil
	}
	return byRule{sc.program}
}
