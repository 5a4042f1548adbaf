package fault

import (
	"reflect"
	"slices"
	"strings"
)

// keys are those that an object may have, with the types of their values.
type keys struct {
	all   reflect.Type // of every key; nil where only the names may stand there
	names []string
	types []reflect.Type // of the names; nil where one cannot look into the value
}

// keysOf lists the keys of a struct by the rules of encoding/json.
func keysOf(t reflect.Type) keys {
	var k keys
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || f.Tag.Get("json") == "-" || embedded(f) || !flat(t, f.Index) {
			continue
		}
		if name == "" {
			name = f.Name
		}
		of := f.Type
		if strings.Contains(","+options+",", ",string,") {
			of = nil
		}
		k.names, k.types = append(k.names, name), append(k.types, of)
	}
	return k
}

// embedded reports whether the fields of a field are those of the struct that it stands in.
func embedded(f reflect.StructField) bool {
	t := f.Type
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return f.Anonymous && name == "" && t.Kind() == reflect.Struct
}

// flat reports whether all that stands above a field is embedded.
func flat(t reflect.Type, index []int) bool {
	for n := 1; n < len(index); n++ {
		if f := t.FieldByIndex(index[:n]); f.Tag.Get("json") == "-" || !embedded(f) {
			return false
		}
	}
	return true
}

// find gives the type of the value of a key, and whether there may be such a key. As for encoding/json, the case of letters is no matter.
func (k keys) find(said string) (of reflect.Type, known bool) {
	if k.all != nil {
		return k.all, true
	}
	i := slices.Index(k.names, said)
	if i < 0 {
		i = slices.IndexFunc(k.names, func(name string) bool { return strings.EqualFold(name, said) })
	}
	if i < 0 {
		return nil, false
	}
	return k.types[i], true
}

// instead says what to do about a key that is not known.
func (k keys) instead(said string) string {
	if len(k.names) == 0 {
		return "take it out"
	}
	return OneOf(said, k.names)
}
