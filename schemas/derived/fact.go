package derived

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// Fact is one thing that can be read off a structure. Rules say its Name.
type Fact struct {
	// Name is how rules say it, such as aid.has_funding.
	Name string `json:"name"`
	// Says is what it tells: of a truth what is so where it is true, of a number what it counts or measures.
	Says string `json:"says"`
	// Type is truth, number with its unit, range and step, or code with its words.
	Type rule.Type `json:"-"`
	// Mend says what to do where the fact speaks against a criterion; empty where reports do not say it.
	Mend string `json:"mend,omitempty"`
}

// Finder is a fact with the way to find it. Find is total: what cannot be told is a missing value.
type Finder[S any] struct {
	Fact
	Find func(s S) Answer
}

// Truth makes a fact that is so or not.
func Truth[S any](name, says, mend string, find func(s S) Answer) Finder[S] {
	return Finder[S]{Fact{Name: name, Says: says, Mend: mend, Type: truth}, find}
}

var truth = rule.Type{Kind: rule.Truth, Hi: 1, Step: 1}

// Scale is what a number counts or measures: its unit for people, the least and the greatest value, and the step between values, 0 for any.
type Scale struct {
	Unit         string
	Lo, Hi, Step float64
}

// Number makes a fact that is a number.
func Number[S any](name, says, mend string, in Scale, find func(s S) Answer) Finder[S] {
	t := rule.Type{Kind: rule.Number, Unit: in.Unit, Lo: in.Lo, Hi: in.Hi, Step: in.Step}
	return Finder[S]{Fact{Name: name, Says: says, Mend: mend, Type: t}, find}
}

// Code makes a fact that is one of some words. find gives the word; no word is not supplied, and one that is not among them is invalid.
func Code[S any, W ~string](name, says, mend string, words []W, find func(s S) W) Finder[S] {
	t := rule.Type{Kind: rule.Code, Set: name, Step: 1, Hi: float64(len(words) - 1)}
	for i, w := range words {
		t.Options = append(t.Options, rule.Option{ID: string(w), Value: float64(i)})
	}
	return Finder[S]{Fact{Name: name, Says: says, Mend: mend, Type: t}, func(s S) Answer {
		word := find(s)
		if word == "" {
			return Missing(rule.NotSupplied)
		}
		for i, w := range words {
			if w == word {
				return Answer{Value: float64(i)}
			}
		}
		return Missing(rule.Invalid)
	}}
}

// Where gives the facts of some tables as facts that are looked for only where something holds of the structure; elsewhere each comes to
// otherwise.
func Where[S any](holds func(s S) bool, otherwise Answer, tables ...[]Finder[S]) []Finder[S] {
	var all []Finder[S]
	for _, table := range tables {
		for _, f := range table {
			all = append(all, Finder[S]{f.Fact, func(s S) Answer {
				if !holds(s) {
					return otherwise
				}
				return f.Find(s)
			}})
		}
	}
	return all
}
