package plan

import "slices"

// For gives the steps as a reader may see them now, in their order: what a redacted record holds. They can be applied to a new State. Without
// ForPerson, the latest version decides with whom the plan is shared: a reader who is no longer there sees nothing of earlier versions
// either, but for what names them. Steps of which nothing is left are left out; of a review that is not theirs to see, the words that are stand
// there as Told.
func (s *State) For(reader string) []Entry[Step] {
	var all []Entry[Step]
	keep := func(m moment, step Step) { all = append(all, Entry[Step]{m.id, m.on, step}) }
	shared, seen := s.sharedWith(reader), visible{}
	var reviewed Version        // as the reader sees it
	former, latest := "", false // the last version that was kept, and whether it is the last that there was
	for _, m := range s.history {
		if reader == ForPerson {
			keep(m, m.step)
			continue
		}
		switch step := m.step.(type) {
		case Told:
			told := Told{Statements: statementsFor(step.Statements, reader, shared)}
			if told.replacing(seen); len(told.Statements) > 0 {
				keep(m, told)
			}
		case Agreed:
			version := step.redacted(reader, shared && step.SharedWith(reader))
			if latest = !version.isEmpty(); latest {
				version.replacing(seen)
				keep(m, Agreed{former, version})
				reviewed, former = version, m.id
			}
		case Reviewed:
			review := step.redacted(reader, shared && latest && reviewed.SharedWith(reader), reviewed)
			review.replacing(seen)
			switch {
			case latest && (shared || len(review.Goals)+len(review.Actions) > 0):
				keep(m, review)
			case len(review.Words) > 0:
				keep(m, Told{review.Words})
			}
		case Shared:
			if version, _ := s.version(step.Version); shared && version.Step.SharedWith(reader) && slices.Contains(step.With, reader) {
				step.With = []string{reader}
				keep(m, step)
			}
		default:
			if shared {
				keep(m, step)
			}
		}
	}
	return all
}

// isEmpty tells whether nothing is left of a version.
func (v *Version) isEmpty() bool {
	statements := 0
	v.lists(func(all []Statement) { statements += len(all) })
	return statements+len(v.Needs)+len(v.Outcomes)+len(v.Contingency)+len(v.Additional)+len(v.Shares) == 0
}

// For gives what a reader may see of statements. Those without an audience of their own are for everybody with whom the plan is shared.
func (t Told) For(reader string, shared bool) Told {
	if reader == ForPerson {
		return t
	}
	out := Told{Statements: statementsFor(t.Statements, reader, shared)}
	out.replacing(visible{})
	return out
}

func (t *Told) replacing(seen visible) {
	seen.see(t.Statements)
	seen.replacing(t.Statements)
}

// For gives what a reader may see of a review. version is the version that was reviewed; what it hides from the reader stays hidden.
func (r Reviewed) For(reader string, version Version) Reviewed {
	if reader == ForPerson {
		return r
	}
	out := r.redacted(reader, version.SharedWith(reader), version.For(reader))
	out.replacing(visible{})
	return out
}

// redacted is For with the word on whether the plan is shared with the reader, and what they see of the version.
func (r Reviewed) redacted(reader string, shared bool, sees Version) Reviewed {
	out := Reviewed{How: r.How}
	if shared {
		out.With, out.Scores, out.Next = r.With, r.Scores, r.Next
	}
	goals, actions := sees.ids()
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
	out.Words = statementsFor(r.Words, reader, shared)
	return out
}

func (r *Reviewed) replacing(seen visible) {
	seen.see(r.Words)
	seen.replacing(r.Words)
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
