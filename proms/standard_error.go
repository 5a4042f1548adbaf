package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Formula is a rule, or just a number: `se: 2.1` and `se: table(t_se, raw)`.
type Formula string

// UnmarshalNode reads both forms.
func (f *Formula) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	if n.Shape() == schemas.Number {
		*f = Formula(rule.FormatNumber(n.Number()))
		return
	}
	d.Decode(n, (*string)(f))
}

// standardError is the step that works out how precise a score is, after the score itself.
type standardError struct {
	of      *score
	program *rule.Program
}

// Eval gives no precision of a value that is missing, and none below zero.
func (e *standardError) Eval(s *rule.State) {
	frame := s.Frame()
	v := frame[e.of.value]
	if v == v {
		if v = e.program.Eval(frame); v < 0 {
			v = rule.NA(rule.Internal)
		}
	}
	frame[e.of.se] = v
}

// Bounds gives the range of the rule, or nothing where the score has no value.
func (e *standardError) Bounds(s *rule.State) {
	b := e.program.Bound(s)
	if of := s.Bound(e.of.value); of.NA != rule.Never {
		b = rule.Hull(b, rule.Bound{NA: rule.Always, Why: of.Why, Leaves: of.Leaves})
	}
	if b.NA != rule.Always && b.Lo < 0 {
		b = rule.Hull(rule.Bound{Lo: 0, Hi: max(b.Hi, 0), NA: b.NA, Why: b.Why}, rule.Point(rule.NA(rule.Internal)))
	}
	s.SetBound(e.of.se, b)
}

func (e *standardError) Reads() []rule.Slot {
	return append([]rule.Slot{e.of.value}, e.program.Reads()...)
}
func (e *standardError) Writes() []rule.Slot { return []rule.Slot{e.of.se} }

// compileStandardError adds the step for a score whose author says how precise it is.
func (c *compiler) compileStandardError(sc *score) {
	if sc.definition.SE == "" {
		return
	}
	program := c.builder.Compile(rule.Source{At: sc.at + "/se", Text: string(sc.definition.SE), Want: rule.Type{Kind: rule.Number}})
	if program == nil {
		c.builder.Compute(sc.se, nil)
		return
	}
	c.builder.Step(&standardError{of: sc, program: program})
}
