package letter

import (
	"errors"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// ErrWords is returned for Words that lack a sentence or a {name} in one.
var ErrWords = errors.New("these words are no whole translation")

// Check compares a translation with the English words: no sentence is empty that English has, each has the same names in braces, and
// the words of the record are all there. The error is fault.Faults, with the name of each sentence as its field and the cause ErrWords. The
// words of the aid and the page have checks of their own.
func (w Words) Check() error {
	english := English()
	return phrase.Check(&english, &w, ErrWords, "Aid").Err()
}

// fault checks words that are not the zero Words.
func (w Words) fault() error {
	if w.Language == "" {
		return nil
	}
	return w.Check()
}
