package person

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Facts are what is known of one person on a day: for every fact of the vocabulary a value, or the reason why there is
// none, and where it comes from. Facts are immutable and safe for concurrent use. The zero Facts know nothing of anybody.
type Facts struct {
	vocabulary *Vocabulary
	answers    question.Answers
	asOf       day.Day
}

// Parse reads facts from JSON, in the forms of question.Sheet.Parse: {"age": 76, "sex": {"value": "female", "from": "GP
// record", "on": "2026-10-01"}}. asOf is the day on which they are used. The error is a diag.List that names every
// bad fact; the good ones are kept.
func (v *Vocabulary) Parse(src []byte, asOf day.Day) (Facts, error) {
	answers, err := v.sheet.Parse(src)
	return Facts{vocabulary: v, answers: answers, asOf: asOf}, err
}

// Of makes facts from plain Go values, in the forms of question.Sheet.Of.
func (v *Vocabulary) Of(values map[string]any, asOf day.Day) (Facts, error) {
	answers, err := v.sheet.Of(values)
	return Facts{vocabulary: v, answers: answers, asOf: asOf}, err
}

// Vocabulary gives the questions that these facts answer, or nil for the zero Facts.
func (f Facts) Vocabulary() *Vocabulary { return f.vocabulary }

// AsOf is the day on which the facts are used.
func (f Facts) AsOf() day.Day { return f.asOf }

// Answers gives the facts as answers to the vocabulary's questions.
func (f Facts) Answers() question.Answers { return f.answers }

// Value gives a fact as rules see it, or the reason why there is none.
func (f Facts) Value(id string) (float64, rule.Reason) { return f.answers.Value(id) }

// Provenance gives where a fact comes from, and whether anybody said.
func (f Facts) Provenance(id string) (question.Provenance, bool) { return f.answers.Provenance(id) }

// With gives the same facts with one changed, as a what-if. The error is question.ErrNoSheet for the zero Facts, or a
// diag.List; the fact is then missing with the reason invalid, or, where the id is unknown, nothing changes.
func (f Facts) With(id string, value any) (Facts, error) {
	answers, err := f.answers.With(id, value)
	return Facts{vocabulary: f.vocabulary, answers: answers, asOf: f.asOf}, err
}

// Fill puts the facts into a frame, at the inputs whose names start with the prefix; other inputs are left as they are. Facts
// and inputs are joined by name, and answers by their id, so a document may use another version of the vocabulary than the
// facts. An input that the vocabulary does not know, or in another unit, is not supplied; an answer that the input cannot
// take is invalid. A frame that is too short gets the facts that fit.
func (f Facts) Fill(frame []float64, inputs []rule.Input, prefix string) {
	for i, in := range inputs[:min(len(inputs), len(frame))] {
		if id, ours := strings.CutPrefix(in.Name, prefix); ours {
			frame[i] = f.slot(id, in.Type)
		}
	}
}

// slot gives a fact as a value of another type.
func (f Facts) slot(id string, t rule.Type) float64 {
	if f.vocabulary == nil {
		return rule.NA(rule.NotSupplied)
	}
	place, known := f.vocabulary.sheet.Place(id)
	if !known {
		return rule.NA(rule.NotSupplied)
	}
	own := f.vocabulary.sheet.Type(place)
	if own.Kind != t.Kind || own.Unit != t.Unit {
		return rule.NA(rule.NotSupplied)
	}
	v, reason := f.answers.At(place)
	switch {
	case reason != rule.Present:
		return rule.NA(reason)
	case own.Lo == t.Lo && own.Hi == t.Hi && own.Step == t.Step && slices.Equal(own.Options, t.Options):
		return v // the usual case: both read one document, or two versions that ask the same
	}
	v, err := t.Parse(own.Plain(v))
	if err != nil {
		return rule.NA(rule.Invalid)
	}
	return v
}

// MarshalJSON gives the facts in the form that Parse reads.
func (f Facts) MarshalJSON() ([]byte, error) {
	if f.vocabulary == nil {
		return []byte("{}"), nil
	}
	return f.answers.MarshalJSON()
}
