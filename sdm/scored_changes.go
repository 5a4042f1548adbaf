package sdm

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// ScoreChanges holds the scores of two events scored against each other, on each of some scales, in their order. The scores are found by the id of
// the scale and never by their place. One that an event does not have is missing as not supplied, and its Change says why nothing is known. before
// and after are ids of events; the error wraps ErrNoRef where the record tells of no scores under one of them.
func (s *Story) ScoreChanges(before, after string, scales []community.Scale) ([]community.Change, error) {
	first, err := s.scoredIn(before)
	if err != nil {
		return nil, err
	}
	last, err := s.scoredIn(after)
	if err != nil {
		return nil, err
	}
	changes := make([]community.Change, len(scales))
	for i, scale := range scales {
		changes[i] = community.ChangeOf(scale, reading(first, scale.ID), reading(last, scale.ID))
	}
	return changes, nil
}

func (s *Story) scoredIn(event string) (Said[Scored], error) {
	for _, one := range s.Scores {
		if one.Event == event {
			return one, nil
		}
	}
	return Said[Scored]{}, fmt.Errorf("sdm: %w: %.40q is no event with scores; give the id of an event of the kind scored", ErrNoRef, event)
}

// reading gives one score of an event.
func reading(s Said[Scored], id string) community.Reading {
	value := rule.MissingValue(rule.NotSupplied)
	if score, there := s.What.Result.Score(id); there {
		value = score.Value
	}
	return community.Reading{On: s.On, Score: value, Event: s.Event}
}
