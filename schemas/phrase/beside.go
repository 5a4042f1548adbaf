package phrase

import (
	"fmt"
	"reflect"
	"slices"
)

// Sentence is one text of a translation beside the text that it translates.
type Sentence struct {
	Name     string // the field that holds it: Title, or Months[3]
	Text     string
	Original string
}

// Beside lays a translation beside its original: a Sentence for each string of the struct and of its arrays of strings, in the order of the
// fields. Other fields are left out, since their package alone knows what they need. What is no struct has no sentences.
func Beside[Words any](original, translation *Words) []Sentence {
	theirs, ours := reflect.ValueOf(original).Elem(), reflect.ValueOf(translation).Elem()
	if theirs.Kind() != reflect.Struct {
		return nil
	}
	all := make([]Sentence, 0, theirs.NumField())
	for i := range theirs.NumField() {
		from, to := theirs.Field(i), ours.Field(i)
		switch {
		case from.Kind() == reflect.String:
			all = append(all, Sentence{theirs.Type().Field(i).Name, to.String(), from.String()})
		case from.Kind() == reflect.Array && from.Type().Elem().Kind() == reflect.String:
			name := theirs.Type().Field(i).Name
			for k := range from.Len() {
				all = append(all, Sentence{fmt.Sprintf("%s[%d]", name, k), to.Index(k).String(), from.Index(k).String()})
			}
		}
	}
	return all
}

// Names gives the names in braces that the text has and those that it needs, which are those of the original, and whether they are the same.
func (s Sentence) Names() (has, needs []string, same bool) {
	has, needs = Placeholders(s.Text), Placeholders(s.Original)
	return has, needs, slices.Equal(has, needs)
}
