package sdm

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Scored is what a questionnaire came to on the day of the event.
type Scored struct {
	// Result has every score with its band or the reason why it is missing, and names questionnaire, version and digest.
	Result proms.Result `json:"result"`
	// Answers are the answers by question id, in the forms of question.Sheet.Of; nil where only the result is kept.
	Answers map[string]any `json:"answers,omitzero"`
	// For is what the score is to show something of: decisions, parts of plans, referrals, offers of support, lines of budgets. It may be
	// for nothing in particular.
	For []Ref `json:"for,omitempty"`
}

// ActivationAssessed is a level of activation with the set of cut points that it stands on, and the digest of the table where a licensed
// tool made the score.
type ActivationAssessed struct {
	Assessment activation.Assessment `json:"assessment"`
	// For is what it is to show something of, as in Scored.
	For []Ref `json:"for,omitempty"`
}

// ScoredFrom puts a result into the form in which a record keeps it, with the answers that it came from: the questionnaire of the
// result's version gives the same result of them, which is what Scored.Again does. The zero Answers keep the result alone. The error is
// that of writing the answers.
func ScoredFrom(result proms.Result, answers question.Answers, purpose ...Ref) (Scored, error) {
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

// Again scores the kept answers again, by the questionnaire that made the result, with its alternative where the result names one. It is for
// questionnaires that read nothing but their answers. The error says which other questionnaire is needed, that no answers are kept, or which
// answers cannot be read.
func (s Scored) Again(q *proms.Questionnaire) (proms.Result, error) {
	r := s.Result
	switch {
	case q.ID() != r.Questionnaire || q.Version() != r.Version || q.Digest() != r.Digest:
		return proms.Result{}, fmt.Errorf("sdm: the result is of %s@%s (%s), and this is %s@%s (%s)", r.Questionnaire, r.Version, r.Digest, q.ID(), q.Version(), q.Digest())
	case s.Answers == nil:
		return proms.Result{}, errors.New("sdm: only the result is kept, without its answers")
	}
	if r.Rules != "" {
		alternative, err := q.Alternative(r.Rules)
		if err != nil {
			return proms.Result{}, err
		}
		q = alternative
	}
	answers, err := q.Answers(s.Answers)
	if err != nil {
		return proms.Result{}, err
	}
	return q.Score(answers), nil
}

// Referring gives the score with other ids of events.
func (s Scored) Referring(id func(string) string) interface {
	Kind() string
	Check() error
} {
	s.For = referringTo(s.For, id)
	return s
}

// Referring gives the assessment with other ids of events.
func (a ActivationAssessed) Referring(id func(string) string) interface {
	Kind() string
	Check() error
} {
	a.For = referringTo(a.For, id)
	return a
}

// referringTo gives what a score is for with other ids of events. Ids of parts of plans, lines and offers stay.
func referringTo(things []Ref, id func(string) string) []Ref {
	out := slices.Clone(things)
	for i, r := range out {
		switch {
		case r.In != "":
			out[i].In = id(r.In)
		case !isPart(r.Kind):
			out[i].ID = id(r.ID)
		}
	}
	return out
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
		if err := checkSource(score.Source, "result.scores[%d].source", i); err != nil {
			return err
		}
	}
	for i, f := range r.Findings {
		if err := checkSource(f.Source, "result.findings[%d].source", i); err != nil {
			return err
		}
	}
	if _, err := json.Marshal(s); err != nil { // infinities and the like, which a host could hand in
		return fmt.Errorf("result: it cannot be written as JSON: %w", err)
	}
	return checkFor(s.For)
}

// Check says what is missing or cannot be.
func (a ActivationAssessed) Check() error {
	switch m := a.Assessment; {
	case m.Measure == "" || m.Version == "":
		return errors.New("assessment.measure: it does not name the measure and its version, so nobody could find the level again; give both")
	case m.CutPoints == "":
		return errors.New("assessment.cut_points: a level cannot be read without the set of cut points that gave it; name the set")
	}
	if err := checkSource(&a.Assessment.Source, "assessment.source"); err != nil {
		return err
	}
	for i, f := range a.Assessment.Quality.Flags {
		if err := checkSource(f.Source, "assessment.quality.flags[%d].source", i); err != nil {
			return err
		}
	}
	if _, err := day.Parse(a.Assessment.On); err != nil && a.Assessment.On != "" {
		return fmt.Errorf("assessment.on: %w", err)
	}
	return checkFor(a.For)
}

// checkSource refuses a source that somebody is said to have read, and that is none.
func checkSource(c *schemas.Cite, field string, args ...any) error {
	if c == nil || c.Ref != "" || !c.Verified {
		return nil
	}
	return fmt.Errorf(field+": it counts as read, and names no source; give its id, or leave it out", args...)
}

// purposes are the kinds of thing that a score can be for.
var purposes = []RefKind{RefDecision, RefNeed, RefGoal, RefOutcome, RefAction, RefChoice, RefCommunity, RefSupport, RefLine}

// checkFor says what is wrong with what a score is for, in itself.
func checkFor(things []Ref) error {
	for i, r := range things {
		threaded := r.Kind == RefSupport || r.Kind == RefLine
		switch {
		case !slices.Contains(purposes, r.Kind):
			return fmt.Errorf("for[%d].kind: a score cannot be for %q; write one of %q", i, string(r.Kind), purposes)
		case r.ID == "":
			return fmt.Errorf("for[%d].id: it is empty; name what is meant, or take the entry out", i)
		case threaded && r.In == "":
			return fmt.Errorf("for[%d].in: %s has its id only in a thread; name the event that opened it", i, article(r.Kind.String()))
		case !threaded && r.In != "":
			return fmt.Errorf("for[%d].in: %s has its id in the whole record; leave this out", i, article(r.Kind.String()))
		case slices.Contains(things[:i], r):
			return fmt.Errorf("for[%d]: %s stands there twice; name it once", i, r)
		}
	}
	return nil
}
