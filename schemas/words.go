package schemas

import (
	"maps"
	"slices"
	"strings"
)

// wordsRef marks what people read: a property of a schema that refers here holds words, which a translation can lay
// over, and every other text is an id, a rule or a code.
const wordsRef = "#/$defs/words"

// mostParts bounds how far one place of a schema is followed through references.
const mostParts = 100

// parts calls visit for every schema that applies in a place: the schema itself, what it refers to, and its
// alternatives, until visit returns true.
func (s schema) parts(visit func(schema) bool) {
	left := mostParts
	var walk func(s schema) bool
	walk = func(s schema) bool {
		left--
		if s == nil || left < 0 {
			return false
		}
		if visit(s) {
			return true
		}
		if ref, ok := s["$ref"].(string); ok && walk(allSchemas()[strings.TrimPrefix(ref, "#/$defs/")]) {
			return true
		}
		for _, key := range []string{"allOf", "anyOf", "oneOf"} {
			several, _ := s[key].([]any)
			for _, one := range several {
				if below, ok := one.(map[string]any); ok && walk(below) {
					return true
				}
			}
		}
		for _, key := range []string{"then", "else"} {
			if below, ok := s[key].(map[string]any); ok && walk(below) {
				return true
			}
		}
		return false
	}
	walk(s)
}

// child gives the schema that first answers to find in any part.
func (s schema) child(find func(schema) any) (below schema, ok bool) {
	s.parts(func(part schema) bool {
		var tree map[string]any
		if tree, ok = find(part).(map[string]any); ok {
			below = tree
		}
		return ok
	})
	return below, ok
}

// key gives the schema of the value of a key, and whether there is one.
func (s schema) key(name string) (schema, bool) {
	below, ok := s.child(func(part schema) any {
		properties, _ := part["properties"].(map[string]any)
		return properties[name]
	})
	if ok {
		return below, true
	}
	return s.child(func(part schema) any { return part["additionalProperties"] })
}

// item gives the schema of the items of a list, and whether there is one.
func (s schema) item() (schema, bool) {
	return s.child(func(part schema) any { return part["items"] })
}

// texts gives the keys that hold words, in alphabetical order.
func (s schema) texts() []string {
	properties, _ := s.keys()
	var names []string
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if below, _ := s.key(name); below.isWords() {
			names = append(names, name)
		}
	}
	return names
}

// isWords reports whether the place holds words.
func (s schema) isWords() (is bool) {
	s.parts(func(part schema) bool {
		is = part["$ref"] == wordsRef
		return is
	})
	return is
}
