package plan

import "github.com/whatmatters-care/whatmatters/schemas/day"

// GoalNow is a goal of the current version as it stands after the reviews.
type GoalNow struct {
	// Need is the id of its need.
	Need string `json:"need"`
	Goal
	// Review is the id of the review that looked at it last, and ReviewedOn its day; empty where none has.
	Review     string  `json:"review,omitempty"`
	ReviewedOn day.Day `json:"reviewed_on,omitzero"`
	// Scores are the ids of the scores that this review looked at for it.
	Scores []string `json:"scores,omitempty"`
}

// Goals gives the goals of the current version in its order, with their status and achievement, and the status of their actions, after
// the reviews since. None where no version is in force.
func (s *State) Goals() []GoalNow {
	current, ok := s.Current()
	if !ok {
		return nil
	}
	var all []GoalNow
	after := overlayOf(s.reviewsSince())
	for _, need := range current.Step.Needs {
		for _, g := range need.Goals {
			now := GoalNow{Need: need.ID, Goal: after.goal(g)}
			if f := after.goals[g.ID]; f.last.ID != "" {
				now.Review, now.ReviewedOn, now.Scores = f.last.ID, f.last.On, f.is.Scores
			}
			all = append(all, now)
		}
	}
	return all
}
