package proms

import (
	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Kind is the kind of document that this package reads.
const Kind = "questionnaire"

// Definition is a questionnaire as its author wrote it. It is a plain value: a host may also build one in code and make it
// ready with Compile.
type Definition struct {
	schemas.Header
	// Recall is the period that the questions are about, as the form says it.
	Recall string `json:"recall,omitempty"`
	// Stem is the sentence that stands above the items and that each of them completes; empty where there is none, or where
	// its words may not be shipped.
	Stem string `json:"stem,omitempty"`
	// Answers are the answer sets that items name.
	Answers map[string]question.AnswerSet `json:"answers,omitempty"`
	// Items are the questions, in the order in which they are asked.
	Items []Item `json:"items"`
	// Sections divide the items where the form is shown; empty for a form without headings.
	Sections []Section `json:"sections,omitempty"`
	// TwoMarks and BetweenMarks are the instrument's rules for marks on paper that do not single out one answer.
	TwoMarks     question.TwoMarks `json:"two_marks,omitzero"`
	BetweenMarks string            `json:"between_marks,omitempty"`
	// Groups name lists of items for scores and rules.
	Groups map[string][]string `json:"groups,omitempty"`
	// Tables are look-up tables for rules, by name.
	Tables map[string]question.Table `json:"tables,omitempty"`
	// Weights give each answer of each item a coefficient, joined by item id, by name of the set.
	Weights map[string]question.Weights `json:"weights,omitempty"`
	// Banks are calibrated items, by name of the bank.
	Banks map[string]Bank `json:"banks,omitempty"`
	// Norms say how scores are distributed among people, by name.
	Norms map[string]Norms `json:"norms,omitempty"`
	// Scores are worked out in the order of what they read, and reported in this order.
	Scores []ScoreDefinition `json:"scores,omitempty"`
	// Alternatives are other ways to score that hold or held for the same items, by name and by date.
	Alternatives []Alternative `json:"alternatives,omitempty"`
	// ImportantChanges say how large a change of a score has to be to matter, and to whom.
	ImportantChanges []ImportantChange `json:"important_changes,omitempty"`
	// Findings are caseness and alerts.
	Findings []policy.Criterion `json:"findings,omitempty"`
	// Cases are worked examples that Check runs.
	Cases []cases.Case `json:"cases,omitempty"`
}

// Item is one question of a questionnaire.
type Item struct {
	question.Question
	// AskWhen is the condition under which the item is asked; unknown means asked. An item that was rightly not asked is
	// not missing, and an answer to it is reported and not scored.
	AskWhen string `json:"ask_when,omitempty"`
	// WhenNotAsked is the value of an item that was rightly not asked, where the instrument says one.
	WhenNotAsked *float64 `json:"when_not_asked,omitempty"`
}

// ScoreDefinition is one score of a questionnaire, in the order of work that RULES fixes: which items, how many must be
// answered, how blanks are filled, the rule, rounding, range, bands.
type ScoreDefinition struct {
	// ID names the score; ID.exact is its value before rounding and ID.band the id of its band.
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	// Of is the list that the rule calls `of`: the name of a group, or item and score ids.
	Of Members `json:"of,omitzero"`
	// Reversed lists the items of Of that are turned round (lowest for highest) for this score.
	Reversed []string `json:"reversed,omitempty"`
	// Missing says what is done about blanks; required wherever there is Of.
	Missing *Missing `json:"missing,omitempty"`
	// Rule gives the value before rounding.
	Rule string `json:"rule,omitempty"`
	// Bank and Method estimate the value from the answers instead: the name of an item bank, and eap, map, ml, wle or eap_sum.
	Bank   string     `json:"bank,omitempty"`
	Method irt.Method `json:"method,omitempty"`
	// Norm holds another score against people of the same age and sex instead.
	Norm *AgainstNorms `json:"norm,omitempty"`
	// SE is the standard error of the score, as a number or a rule; empty where the source gives none.
	SE Formula `json:"se,omitempty"`
	// Round says how the value is rounded; nil leaves it exact.
	Round *Rounding `json:"round,omitempty"`
	// Range is the lowest and highest value that can be right. A value outside it is a fault, never clamped.
	Range [2]float64 `json:"range"`
	// Better says which way is better for the person: lower or higher; empty where neither is.
	Better string `json:"better,omitempty"`
	LOINC  string `json:"loinc,omitempty"`
	// Bands divide the range, from the lowest up.
	Bands []Band `json:"bands,omitempty"`
	// BandedBy says which value falls into a band: rounded, which is also meant where it is empty, or exact.
	BandedBy string        `json:"banded_by,omitempty"`
	Source   *schemas.Cite `json:"source,omitempty"`
}

// Band is a stretch of a score with a name. It goes from its start up to the next band's start.
type Band struct {
	ID    string  `json:"id"`
	From  float64 `json:"from"`
	Label string  `json:"label,omitempty"`
}
