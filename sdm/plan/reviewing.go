package plan

import "cmp"

// found is what reviews found of one goal or action, and which of them looked at it last.
type found[R any] struct {
	is   R
	last Entry[Reviewed]
}

// overlay is what some reviews found, to be laid over the version that they looked at.
type overlay struct {
	goals   map[string]found[GoalReviewed]
	actions map[string]found[ActionReviewed]
}

func overlayOf(reviews []Entry[Reviewed]) overlay {
	o := overlay{map[string]found[GoalReviewed]{}, map[string]found[ActionReviewed]{}}
	for _, r := range reviews {
		for _, g := range r.Step.Goals {
			o.goals[g.Goal] = found[GoalReviewed]{o.goals[g.Goal].is.then(g), r}
		}
		for _, a := range r.Step.Actions {
			o.actions[a.Action] = found[ActionReviewed]{o.actions[a.Action].is.then(a), r}
		}
	}
	return o
}

// then lays a later review over an earlier one; what the later does not say stays.
func (g GoalReviewed) then(later GoalReviewed) GoalReviewed {
	later.Status = cmp.Or(later.Status, g.Status)
	later.Achievement = cmp.Or(later.Achievement, g.Achievement)
	return later
}

func (a ActionReviewed) then(later ActionReviewed) ActionReviewed {
	later.Status = cmp.Or(later.Status, a.Status)
	if later.Confidence == nil {
		later.Confidence = a.Confidence
	}
	return later
}

// goal gives a goal as it stands after the reviews, with its actions.
func (o overlay) goal(g Goal) Goal {
	is := o.goals[g.ID].is
	g.Status, g.Achievement = cmp.Or(is.Status, g.Status), cmp.Or(is.Achievement, g.Achievement)
	var actions []Action
	for _, a := range g.Actions {
		found := o.actions[a.ID].is
		a.Status = cmp.Or(found.Status, a.Status)
		if found.Confidence != nil {
			a.Confidence = found.Confidence
		}
		actions = append(actions, a)
	}
	g.Actions = actions
	return g
}

// over gives a version as it stands after the reviews.
func (o overlay) over(v Version) Version {
	var needs []Need
	for _, n := range v.Needs {
		var goals []Goal
		for _, g := range n.Goals {
			goals = append(goals, o.goal(g))
		}
		n.Goals = goals
		needs = append(needs, n)
	}
	v.Needs = needs
	return v
}
