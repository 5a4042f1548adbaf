package outcome

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Kind is the kind of document that this package reads.
const Kind = "outcome-set"

// Definition is an outcome set as its author wrote it. It is a plain value: a host may also build one in code and make it
// ready with Compile.
type Definition struct {
	schemas.Header
	// Measures are the scores that the outcomes stand on.
	Measures []Measure `json:"measures"`
	// Needs lists readings, such as phq.last, without which no outcome is judged.
	Needs []string `json:"needs,omitempty"`
	// Start are criteria over the first readings alone, such as whether somebody was a case.
	Start []policy.Criterion `json:"start,omitempty"`
	// Outcomes are criteria over first, last and change, in the order in which they are reported.
	Outcomes []policy.Criterion `json:"outcomes"`
	// Cases are worked examples that Check runs: given are the readings, expected are start and outcomes.
	Cases []cases.Case `json:"cases,omitempty"`
}

// Measure is one score of a questionnaire, measured at the start and at the end.
type Measure struct {
	// ID names the measure in rules: snake_case, unique in the set.
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	// Score is the name under uses, a dot, and the id of a score of that questionnaire.
	Score string `json:"score"`
}
