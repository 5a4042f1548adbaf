package sdm

import (
	"errors"
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	// ErrBroken is wrapped by the error for a document that is there and has faults; LoadFS said which.
	ErrBroken = errors.New("this document has faults and could not be made ready")
	// ErrVocabulary is returned where a library holds no person-facts document, or several.
	ErrVocabulary = errors.New("sdm: the library does not hold exactly one person-facts document, so it is not clear which facts are meant")
)

// shelf holds the ready values of one kind, by document.
type shelf[T any] struct {
	kind  string
	ready map[*schemas.Document]T
}

// stock makes every document of a kind ready. Faults are added to those known; a document with faults is left out. One that nothing can
// name, because of its header, is checked all the same.
func stock[T any](set *schemas.Set, faults *diag.List, fromSet func(*schemas.Set, string) (T, error), kind string) shelf[T] {
	s := shelf[T]{kind: kind, ready: map[*schemas.Document]T{}}
	for _, doc := range set.All(kind) {
		made, err := fromSet(set, doc.Ref())
		var list diag.List
		switch {
		case err == nil:
			s.ready[doc] = made
		case errors.As(err, &list):
			*faults = append(*faults, list...)
		default:
			*faults = append(*faults, checks[kind](set, doc, schemas.CheckOptions{})...)
		}
	}
	return s
}

// find gives the ready value of a document.
func (s shelf[T]) find(set *schemas.Set, ref string) (T, error) {
	var none T
	doc, err := set.Find(s.kind, ref)
	if err != nil {
		if doc = unnamed(set, s.kind, ref); doc == nil {
			return none, err
		}
	}
	made, ok := s.ready[doc]
	if !ok {
		return none, fmt.Errorf("sdm: %s %s in %s: %w", s.kind, doc.ID(), doc.File(), ErrBroken)
	}
	return made, nil
}

// unnamed gives a document with the id of a reference that no reference leads to, because its version cannot be read; nil where there is none.
func unnamed(set *schemas.Set, kind, ref string) *schemas.Document {
	id, _, _ := strings.Cut(ref, "@")
	for _, doc := range set.All(kind) {
		if doc.ID() == id && id != "" {
			if _, err := set.Find(kind, doc.Ref()); errors.Is(err, schemas.ErrNotFound) {
				return doc
			}
		}
	}
	return nil
}
