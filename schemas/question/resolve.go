package question

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Marked tells of marks on a form that did not single out one answer, and what came of them.
type Marked struct {
	// Question is the id of the question.
	Question string `json:"question"`
	// Marks are what was marked: numbers, truths or ids of options, as they were given.
	Marks []any `json:"marks"`
	// By is the instrument's rule that chose: worse, highest, lowest, nearest or void.
	By string `json:"by"`
	// Counted is the answer that counts; nil where the marks are void, and the question then has the reason invalid.
	Counted any `json:"counted,omitempty"`
}

// mostMarks is how many marks on one question are looked at.
const mostMarks = 100

// resolve chooses among the marks on a question with one answer. The rule is "" where they single out one answer.
func (s *Sheet) resolve(i int, marks []any) (v float64, by string, err error) {
	values, between, err := s.under(i, marks)
	switch way := s.ambiguous.Between; {
	case err != nil:
		return 0, "", err
	case between && (way != nearest || len(values) == 1):
		return s.choose(i, values[0], way, "a mark between two answers", "between_marks")
	}
	switch len(values) {
	case 0:
		return rule.NA(rule.Blank), "", nil
	case 1:
		return values[0], "", nil
	}
	slices.Sort(values)
	by = s.ambiguous.Two.Apart
	if len(values) == 2 && s.adjacent(i, values[0], values[1]) {
		by = s.ambiguous.Two.Adjacent
	}
	chosen := values[0]
	if by == highest || by == worse && s.questions[i].Better == lower {
		chosen = values[len(values)-1]
	}
	return s.choose(i, chosen, by, "two marks", "two_marks")
}

// under gives the answers that the marks stand on, each once; where there is but one mark and it lies between two answers, it
// gives the nearer one, or both where it lies half-way.
func (s *Sheet) under(i int, marks []any) (values []float64, between bool, err error) {
	if len(marks) > mostMarks {
		return nil, false, fmt.Errorf("there are more than %d marks", mostMarks)
	}
	for k, mark := range marks {
		on, between, err := s.on(i, mark)
		switch {
		case err != nil:
			return nil, false, err
		case slices.Contains(marks[:k], mark):
			return nil, false, errors.New("the same answer is marked twice")
		case between && len(marks) > 1:
			return nil, false, errors.New("one mark lies between two answers, and there are others")
		case between:
			return on, true, nil
		}
		if !slices.Contains(values, on[0]) { // options may score the same
			values = append(values, on[0])
		}
	}
	return values, false, nil
}

// choose gives the answer that counts under the rule, or says that there is no rule.
func (s *Sheet) choose(i int, v float64, by, what, key string) (float64, string, error) {
	switch by {
	case "":
		return 0, "", fmt.Errorf("there are %s, and nothing says what counts; the instrument's rule for that is missing (%s)", what, key)
	case void:
		return rule.NA(rule.Invalid), void, nil
	default:
		return v, by, nil
	}
}

// on gives the answer that a mark stands on; where it lies between two, the nearer one, or both where it lies half-way.
func (s *Sheet) on(i int, mark any) (values []float64, between bool, err error) {
	t := s.types[i]
	v, err := s.one(i, mark)
	switch {
	case err == nil && rule.IsNA(v):
		return nil, false, errors.New("a mark stands on no answer that is scored")
	case err == nil:
		return []float64{v}, false, nil
	}
	place, isNumber := mark.(float64)
	if !isNumber || t.Kind != rule.Number || !(place > t.Lo && place < t.Hi) {
		return nil, false, err
	}
	stops := s.stops(i)
	k, _ := slices.BinarySearch(stops, place)
	if k == 0 || k == len(stops) {
		return nil, false, err
	}
	below, above := stops[k-1], stops[k]
	switch {
	case rule.Equal(place-below, above-place):
		return []float64{below, above}, true, nil
	case place-below < above-place:
		return []float64{below}, true, nil
	default:
		return []float64{above}, true, nil
	}
}

// stops gives the answers of a question with numbers in ascending order; nil where any number of a range is one.
func (s *Sheet) stops(i int) []float64 {
	t := s.types[i]
	var stops []float64
	for _, o := range t.Options {
		if !o.Missing && t.Kind == rule.Number {
			stops = append(stops, o.Value)
		}
	}
	if steps := math.Round((t.Hi - t.Lo) / t.Step); len(t.Options) == 0 && t.Step > 0 && steps <= mostStops {
		for k := range int(steps) + 1 {
			stops = append(stops, t.Lo+float64(float64(k)*t.Step))
		}
	}
	slices.Sort(stops)
	return slices.Compact(stops)
}

// mostStops is how many steps a number may have for its answers to be told apart as neighbours.
const mostStops = 10000

// adjacent reports whether no answer lies between two answers.
func (s *Sheet) adjacent(i int, low, high float64) bool {
	t := s.types[i]
	switch {
	case t.Kind == rule.Truth:
		return true
	case t.Kind == rule.Code:
		for k := int(low) + 1; k < int(high); k++ {
			if !t.Options[k].Missing {
				return false
			}
		}
		return true
	}
	between := slices.ContainsFunc(s.stops(i), func(v float64) bool {
		return v > low && v < high && !rule.Equal(v, low) && !rule.Equal(v, high)
	})
	return !between && len(s.stops(i)) > 0
}
