package outcome

import (
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Outcome is what became of one person. It encodes to stable JSON and decodes again to the same Outcome.
type Outcome struct {
	// Set, Version and Digest name the definition that made the outcome.
	Set     string `json:"outcome_set"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	// Measures are what the findings stand on, in the order of the definition.
	Measures []Reading `json:"measures"`
	// Start are the findings over the first readings, and Outcomes those over the course, in the order of the definition.
	Start    []policy.Finding `json:"start,omitempty"`
	Outcomes []policy.Finding `json:"outcomes"`
}

// Finding gives a finding of the start or an outcome by its id.
func (o Outcome) Finding(id string) (policy.Finding, bool) {
	for _, list := range [][]policy.Finding{o.Start, o.Outcomes} {
		for _, f := range list {
			if f.ID == id {
				return f, true
			}
		}
	}
	return policy.Finding{}, false
}

// Reading is one measure at the start and at the end.
type Reading struct {
	// Measure is the id of the measure, and Score that of the questionnaire's score.
	Measure       string `json:"measure"`
	Title         string `json:"title,omitempty"`
	Questionnaire string `json:"questionnaire"`
	Score         string `json:"score"`
	// First and Last are the values, or why there is none. Change is Last - First in points.
	First  rule.Value `json:"first"`
	Last   rule.Value `json:"last"`
	Change rule.Value `json:"change"`
	// FirstRefused and LastRefused say why a result that was handed in is not used.
	FirstRefused Refusal `json:"first_refused,omitempty"`
	LastRefused  Refusal `json:"last_refused,omitempty"`
	// FirstImputed and LastImputed tell that a value was worked out over blanks.
	FirstImputed bool `json:"first_imputed,omitempty"`
	LastImputed  bool `json:"last_imputed,omitempty"`
}

// Refusal says why a result is not used.
type Refusal string

// The refusals. Results of questionnaires that no measure stands on are left out without a word.
const (
	// OtherVersion: the result is of another major version of the questionnaire, in which results can differ.
	OtherVersion = Refusal(proms.OtherVersion)
	// TwoResults: there are two results of the questionnaire at the same end, and nobody said which of them counts.
	TwoResults Refusal = "two_results"
)
