package decisionaid

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid/values"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// ErrReady is returned for an answer to a question about readiness that there is not.
var ErrReady = errors.New("no such question about readiness")

// Deciding is what is known of how a person came to a decision.
type Deciding struct {
	// Knowledge are the answers to the knowledge items, as for Aid.Knowledge.
	Knowledge map[string]string `json:"knowledge,omitempty"`
	// Mattering is what the person said matters; the zero Mattering where they were not asked.
	Mattering Mattering `json:"mattering,omitzero"`
	// Chosen is the id of the option that they chose; empty where they have not yet.
	Chosen string `json:"chosen,omitempty"`
	// Ready are the answers to ReadyQuestions by id: true for yes, false for no or not sure. A question that is not here was not
	// answered.
	Ready question.Told[string, bool] `json:"ready,omitempty"`
	// Weighing says what counts as too near to tell apart.
	Weighing Weighing `json:"-"`
}

// Quality says how good a decision is by how it was made, and never by which option was chosen: whether the person knew what it
// rests on, whether it agrees with what they said matters, and whether they say that they are ready. There is no total.
type Quality struct {
	Knowledge   Knowledge   `json:"knowledge"`
	Concordance Concordance `json:"concordance"`
	Readiness   Readiness   `json:"readiness"`
}

// Concordance says whether the option that was chosen is among those that are closest to what the person said matters. A
// person may have reasons that no aid asks about: not met is a reason to talk, and not a fault.
type Concordance struct {
	// State is met, not_met or unknown.
	State  policy.State `json:"state"`
	Chosen string       `json:"chosen,omitempty"`
	// Standing is where the options stand; the zero Standing where the person was not asked.
	Standing values.Standing `json:"standing"`
}

// Readiness says whether the person feels ready to decide.
type Readiness struct {
	// State is met where all questions were answered with yes, not_met where one was answered with no, else unknown.
	State policy.State `json:"state"`
	// Needs are the ids of the questions answered with no: where help is needed.
	Needs []string `json:"needs,omitempty"`
	// Open are the ids of the questions without an answer.
	Open []string `json:"open,omitempty"`
}

// ReadyQuestions are this library's own questions about readiness. They are no validated measure; for one, use its
// questionnaire.
func ReadyQuestions() []Prompt {
	return []Prompt{
		{ID: "know_enough", Ask: "Do I know enough about each option, and about doing nothing?"},
		{ID: "know_myself", Ask: "Do I know what matters most to me?"},
		{ID: "have_help", Ask: "Do I have the help that I want to decide, and no pressure?"},
		{ID: "can_decide", Ask: "Do I feel ready to decide now?"},
	}
}

// Quality says how a decision was made. The error joins those of Aid.Knowledge and Values, ErrNoEstimate for a chosen option
// that the aid does not have, and ErrReady; what is right is judged all the same.
func (p Personal) Quality(d Deciding) (Quality, error) {
	if p.aid == nil {
		return Quality{}, fmt.Errorf("decisionaid: no aid was personalised: %w", ErrNoEstimate)
	}
	var q Quality
	var faults [3]error
	q.Knowledge, faults[0] = p.aid.Knowledge(d.Knowledge)
	q.Concordance, faults[1] = p.concordance(d)
	q.Readiness, faults[2] = readiness(d.Ready)
	return q, errors.Join(faults[:]...)
}

func (p Personal) concordance(d Deciding) (Concordance, error) {
	c := Concordance{State: policy.Unknown, Chosen: d.Chosen}
	if d.Chosen != "" {
		if _, _, err := p.aid.places(d.Chosen); err != nil {
			return Concordance{State: policy.Unknown}, err
		}
	}
	if d.Mattering.Method == "" {
		return c, nil
	}
	weighed, err := p.Values(d.Mattering, d.Weighing)
	if err != nil {
		return c, err
	}
	c.Standing = weighed.Standing
	in := func(ids []string) bool { return slices.Contains(ids, d.Chosen) }
	switch {
	case d.Chosen == "":
	case in(c.Standing.Closest) || in(c.Standing.Near) && len(c.Standing.Closest) > 0:
		c.State = policy.Met
	case in(c.Standing.Undecided) || in(c.Standing.Near):
	default:
		c.State = policy.NotMet
	}
	return c, nil
}

func readiness(answers question.Told[string, bool]) (Readiness, error) {
	r := Readiness{State: policy.Met}
	questions := ReadyQuestions()
	var faults []error
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		if !slices.ContainsFunc(questions, func(q Prompt) bool { return q.ID == id }) {
			faults = append(faults, fmt.Errorf("decisionaid: %q is no question about readiness: %w", id, ErrReady))
		}
	}
	for _, q := range questions {
		switch yes, answered := answers[q.ID]; {
		case !answered:
			r.Open = append(r.Open, q.ID)
		case !yes:
			r.Needs = append(r.Needs, q.ID)
		}
	}
	switch {
	case len(r.Needs) > 0:
		r.State = policy.NotMet
	case len(r.Open) > 0:
		r.State = policy.Unknown
	}
	return r, errors.Join(faults...)
}
