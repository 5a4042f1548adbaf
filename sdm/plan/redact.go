package plan

import "slices"

// For gives what a reader may see of a version: parts with an audience for those alone, all others for everybody with whom the plan is
// shared. A part under one that they may not see is left out with it, and so are references to it. ForPerson sees the whole.
func (v Version) For(reader string) Version {
	if reader == ForPerson {
		return v
	}
	shared := v.SharedWith(reader)
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

// statementsFor keeps the statements that a reader may see. What they replace may be hidden, and is not named.
func statementsFor(all []Statement, reader string, shared bool) []Statement {
	out := kept(all, reader, shared, func(s *Statement) []string { return s.Audience })
	for i := range out {
		hidden := func(s Statement) bool { return s.ID == out[i].Replaces }
		if !slices.ContainsFunc(out, hidden) {
			out[i].Replaces = ""
		}
	}
	return out
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

// For gives what a reader may see of statements. Those without an audience of their own are for everybody with whom the plan is shared.
func (t Told) For(reader string, shared bool) Told {
	if reader == ForPerson {
		return t
	}
	return Told{Statements: bare(statementsFor(t.Statements, reader, shared))}
}

// For gives what a reader may see of a review. version is the version that was reviewed; what it hides from the reader stays hidden.
func (r Reviewed) For(reader string, version Version) Reviewed {
	if reader == ForPerson {
		return r
	}
	shared, seen := version.SharedWith(reader), version.For(reader)
	out := Reviewed{How: r.How}
	if shared {
		out.With, out.Scores, out.Next = r.With, r.Scores, r.Next
	}
	goals, actions := seen.ids()
	for _, g := range r.Goals {
		if goals[g.Goal] && mayRead(g.Audience, reader, true) {
			g.Audience = nil
			out.Goals = append(out.Goals, g)
		}
	}
	for _, a := range r.Actions {
		if actions[a.Action] {
			out.Actions = append(out.Actions, a)
		}
	}
	out.Words = bare(statementsFor(r.Words, reader, shared))
	return out
}

// ids gives the goals and the actions of a version.
func (v *Version) ids() (goals, actions map[string]bool) {
	goals, actions = map[string]bool{}, map[string]bool{}
	for _, n := range v.Needs {
		for _, g := range n.Goals {
			goals[g.ID] = true
			for _, a := range g.Actions {
				actions[a.ID] = true
			}
		}
	}
	return goals, actions
}

// hideAudiences takes out who else may see what: that, too, is the person's own affair. The lists are copies.
func (v *Version) hideAudiences() {
	for _, h := range v.About.headings() {
		bare(*h.statements)
	}
	bare(v.Matters)
	bare(v.Strengths)
	bare(v.Formulation)
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

// bare takes the audiences out of statements.
func bare(all []Statement) []Statement {
	for i := range all {
		all[i].Audience = nil
	}
	return all
}
