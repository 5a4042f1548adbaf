package schemas

import (
	"reflect"
	"slices"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Builder makes a document of a set ready for use and reports what stands in the way. It opens the document with Open, runs
// its own checks, and may build the documents that it uses. What it gives back counts only where it reported no error.
type Builder[T any] func(set *Set, doc *Document, r *diag.Reporter) T

// Build finds a document of a kind and makes it ready: the FromSet of every kind's package. The error is that of
// Set.Find, or a diag.List with every fault.
func Build[T any](set *Set, kind, ref string, build Builder[T]) (T, error) {
	doc, err := set.Find(kind, ref)
	if err != nil {
		var none T
		return none, err
	}
	return ready(set, doc, diag.NewReporter(doc), build)
}

// BuildOne makes the single document of a file ready: the Load of every kind's package. It serves a document that refers
// to no other; a reference is a fault. The error is a diag.List with every fault.
func BuildOne[T any](name string, src []byte, kind string, build Builder[T]) (T, error) {
	var none T
	doc, faults := Parse(name, src)
	if doc == nil {
		return none, faults.Err()
	}
	r := diag.NewReporter(doc)
	if !doc.CheckKind(kind, r) {
		return none, r.List().Err()
	}
	set, more := NewSet(doc)
	r.Add(more...)
	return ready(set, doc, r, build)
}

func ready[T any](set *Set, doc *Document, r *diag.Reporter, build Builder[T]) (T, error) {
	var none T
	made := build(set, doc, r)
	if err := Settled(r.List()).Err(); err != nil {
		return none, err
	}
	return made, nil
}

// shared names what was made once of a document: the document, and as what.
type shared struct {
	doc *Document
	as  reflect.Type
}

// Shared makes a document ready that several others of the set use, such as the facts of a person. The set makes it at the first call, and
// gives everybody the same value and every fault from then on, so it must be immutable. Calls with one type have one builder, which must
// not come back to the document that it builds.
func Shared[T any](set *Set, doc *Document, build Builder[T]) (T, diag.List) {
	type outcome struct {
		made   T
		faults diag.List
	}
	once, _ := set.shared.LoadOrStore(shared{doc, reflect.TypeFor[T]()}, sync.OnceValue(func() outcome {
		r := diag.NewReporter(doc)
		made := build(set, doc, r)
		return outcome{made, Settled(r.List())}
	}))
	o := once.(func() outcome)()
	return o.made, slices.Clone(o.faults)
}
