package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// checker looks through one step. on and born are zero where they are not known, and nothing is then said of dates.
type checker struct {
	on, born day.Day
	faults   fault.Faults
	ids      map[string]sort // of this step
	known    map[string]sort // of the steps before
	replaced []replacing
}

// replacing is a statement that says it takes the place of another.
type replacing struct{ field, id, by string }

// sort is what an id names; the zero sort is nothing.
type sort uint8

const (
	aNeed sort = 1 + iota
	aGoal
	anOutcome
	anAction
	aStatement
	aContingency
	anAdditional
)

var sortWords = [...]string{"nothing", "a need", "a goal", "an outcome", "an action", "a statement", "a contingency plan", "an additional plan"}

// String says what it is.
func (s sort) String() string { return sortWords[s] }

// id takes an id of the plan, and reports one that is missing or already taken.
func (c *checker) id(p *fault.Place, id string, of sort) {
	if fault.Blank(id) {
		c.faults.Tell(p, "id", "give it a short name of its own, such as walk_to_shops", "it has no id, so nothing could refer to it")
		return
	}
	if first, taken := c.ids[id]; taken {
		c.faults.Tell(p, "id", "give one of the two another id", "the id %.40q already names %s in this plan", id, first)
		return
	}
	if before, known := c.known[id]; known && before != of {
		c.faults.Tell(p, "id", "give it another id, because others may refer to the earlier one", "the id %.40q named %s in an earlier version", id, before)
	}
	if c.ids == nil {
		c.ids = map[string]sort{}
	}
	c.ids[id] = of
}

// someone reports a part in a plan whose role stands for nothing.
func (c *checker) someone(p *fault.Place, key string, s Someone) {
	if s.IsZero() {
		return
	}
	here := p.Field(key)
	if key == "" && p != nil {
		here = *p
	}
	fault.MayWord(&c.faults, &here, "role", s.Role, roles)
	if s.Role == "" && fault.Blank(s.Name) && fault.Blank(s.Organisation) {
		c.faults.Tell(&here, "", "give the role, such as person or professional, or the name", "it does not say who it is")
	}
}

// named reports where nobody is named who has to be.
func (c *checker) named(p *fault.Place, key string, s Someone, why string) {
	if s.IsZero() {
		c.faults.Tell(p, key, "say who; where it is the person, write {\"role\": \"person\"}", "%s", why)
		return
	}
	c.someone(p, key, s)
}

// day reports a day before the person was born.
func (c *checker) day(p *fault.Place, key string, d day.Day) {
	if d.Before(c.born) {
		c.faults.Tell(p, key, "correct the day, or the day of birth", "%s is before the person was born (%s)", d, c.born)
	}
}

// past reports a day that lies after the day on which it was written down, too.
func (c *checker) past(p *fault.Place, key string, d day.Day) {
	c.day(p, key, d)
	if d.After(c.on) {
		c.faults.Tell(p, key, "correct the day, or record it on the day on which it happened", "%s lies after %s, the day of the event", d, c.on)
	}
}

// said checks where a part comes from and who may see it.
func (c *checker) said(p *fault.Place, s Said) {
	c.someone(p, "by", s.By)
	c.past(p, "on", s.On)
	c.audience(p, "audience", s.Audience)
}

// audience reports readers without a word for them.
func (c *checker) audience(p *fault.Place, key string, audience []string) {
	for i, a := range audience {
		if fault.Blank(a) {
			c.faults.Tell(p, "", "name the reader, or take the entry out", "entry %d of %s names nobody, so nobody can tell who may see it", i+1, key)
		}
	}
}

// statements checks what was said under a key.
func (c *checker) statements(p *fault.Place, key string, all []Statement) {
	for i := range all {
		here := p.Item(key, i)
		s := &all[i]
		c.faults.Text(&here, "text", s.Text, "write what was said")
		if s.ID != "" {
			c.id(&here, s.ID, aStatement)
		}
		if s.Replaces != "" {
			field := here.Field("replaces")
			c.replaced = append(c.replaced, replacing{field.String(), s.Replaces, s.ID})
		}
		c.said(&here, s.Said)
	}
}

// rating reports an answer outside 1 to 10.
func (c *checker) rating(p *fault.Place, key string, n *int) {
	if n != nil && (*n < 1 || *n > 10) {
		c.faults.Tell(p, key, "give a whole number from 1 to 10, or leave it out where it was not asked", "it is %d; answers go from 1 to 10", *n)
	}
}
