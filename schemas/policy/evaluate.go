package policy

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// verdict is what a criterion comes to, before it is put into words.
type verdict struct {
	state   State
	level   int           // place of the level that holds, or -1
	unless  int           // place of the exception that decided, or -1
	open    *rule.Program // the condition that is unknown, for Unknown
	openNA  float64       // its missing value, which carries the reason
	despite []string
	quiet   bool // nobody asks for despite
}

// decide works out the verdict in the order that the rules of findings fix: for, then when or levels, and unless.
func (c *compiled) decide(s *rule.State, v *verdict) {
	*v = verdict{level: -1, unless: -1, quiet: v.quiet}
	switch {
	case c.about != nil && !v.holds(c.about, s, NotApplicable):
	case c.when != nil:
		c.decideWhen(s, v)
	default:
		c.decideLevels(s, v)
	}
}

// holds reports whether a condition is true. Where it is false or unknown it settles the state.
func (v *verdict) holds(p *rule.Program, s *rule.State, otherwise State) bool {
	value, despite := v.ask(p, s)
	if rule.IsNA(value) {
		v.state, v.open, v.openNA = Unknown, p, value
		return false
	}
	if despite != nil {
		v.spite(despite)
	}
	if value == 0 {
		v.state = otherwise
	}
	return value != 0
}

// ask gives the value of a condition, and the blanks that it was decided in spite of where somebody asks for them.
func (v *verdict) ask(p *rule.Program, s *rule.State) (value float64, despite []string) {
	if v.quiet {
		return p.Decided(s), nil
	}
	return p.Decide(s)
}

// spite notes blanks that a condition was decided in spite of.
func (v *verdict) spite(names []string) {
	for _, name := range names {
		if !slices.Contains(v.despite, name) && len(v.despite) < maxNames {
			v.despite = append(v.despite, name)
		}
	}
}

// decideWhen is `when` and not any `unless`, by Kleene: one false part settles it even where another is unknown.
func (c *compiled) decideWhen(s *rule.State, v *verdict) {
	if v.holds(c.when, s, NotMet) || v.state == Unknown {
		c.decideUnless(s, v)
	}
}

// decideUnless looks for an exception that holds. v.open is set where the condition itself is unknown.
func (c *compiled) decideUnless(s *rule.State, v *verdict) {
	for i, p := range c.unless {
		value, despite := v.ask(p, s)
		switch {
		case rule.IsNA(value):
			if v.open == nil {
				v.open, v.openNA = p, value
			}
		case value != 0:
			*v = verdict{state: NotMet, level: -1, unless: i, quiet: v.quiet}
			v.spite(despite)
			return
		case despite != nil:
			v.spite(despite)
		}
	}
	if v.open == nil {
		v.state = Met
	} else {
		v.state = Unknown
	}
}

// decideLevels takes the first level that holds; an unknown one stops the search, since it might be the first.
func (c *compiled) decideLevels(s *rule.State, v *verdict) {
	for i, p := range c.levels {
		holds := v.holds(p, s, NotMet)
		if holds {
			v.level = i
		}
		if holds || v.state == Unknown {
			c.decideUnless(s, v)
			return
		}
	}
}

// Eval makes the criterion a step of the model: its slot becomes the conclusion, or a missing value for Unknown.
func (c *compiled) Eval(s *rule.State) {
	v := verdict{quiet: true}
	c.find(s, &v)
	switch v.state {
	case NotApplicable:
		s.Set(c.slot, slotNotApplicable)
	case NotMet:
		s.Set(c.slot, slotNotMet)
	case Met:
		s.Set(c.slot, float64(slotMet+max(0, v.level)))
	default:
		s.Set(c.slot, v.openNA)
	}
}

// find works out the verdict, the usual way where nothing that the conditions read is missing, and else with the care of decide.
func (c *compiled) find(s *rule.State, v *verdict) {
	if !c.plain(s.Frame(), v) {
		c.decide(s, v)
	}
}

// plain runs the conditions as they stand, in the order of decide. It gives up at the first missing value.
func (c *compiled) plain(frame []float64, v *verdict) (ok bool) {
	v.level, v.unless = -1, -1
	if c.about != nil {
		if about := c.about.Eval(frame); about != 1 {
			v.state = NotApplicable
			return about == 0
		}
	}
	if c.when != nil {
		if when := c.when.Eval(frame); when != 1 {
			v.state = NotMet
			return when == 0
		}
	} else {
		level := 0
		for level < len(c.levels) {
			holds := c.levels[level].Eval(frame)
			if rule.IsNA(holds) {
				return false
			}
			if holds != 0 {
				break
			}
			level++
		}
		if level == len(c.levels) {
			v.state = NotMet
			return true
		}
		v.level = level
	}
	for i, p := range c.unless {
		if holds := p.Eval(frame); holds != 0 {
			v.state, v.level, v.unless = NotMet, -1, i
			return holds == 1
		}
	}
	v.state = Met
	return true
}

// Reads gives the slots that the criterion's conditions read.
func (c *compiled) Reads() []rule.Slot {
	var all []rule.Slot
	for _, p := range c.programs() {
		all = append(all, p.Reads()...)
	}
	if c.order != nil {
		all = append(all, c.order.Reads()...)
	}
	return all
}

// Writes gives the criterion's own slot.
func (c *compiled) Writes() []rule.Slot { return []rule.Slot{c.slot} }

// programs gives the conditions in the order in which they are looked at.
func (c *compiled) programs() []*rule.Program {
	all := make([]*rule.Program, 0, 2+len(c.levels)+len(c.unless))
	if c.about != nil {
		all = append(all, c.about)
	}
	if c.when != nil {
		all = append(all, c.when)
	}
	all = append(all, c.levels...)
	return append(all, c.unless...)
}
