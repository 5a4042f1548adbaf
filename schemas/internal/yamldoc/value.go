package yamldoc

import "github.com/whatmatters-care/whatmatters/schemas/diag"

// Shape says which of the six forms a value has.
type Shape uint8

// The shapes. Null is the zero value.
const (
	Null Shape = iota
	Truth
	Number
	Text
	List
	Map
)

// String names the shape in the words of a message: nothing, true or false, a number, text, a list, a map.
func (s Shape) String() string {
	switch s {
	case Truth:
		return "true or false"
	case Number:
		return "a number"
	case Text:
		return "text"
	case List:
		return "a list"
	case Map:
		return "a map"
	default:
		return "nothing"
	}
}

// Value is one value of a document. Values are immutable once Parse or With has returned them, and safe for concurrent
// use; no caller may change a field.
type Value struct {
	Shape Shape
	// Broken is true where a fault was already reported for the value itself, so that nobody reads on and reports another.
	Broken bool
	// Truth is the value of a Truth.
	Truth bool
	style style
	// Text is the text of a Text, and a Number as it was written.
	Text string
	// Number is the value of a Number, always finite.
	Number float64
	// Keys are the keys of a Map in the order of the file, each beside its value in Values.
	Keys []Key
	// Values are the values of a Map or a List.
	Values []*Value

	index      map[string]int
	source     *source
	start, end diag.Pos
}

// Key is the key of a value in a Map.
type Key struct {
	Name       string
	start, end diag.Pos
}

// source is the file that values come from. Values of two files can stand in one tree, once a translation is laid over.
type source struct {
	file string
	text []byte
}

// style says how a scalar is written, which decides how its text maps to the file.
type style uint8

const (
	plain style = iota
	singleQuoted
	doubleQuoted
	literal
	folded
	unwritten // nothing is there: the value of a key that is followed by no value
)

// manyKeys is the number of keys from which a Map keeps an index.
const manyKeys = 8

// Get gives the place of a key among the Keys of a Map, and whether there is one.
func (v *Value) Get(name string) (int, bool) {
	if v.index != nil {
		i, ok := v.index[name]
		return i, ok
	}
	for i, k := range v.Keys {
		if k.Name == name {
			return i, true
		}
	}
	return 0, false
}

// add puts a key and its value at the end of a Map. The key must be new.
func (v *Value) add(k Key, value *Value) {
	v.Keys = append(v.Keys, k)
	v.Values = append(v.Values, value)
	switch {
	case v.index != nil:
		v.index[k.Name] = len(v.Keys) - 1
	case len(v.Keys) > manyKeys:
		v.reindex()
	}
}

func (v *Value) reindex() {
	if len(v.Keys) <= manyKeys {
		return
	}
	v.index = make(map[string]int, 2*len(v.Keys))
	for i, k := range v.Keys {
		v.index[k.Name] = i
	}
}

// Plain gives the value as nil, bool, float64, string, []any or map[string]any, which share nothing with the tree.
func (v *Value) Plain() any {
	switch v.Shape {
	case Truth:
		return v.Truth
	case Number:
		return v.Number
	case Text:
		return v.Text
	case List:
		list := make([]any, len(v.Values))
		for i, item := range v.Values {
			list[i] = item.Plain()
		}
		return list
	case Map:
		m := make(map[string]any, len(v.Keys))
		for i, k := range v.Keys {
			m[k.Name] = v.Values[i].Plain()
		}
		return m
	default:
		return nil
	}
}
