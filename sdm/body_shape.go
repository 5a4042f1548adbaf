package sdm

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// shape says where the texts, days and numbers of a type stand, so that a body is looked through without asking its type again.
type shape struct {
	of     lookAt
	fields []shapeField // of a structure: those that have to be looked at
	elem   *shape       // of a list, a table or a pointer
	// size is how many bytes of JSON a value takes at most, beside what is in the parts that have to be looked at.
	size int
}

// shapeField is a field of a structure.
type shapeField struct {
	name  string // as in JSON; empty for an embedded structure, whose fields stand beside the others
	index int
	shape *shape
}

// lookAt says what has to be looked at.
type lookAt uint8

const (
	known lookAt = iota // its size is known, and it cannot be wrong
	aText
	aDay
	aNumber
	aStructure
	aList
	aTable
	aPointer
	anything   // its type is only known from the value
	unbounded  // a type of the caller's own that writes its own JSON
	maxNumber  = 24
	maxOwnJSON = 64 // what a type of this module that writes its own JSON adds to its fields
)

// shapes are those of the types that were met, by reflect.Type.
var shapes sync.Map

// shapeOf gives the shape of a type.
func shapeOf(t reflect.Type) *shape {
	if s, met := shapes.Load(t); met {
		return s.(*shape)
	}
	d := drawing{}
	s := d.shape(t)
	for t, s := range d { // whole by now
		shapes.LoadOrStore(t, s)
	}
	return s
}

// drawing are the shapes that are being made, since a type may hold itself.
type drawing map[reflect.Type]*shape

func (d drawing) shape(t reflect.Type) *shape {
	if s, there := d[t]; there {
		return s
	}
	s := &shape{of: anything} // which is what a type that holds itself meets
	d[t] = s
	*s = d.draw(t)
	return s
}

func (d drawing) draw(t reflect.Type) shape {
	if t == reflect.TypeFor[day.Day]() {
		return shape{of: aDay, size: len(`"2026-01-01"`)}
	}
	own := writesItself(t)
	if own && !strings.HasPrefix(t.PkgPath(), thisModule) && t.Kind() != reflect.Pointer {
		return shape{of: unbounded}
	}
	s := shape{size: maxNumber}
	switch t.Kind() {
	case reflect.String:
		s = shape{of: aText, size: len(`""`)}
	case reflect.Float32, reflect.Float64:
		s.of = aNumber
	case reflect.Struct:
		s = d.structure(t)
	case reflect.Slice, reflect.Array:
		s = shape{of: aList, elem: d.shape(t.Elem()), size: len("null")}
	case reflect.Map:
		s = shape{of: aTable, elem: d.shape(t.Elem()), size: len("null")}
	case reflect.Pointer:
		s = shape{of: aPointer, elem: d.shape(t.Elem()), size: len("null")}
	case reflect.Interface:
		s = shape{of: anything, size: len("null")}
	}
	if own {
		s.size += maxOwnJSON
	}
	return s
}

// structure draws a structure by the rules of encoding/json.
func (d drawing) structure(t reflect.Type) shape {
	s := shape{size: len("{}")}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		embedded := f.Anonymous && name == ""
		if name == "-" || !f.IsExported() && !embedded {
			continue
		}
		if name == "" && !embedded {
			name = f.Name
		}
		of := d.shape(f.Type)
		s.size += len(name) + len(`"":,`)
		if of.of == known {
			s.size += of.size
			continue
		}
		s.of = aStructure
		s.fields = append(s.fields, shapeField{name, i, of})
	}
	return s
}

// thisModule is the beginning of the names of the packages of this module.
const thisModule = "github.com/whatmatters-care/whatmatters/"

// writesItself reports whether a type has its own way of being written.
func writesItself(t reflect.Type) bool {
	has := func(i reflect.Type) bool { return t.Implements(i) || reflect.PointerTo(t).Implements(i) }
	return t.Kind() != reflect.Interface && (has(reflect.TypeFor[json.Marshaler]()) || has(reflect.TypeFor[encoding.TextMarshaler]()))
}
