package question

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// The members of an answer object: one that says what was answered, and those that say more about it.
var (
	sayings = []string{"value", "missing", "marks", "words"}
	details = []string{"from", "on", "name"}
)

// answer puts a plain answer into the place of the i-th question.
func (in *intake) answer(i int, v any) error {
	object, ok := v.(map[string]any)
	if !ok {
		return in.bare(i, v)
	}
	said := ""
	for _, key := range slices.Sorted(maps.Keys(object)) {
		switch {
		case slices.Contains(details, key):
		case !slices.Contains(sayings, key):
			return fmt.Errorf(`an answer object has "value", "missing", "marks" or "words", and may have "from", "on" and "name"; this one has %.40q`, key)
		case said != "":
			return fmt.Errorf("an answer has %q or %q, not both", said, key)
		default:
			said = key
		}
	}
	from, err := provenanceOf(object, in.answers.sheet.questions[i].Named)
	if err != nil {
		return err
	}
	from.Name = cmp.Or(from.Name, in.answers.from[i].Name)
	if from != (Provenance{}) {
		in.answers.tell(i, from)
	}
	form, given := in.answers.sheet.forms[i], object[said]
	switch {
	case said == "":
		return errors.New(`an answer object needs "value" or "missing"`)
	case said == "missing":
		return in.missing(i, given)
	case said == "value":
		return in.bare(i, given)
	case said == "words" && form != FormWords:
		return fmt.Errorf("the answer is %s, not words", form)
	case said == "marks" && (form == FormWords || form == FormDate):
		return fmt.Errorf("the answer is %s, not marks", form)
	case said == "marks" && form != FormMarks:
		return in.ambiguous(i, given)
	default:
		return in.bare(i, given)
	}
}

// bare puts an answer without an object around it into its place; nil is a blank.
func (in *intake) bare(i int, v any) error {
	form := in.answers.sheet.forms[i]
	switch {
	case v == nil:
		in.answers.set(i, rule.NA(rule.Blank))
		return nil
	case form == FormMarks:
		return in.marks(i, v)
	case form == FormWords || form == FormDate:
		return in.text(i, v)
	}
	value, err := in.answers.sheet.one(i, v)
	if err == nil {
		in.answers.set(i, value)
	}
	return err
}

// one gives the slot value of an answer to a question with one value.
func (s *Sheet) one(i int, v any) (float64, error) {
	v, err := scalar(v)
	if err != nil {
		return 0, err
	}
	if id, isText := v.(string); isText && s.sets[i].Reason(id) == rule.NotAsked {
		return rule.NA(rule.NotAsked), nil
	}
	return s.types[i].Parse(v)
}

// scalar gives any number as a float64, and everything else as it is.
func scalar(v any) (any, error) {
	switch x := v.(type) {
	case float64, bool, string:
		return v, nil
	case json.Number:
		n, err := x.Float64()
		if err != nil {
			return nil, errors.New("the number is too large to be an answer")
		}
		return n, nil
	}
	switch x := reflect.ValueOf(v); {
	case x.CanInt():
		return float64(x.Int()), nil
	case x.CanUint():
		return float64(x.Uint()), nil
	case x.CanFloat():
		return x.Float(), nil
	default:
		return v, nil
	}
}

// givenReasons are the reasons that a caller may give; all others are found out by the engine.
var givenReasons = []rule.Reason{rule.Blank, rule.Declined, rule.NotAsked, rule.NotSupplied, rule.Invalid}

// missing puts the reason why there is no answer into its place.
func (in *intake) missing(i int, v any) error {
	word, _ := v.(string)
	var words []string
	for _, reason := range givenReasons {
		if reason.String() == word {
			in.answers.set(i, rule.NA(reason))
			return nil
		}
		words = append(words, reason.String())
	}
	return fmt.Errorf("this is no reason for a missing answer; use one of %s", strings.Join(words, ", "))
}
