package fault

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Blank reports whether a text says nothing.
func Blank(text string) bool { return strings.TrimSpace(text) == "" }

// Text tells of a field whose text says nothing.
func (f *Faults) Text(at *Place, field, text, mend string) {
	if Blank(text) {
		f.Tell(at, field, mend, "it is empty, so nobody can tell what is meant")
	}
}

// Texts tells which entries of a field with a list of texts say nothing.
func (f *Faults) Texts(at *Place, field string, texts []string, mend string) {
	for i, text := range texts {
		if Blank(text) {
			here := at.Item(field, i)
			f.Text(&here, "", text, mend)
		}
	}
}

// IDs tells of a field with a list of ids that name something else, such as actions of a plan, which of them are blank and which stand
// there twice.
func (f *Faults) IDs(at *Place, field string, ids []string) {
	for i, id := range ids {
		if Blank(id) {
			here := at.Item(field, i)
			f.Tell(&here, "", "name what is meant, or take the entry out", "the id is empty")
		}
	}
	Repeats(ids, func(id *string) string { return *id }, func(i int) {
		here := at.Item(field, i)
		f.Tell(&here, "", "name it once", "%.80q stands there twice", ids[i])
	})
}

// Word tells of a field whose word is none of those that are known, and offers the nearest, or all.
func Word[W ~string](f *Faults, at *Place, field string, said W, known []W) {
	if slices.Contains(known, said) {
		return
	}
	words := make([]string, len(known))
	for i, k := range known {
		words[i] = string(k)
	}
	f.Tell(at, field, OneOf(string(said), words), "%.40q stands for nothing here", string(said))
}

// MayWord is Word for a field that may be left out.
func MayWord[W ~string](f *Faults, at *Place, field string, said W, known []W) {
	if said != "" {
		Word(f, at, field, said, known)
	}
}

// OneOf says what to do about a word that is none of those that are known: did you mean the nearest, or use one of all.
func OneOf(said string, known []string) string {
	if near := diag.Nearest(said, known); near != "" {
		return "did you mean " + near + "?"
	}
	return "use one of " + strings.Join(known, ", ")
}

// few is up to how many elements are compared with each other; for more of them the keys are kept.
const few = 16

// Repeats tells which elements of a list have the key of an earlier one, in their order. Blank keys are not compared. Short lists
// take no allocation, and long ones a time in proportion to their length.
func Repeats[T any](all []T, key func(*T) string, found func(i int)) {
	var seen map[string]bool
	if len(all) > few {
		seen = make(map[string]bool, len(all))
	}
	for i := range all {
		k := key(&all[i])
		switch {
		case Blank(k):
		case seen == nil:
			for before := range i {
				if key(&all[before]) == k {
					found(i)
					break
				}
			}
		case seen[k]:
			found(i)
		default:
			seen[k] = true
		}
	}
}
