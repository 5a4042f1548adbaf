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
	for _, need := range current.Step.Needs {
		for _, g := range need.Goals {
			now := GoalNow{Need: need.ID, Goal: g}
			if f := s.goals[g.ID]; f.review != "" {
				now.Status, now.Achievement = either(f.is.Status, g.Status), either(f.is.Achievement, g.Achievement)
				now.Review, now.ReviewedOn, now.Scores = f.review, f.on, f.is.Scores
			}
			now.Actions = s.actionsNow(g.Actions)
			all = append(all, now)
		}
	}
	return all
}

// actionsNow gives actions as they stand after the reviews.
func (s *State) actionsNow(agreed []Action) []Action {
	if len(agreed) == 0 {
		return nil
	}
	now := make([]Action, len(agreed))
	for i, a := range agreed {
		f := s.actions[a.ID]
		a.Status = either(f.is.Status, a.Status)
		if f.is.Confidence != nil {
			a.Confidence = f.is.Confidence
		}
		now[i] = a
	}
	return now
}
