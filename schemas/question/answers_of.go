package question

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Of makes answers from plain Go values by question id: bool, any integer or float type, an option id or words as string, nil
// for a blank, a slice of option ids for marks, map[string]any{"missing": "declined"} for a reason, map[string]any{"value": 76,
// "from": "GP record"} for provenance, and the other objects of Parse. The error is a diag.List that names every bad answer;
// those questions are missing with the reason invalid, and the good answers are kept.
func (s *Sheet) Of(values map[string]any) (Answers, error) {
	in := newIntake(s.None())
	known := 0
	for i := range s.questions {
		if v, given := values[s.questions[i].ID]; given {
			in.take(i, v)
			known++
		}
	}
	if known < len(values) {
		for _, id := range slices.Sorted(maps.Keys(values)) {
			if _, asked := s.places[id]; !asked {
				in.strange(id)
			}
		}
	}
	return in.done()
}

// Ask makes answers by asking for the answer to each question, once and in the order of the sheet: for hosts whose answers stand in a
// record of their own, and faster than a map that is made only to be read once. An answer has the forms of Of; one that is not
// given is absent, as if nobody had said anything of the question. The error is that of Of.
func (s *Sheet) Ask(answer func(id string) (value any, given bool)) (Answers, error) {
	in := newIntake(s.None())
	for i := range s.questions {
		if v, given := answer(s.questions[i].ID); given {
			in.take(i, v)
		}
	}
	return in.done()
}

// None gives answers in which nothing was answered.
func (s *Sheet) None() Answers {
	a := Answers{sheet: s, values: make([]float64, s.width)}
	for i := range a.values {
		a.values[i] = rule.NA(s.absent)
	}
	return a
}
