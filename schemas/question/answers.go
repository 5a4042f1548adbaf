package question

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Answers are one person's answers to a Sheet: for every question a value, or the reason why there is none. Answers are
// immutable and safe for concurrent use; the zero value belongs to no sheet and has no answers.
type Answers struct {
	sheet  *Sheet
	values []float64
	from   map[int]Provenance
}

// Sheet gives the questions that these answers belong to.
func (a Answers) Sheet() *Sheet { return a.sheet }

// Fill copies the answers into a frame, in the order of the questions; a frame that is too short gets those that fit.
// Missing answers are rule.NA values that carry their reason.
func (a Answers) Fill(frame []float64) { copy(frame, a.values) }

// Value gives the answer to a question as rules see it, and why there is none: rule.Present, or the reason. An unknown id
// is rule.NotSupplied. The value is 0 where there is no answer: look at the reason first.
func (a Answers) Value(id string) (float64, rule.Reason) {
	if a.sheet == nil {
		return 0, rule.NotSupplied
	}
	i, ok := a.sheet.places[id]
	if !ok {
		return 0, rule.NotSupplied
	}
	if rule.IsNA(a.values[i]) {
		return 0, rule.ReasonOf(a.values[i])
	}
	return a.values[i], rule.Present
}

// Provenance gives where an answer comes from, and whether anybody said.
func (a Answers) Provenance(id string) (Provenance, bool) {
	if a.sheet == nil {
		return Provenance{}, false
	}
	i, ok := a.sheet.places[id]
	if !ok {
		return Provenance{}, false
	}
	p, ok := a.from[i]
	return p, ok
}

// Count gives how many questions have an answer.
func (a Answers) Count() int {
	n := 0
	for _, v := range a.values {
		if !rule.IsNA(v) {
			n++
		}
	}
	return n
}

// MarshalJSON gives an object by question id: numbers, truths and option ids for answers, {"missing": reason} for a
// question that was answered by none of these, and nothing for a question of which nothing is known; with "from" and "on"
// where the provenance is known. Sheet.Parse of the same sheet reads it back to the same answers.
func (a Answers) MarshalJSON() ([]byte, error) {
	out := map[string]any{}
	for i, v := range a.values {
		id := a.sheet.questions[i].ID
		from, told := a.from[i]
		answer := map[string]any{}
		switch reason := rule.ReasonOf(v); {
		case reason == rule.Present && !told:
			out[id] = a.sheet.types[i].Plain(v)
			continue
		case reason == rule.Present:
			answer["value"] = a.sheet.types[i].Plain(v)
		case reason == a.sheet.absent && !told:
			continue
		default:
			answer["missing"] = reason.String()
		}
		if from.From != "" {
			answer["from"] = from.From
		}
		if from.On != "" {
			answer["on"] = from.On
		}
		out[id] = answer
	}
	return json.Marshal(out)
}

// With gives the same answers with one changed, as a what-if. The value has the forms of Sheet.Of.
func (a Answers) With(id string, value any) (Answers, error) {
	if a.sheet == nil {
		return a, ErrNoSheet
	}
	changed := Answers{sheet: a.sheet, values: slices.Clone(a.values), from: maps.Clone(a.from)}
	if i, ok := a.sheet.places[id]; ok {
		delete(changed.from, i)
	}
	in := newIntake(&changed)
	in.take(id, value)
	return changed, in.reporter.List().Err()
}

// Of makes answers from plain Go values by question id: bool, any integer or float type, an option id as string, nil for
// a blank, map[string]any{"missing": "declined"} for a reason, map[string]any{"value": 76, "from": "GP record"} for
// provenance. The error is a diag.List that names every bad answer; those questions are missing with the reason invalid,
// and the good answers are kept.
func (s *Sheet) Of(values map[string]any) (Answers, error) {
	a := s.none()
	in := newIntake(&a)
	for _, id := range slices.Sorted(maps.Keys(values)) {
		in.take(id, values[id])
	}
	return a, in.reporter.List().Err()
}

// None gives answers in which nothing was answered.
func (s *Sheet) None() Answers { return s.none() }

func (s *Sheet) none() Answers {
	a := Answers{sheet: s, values: make([]float64, len(s.questions))}
	for i := range a.values {
		a.values[i] = rule.NA(s.absent)
	}
	return a
}
