package sdm

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Purpose is what a score is for: what it is to show something of. A score may be for nothing in particular.
type Purpose struct {
	// Decisions are ids of events that decided, such as for a measure of how well people were involved in a decision.
	Decisions []string `json:"decisions,omitempty"`
	// Goals, Outcomes and Actions are ids of parts of a plan.
	Goals    []string `json:"goals,omitempty"`
	Outcomes []string `json:"outcomes,omitempty"`
	Actions  []string `json:"actions,omitempty"`
	// Referrals are ids of the events that opened a community referral or a referral with a choice.
	Referrals []string `json:"referrals,omitempty"`
}

// Scored is what a questionnaire came to on the day of the event.
type Scored struct {
	// Result has every score with its band or the reason why it is missing, and names questionnaire, version and digest.
	Result proms.Result `json:"result"`
	// Answers are the answers by question id, in the forms of question.Sheet.Of; nil where only the result is kept.
	Answers map[string]any `json:"answers,omitempty"`
	For     Purpose        `json:"for,omitzero"`
}

// ActivationAssessed is a level of activation with the set of cut points that it stands on, and the digest of the table where a licensed
// tool made the score.
type ActivationAssessed struct {
	Assessment activation.Assessment `json:"assessment"`
	For        Purpose               `json:"for,omitzero"`
}

// IsZero reports whether nothing is named.
func (p Purpose) IsZero() bool {
	return len(p.Decisions)+len(p.Goals)+len(p.Outcomes)+len(p.Actions)+len(p.Referrals) == 0
}

// ScoredFrom puts a result into the form in which a record keeps it, with the answers that it came from: the questionnaire of the
// result's version, asked for the alternative of Result.Rules where there is one, gives the same result of Questionnaire.Answers of them
// again. The zero Answers keep the result alone. The error is that of writing the answers.
func ScoredFrom(result proms.Result, answers question.Answers, purpose Purpose) (Scored, error) {
	s := Scored{Result: result, For: purpose}
	if answers.Sheet() == nil {
		return s, nil
	}
	src, err := json.Marshal(answers)
	if err != nil {
		return Scored{}, fmt.Errorf("sdm: the answers cannot be written: %w", err)
	}
	if err := json.Unmarshal(src, &s.Answers); err != nil {
		return Scored{}, fmt.Errorf("sdm: the answers cannot be kept: %w", err)
	}
	return s, nil
}

// Kind is the word scored.
func (Scored) Kind() string { return "scored" }

// Kind is the word activation_assessed.
func (ActivationAssessed) Kind() string { return "activation_assessed" }

// Check says what is missing or cannot be.
func (s Scored) Check() error {
	r := s.Result
	switch {
	case r.Questionnaire == "" || r.Version == "" || r.Digest == "":
		return errors.New("result.questionnaire: it does not name the questionnaire with its version and digest, so nobody could score the answers again; give all three")
	case len(r.Scores) == 0:
		return errors.New("result.scores: there is no score, not even one that is missing with a reason; record the result as it was given")
	}
	seen := make(map[string]bool, len(r.Scores))
	for i, score := range r.Scores {
		if score.ID == "" || seen[score.ID] {
			return fmt.Errorf("result.scores[%d].id: %.80q is empty or stands there twice, so nobody can tell which score is meant", i, score.ID)
		}
		seen[score.ID] = true
	}
	if _, err := json.Marshal(s); err != nil { // infinities and the like, which a host could hand in
		return fmt.Errorf("result: it cannot be written as JSON: %w", err)
	}
	return s.For.check()
}

// Check says what is missing or cannot be.
func (a ActivationAssessed) Check() error {
	switch m := a.Assessment; {
	case m.Measure == "" || m.Version == "":
		return errors.New("assessment.measure: it does not name the measure and its version, so nobody could find the level again; give both")
	case m.CutPoints == "":
		return errors.New("assessment.cut_points: a level cannot be read without the set of cut points that gave it; name the set")
	}
	if _, err := day.Parse(a.Assessment.On); err != nil && a.Assessment.On != "" {
		return fmt.Errorf("assessment.on: %w", err)
	}
	return a.For.check()
}

func (p Purpose) check() error {
	return errors.Join(checkNamed("for.decisions", p.Decisions), checkNamed("for.goals", p.Goals), checkNamed("for.outcomes", p.Outcomes),
		checkNamed("for.actions", p.Actions), checkNamed("for.referrals", p.Referrals))
}
