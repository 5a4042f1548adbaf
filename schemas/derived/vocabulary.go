package derived

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Vocabulary is the facts that can be read off one sort of structure, in the order of their page. It is immutable and safe for concurrent use.
type Vocabulary[S any] struct {
	finders []Finder[S]
	place   map[string]int // by name
}

// New makes a vocabulary of tables of facts. Names are to differ: of two facts with one name the first is found by it.
func New[S any](tables ...[]Finder[S]) *Vocabulary[S] {
	v := &Vocabulary[S]{finders: slices.Concat(tables...)}
	v.place = make(map[string]int, len(v.finders))
	for i, f := range v.finders {
		if _, taken := v.place[f.Name]; !taken {
			v.place[f.Name] = i
		}
	}
	return v
}

// Len is how many facts there are.
func (v *Vocabulary[S]) Len() int { return len(v.finders) }

// All gives every fact, in the order of the page.
func (v *Vocabulary[S]) All() []Fact {
	all := make([]Fact, len(v.finders))
	for i, f := range v.finders {
		all[i] = f.Fact
	}
	return all
}

// Inputs gives the facts as inputs of a model, in the order of the page.
func (v *Vocabulary[S]) Inputs() []rule.Input {
	all := make([]rule.Input, len(v.finders))
	for i, f := range v.finders {
		all[i] = rule.Input{Name: f.Name, Type: f.Type}
	}
	return all
}

// Read reads every fact off a structure. A value outside the range of its fact is invalid.
func (v *Vocabulary[S]) Read(s S) Facts {
	f := Facts{place: v.place, answers: make([]Answer, len(v.finders))}
	for i := range v.finders {
		a := v.finders[i].Find(s)
		if t := &v.finders[i].Type; !rule.IsNA(a.Value) && !(a.Value >= t.Lo && a.Value <= t.Hi) {
			a.Value = rule.NA(rule.Invalid)
		}
		f.answers[i] = a
	}
	return f
}

// Fill puts facts into the first Len places of a frame. The zero Facts, and those of a vocabulary with other facts, are not supplied.
func (v *Vocabulary[S]) Fill(frame []float64, of Facts) {
	for i := range v.finders {
		frame[i] = rule.NA(rule.NotSupplied)
		if len(of.answers) == len(v.finders) {
			frame[i] = of.answers[i].Value
		}
	}
}

// Facts are what was read off one structure. They are immutable and safe for concurrent use. The zero Facts are those of no structure: nothing
// is known.
type Facts struct {
	place   map[string]int
	answers []Answer
}

// Value gives a fact by its name in rules; a truth is 1 or 0. It is missing as not supplied where there is no such fact.
func (f Facts) Value(name string) rule.Value {
	if i, known := f.place[name]; known {
		return rule.ValueOf(f.answers[i].Value)
	}
	return rule.MissingValue(rule.NotSupplied)
}

// At gives the fields that show a fact, or that are missing; nil where there is no such fact.
func (f Facts) At(name string) []string {
	if i, known := f.place[name]; known {
		return slices.Clone(f.answers[i].At)
	}
	return nil
}
