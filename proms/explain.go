package proms

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Explanation says how one score or finding came about, in steps that a clinician can check by hand.
type Explanation struct {
	// ID is that of the score or the finding.
	ID string `json:"id"`
	// Steps are sentences and calculations in the order of the work; the last one is the result.
	Steps []string `json:"steps"`
}

// String gives the explanation as lines of text.
func (e Explanation) String() string {
	return e.ID + "\n  " + strings.Join(e.Steps, "\n  ")
}

// Explain says how every score and finding of Score came about, scores first, in the order of the definition.
func (q *Questionnaire) Explain(answers question.Answers) []Explanation {
	given, _ := q.ours(Given{Answers: answers})
	return q.explain(given)
}

// ExplainWith says how every score and finding of ScoreWith came about. The error is that of ScoreWith.
func (q *Questionnaire) ExplainWith(given Given) ([]Explanation, error) {
	given, err := q.ours(given)
	if err != nil {
		return nil, err
	}
	return q.explain(given), nil
}

func (q *Questionnaire) explain(given Given) []Explanation {
	s := q.evaluate(given)
	defer q.states.Put(s)
	all := make([]Explanation, 0, len(q.scores)+q.findings.Len())
	for _, sc := range q.scores {
		all = append(all, Explanation{ID: sc.definition.ID, Steps: sc.explain(s, given.Previous.day())})
	}
	for i, f := range q.findings.Findings(s) {
		f.Imputed = q.imputed(i, s.Frame())
		all = append(all, Explanation{ID: f.ID, Steps: q.explainFinding(i, f, s)})
	}
	return all
}

// explainOutput says how an output of the model came about, for cases that fail. It is a cases.Explainer.
func (q *Questionnaire) explainOutput(s *rule.State, output string) []string {
	for _, sc := range q.scores {
		if id := sc.definition.ID; output == id || output == id+".exact" || output == id+".band" || output == id+".se" {
			return sc.explain(s, "an earlier day")
		}
	}
	for i, f := range q.findings.Findings(s) {
		if f.ID == output {
			return q.explainFinding(i, f, s)
		}
	}
	return nil
}

// reasonWords says for people why something is missing.
var reasonWords = map[rule.Reason]string{
	rule.Blank:       "it was left blank",
	rule.Declined:    "it was declined",
	rule.NotAsked:    "it was not asked",
	rule.NotSupplied: "nobody supplied it",
	rule.TooFew:      "too few items were answered",
	rule.KeyItem:     "an item that it cannot do without was not answered",
	rule.Undefined:   "the calculation has no result",
	rule.Invalid:     "the answer cannot be right",
	rule.Internal:    "the definition has a fault",
}
