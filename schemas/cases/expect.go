package cases

import (
	"errors"
	"fmt"
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// unknown is how a case says that a result has to be missing.
const unknown = "unknown"

// expectation is what a case expects of one output.
type expectation struct {
	value  float64     // a slot value, unless na
	within float64     // how far off a number may be; 0 for equal after 12 significant digits
	na     bool        // the result has to be missing
	reason rule.Reason // for this reason; Present for any
}

// errForm says which forms there are.
var errForm = errors.New("an expected result is a value, unknown, {unknown: reason} or {about: number, within: number}")

// expected reads a value of a case as what is expected of an output.
func expected(t rule.Type, plain any) (expectation, error) {
	form, ok := plain.(map[string]any)
	switch {
	case plain == nil:
		return expectation{}, errForm
	case plain == unknown:
		return expectation{na: true}, nil
	case !ok:
		v, err := t.Parse(plain)
		if err == nil && rule.IsNA(v) {
			return expectation{na: true, reason: rule.ReasonOf(v)}, nil
		}
		return expectation{value: v}, err
	case len(form) == 1 && form[unknown] != nil:
		word, _ := form[unknown].(string)
		var reason rule.Reason
		if err := reason.UnmarshalText([]byte(word)); err != nil || reason == rule.Present {
			return expectation{}, fmt.Errorf("%v is no reason for a missing result", form[unknown])
		}
		return expectation{na: true, reason: reason}, nil
	case len(form) == 2 && form["about"] != nil && form["within"] != nil:
		about, aboutOK := form["about"].(float64)
		within, withinOK := form["within"].(float64)
		if t.Kind != rule.Number || !aboutOK || !withinOK || !(within > 0) || math.IsInf(within, 0) || math.IsNaN(about-about) {
			return expectation{}, errors.New("about and within are numbers, within is more than 0, and the result is a number")
		}
		return expectation{value: about, within: within}, nil
	default:
		return expectation{}, errForm
	}
}

// met reports whether a result is what was expected.
func (e expectation) met(t rule.Type, got float64) bool {
	switch {
	case e.na:
		return rule.IsNA(got) && (e.reason == rule.Present || e.reason == rule.ReasonOf(got))
	case e.within > 0:
		return math.Abs(got-e.value) <= e.within
	case t.Kind == rule.Number:
		return rule.Equal(got, e.value)
	default:
		return got == e.value
	}
}

// words says what was expected.
func (e expectation) words(t rule.Type) string {
	switch {
	case e.na && e.reason == rule.Present:
		return unknown
	case e.na:
		return fmt.Sprintf("%s (%s)", unknown, e.reason)
	case e.within > 0:
		return fmt.Sprintf("%s give or take %s", rule.FormatNumber(e.value), rule.FormatNumber(e.within))
	default:
		return t.Format(e.value)
	}
}

// result says what came out.
func result(t rule.Type, got float64) string {
	if rule.IsNA(got) {
		return fmt.Sprintf("%s (%s)", unknown, rule.ReasonOf(got))
	}
	if t.Kind == rule.Number { // in the digits that are compared
		got = tidy(got)
	}
	return t.Format(got)
}
