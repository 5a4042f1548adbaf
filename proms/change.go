package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Change is what became of one person between two results of a questionnaire. It encodes to stable JSON and decodes again to
// the same Change.
type Change struct {
	// Questionnaire, Version and Digest name the definition that compared.
	Questionnaire string `json:"questionnaire"`
	Version       string `json:"version"`
	Digest        string `json:"digest"`
	// Refused says why the two cannot be compared; empty where they can. No value below is known then.
	Refused Refusal `json:"refused,omitempty"`
	// Cautions are what to bear in mind when reading the change.
	Cautions []Caution `json:"cautions,omitempty"`
	// Scores are in the order of the definition.
	Scores []ScoreChange `json:"scores"`
}

// Score gives the change of a score by its id.
func (c Change) Score(id string) (ScoreChange, bool) {
	for _, s := range c.Scores {
		if s.ID == id {
			return s, true
		}
	}
	return ScoreChange{}, false
}

// ScoreChange is the change of one score.
type ScoreChange struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	// Before and After are the two values, or why there is none.
	Before rule.Value `json:"before"`
	After  rule.Value `json:"after"`
	// Delta is After - Before in points, or the reason why it is not known.
	Delta rule.Value `json:"delta"`
	// Percent is Delta in percent of Before. It is undefined where Before is not above 0.
	Percent rule.Value `json:"percent"`
	// Better says which way is better for the person, and Course which way the score went; both are empty where that is not known.
	Better string `json:"better,omitempty"`
	Course Course `json:"course,omitempty"`
	// Imputed tells that one of the two values was worked out over blanks.
	Imputed bool `json:"imputed,omitempty"`
	// Important says of each published size of change whether it was reached, in the order of the definition.
	Important []Reached `json:"important,omitempty"`
}

// Reached is one published size of change with what became of it.
type Reached struct {
	ImportantChange
	// State is met where the change is at least that large in that direction. It is unknown where a value is missing, and not
	// applicable where the size was published for other values before, or for groups and not for one person.
	State policy.State `json:"state"`
	// Reason says why the state is unknown.
	Reason rule.Reason `json:"reason,omitempty"`
}

// Refusal says why two results cannot be compared.
type Refusal string

// The refusals.
const (
	// OtherQuestionnaire: a result is of another questionnaire.
	OtherQuestionnaire Refusal = "other_questionnaire"
	// OtherVersion: a result is of another major version, in which results can differ.
	OtherVersion Refusal = "other_version"
)

// Caution is something to bear in mind when reading a change.
type Caution string

// The cautions.
const (
	// OtherDefinition: the results were not made by this very definition, although by one of the same major version.
	OtherDefinition Caution = "other_definition"
	// OtherRules: the results were scored by different alternatives of the questionnaire.
	OtherRules Caution = "other_rules"
	// BlanksFilled: one of the values was worked out over blanks.
	BlanksFilled Caution = "blanks_filled"
)

// Course says which way a score went, in the sense of what is better for the person. It says nothing about whether the change
// matters.
type Course string

// The courses.
const (
	CourseBetter Course = "better"
	CourseWorse  Course = "worse"
	CourseSame   Course = "same"
)
