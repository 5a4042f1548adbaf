package schemas

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/internal/yamldoc"
)

// Shape says which of six forms a Node has. Its String is what messages call it.
type Shape = yamldoc.Shape

// The shapes of a Node.
const (
	// Null is a key with nothing behind it, or null.
	Null = yamldoc.Null
	// Truth is true or false.
	Truth = yamldoc.Truth
	// Number is a decimal number; always finite.
	Number = yamldoc.Number
	// Text is everything else that is not a list or a map.
	Text = yamldoc.Text
	// List is an ordered list.
	List = yamldoc.List
	// Map holds keys in the order of the file.
	Map = yamldoc.Map
)

// Node is one value of a Document with its JSON pointer. It is immutable and safe for concurrent use. The zero Node is a
// Null without a place.
type Node struct {
	v       *yamldoc.Value
	pointer string
}

// Pointer gives the JSON pointer (RFC 6901) of the value, such as /items/0/text; empty for the whole document.
func (n Node) Pointer() string { return n.pointer }

// Shape says which form the value has.
func (n Node) Shape() Shape {
	if n.v == nil {
		return Null
	}
	return n.v.Shape
}

// Broken reports whether a fault was already reported for the value itself, so that nothing more need be said of it.
func (n Node) Broken() bool { return n.v != nil && n.v.Broken }

// Text gives the text of a Text, a Number as it was written, and "" for all else.
func (n Node) Text() string {
	if n.v == nil {
		return ""
	}
	return n.v.Text
}

// Number gives the value of a Number, and 0 for all else.
func (n Node) Number() float64 {
	if n.v == nil {
		return 0
	}
	return n.v.Number
}

// Truth gives the value of a Truth, and false for all else.
func (n Node) Truth() bool { return n.v != nil && n.v.Truth }

// Len gives the number of values in a List or a Map, and 0 for all else.
func (n Node) Len() int {
	if n.v == nil {
		return 0
	}
	return len(n.v.Values)
}

// At gives the value with an index, counted from 0, of a List, or of a Map in the order of its keys. It is the zero Node
// where there is none.
func (n Node) At(i int) Node {
	switch {
	case i < 0 || i >= n.Len():
		return Node{}
	case n.v.Shape == Map:
		return Node{v: n.v.Values[i], pointer: n.pointer + "/" + yamldoc.Token(n.v.Keys[i].Name)}
	default:
		return Node{v: n.v.Values[i], pointer: n.pointer + "/" + strconv.Itoa(i)}
	}
}

// Get gives the value of a key of a Map, and whether there is one.
func (n Node) Get(key string) (Node, bool) {
	if n.v == nil {
		return Node{}, false
	}
	i, ok := n.v.Get(key)
	if !ok {
		return Node{}, false
	}
	return n.At(i), true
}

// Keys gives the keys of a Map in the order of the file, and nil for all else.
func (n Node) Keys() []string {
	if n.v == nil || n.v.Shape != Map {
		return nil
	}
	keys := make([]string, len(n.v.Keys))
	for i, k := range n.v.Keys {
		keys[i] = k.Name
	}
	return keys
}

// Plain gives the value as nil, bool, float64, string, []any or map[string]any, which the caller may keep and change.
func (n Node) Plain() any {
	if n.v == nil {
		return nil
	}
	return n.v.Plain()
}

// Pointer joins keys and indexes to a JSON pointer (RFC 6901), with ~ and / in keys escaped: Pointer("items", "0", "text")
// is /items/0/text.
func Pointer(parts ...string) string {
	pointer := ""
	for _, part := range parts {
		pointer += "/" + yamldoc.Token(part)
	}
	return pointer
}
