package sdm

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	// ErrBroken is wrapped by the error for a document that is there and has faults; LoadFS said which.
	ErrBroken = errors.New("this document has faults and could not be made ready")
	// ErrVocabulary is returned where a library holds no person-facts document, or several.
	ErrVocabulary = errors.New("sdm: the library does not hold exactly one person-facts document, so it is not clear which facts are meant")
)

// shelf holds the ready values of one type, by document.
type shelf[T any] struct {
	kinds []string
	ready map[*schemas.Document]T
}

// stock makes every document of some kinds ready. Faults are added to those known; a document with faults is left out.
func stock[T any](set *schemas.Set, faults *diag.List, fromSet func(*schemas.Set, string) (T, error), kinds ...string) shelf[T] {
	s := shelf[T]{kinds: kinds, ready: map[*schemas.Document]T{}}
	for _, kind := range kinds {
		for _, doc := range set.All(kind) {
			made, err := fromSet(set, doc.Ref())
			var list diag.List
			switch {
			case err == nil:
				s.ready[doc] = made
			case errors.As(err, &list):
				*faults = append(*faults, list...)
			}
		}
	}
	return s
}

// find gives the ready value of a document.
func (s shelf[T]) find(set *schemas.Set, ref string) (T, error) {
	var none T
	var first error
	for _, kind := range s.kinds {
		doc, err := set.Find(kind, ref)
		if err != nil {
			if first == nil || errors.Is(err, schemas.ErrAmbiguous) {
				first = err
			}
			continue
		}
		made, ok := s.ready[doc]
		if !ok {
			return none, fmt.Errorf("sdm: %s %s: %w", kind, doc.Ref(), ErrBroken)
		}
		return made, nil
	}
	return none, first
}
