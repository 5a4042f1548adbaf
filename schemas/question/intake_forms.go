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
	"time"
	"unicode/utf8"

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
	from, err := provenanceOf(object, in.sheet.questions[i].Named)
	if err != nil {
		return err
	}
	from.Name = cmp.Or(from.Name, in.answers.from[i].Name)
	if from != (Provenance{}) {
		in.answers.tell(i, from)
	}
	form, given := in.sheet.questions[i].Form(), object[said]
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
	form := in.sheet.questions[i].Form()
	switch {
	case v == nil:
		in.answers.set(i, rule.NA(rule.Blank))
		return nil
	case form == FormMarks:
		return in.marks(i, v)
	case form == FormWords || form == FormDate:
		return in.text(i, v)
	}
	value, err := in.sheet.one(i, v)
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
	if x, ok := v.(json.Number); ok {
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

// listOf gives the members of a list of any element type.
func listOf(v any) ([]any, error) {
	x := reflect.ValueOf(v)
	if x.Kind() != reflect.Slice {
		return nil, errors.New("marks are a list, such as [\"back\", \"neck\"], or [] where nothing is marked")
	}
	list := make([]any, x.Len())
	for k := range list {
		one, err := scalar(x.Index(k).Interface())
		if err != nil {
			return nil, err
		}
		list[k] = one
	}
	return list, nil
}

// marks puts the marked options of a question into its places; the others are then known not to be marked.
func (in *intake) marks(i int, v any) error {
	list, err := listOf(v)
	if err != nil {
		return err
	}
	options := in.sheet.sets[i].marked()
	marked := make([]float64, len(options))
	for _, mark := range list {
		id, isText := mark.(string)
		if !isText {
			return errors.New("a mark is the id of an option")
		}
		reason := in.sheet.sets[i].Reason(id)
		k := slices.IndexFunc(options, func(o Option) bool { return o.ID == id })
		switch {
		case reason == rule.Invalid:
			_, err := in.sheet.types[i].Parse(mark)
			return err
		case k < 0 && len(list) > 1:
			return fmt.Errorf("%s is marked together with others, which cannot both hold", id)
		case k < 0:
			in.answers.set(i, rule.NA(reason))
			return nil
		case marked[k] != 0:
			return fmt.Errorf("%s is marked twice", id)
		}
		marked[k] = 1
	}
	in.answers.set(i, 0)
	copy(in.answers.values[in.sheet.spans[i].at:], marked)
	return nil
}

// ambiguous puts the answer that marks on a question come to into its place.
func (in *intake) ambiguous(i int, v any) error {
	list, err := listOf(v)
	if err != nil {
		return err
	}
	value, by, err := in.sheet.resolve(i, list)
	if err != nil {
		return err
	}
	in.answers.set(i, value)
	if by == "" {
		return nil
	}
	if in.answers.marked == nil {
		in.answers.marked = map[int]Marked{}
	}
	in.answers.marked[i] = Marked{Question: in.sheet.questions[i].ID, Marks: list, By: by, Counted: in.sheet.types[i].Plain(value)}
	return nil
}

// text puts words or a day into its place. Words of nothing but spaces are a blank.
func (in *intake) text(i int, v any) error {
	words, ok := v.(string)
	if !ok {
		return errors.New("the answer is text")
	}
	words = strings.ToValidUTF8(words, "")
	if strings.TrimSpace(words) == "" {
		in.answers.set(i, rule.NA(rule.Blank))
		return nil
	}
	q := in.sheet.questions[i]
	if q.Date != nil {
		if err := q.Date.allows(words); err != nil {
			return err
		}
	} else if n := utf8.RuneCountInString(words); n > q.FreeText.Max {
		return fmt.Errorf("the words are %d characters long; at most %d are taken", n, q.FreeText.Max)
	}
	in.answers.set(i, 0)
	if in.answers.words == nil {
		in.answers.words = map[int]string{}
	}
	in.answers.words[i] = words
	return nil
}

// allows says why a day cannot be right.
func (d *Date) allows(day string) error {
	_, err := time.Parse(time.DateOnly, day)
	switch {
	case err != nil:
		return fmt.Errorf("a day is written as in 2026-11-21; this is %.40q", day)
	case d.Earliest != "" && day < d.Earliest:
		return fmt.Errorf("%s is before %s, the earliest day that can be right", day, d.Earliest)
	case d.Latest != "" && day > d.Latest:
		return fmt.Errorf("%s is after %s, the latest day that can be right", day, d.Latest)
	}
	return nil
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
