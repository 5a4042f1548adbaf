package letter

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// ErrWords is returned for Words that lack a sentence or a {name} in one.
var ErrWords = errors.New("these words are no whole translation")

// Check compares a translation with the English words: no sentence is empty that English has, each has the same names in braces, and
// the words of the record are all there. The errors wrap ErrWords, one for each sentence. The words of the aid and the page have checks of
// their own.
func (w Words) Check() error {
	var faults []error
	compare("", reflect.ValueOf(English()), reflect.ValueOf(w), &faults)
	return errors.Join(faults...)
}

// fault checks words that are not the zero Words.
func (w Words) fault() error {
	if w.Language == "" {
		return nil
	}
	return w.Check()
}

func compare(at string, want, have reflect.Value, faults *[]error) {
	switch want.Kind() {
	case reflect.Struct:
		for i := range want.NumField() {
			if f := want.Type().Field(i); f.Name != "Aid" {
				compare(at+"."+f.Name, want.Field(i), have.Field(i), faults)
			}
		}
	case reflect.Map:
		for _, word := range sortedKeys(want) {
			key := reflect.ValueOf(word)
			got := have.MapIndex(key)
			if !got.IsValid() {
				got = reflect.ValueOf("")
			}
			compare(at+"."+key.String(), want.MapIndex(key), got, faults)
		}
	case reflect.String:
		needs, has := phrase.Placeholders(want.String()), phrase.Placeholders(have.String())
		switch {
		case fault.Blank(have.String()) && !fault.Blank(want.String()):
			*faults = append(*faults, fmt.Errorf("letter: the text %s is empty, so that the person would read nothing there: %w; translate it", at[1:], ErrWords))
		case !slices.Equal(needs, has):
			*faults = append(*faults, fmt.Errorf("letter: the text %s has the names %q in braces and needs %q: %w", at[1:], has, needs, ErrWords))
		}
	}
}

func sortedKeys(m reflect.Value) []string {
	var words []string
	for _, key := range m.MapKeys() {
		words = append(words, key.String())
	}
	slices.Sort(words)
	return words
}
