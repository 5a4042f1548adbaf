package sdm

// scores adds scores with what they are for, and what the components before them say that they show.
func (g *graph) scores(s *Story) {
	for _, v := range s.Scores {
		ref := Ref{Kind: RefScore, ID: v.Event}
		g.add(ref, v.Event, v.On, v.What.says())
		g.edge(ref, v.What.For...)
	}
	for _, a := range s.Assessments {
		ref := Ref{Kind: RefAssessment, ID: a.Event}
		g.add(ref, a.Event, a.On, a.What.says())
		g.edge(ref, a.What.For...)
	}
	for _, t := range s.Community {
		var ids []string
		for _, a := range t.State.Assessments() {
			ids = append(ids, a.Body.Scores...)
		}
		for _, f := range t.State.FollowUps() {
			ids = append(ids, f.Body.Scores...)
		}
		g.shownBy(s, Ref{Kind: RefCommunity, ID: t.ID}, ids)
	}
	for _, t := range s.Support {
		opened := t.State.Offered()
		for _, p := range t.State.Progress() {
			ids := p.Scores
			if opened.Level != nil && opened.Level.Score != "" {
				ids = append([]string{opened.Level.Score}, ids...)
			}
			g.shownBy(s, Ref{Kind: RefSupport, In: t.ID, ID: p.Offer}, ids)
		}
	}
}

// shownBy says which scores a component looked at for a thing, before or after it.
func (g *graph) shownBy(s *Story, thing Ref, ids []string) {
	for _, score := range s.scoreRefs(ids) {
		g.named(score)
		g.edge(score, thing)
	}
}

func (g *graph) planReviews(s *Story) {
	for _, t := range s.Plans {
		for _, r := range t.State.Reviews() {
			ref := Ref{Kind: RefReview, ID: r.ID}
			g.add(ref, r.ID, r.On, string(r.Step.How)+" review of the plan")
			g.edge(ref, s.scoreRefs(r.Step.Scores)...)
			for _, goal := range r.Step.Goals {
				g.edge(ref, Ref{Kind: RefGoal, ID: goal.Goal})
				g.edge(ref, s.scoreRefs(goal.Scores)...)
			}
			for _, a := range r.Step.Actions {
				g.edge(ref, Ref{Kind: RefAction, ID: a.Action})
			}
		}
	}
}

func (g *graph) budgetReviews(s *Story) {
	for _, t := range s.Budgets {
		for _, r := range t.State.Reviewed {
			ref := Ref{Kind: RefReview, ID: r.ID}
			g.add(ref, r.ID, r.On, "review of the budget: "+r.Step.Found)
			g.edge(ref, each(RefGoal, r.Step.Goals...)...)
			g.edge(ref, s.scoreRefs(r.Step.Scores)...)
		}
	}
}
