package proms

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Result is what one person's answers come to. It encodes to stable JSON and decodes again to the same Result.
type Result struct {
	// Questionnaire, Version and Digest name the definition that made the result.
	Questionnaire string `json:"questionnaire"`
	Version       string `json:"version"`
	Digest        string `json:"digest"`
	// Rules names the alternative by which the answers were scored; empty where it was the questionnaire as it stands.
	Rules string `json:"rules,omitempty"`
	// Scores are all scores of the questionnaire, in its order, those without a value too.
	Scores []Score `json:"scores"`
	// Findings are caseness and alerts, in the order of the definition. An alert has no "all clear".
	Findings []policy.Finding `json:"findings,omitempty"`
	// Ignored lists items that were answered although they were rightly not asked; those answers are not scored.
	Ignored []string `json:"ignored,omitempty"`
	// Invalid lists items whose answers cannot be right; those answers are not scored.
	Invalid []string `json:"invalid,omitempty"`
	// Unknown lists answers to items that the questionnaire does not have, at most 100; they are not scored.
	Unknown []string `json:"unknown,omitempty"`
	// Unnamed lists items of which the person names what they rate, and that were rated without a name: nobody can tell later
	// what the number is about.
	Unnamed []string `json:"unnamed,omitempty"`
	// Marked tells of marks on paper that did not single out one answer, and what came of them.
	Marked []question.Marked `json:"marked,omitempty"`
}

// Score is one score: a value, or the reason why there is none.
type Score struct {
	// ID names the score in the questionnaire.
	ID string `json:"id"`
	// Title says in words what it measures; empty where the questionnaire does not.
	Title string `json:"title,omitempty"`
	// Value is the score after rounding.
	Value rule.Value `json:"value"`
	// Exact is the score before rounding.
	Exact rule.Value `json:"exact"`
	// SE is the standard error of the value, in the units of the score; left out where the definition does not say how precise it is.
	SE rule.Value `json:"se,omitzero"`
	// Theta is the estimate on the scale of the item bank, for scores over one; left out for others.
	Theta rule.Value `json:"theta,omitzero"`
	// Missing names the items without which there is no value: at most eight, in document order.
	Missing []string `json:"missing,omitempty"`
	// Answered and Expected count the items of the score's list; items that were rightly not asked are in neither.
	Answered int `json:"answered"`
	Expected int `json:"expected"`
	// Imputed names the blank items that the missing rule filled, its own or that of a score that it is made of.
	Imputed []string `json:"imputed,omitempty"`
	// Carried says which of the imputed items count with their answers of an earlier visit; nil where none does.
	Carried *Carried `json:"carried,omitempty"`
	// Band is the id of the band that the score falls into; empty where there is no value or no bands.
	Band string `json:"band,omitempty"`
	// BandLabel is the band in words.
	BandLabel string `json:"band_label,omitempty"`
	// Range is the lowest and the highest value that can be right.
	Range [2]float64 `json:"range"`
	// Better says which way is better for the person: lower or higher; empty where neither is.
	Better string `json:"better,omitempty"`
	// MissingBasis says on what ground the missing rule stands, where it filled something.
	MissingBasis string `json:"missing_basis,omitempty"`
	// Source is where the scoring can be read; nil where the definition names none.
	Source *schemas.Cite `json:"source,omitempty"`
}

// UnmarshalJSON reads a score as fault.Decode does, and refuses one without its counts or its range: they would be taken for 0.
func (s *Score) UnmarshalJSON(src []byte) error {
	type plain Score
	return fault.DecodeNeeding(src, (*plain)(s), "answered", "expected", "range")
}

// Carried names answers of an earlier visit that stand for blanks.
type Carried struct {
	// Items are the ids of those that were blank at this visit.
	Items []string `json:"items"`
	// On is the day of the earlier visit, YYYY-MM-DD.
	On string `json:"on"`
}

// Score gives a score of the result by its id.
func (r Result) Score(id string) (Score, bool) {
	for _, s := range r.Scores {
		if s.ID == id {
			return s, true
		}
	}
	return Score{}, false
}

// Finding gives a finding of the result by its id.
func (r Result) Finding(id string) (policy.Finding, bool) {
	for _, f := range r.Findings {
		if f.ID == id {
			return f, true
		}
	}
	return policy.Finding{}, false
}

// Alerts gives the alerts that are met or unknown: an alert that could not be decided wants a look too.
func (r Result) Alerts() []policy.Finding {
	var open []policy.Finding
	for _, f := range r.Findings {
		if f.Alert && (f.State == policy.Met || f.State == policy.Unknown) {
			open = append(open, f)
		}
	}
	return open
}
