package schemas

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// Mismatches compares a Go type with a schema of the bundle, and gives one sentence for each difference: a property that
// the type does not read, a key that the schema does not know, one that only the one or the other requires. def is the
// name of a kind, such as questionnaire, of a shared part, such as cite, or of a kind's own part, such as
// questionnaire.item; value is a value of the type or a pointer to one. It goes on into structs within structs, lists
// and maps, except into types that implement Unmarshaler or encoding.TextUnmarshaler, which have forms of their own. Every kind's package has a test
// that there are none.
func Mismatches(def string, value any) []string {
	root, ok := allSchemas()[def]
	if !ok {
		return []string{fmt.Sprintf("there is no schema %s", def)}
	}
	c := comparison{seen: map[reflect.Type]bool{}}
	c.structs(def, root, base(reflect.TypeOf(value)))
	return c.found
}

// base is the type behind pointers.
func base(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// comparison collects differences; seen keeps a type that holds itself from going round for ever.
type comparison struct {
	seen  map[reflect.Type]bool
	found []string
}

func (c *comparison) add(format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

// values looks for structs in a value.
func (c *comparison) values(at string, s schema, t reflect.Type) {
	t = base(t)
	if p := reflect.PointerTo(t); p.Implements(unmarshalerType) || p.Implements(textType) {
		return
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		if below, ok := s.item(); ok {
			c.values(at+"[]", below, t.Elem())
		}
	case reflect.Map:
		if below, ok := s.child(func(part schema) any { return part["additionalProperties"] }); ok {
			c.values(at+"{}", below, t.Elem())
		}
	case reflect.Struct:
		c.structs(at, s, t)
	}
}

// structs compares the keys of a struct, and goes on into its fields.
func (c *comparison) structs(at string, s schema, t reflect.Type) {
	if t == nil || t.Kind() != reflect.Struct {
		c.add("%s: %v is no struct", at, t)
		return
	}
	if c.seen[t] {
		return
	}
	c.seen[t] = true
	c.keys(at, s, t)
	for _, f := range fieldsOf(t).fields {
		if below, ok := s.key(f.name); ok {
			c.values(at+"."+f.name, below, t.FieldByIndex(f.index).Type)
		}
	}
}

func (c *comparison) keys(at string, s schema, t reflect.Type) {
	properties, required := s.keys()
	fields := fieldsOf(t)
	if len(properties) == 0 {
		c.add("%s: the schema names no properties, and %s has some", at, t)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if _, ok := fields.byName[name]; !ok {
			c.add("%s: %s does not read the property %s", at, t, name)
		}
	}
	for _, f := range fields.fields {
		switch {
		case !properties[f.name]:
			c.add("%s: the schema does not know the key %s of %s", at, f.name, t)
		case f.required && !required[f.name]:
			c.add("%s: %s requires %s, the schema does not", at, t, f.name)
		case !f.required && required[f.name]:
			c.add("%s: the schema requires %s, %s does not", at, f.name, t)
		}
	}
}

// keys gives the properties that a schema names in any of its parts, and those that it always requires.
func (s schema) keys() (properties, required map[string]bool) {
	properties, required = map[string]bool{}, map[string]bool{}
	s.parts(func(part schema) bool {
		named, _ := part["properties"].(map[string]any)
		for name := range named {
			properties[name] = true
		}
		always, _ := part["required"].([]any)
		for _, name := range always {
			if name, ok := name.(string); ok {
				required[name] = true
			}
		}
		return false
	})
	return properties, required
}
