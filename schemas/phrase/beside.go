package phrase

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Sentence is one text of a translation beside the text that it translates.
type Sentence struct {
	Name     string // leads to it: Title, Months[3], Frame.Dear or Roles.carer
	Text     string
	Original string
}

// Beside lays a translation beside its original: a Sentence for each string of the struct, of the structs and arrays in it, and of its maps by
// words, in the order of the fields and of the words that the original has. Whatever else is there is left out.
func Beside[Words any](original, translation *Words) []Sentence {
	return beside(nil, "", reflect.ValueOf(original).Elem(), reflect.ValueOf(translation).Elem())
}

func beside(all []Sentence, name string, from, to reflect.Value) []Sentence {
	switch kind := from.Kind(); {
	case kind == reflect.String:
		return append(all, Sentence{name, to.String(), from.String()})
	case kind == reflect.Struct:
		for i := range from.NumField() {
			all = beside(all, strings.TrimPrefix(name+"."+from.Type().Field(i).Name, "."), from.Field(i), to.Field(i))
		}
	case kind == reflect.Array:
		for i := range from.Len() {
			all = beside(all, fmt.Sprintf("%s[%d]", name, i), from.Index(i), to.Index(i))
		}
	case kind == reflect.Map && from.Type().Key().Kind() == reflect.String:
		words := map[string]reflect.Value{}
		for _, key := range from.MapKeys() {
			words[key.String()] = key
		}
		for _, word := range slices.Sorted(maps.Keys(words)) {
			there := to.MapIndex(words[word])
			if !there.IsValid() {
				there = reflect.Zero(from.Type().Elem())
			}
			all = beside(all, name+"."+word, from.MapIndex(words[word]), there)
		}
	}
	return all
}

// Check tells which texts cannot stand in for those of the original: one that says nothing where the original says something, and one with
// other names in braces. The field of each fault is the name of its Sentence, and the cause is the one given. Fields that are named apart are left
// to the caller.
func Check[Words any](original, translation *Words, cause error, apart ...string) fault.Faults {
	var faults fault.Faults
	for _, s := range Beside(original, translation) {
		field := s.Name
		if i := strings.IndexAny(field, ".["); i > 0 {
			field = field[:i]
		}
		if slices.Contains(apart, field) {
			continue
		}
		has, needs := Placeholders(s.Text), Placeholders(s.Original)
		switch {
		case fault.Blank(s.Text) && !fault.Blank(s.Original):
			faults.Because(cause, nil, s.Name, "translate it", "is empty, so that people would read nothing there")
		case !slices.Equal(has, needs):
			faults.Because(cause, nil, s.Name, "write the names as in the original, in any order", "has the names %s and needs %s", braced(has), braced(needs))
		}
	}
	return faults
}
