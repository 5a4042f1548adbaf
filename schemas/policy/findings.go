package policy

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Findings puts the conclusions of an evaluated state into words, in the order of the document. The state must belong to
// the model that the set was compiled into, and the model must have been evaluated.
func (set *Set) Findings(s *rule.State) []Finding {
	found := make([]Finding, len(set.criteria))
	for i, c := range set.criteria {
		c.put(s, &found[i])
	}
	return found
}

// Explain says in steps how the finding of the criterion with an id came about: its conditions with the answers filled in,
// and what they come to. It is nil where there is none. It is a cases.Explainer.
func (set *Set) Explain(s *rule.State, id string) []string {
	i := slices.IndexFunc(set.criteria, func(c *compiled) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	var steps []string
	for _, t := range set.Traces(i, s) {
		steps = append(steps, t.String())
	}
	var f Finding
	set.criteria[i].put(s, &f)
	last := f.String()
	if len(f.Missing) > 0 {
		last += "; it could still be decided by " + strings.Join(f.Missing, ", ")
	}
	if len(f.Despite) > 0 {
		last += "; decided in spite of a blank " + strings.Join(f.Despite, ", ")
	}
	return append(steps, last)
}

// Len is the number of criteria that are ready.
func (set *Set) Len() int { return len(set.criteria) }

// Criterion gives the i-th criterion as its author wrote it.
func (set *Set) Criterion(i int) Criterion { return set.criteria[i].Criterion }

// Reads gives the slots that the i-th criterion reads directly, so that a caller can tell which findings rest on a
// score in which blanks were filled.
func (set *Set) Reads(i int) []rule.Slot { return set.criteria[i].Reads() }

// Traces gives the conditions of the i-th criterion in words with the answers filled in, in the order in which they
// are looked at.
func (set *Set) Traces(i int, s *rule.State) []rule.Trace {
	programs := set.criteria[i].programs()
	traces := make([]rule.Trace, len(programs))
	for k, p := range programs {
		traces[k] = p.Trace(s)
	}
	return traces
}

// put puts the conclusion into words, in place of what stood in the Finding. It looks for the verdict once more, because the slot of the
// criterion does not hold which clause decided, nor in spite of what; bounds were kept by the state when the step asked for them.
func (c *compiled) put(s *rule.State, f *Finding) {
	var v verdict
	c.find(s, &v)
	*f = c.always
	f.State, f.Despite = v.state, v.despite
	if v.state == Met {
		f.Gives, f.NextStep, f.IfDenied, f.Intensity = c.Gives, c.NextStep, c.IfDenied, c.Intensity
		if c.order != nil {
			f.Order = rule.ValueOf(c.order.Eval(s.Frame()))
		}
	}
	switch {
	case v.state == Unknown:
		f.Reason, f.Missing = c.missing(&v, s)
		f.Because, f.Despite = "", nil
	case v.unless >= 0:
		e := c.Unless[v.unless]
		f.DecidedBy, f.Because = e.ID, e.Because
		if e.Source != nil {
			f.Source = e.Source
		}
	case v.level >= 0:
		l := c.Levels[v.level]
		f.Level, f.DecidedBy = l.ID, l.ID
		if l.Because != "" {
			f.Because = l.Because
		}
	}
}

// maxNames is how many names of missing answers a finding lists.
const maxNames = 8

// missing gives the reason of the condition that stopped the search, and the names of the missing answers of it and of
// every later condition that is open too: they could change the finding once the first is known.
func (c *compiled) missing(v *verdict, s *rule.State) (rule.Reason, []string) {
	programs := c.programs()
	names := v.open.Missing(s).Names
	for _, p := range programs[slices.Index(programs, v.open)+1:] {
		for _, name := range p.Missing(s).Names {
			if !slices.Contains(names, name) && len(names) < maxNames {
				names = append(names, name)
			}
		}
	}
	return rule.ReasonOf(v.openNA), names
}
