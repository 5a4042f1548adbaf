package change

import "fmt"

// Shift is how two health profiles compare by the Pareto principle: better is better in at least one dimension and worse in
// none (Paretian classification of health change; Devlin, Parkin and Browne 2010, Health Economics 19:886-905,
// doi 10.1002/hec.1608).
type Shift string

// The shifts.
const (
	ShiftBetter Shift = "better"
	ShiftWorse  Shift = "worse"
	// ShiftMixed: better in some dimensions and worse in others, which no weighing of dimensions went into.
	ShiftMixed Shift = "mixed"
	// ShiftNone: the same profile twice, with a problem in it.
	ShiftNone Shift = "no_change"
	// ShiftNoProblems: the best level in every dimension both times, so that there was nothing to get better in.
	ShiftNoProblems Shift = "no_problems"
)

// CompareProfiles compares two profiles of one person, such as those of EQ-5D: the levels of each dimension in one order, from 1 for no
// problems to levels for the worst. It needs no value set. Both profiles have the same number of dimensions, at least one, and
// every one is answered: the error is DifferentLength, TooFew or OutOfRange.
func CompareProfiles(before, after []int, levels int) (Shift, error) {
	switch {
	case levels < 2:
		return "", fmt.Errorf("%w: there are %d levels; a dimension has at least two", OutOfRange, levels)
	case len(before) != len(after):
		return "", fmt.Errorf("%w: the profiles have %d and %d dimensions; compare profiles of one instrument", DifferentLength, len(before), len(after))
	case len(before) == 0:
		return "", fmt.Errorf("%w: the profiles have no dimensions", TooFew)
	}
	better, worse, problems := false, false, false
	for i := range before {
		for _, level := range [2]int{before[i], after[i]} {
			if level < 1 || level > levels {
				return "", fmt.Errorf("%w: dimension %d (counting from 0) has level %d; levels go from 1 to %d", OutOfRange, i, level, levels)
			}
			problems = problems || level > 1
		}
		better = better || after[i] < before[i]
		worse = worse || after[i] > before[i]
	}
	switch {
	case better && worse:
		return ShiftMixed, nil
	case better:
		return ShiftBetter, nil
	case worse:
		return ShiftWorse, nil
	case problems:
		return ShiftNone, nil
	}
	return ShiftNoProblems, nil
}
