package rule

import (
	"fmt"
	"math"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Parse turns a plain YAML or JSON value (bool, float64, int, int64, or a string with an option's id) into a slot value.
// An option that counts as missing becomes NA(declined). The error says in words what is wrong with the value and names
// what is allowed; the slot value is then NA(invalid). Safe for concurrent use.
func (t Type) Parse(v any) (float64, error) {
	switch v := v.(type) {
	case bool:
		return t.parseTruth(v)
	case string:
		return t.parseID(v)
	case float64:
		return t.parseNumber(v)
	case int:
		return t.parseNumber(float64(v))
	case int64:
		return t.parseNumber(float64(v))
	case nil:
		return NA(Blank), nil
	default:
		return NA(Invalid), fmt.Errorf("a value must be %s, not a list or a map", t.expects())
	}
}

func (t Type) parseTruth(v bool) (float64, error) {
	switch {
	case t.Kind != Truth:
		return NA(Invalid), fmt.Errorf("%t is no answer here; it must be %s", v, t.expects())
	case v:
		return 1, nil
	default:
		return 0, nil
	}
}

func (t Type) parseID(id string) (float64, error) {
	o, i, ok := t.option(id)
	switch {
	case !ok && len(t.Options) > 0:
		if near := diag.Nearest(id, t.ids()); near != "" {
			return NA(Invalid), fmt.Errorf("%.60q is not one of the answers; did you mean %q", id, near)
		}
		return NA(Invalid), fmt.Errorf("%.60q is not one of the answers %s", id, words(t.ids()))
	case !ok:
		return NA(Invalid), fmt.Errorf("%.60q is text; the value must be %s", id, t.expects())
	case o.Missing:
		return NA(Declined), nil
	case t.Kind == Code:
		return float64(i), nil
	default:
		return o.Value, nil
	}
}

func (t Type) parseNumber(v float64) (float64, error) {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return NA(Invalid), fmt.Errorf("the value must be %s", t.expects())
	case t.Kind != Number:
		return NA(Invalid), fmt.Errorf("%s is a number; the value must be %s", FormatNumber(v), t.expects())
	case len(t.Options) > 0:
		for _, o := range t.Options {
			if !o.Missing && Equal(o.Value, v) {
				return o.Value, nil
			}
		}
		return NA(Invalid), fmt.Errorf("%s is not the value of any answer; it must be %s", FormatNumber(v), t.expects())
	}
	if lo, hi := t.bound(); v < lo || v > hi {
		return NA(Invalid), fmt.Errorf("%s is outside the range %s to %s", FormatNumber(v), t.amount(lo), t.amount(hi))
	}
	if t.Step > 0 {
		steps := (v - t.Lo) / t.Step
		if !Equal(math.Round(steps)+1, steps+1) {
			return NA(Invalid), fmt.Errorf("%s is not a step of %s from %s", FormatNumber(v), FormatNumber(t.Step), t.amount(t.Lo))
		}
	}
	return settle(v), nil
}

// expects says in words what a value of the type looks like.
func (t Type) expects() string {
	switch {
	case t.Kind == Truth:
		return "true or false"
	case len(t.Options) > 0:
		return "one of " + words(t.ids())
	case t.Kind == Number && (t.Lo != 0 || t.Hi != 0):
		return fmt.Sprintf("a number from %s to %s", FormatNumber(t.Lo), t.amount(t.Hi))
	default:
		return t.Kind.String()
	}
}

func (t Type) amount(v float64) string {
	if t.Unit == "" {
		return FormatNumber(v)
	}
	return FormatNumber(v) + " " + t.Unit
}

// Format writes a slot value as definitions do: 9, 0.072, mild, true. A missing value gives its reason. Safe for
// concurrent use.
func (t Type) Format(v float64) string {
	switch {
	case v != v:
		return ReasonOf(v).String()
	case t.Kind == Truth:
		return strconv.FormatBool(v != 0)
	case t.Kind == Code && v >= 0 && v < float64(len(t.Options)) && v == math.Trunc(v):
		return t.Options[int(v)].ID
	default:
		return FormatNumber(v)
	}
}

// FormatNumber writes a number in the shortest decimal form that reads back as the same number, never with an exponent.
// A missing value gives its reason. Safe for concurrent use.
func FormatNumber(v float64) string {
	switch {
	case v != v:
		return ReasonOf(v).String()
	case v == 0:
		return "0"
	case math.IsInf(v, 0):
		return Undefined.String()
	default:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
}

// Plain gives a slot value as a plain YAML or JSON value: a float64, a bool, the id of a code, or nil where it is
// missing. It is the inverse of Parse. Safe for concurrent use.
func (t Type) Plain(v float64) any {
	switch {
	case v != v:
		return nil
	case t.Kind == Truth:
		return v != 0
	case t.Kind == Code:
		return t.Format(v)
	default:
		return v
	}
}
