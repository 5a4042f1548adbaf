package activation

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Assessment is what one person's score comes to on one occasion. It encodes to stable JSON and decodes again to the
// same Assessment.
type Assessment struct {
	// Measure, Version and Digest name the definition that made it.
	Measure string `json:"measure"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	// On is the day of the answers as YYYY-MM-DD; empty where nobody said.
	On string `json:"on,omitempty"`
	// Questionnaire says where the score comes from; nil where a licensed tool made it.
	Questionnaire *Questionnaire `json:"questionnaire,omitempty"`
	// Table is the digest of the licensed tool's table, where the caller gave it.
	Table string `json:"table,omitempty"`
	// Score is the score, or the reason why there is none.
	Score rule.Value `json:"score"`
	// CutPoints is the id of the set that gave the level. A level cannot be read without it.
	CutPoints string `json:"cut_points"`
	// Level is the level; empty where there is no score, which is never the lowest level.
	Level Level `json:"level,omitzero"`
	// Basis is the ground on which the cut points stand: law, standard, guidance, evidence, convention or local.
	Basis string `json:"basis"`
	// Source is where the cut points can be read.
	Source schemas.Cite `json:"source"`
	// Quality says which patterns of answers deserve a second look.
	Quality Quality `json:"quality,omitzero"`
}

// Level is one level of a set of cut points.
type Level struct {
	// ID names the level in its set of cut points.
	ID string `json:"id"`
	// Label is the level in words; empty where the set has none.
	Label string `json:"label,omitempty"`
}

// Questionnaire says which questionnaire a score comes from, and what it was made of.
type Questionnaire struct {
	// ID, Version and Digest name the questionnaire, so that its answers can be scored again.
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	// Score is the id of the score in the questionnaire.
	Score string `json:"score"`
	// Answered and Expected count the items of the score; both are 0 where the score came without its answers.
	Answered int `json:"answered,omitempty"`
	Expected int `json:"expected,omitempty"`
	// Missing names the items without which there is no score: at most eight, in document order.
	Missing []string `json:"missing,omitempty"`
	// Imputed names the blank items that the questionnaire's missing rule filled.
	Imputed []string `json:"imputed,omitempty"`
}

// Quality says which patterns of answers were found. Flags never discard a score.
type Quality struct {
	// Flags are the patterns that were found, in the order of the definition.
	Flags []Flag `json:"flags,omitempty"`
	// NotJudged names patterns that the definition wants to be looked for and that could not be, for want of answers or of
	// the time they took. It does not mean that all is well.
	NotJudged []string `json:"not_judged,omitempty"`
	// Judged counts the patterns that were looked for.
	Judged int `json:"judged,omitempty"`
}

// Flag is a pattern of answers that deserves a second look.
type Flag struct {
	// ID names the pattern: all answers are the same (all_same), the score is the best there is (all_top), too many items are blank
	// (too_many_missing), or the answers took less time than reading does (too_fast).
	ID string `json:"id"`
	Ground
}

// Reason says why there is no level: rule.Present where there is one.
func (a Assessment) Reason() rule.Reason { return a.Score.Reason() }

// Flagged reports whether a pattern of that id was found.
func (a Assessment) Flagged(id string) bool {
	for _, f := range a.Quality.Flags {
		if f.ID == id {
			return true
		}
	}
	return false
}

// String gives the assessment in one line for logs and tests, not for people.
func (a Assessment) String() string {
	line := a.Measure + ": " + a.Score.String()
	if a.Level.ID == "" {
		return line + ", no level"
	}
	return line + ", " + a.Level.ID + " (" + a.CutPoints + ")"
}
