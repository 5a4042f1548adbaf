package readability

import "strings"

// MaxTerm is how many words a term may have. A longer one is never found.
const MaxTerm = 8

// Terms finds words, or groups of words, in a text. Capitals and a plural s make no difference. It is immutable and safe for
// concurrent use.
type Terms struct {
	root node
}

// node is a step into the terms, a word deep.
type node struct {
	below map[string]*node
	ends  []int // the terms that end here
}

// NewTerms makes Terms. A term without words is never found.
func NewTerms(terms ...string) *Terms {
	t := &Terms{}
	for i, term := range terms {
		words := Words(term)
		if len(words) == 0 || len(words) > MaxTerm {
			continue
		}
		at := &t.root
		for _, w := range words {
			next := at.below[stem(w)]
			if next == nil {
				next = &node{}
				if at.below == nil {
					at.below = map[string]*node{}
				}
				at.below[stem(w)] = next
			}
			at = next
		}
		at.ends = append(at.ends, i)
	}
	return t
}

// At calls found for every term that starts at the first of some words: its place among the terms, and how many words it has.
func (t *Terms) At(words []Word, found func(term, length int)) {
	at := &t.root
	for i, w := range words {
		if at = at.below[stem(w)]; at == nil {
			return
		}
		for _, term := range at.ends {
			found(term, i+1)
		}
	}
}

// stem is a word without the s of the plural.
func stem(w Word) string { return strings.TrimSuffix(w.Text, "s") }
