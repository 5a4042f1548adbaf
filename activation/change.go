package activation

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Change is what became of one person between two assessments. It encodes to stable JSON and decodes again to the same
// Change.
type Change struct {
	Measure string `json:"measure"`
	// CutPoints is the id of the set that gave both levels; empty where they came from different sets.
	CutPoints string `json:"cut_points,omitempty"`
	// From and To are the two assessments in short.
	From Reading `json:"from"`
	To   Reading `json:"to"`
	// Refused says why the two cannot be compared; empty where they can. Nothing below is known then.
	Refused Refusal `json:"refused,omitempty"`
	// Delta is the later score less the earlier one, in points, or the reason why it is not known.
	Delta rule.Value `json:"delta"`
	// Course says which way the score went; empty where that is not known.
	Course Course `json:"course,omitempty"`
	// LevelsGained is how many levels better the later one is: negative for worse.
	LevelsGained int `json:"levels_gained,omitempty"`
	// Important says of each published size of change whether it was reached, in the order of the definition.
	Important []Threshold `json:"important,omitempty"`
	// Cautions are what to bear in mind when reading the change.
	Cautions []Caution `json:"cautions,omitempty"`
}

// Reading is an assessment in short.
type Reading struct {
	On    string     `json:"on,omitempty"`
	Score rule.Value `json:"score"`
	Level Level      `json:"level,omitzero"`
}

// Threshold is one published size of change with what became of it.
type Threshold struct {
	ID        string  `json:"id"`
	Label     string  `json:"label,omitempty"`
	Direction string  `json:"direction"`
	Value     float64 `json:"value"`
	// State is met where the change is at least that large in that direction. It is unknown where a score or a needed day
	// is missing, and not applicable where the size was not published for such a change: after too long a time, or
	// for a fall that leaves the person at the top level.
	State  policy.State `json:"state"`
	Basis  string       `json:"basis"`
	Source schemas.Cite `json:"source"`
}

// Threshold gives a size of change by its id.
func (c Change) Threshold(id string) (Threshold, bool) {
	for _, t := range c.Important {
		if t.ID == id {
			return t, true
		}
	}
	return Threshold{}, false
}

// Refusal says why two assessments cannot be compared.
type Refusal string

const (
	// OtherMeasure: one of them is of another measure than this one.
	OtherMeasure Refusal = "other_measure"
	// OtherVersion: one of them is of another major version, in which results can differ.
	OtherVersion Refusal = "other_version"
	// OtherQuestionnaire: the scores come from different questionnaires, scores or major versions.
	OtherQuestionnaire Refusal = "other_questionnaire"
	// OtherCutPoints: the levels come from different sets of cut points, or from one that this measure does not have.
	OtherCutPoints Refusal = "other_cut_points"
	// OtherTable: the scores were made with different tables.
	OtherTable Refusal = "other_table"
	// LevelDiffers: one of them has a level that its score does not come to, so one of the two is wrong.
	LevelDiffers Refusal = "level_differs"
	// OutOfOrder: the earlier assessment is dated after the later one.
	OutOfOrder Refusal = "out_of_order"
)

// Course says which way a score went, in the sense of what is better for the person. It says nothing about whether the
// change matters.
type Course string

const (
	// CourseBetter: the later score is better.
	CourseBetter Course = "better"
	// CourseWorse: the later score is worse.
	CourseWorse Course = "worse"
	// CourseSame: the scores are equal.
	CourseSame Course = "same"
	// CourseStillTop: the later score is worse than the earlier one, and the person is at the top level all the same.
	CourseStillTop Course = "still_top"
)

// Caution is something to bear in mind when reading a change.
type Caution string

const (
	// QualityFlagged: a pattern of answers was flagged in one of the assessments.
	QualityFlagged Caution = "quality_flagged"
	// BlanksFilled: one of the scores was worked out over blanks.
	BlanksFilled Caution = "blanks_filled"
	// TableNotKnown: only one of the assessments says with which table its score was made.
	TableNotKnown Caution = "table_not_known"
	// FromTheTop: the person started at the top level, from which a score can hardly go anywhere but down.
	FromTheTop Caution = "from_the_top"
)
