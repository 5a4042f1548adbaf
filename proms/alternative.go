package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Alternative is another way to score the same answers: the rules of an earlier guide, or of another country. What it does not
// change holds as it stands in the scores. In YAML
//
//	alternatives:
//	  - id: guide_1998
//	    until: "2012-07-31"
//	    source: guide_1998
//	    scores:
//	      pain: {missing: {at_least: 7, fill: drop}}
type Alternative struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	// Until is the last day, YYYY-MM-DD, of answers that are scored in this way; empty for one that is only used by name.
	Until  string        `json:"until,omitempty"`
	Source *schemas.Cite `json:"source,omitempty"`
	// Scores say what changes, by the id of the score.
	Scores map[string]Variant `json:"scores"`
	// Cases are worked examples of the scores that change.
	Cases []cases.Case `json:"cases,omitempty"`
}

// Variant is what an alternative changes of one score; what is left out stays.
type Variant struct {
	Missing  *Missing      `json:"missing,omitempty"`
	Round    *Rounding     `json:"round,omitempty"`
	BandedBy string        `json:"banded_by,omitempty"`
	Bands    []Band        `json:"bands,omitempty"`
	Source   *schemas.Cite `json:"source,omitempty"`
}

// Alternative gives the questionnaire as one of its alternatives scores it; "" gives the questionnaire as it stands. Results of it
// name the alternative. The error is ErrNoAlternative.
func (q *Questionnaire) Alternative(id string) (*Questionnaire, error) {
	if id == "" {
		return q.current, nil
	}
	for _, other := range q.current.alternatives {
		if other.alternative == id {
			return other, nil
		}
	}
	return nil, fmt.Errorf("proms: %s has no alternative %q: %w", q.ID(), id, ErrNoAlternative)
}

// AnsweredOn gives the questionnaire as it was scored on a day: the alternative with the earliest `until` that the day does not
// come after, or the questionnaire as it stands.
func (q *Questionnaire) AnsweredOn(date day.Day) *Questionnaire {
	on, found, until := date.String(), q.current, ""
	for i, a := range q.definition.Alternatives {
		if a.Until != "" && on <= a.Until && (until == "" || a.Until < until) {
			found, until = q.current.alternatives[i], a.Until
		}
	}
	return found
}

// Rules names the alternative by which this questionnaire scores; it is empty for the questionnaire as it stands.
func (q *Questionnaire) Rules() string { return q.alternative }

// varied gives the definition with the scores as an alternative has them.
func (d *Definition) varied(a *Alternative) *Definition {
	other := *d
	other.Scores = append([]ScoreDefinition(nil), d.Scores...)
	for i := range other.Scores {
		s := &other.Scores[i]
		v, ok := a.Scores[s.ID]
		if !ok {
			continue
		}
		if v.Missing != nil {
			s.Missing = v.Missing
		}
		if v.Round != nil {
			s.Round = v.Round
		}
		if v.BandedBy != "" {
			s.BandedBy = v.BandedBy
		}
		if v.Bands != nil {
			s.Bands = v.Bands
		}
		if s.Source = v.Source; s.Source == nil {
			s.Source = a.Source
		}
	}
	return &other
}
