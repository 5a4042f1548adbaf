package plan

import "slices"

// For gives what a reader may see of a version: parts with an audience for those alone, all others for everybody with whom the plan is
// shared. A part under one that they may not see is left out with it, and so are references to it. ForPerson sees the whole.
func (v Version) For(reader string) Version {
	if reader == ForPerson {
		return v
	}
	out := v.redacted(reader, v.SharedWith(reader))
	out.replacing(visible{})
	return out
}

// redacted is For with the word on whether the plan is shared with the reader.
func (v Version) redacted(reader string, shared bool) Version {
	out := Version{}
	to := out.About.headings()
	for i, h := range v.About.headings() {
		*to[i].statements = statementsFor(*h.statements, reader, shared)
	}
	out.Matters = statementsFor(v.Matters, reader, shared)
	out.Strengths = statementsFor(v.Strengths, reader, shared)
	out.Formulation = statementsFor(v.Formulation, reader, shared)
	out.Outcomes = kept(v.Outcomes, reader, shared, func(o *Outcome) []string { return o.Audience })
	out.Contingency = kept(v.Contingency, reader, shared, func(c *Contingency) []string { return c.Audience })
	out.Additional = kept(v.Additional, reader, shared, func(a *Additional) []string { return a.Audience })
	out.Needs = kept(v.Needs, reader, shared, func(n *Need) []string { return n.Audience })
	for i := range out.Needs {
		out.Needs[i].Goals = goalsFor(out.Needs[i].Goals, reader, out.Outcomes)
	}
	if shared {
		out.About.SupportedBy, out.About.Updated = v.About.SupportedBy, v.About.Updated
		out.Involved, out.InvolvedBy, out.Coordinator = v.Involved, v.InvolvedBy, v.Coordinator
		out.AgreedWith, out.Funding, out.Review = v.AgreedWith, v.Funding, v.Review
		out.Shares = slices.DeleteFunc(slices.Clone(v.Shares), func(s Share) bool { return s.Audience != reader })
	}
	out.hideAudiences()
	return out
}

// goalsFor keeps what may be seen of the goals of a need that the reader may see, and so is shared with them.
func goalsFor(goals []Goal, reader string, outcomes []Outcome) []Goal {
	out := kept(goals, reader, true, func(g *Goal) []string { return g.Audience })
	for i := range out {
		g := &out[i]
		g.Actions = kept(g.Actions, reader, true, func(a *Action) []string { return a.Audience })
		g.Outcomes = slices.DeleteFunc(slices.Clone(g.Outcomes), func(id string) bool {
			return !slices.ContainsFunc(outcomes, func(o Outcome) bool { return o.ID == id })
		})
	}
	return out
}

// statementsFor keeps the statements that a reader may see, without who else may.
func statementsFor(all []Statement, reader string, shared bool) []Statement {
	out := kept(all, reader, shared, func(s *Statement) []string { return s.Audience })
	for i := range out {
		out[i].Audience = nil
	}
	return out
}

// visible are the ids of the statements that a reader has seen.
type visible map[string]bool

func (seen visible) see(all []Statement) {
	for i := range all {
		if all[i].ID != "" {
			seen[all[i].ID] = true
		}
	}
}

// replacing takes the references to hidden statements out of what a reader may see.
func (seen visible) replacing(all []Statement) {
	for i := range all {
		if !seen[all[i].Replaces] {
			all[i].Replaces = ""
		}
	}
}

// replacing does the same for all statements of a redacted version.
func (v *Version) replacing(seen visible) {
	v.lists(seen.see)
	v.lists(seen.replacing)
}

// lists goes through the lists of statements of a version.
func (v *Version) lists(take func([]Statement)) {
	for _, h := range v.About.headings() {
		take(*h.statements)
	}
	take(v.Matters)
	take(v.Strengths)
	take(v.Formulation)
}

// kept gives a new list of what a reader may see.
func kept[T any](all []T, reader string, shared bool, audience func(*T) []string) []T {
	var out []T
	for i := range all {
		if mayRead(audience(&all[i]), reader, shared) {
			out = append(out, all[i])
		}
	}
	return out
}

// hideAudiences takes out who else may see a part: that, too, is the person's own affair. The lists are copies, and those of statements have
// none left.
func (v *Version) hideAudiences() {
	for i := range v.Outcomes {
		v.Outcomes[i].Audience = nil
	}
	for i := range v.Contingency {
		v.Contingency[i].Audience = nil
	}
	for i := range v.Additional {
		v.Additional[i].Audience = nil
	}
	for i := range v.Needs {
		v.Needs[i].Audience = nil
		for k := range v.Needs[i].Goals {
			g := &v.Needs[i].Goals[k]
			g.Audience = nil
			for m := range g.Actions {
				g.Actions[m].Audience = nil
			}
		}
	}
}
