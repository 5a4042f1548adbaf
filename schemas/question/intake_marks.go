package question

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

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
	options := in.answers.sheet.sets[i].marked()
	marked := make([]float64, len(options))
	for _, mark := range list {
		id, isText := mark.(string)
		if !isText {
			return errors.New("a mark is the id of an option")
		}
		reason := in.answers.sheet.sets[i].Reason(id)
		k := slices.IndexFunc(options, func(o Option) bool { return o.ID == id })
		switch {
		case reason == rule.Invalid:
			_, err := in.answers.sheet.types[i].Parse(mark)
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
	copy(in.answers.values[in.answers.sheet.spans[i].at:], marked)
	return nil
}

// ambiguous puts the answer that marks on a question come to into its place.
func (in *intake) ambiguous(i int, v any) error {
	list, err := listOf(v)
	if err != nil {
		return err
	}
	value, by, err := in.answers.sheet.resolve(i, list)
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
	in.answers.marked[i] = Marked{Question: in.answers.sheet.questions[i].ID, Marks: list, By: by, Counted: in.answers.sheet.types[i].Plain(value)}
	return nil
}
