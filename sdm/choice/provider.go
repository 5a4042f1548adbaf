package choice

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Provider is one place where a person could be treated, with what is known of it. It is a plain value. What is left out is not known, and
// never "no".
type Provider struct {
	// ID is the service's own id of the provider, different for each.
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
	// WaitWeeks is how many weeks people wait there, from 0.
	WaitWeeks rule.Value `json:"wait_weeks,omitzero"`
	// DistanceMiles is how far it is from where the person would come from, from 0.
	DistanceMiles rule.Value `json:"distance_miles,omitzero"`
	// Quality are published ratings by measure, in the words of who published them: {"cqc": "good"}.
	Quality map[string]string `json:"quality,omitempty"`
	// Has says what the provider has and has not: access needs that it meets, such as step_free or bsl_interpreter, and whatever else
	// matters to people, such as evening_clinics.
	Has question.Told[string, bool] `json:"has,omitempty"`
	// ContractFrom is the day from which its contract was signed and in effect.
	ContractFrom day.Day `json:"contract_from,omitzero"`
	// Facts answer the questions of the document about providers by their ids, in the forms of question.Sheet.Of.
	Facts map[string]any `json:"facts,omitempty"`
}

// answers puts what is known of the provider into answers of the document about providers. waits is how many weeks the person would
// still wait where they are.
func (p Provider) answers(form sheetForm, r Referral, waits rule.Value) (question.Answers, error) {
	answers, _, err := form.fill(p.Facts, func(q *asked) any {
		switch q.id {
		case "contract_before_referral":
			if p.ContractFrom.IsZero() || r.Made.IsZero() {
				return nil
			}
			return p.ContractFrom.Before(r.Made)
		case "sooner":
			here, known := waits.Number()
			there, also := p.WaitWeeks.Number()
			if !known || !also {
				return nil
			}
			return there < here
		default:
			return nil
		}
	})
	return answers, err
}
