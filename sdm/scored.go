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
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Scored is what a questionnaire came to on the day of the event.
type Scored struct {
	// Result has every score with its band or the reason why it is missing, and names questionnaire, version and digest.
	Result proms.Result `json:"result"`
	// Answers are the answers by question id: numbers, truths, texts such as the id of an option, and the other forms of question.Sheet.Of;
	// nil where only the result is kept.
	Answers map[string]any `json:"answers,omitzero"`
	// For is what the score is to show something of: decisions, parts of plans, referrals, offers of support, lines of budgets. It may be
	// for nothing in particular.
	For []Ref `json:"for,omitempty"`
}

// ActivationAssessed is a level of activation with the set of cut points that it stands on, and the digest of the table where a licensed
// tool made the score.
type ActivationAssessed struct {
	// Assessment has the score, the level and the set of cut points, or the reason why there is none.
	Assessment activation.Assessment `json:"assessment"`
	// For is what the level is to show something of: decisions, parts of plans, referrals, offers of support, lines of budgets. It may be for
	// nothing in particular.
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

// referringTo gives what a score is for with other ids of events, without what has none then. Ids of parts of plans, lines and offers stay.
func referringTo(things []Ref, id func(string) string) []Ref {
	if things == nil {
		return nil
	}
	out := make([]Ref, 0, len(things))
	for _, r := range things {
		named := &r.ID
		if r.In != "" {
			named = &r.In
		}
		if r.In != "" || !isPart(r.Kind) {
			*named = id(*named)
		}
		if *named != "" {
			out = append(out, r)
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
	var f fault.Faults
	at := fault.Field("result")
	if r.Questionnaire == "" || r.Version == "" || r.Digest == "" {
		f.Tell(&at, "questionnaire", "give all three", "it does not name the questionnaire with its version and digest, so nobody could score the answers again")
	}
	if len(r.Scores) == 0 {
		f.Tell(&at, "scores", "record the result as it was given", "there is no score, not even one that is missing with a reason")
	}
	for i := range r.Scores {
		here := at.Item("scores", i)
		f.Text(&here, "id", r.Scores[i].ID, "give the id of the score")
		source(&f, &here, r.Scores[i].Source)
	}
	fault.Repeats(r.Scores, func(s *proms.Score) string { return s.ID }, func(i int) {
		here := at.Item("scores", i)
		f.Tell(&here, "id", "record each score once", "%.80q stands there twice, so nobody can tell which score is meant", r.Scores[i].ID)
	})
	for i := range r.Findings {
		here := at.Item("findings", i)
		source(&f, &here, r.Findings[i].Source)
	}
	if _, err := json.Marshal(s); err != nil { // infinities and the like, which a host could hand in
		f.Because(err, &at, "", "record the result as it was given", "it cannot be written as JSON (%v)", err)
	}
	serving(&f, s.For)
	return f.Err()
}

// Check says what is missing or cannot be.
func (a ActivationAssessed) Check() error {
	m := &a.Assessment
	var f fault.Faults
	at := fault.Field("assessment")
	if m.Measure == "" || m.Version == "" {
		f.Tell(&at, "measure", "give both", "it does not name the measure and its version, so nobody could find the level again")
	}
	if m.CutPoints == "" {
		f.Tell(&at, "cut_points", "name the set", "a level cannot be read without the set of cut points that gave it")
	}
	source(&f, &at, &m.Source)
	for i := range m.Quality.Flags {
		here := at.Item("quality.flags", i)
		source(&f, &here, m.Quality.Flags[i].Source)
	}
	if _, err := day.Parse(m.On); err != nil && m.On != "" {
		f.Tell(&at, "on", "write it like 2026-04-02", "%v", err)
	}
	serving(&f, a.For)
	return f.Err()
}

// source tells of a source that somebody is said to have read, and that is none.
func source(f *fault.Faults, at *fault.Place, c *schemas.Cite) {
	if c != nil && c.Ref == "" && c.Verified {
		f.Tell(at, "source", "give its id, or leave it out", "it counts as read, and names no source")
	}
}

// purposes are the kinds of thing that a score can be for.
var purposes = []RefKind{RefDecision, RefNeed, RefGoal, RefOutcome, RefAction, RefChoice, RefCommunity, RefSupport, RefLine}

// serving tells what is wrong with what a score is for, in itself.
func serving(f *fault.Faults, things []Ref) {
	seen := make(map[Ref]bool, len(things))
	for i, r := range things {
		threaded := r.Kind == RefSupport || r.Kind == RefLine
		here := fault.Item("for", i)
		switch {
		case !slices.Contains(purposes, r.Kind):
			fault.Word(f, &here, "kind", r.Kind, purposes)
		case r.ID == "":
			f.Tell(&here, "id", "name what is meant, or take the entry out", "it is empty")
		case threaded && r.In == "":
			f.Tell(&here, "in", "name the event that opened it", "%s has its id only in a thread", article(r.Kind.String()))
		case !threaded && r.In != "":
			f.Tell(&here, "in", "leave this out", "%s has its id in the whole record", article(r.Kind.String()))
		case seen[r]:
			f.Tell(&here, "", "name it once", "%s stands there twice", r)
		}
		seen[r] = true
	}
}
