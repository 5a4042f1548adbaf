package plan

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// checker looks through one step. on and born are zero where they are not known, and nothing is then said of dates.
type checker struct {
	on, born day.Day
	faults   Faults
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

func empty(text string) bool { return strings.TrimSpace(text) == "" }

// text reports a text that is missing.
func (c *checker) text(p *place, key, text, remedy string) {
	if empty(text) {
		c.report(p, key, remedy, "it is empty, so nobody can tell what is meant")
	}
}

// id takes an id of the plan, and reports one that is missing or already taken.
func (c *checker) id(p *place, id string, of sort) {
	if empty(id) {
		c.report(p, "id", "give it a short name of its own, such as walk_to_shops", "it has no id, so nothing could refer to it")
		return
	}
	if first, taken := c.ids[id]; taken {
		c.report(p, "id", "give one of the two another id", "the id %.40q already names %s in this plan", id, first)
		return
	}
	if before, known := c.known[id]; known && before != of {
		c.report(p, "id", "give it another id, because others may refer to the earlier one", "the id %.40q named %s in an earlier version", id, before)
	}
	if c.ids == nil {
		c.ids = map[string]sort{}
	}
	c.ids[id] = of
}

// someone reports a part in a plan whose role stands for nothing.
func (c *checker) someone(p *place, key string, s Someone) {
	if s.IsZero() {
		return
	}
	here := p.field(key)
	if key == "" && p != nil {
		here = *p
	}
	mayWord(c, &here, "role", s.Role, roles)
	if s.Role == "" && empty(s.Name) && empty(s.Organisation) {
		c.report(&here, "", "give the role, such as person or professional, or the name", "it does not say who it is")
	}
}

// named reports where nobody is named who has to be.
func (c *checker) named(p *place, key string, s Someone, why string) {
	if s.IsZero() {
		c.report(p, key, "say who; where it is the person, write {\"role\": \"person\"}", "%s", why)
		return
	}
	c.someone(p, key, s)
}

// day reports a day before the person was born.
func (c *checker) day(p *place, key string, d day.Day) {
	if d.Before(c.born) {
		c.report(p, key, "correct the day, or the day of birth", "%s is before the person was born (%s)", d, c.born)
	}
}

// past reports a day that lies after the day on which it was written down, too.
func (c *checker) past(p *place, key string, d day.Day) {
	c.day(p, key, d)
	if d.After(c.on) {
		c.report(p, key, "correct the day, or record it on the day on which it happened", "%s lies after %s, the day of the event", d, c.on)
	}
}

// said checks where a part comes from and who may see it.
func (c *checker) said(p *place, s Said) {
	c.someone(p, "by", s.By)
	c.past(p, "on", s.On)
	c.audience(p, "audience", s.Audience)
}

// audience reports readers without a word for them.
func (c *checker) audience(p *place, key string, audience []string) {
	for i, a := range audience {
		if empty(a) {
			c.report(p, "", "name the reader, or take the entry out", "entry %d of %s names nobody, so nobody can tell who may see it", i+1, key)
		}
	}
}

// statements checks what was said under a key.
func (c *checker) statements(p *place, key string, all []Statement) {
	for i := range all {
		here := p.at(key, i)
		s := &all[i]
		c.text(&here, "text", s.Text, "write what was said")
		if s.ID != "" {
			c.id(&here, s.ID, aStatement)
		}
		if s.Replaces != "" {
			field := here.field("replaces")
			c.replaced = append(c.replaced, replacing{field.String(), s.Replaces, s.ID})
		}
		c.said(&here, s.Said)
	}
}

// rating reports an answer outside 1 to 10.
func (c *checker) rating(p *place, key string, n *int) {
	if n != nil && (*n < 1 || *n > 10) {
		c.report(p, key, "give a whole number from 1 to 10, or leave it out where it was not asked", "it is %d; answers go from 1 to 10", *n)
	}
}

// texts reports empty entries of a list.
func (c *checker) texts(p *place, key string, all []string) {
	for i, text := range all {
		if empty(text) {
			here := p.at(key, i)
			c.report(&here, "", "write what is meant, or take the entry out", "it is empty")
		}
	}
}

// events reports empty ids of other events, and repeats.
func (c *checker) events(p *place, key string, ids []string) {
	c.texts(p, key, ids)
	twice(ids, func(id *string) string { return *id }, func(i int) {
		here := p.at(key, i)
		c.report(&here, "", "name it once", "%.40q stands there twice", ids[i])
	})
}

// twice tells which elements have the key of an earlier one; empty keys are reported elsewhere.
func twice[T any](all []T, key func(*T) string, found func(i int)) {
	if len(all) < 2 {
		return
	}
	seen := make(map[string]bool, len(all))
	for i := range all {
		k := key(&all[i])
		if k != "" && seen[k] {
			found(i)
		}
		seen[k] = true
	}
}
