package proms

import "github.com/whatmatters-care/whatmatters/schemas"

// ImportantChange is one published size of change that matters. There are several for most scores, since they differ
// by method, population and purpose: none of them is "the" number, and each keeps what its source says of it.
type ImportantChange struct {
	// Score is the id of the score.
	Score string `json:"score"`
	// Kind is what the size means: reliable (beyond the error of measurement: MDC, SDC, reliable change), within_person (what
	// one person notices), within_group (a mean change of one group), between_group (a difference between groups), or
	// important (noticed by people, where the source does not say which of these).
	Kind string `json:"kind"`
	// Direction is better, worse or either.
	Direction string `json:"direction"`
	// Value is the size of the change in points of the score, above 0. There is either Value or Percent.
	Value float64 `json:"value,omitempty"`
	// Percent is the size of the change in percent of the value before, above 0.
	Percent float64 `json:"percent,omitempty"`
	// Confidence is that of a reliable change in percent: 80, 90, 95 or 99; 0 where the source does not say.
	Confidence int `json:"confidence,omitempty"`
	// Method says how the size was found, and Population in whom.
	Method     string `json:"method,omitempty"`
	Population string `json:"population,omitempty"`
	// Baseline is the lowest and the highest value before for which the size was found, both included; nil for any.
	Baseline *[2]float64  `json:"baseline,omitempty"`
	Source   schemas.Cite `json:"source"`
}

// The kinds of important change.
const (
	kindReliable     = "reliable"
	kindWithinPerson = "within_person"
	kindWithinGroup  = "within_group"
	kindBetweenGroup = "between_group"
	kindImportant    = "important"
)

// The directions of important change.
const (
	changeBetter = "better"
	changeWorse  = "worse"
	changeEither = "either"
)

// aboutGroups reports whether the size says something about groups only, and nothing about any one person.
func (ch ImportantChange) aboutGroups() bool {
	return ch.Kind == kindWithinGroup || ch.Kind == kindBetweenGroup
}
