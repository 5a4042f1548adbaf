package derived

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// Answer is what a fact comes to in one structure, with the fields that show it or that are missing.
type Answer struct {
	// Value is a slot value of package rule: a number, 1 or 0 for a truth, the place of a word of a code, or rule.NA.
	Value float64
	// At are the fields, in the form of the package that owns the structure, such as JSON pointers.
	At []string
}

// Has is a truth that some fields show.
func Has(so bool, at ...string) Answer {
	if so {
		return Answer{1, at}
	}
	return Answer{0, at}
}

// Amount is a number that some fields show.
func Amount[N int | float64](n N, at ...string) Answer { return Answer{float64(n), at} }

// Missing is a fact that nobody can tell, for a reason, with the fields that could tell it.
func Missing(why rule.Reason, at ...string) Answer { return Answer{rule.NA(why), at} }

// Every collects fields, and tells which are as they should be and which are not. The zero Every has none.
type Every struct{ Good, Bad []string }

// See adds a field.
func (e *Every) See(so bool, at string) {
	if so {
		e.Good = append(e.Good, at)
	} else {
		e.Bad = append(e.Bad, at)
	}
}

// All is true where there is at least one field and none is bad; the bad ones show that it is not. Where there is no field, at stands for
// what is missing.
func (e *Every) All(at string) Answer {
	if len(e.Bad) > 0 {
		return Answer{0, e.Bad}
	}
	return e.Any(at)
}

// Any is true where at least one field is good. Where none is, at stands for what is missing.
func (e *Every) Any(at string) Answer {
	if len(e.Good) > 0 {
		return Answer{1, e.Good}
	}
	return Answer{0, []string{at}}
}

// Count is how many fields are good. Where none is, at stands for what is missing.
func (e *Every) Count(at string) Answer {
	if len(e.Good) > 0 {
		return Answer{float64(len(e.Good)), e.Good}
	}
	return Answer{0, []string{at}}
}
