package sdm

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// form is how values of a type stand in JSON.
type form struct {
	name   string // of an object, such as plan.Goal
	doc    string
	keys   []key
	of     *form          // the elements of a list
	says   string         // the value in words, for all but objects and lists
	schema map[string]any // for the same
	words  []string       // that a text can be
	typ    reflect.Type
}

// key is one key of an object.
type key struct {
	name, doc      string
	form           *form
	always, isNull bool // it is always written, and may then be null
}

// forms finds the forms of types, each once.
type forms struct {
	t    *testing.T
	docs map[string]*goDocs
	all  map[reflect.Type]*form
	// objects are the objects in the order in which they were found, and held those that stand under a key of another.
	objects []*form
	held    map[reflect.Type]bool
}

func newForms(t *testing.T) *forms {
	return &forms{t: t, docs: map[string]*goDocs{}, all: map[reflect.Type]*form{}, held: map[reflect.Type]bool{}}
}

// ownForms are the types that write themselves.
var ownForms = map[reflect.Type]form{
	reflect.TypeFor[json.RawMessage](): {says: "object", schema: map[string]any{"type": "object"}},
	reflect.TypeFor[day.Day]():         {says: "day", schema: map[string]any{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}},
	reflect.TypeFor[budget.Money](): {says: "amount", schema: map[string]any{"type": []any{"object", "null"}, "additionalProperties": false, "required": []any{"minor", "currency"},
		"properties": map[string]any{"minor": map[string]any{"type": "integer"}, "currency": map[string]any{"type": "string", "pattern": "^[A-Z]{3}$"}}}},
	reflect.TypeFor[budget.Quantity](): {says: "number", schema: map[string]any{"type": "number"}},
	reflect.TypeFor[rule.Value](): {says: "value", schema: map[string]any{"type": []any{"number", "object"}, "additionalProperties": false, "required": []any{"missing"},
		"properties": map[string]any{"missing": map[string]any{"type": "string"}}}},
	reflect.TypeFor[schemas.Cite](): {says: "source", schema: map[string]any{"type": []any{"string", "object"}, "additionalProperties": false, "required": []any{"ref"},
		"properties": map[string]any{"ref": map[string]any{"type": "string"}, "at": map[string]any{"type": "string"}, "verified": map[string]any{"type": "boolean"}}}},
	reflect.TypeFor[policy.State](): {says: "text", words: []string{"unknown", "met", "not_met", "not_applicable"}, schema: map[string]any{"type": "string"}},
	reflect.TypeFor[rule.Reason]():  {says: "text", schema: map[string]any{"type": "string"}},
}

func (f *forms) of(typ reflect.Type) *form {
	if there, ok := f.all[typ]; ok {
		return there
	}
	made := &form{typ: typ}
	f.all[typ] = made
	if hand, ok := ownForms[typ]; ok {
		*made = hand
		made.typ = typ
		return made
	}
	if typ.Kind() != reflect.Pointer && (typ.Implements(reflect.TypeFor[json.Marshaler]()) || typ.Implements(reflect.TypeFor[encoding.TextMarshaler]())) {
		f.t.Fatalf("%s writes itself, and nobody said how", typ)
	}
	plain := func(says, is string) { made.says, made.schema = says, map[string]any{"type": is} }
	switch typ.Kind() {
	case reflect.Pointer:
		*made = *f.of(typ.Elem())
	case reflect.Slice, reflect.Array:
		made.of = f.of(typ.Elem())
	case reflect.Struct:
		f.object(made)
	case reflect.String:
		plain("text", "string")
		if typ.PkgPath() != "" {
			made.words = f.docsOf(typ).words[typ.Name()]
		}
	case reflect.Bool:
		plain("true or false", "boolean")
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Uint8:
		plain("whole number", "integer")
	case reflect.Float64:
		plain("number", "number")
	case reflect.Map:
		plain("object", "object")
	case reflect.Interface:
		made.says, made.schema = "any value", map[string]any{}
	default:
		f.t.Fatalf("%s is a %s, and nobody said how that is written", typ, typ.Kind())
	}
	return made
}

func (f *forms) docsOf(typ reflect.Type) *goDocs {
	if f.docs[typ.PkgPath()] == nil {
		f.docs[typ.PkgPath()] = docsOf(f.t, typ.PkgPath())
	}
	return f.docs[typ.PkgPath()]
}

// object fills in the keys of a struct.
func (f *forms) object(made *form) {
	typ := made.typ
	made.name = strings.TrimPrefix(typ.String(), "sdm.")
	made.schema = map[string]any{"type": "object"}
	names := map[string]string{}
	for i := range typ.NumField() {
		name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		names[typ.Field(i).Name] = name
	}
	made.doc = forJSON(f.docsOf(typ).types[typ.Name()], typ.Name(), names)
	for i := range typ.NumField() {
		field := typ.Field(i)
		if field.Anonymous {
			made.keys = append(made.keys, f.of(field.Type).keys...)
			continue
		}
		name, how, _ := strings.Cut(field.Tag.Get("json"), ",")
		if !field.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			f.t.Errorf("%s.%s has no name in JSON", typ, field.Name)
		}
		always := how == ""
		isNull := always && slices.Contains([]reflect.Kind{reflect.Slice, reflect.Map, reflect.Pointer, reflect.Interface}, field.Type.Kind())
		doc := forJSON(f.docsOf(typ).fields[typ.Name()][field.Name], field.Name, names)
		value := f.of(field.Type)
		made.keys = append(made.keys, key{name, doc, value, always, isNull})
		for value.of != nil {
			value = value.of
		}
		f.held[value.typ] = true
	}
	if typ.Name() != "" {
		f.objects = append(f.objects, made)
	}
}

// String says in words what a value is.
func (f *form) String() string {
	switch {
	case f.of != nil:
		return "list of " + f.of.String()
	case f.name != "":
		return fmt.Sprintf("[%s](#%s)", f.name, anchor(f.name))
	case len(f.words) > 0:
		return "`" + strings.Join(f.words, "`, `") + "`"
	}
	return f.says
}

func anchor(title string) string {
	return strings.NewReplacer(".", "", " ", "-").Replace(strings.ToLower(title))
}
