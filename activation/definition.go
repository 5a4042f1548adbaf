package activation

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Kind is the kind of document that this package reads.
const Kind = "activation-measure"

// Definition is an activation measure as its author wrote it. It is a plain value: a host may also build one in code and
// make it ready with Compile.
type Definition struct {
	schemas.Header
	// Score names the score of a questionnaire that the levels stand on, as name.score: the name under uses, and the id of
	// the score there. A measure has either Score or Supplied.
	Score string `json:"score,omitempty"`
	// Supplied describes a score that a licensed tool already made and the caller brings.
	Supplied *Supplied `json:"supplied,omitempty"`
	// DefaultCutPoints is the id of the set that is used where nobody asks for another.
	DefaultCutPoints string `json:"default_cut_points"`
	// CutPoints are the sets of cut points, each of which divides the whole range of the score.
	CutPoints []CutPoints `json:"cut_points"`
	// ImportantChanges say how large a change has to be to matter. There are several for most scores, and none of them is
	// "the" number.
	ImportantChanges []ImportantChange `json:"important_changes,omitempty"`
	// Quality says which patterns of answers deserve a second look.
	Quality *QualityChecks `json:"quality,omitempty"`
	// Cases are worked examples that Check runs: given is the score, expected are level and the level of each set.
	Cases []cases.Case `json:"cases,omitempty"`
}

// Supplied is a score that a licensed tool made. Neither its items nor its table are here.
type Supplied struct {
	// Number says which scores there are: their range, and the step where the tool rounds.
	question.Number
	// Better says which way is better for the person: higher or lower.
	Better string `json:"better"`
}

// CutPoints is one set of levels over the whole range of the score.
type CutPoints struct {
	// ID names the set in results: snake_case, unique in the measure.
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	// Levels are in rising order of the score.
	Levels []LevelDefinition `json:"levels"`
	// Basis says what kind of ground the set has: law, standard, guidance, evidence, convention or local.
	Basis  string       `json:"basis"`
	Source schemas.Cite `json:"source"`
}

// LevelDefinition is a stretch of the score with a name. It goes from its start up to the next level's start.
type LevelDefinition struct {
	ID    string  `json:"id"`
	From  float64 `json:"from"`
	Label string  `json:"label,omitempty"`
}

// ImportantChange is one published size of change that matters.
type ImportantChange struct {
	// ID names it in results: snake_case, unique in the measure.
	ID    string `json:"id"`
	Label string `json:"label,omitempty"`
	// Direction is better, worse or either.
	Direction string `json:"direction"`
	// Value is the size of the change in points of the score, always positive.
	Value float64 `json:"value"`
	// WithinMonths is the longest time between the two assessments for which the size was published; 0 where nobody said.
	WithinMonths int `json:"within_months,omitempty"`
	// Basis says what kind of ground the size has: law, standard, guidance, evidence, convention or local.
	Basis  string       `json:"basis"`
	Source schemas.Cite `json:"source"`
}

// QualityChecks says which patterns of answers are flagged. A flag is something to talk about: it never discards a score. All
// but AllTop need the answers, so a supplied score can have only that one.
type QualityChecks struct {
	// AllSame flags the same answer to every item that was answered.
	AllSame *AllSame `json:"all_same,omitempty"`
	// AllTop flags the best score there is.
	AllTop *AllTop `json:"all_top,omitempty"`
	// TooManyMissing flags many blanks, also where the score may still be worked out.
	TooManyMissing *TooManyMissing `json:"too_many_missing,omitempty"`
	// TooFast flags answers given faster than the items can be read, where the caller says how long it took.
	TooFast *TooFast `json:"too_fast,omitempty"`
}

// Ground is why a pattern of answers is flagged, and on what basis.
type Ground struct {
	// Because says it in words that the person may read.
	Because string `json:"because,omitempty"`
	// Basis is what kind of ground it has: law, standard, guidance, evidence, convention or local.
	Basis string `json:"basis"`
	// Source is where the ground can be read; nil where no source says so.
	Source *schemas.Cite `json:"source,omitempty"`
}

// AllSame is met where at least so many items were answered, and all of them with the same answer.
type AllSame struct {
	// AtLeast is the number of answers from which on sameness means something: 2 or more.
	AtLeast int `json:"at_least"`
	Ground
}

// AllTop is met by the best score of the range.
type AllTop struct {
	Ground
}

// TooManyMissing is met where more items than that are blank, of those that should have been answered.
type TooManyMissing struct {
	// MoreThan is a number of items from 0.
	MoreThan int `json:"more_than"`
	Ground
}

// TooFast is met where an answer took less time than that on average.
type TooFast struct {
	// SecondsPerItem is a time above 0.
	SecondsPerItem float64 `json:"seconds_per_item"`
	Ground
}
