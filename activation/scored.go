package activation

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// scored is the score that the levels stand on.
type scored struct {
	kind    rule.Type
	pointer string
	better  string
	// The rest is empty for a supplied score.
	questionnaire *proms.Questionnaire
	score         string
	items         []string // the questions that the score is made of, in order; nil where it is not made of a list
}

// The ways in which a score can be better, as definitions say them.
const (
	higher = "higher"
	lower  = "lower"
)

// best gives the best score there is.
func (s *scored) best() float64 {
	if s.better == lower {
		return s.kind.Lo
	}
	return s.kind.Hi
}

// gain gives a change in the better direction.
func (s *scored) gain(delta float64) float64 {
	if s.better == lower {
		return -delta
	}
	return delta
}

// topLevel gives the place of the best level of a set.
func (s *scored) topLevel(cut *CutPoints) int {
	if s.better == lower {
		return 0
	}
	return len(cut.Levels) - 1
}

// valid gives a score that the measure can have; another is missing with the reason invalid.
func (s *scored) valid(v rule.Value) rule.Value {
	number, given := v.Number()
	if !given {
		return v
	}
	slot, err := s.kind.Parse(number)
	if err != nil {
		return rule.MissingValue(rule.Invalid)
	}
	return rule.ValueOf(slot)
}

// splitScore splits name.score.
func splitScore(text string) (name, score string) {
	name, score, _ = strings.Cut(text, ".")
	return name, score
}

// scoreOf finds a score of a questionnaire by its id.
func scoreOf(q *proms.Questionnaire, id string) *proms.ScoreDefinition {
	scores := q.Definition().Scores
	for i := range scores {
		if scores[i].ID == id {
			return &scores[i]
		}
	}
	return nil
}

// itemsOf lists the questions that a score is made of; scores that it is made of are left out.
func itemsOf(q *proms.Questionnaire, score *proms.ScoreDefinition) []string {
	ids := score.Of.IDs
	if score.Of.Group != "" {
		ids = q.Definition().Groups[score.Of.Group]
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		_, isItem := q.Sheet().Place(id)
		return !isItem
	})
}
