package schemas

import (
	"reflect"
	"slices"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Builder makes a document of a set ready for use and reports what stands in the way, and whatever else the options ask for. It opens the
// document with Open, runs its own checks, and may build the documents that it uses. What it gives back counts only where it reported no
// error. Every kind's package has one, for Build, BuildOne, Check and Shared.
type Builder[T any] func(set *Set, doc *Document, options CheckOptions, r *diag.Reporter) T

// Build finds a document of a kind and makes it ready: the FromSet of every kind's package. The error is that of
// Set.Find, or a diag.List with every fault.
func Build[T any](set *Set, kind, ref string, build Builder[T]) (T, error) {
	doc, err := set.Find(kind, ref)
	if err != nil {
		var none T
		return none, err
	}
	r := diag.NewReporter(doc)
	return settled(build(set, doc, CheckOptions{}, r), r)
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
	return settled(build(set, doc, CheckOptions{}, r), r)
}

// Compile makes a definition that was built in code ready: the Compile of every kind's package. The error is a diag.List with every fault,
// each with its path and no place.
func Compile[T any](ready func(r *diag.Reporter) T) (T, error) {
	r := diag.NewReporter(nil)
	return settled(ready(r), r)
}

// settled gives what was made where nothing stood in the way, and else that.
func settled[T any](made T, r *diag.Reporter) (T, error) {
	if err := Settled(r.List()).Err(); err != nil {
		var none T
		return none, err
	}
	return made, nil
}

// Check gives every diagnostic of one document of a set, warnings and notes too: the Check of every kind's package. Build finds the same
// errors.
func Check[T any](set *Set, doc *Document, kind string, options CheckOptions, build Builder[T]) diag.List {
	r := diag.NewReporter(doc)
	if doc.CheckKind(kind, r) {
		build(set, doc, options, r)
	}
	return Settled(r.List())
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
	once, _ := set.there().shared.LoadOrStore(shared{doc, reflect.TypeFor[T]()}, sync.OnceValue(func() outcome {
		r := diag.NewReporter(doc)
		made := build(set, doc, CheckOptions{}, r)
		return outcome{made, Settled(r.List())}
	}))
	o := once.(func() outcome)()
	return o.made, slices.Clone(o.faults)
}
