package schemas

import (
	"encoding"
	"math"
	"reflect"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Unmarshaler is a type that reads more than one form, such as `missing: complete` beside `missing: {at_least: 7}`. It is
// called for a value that is present, neither empty nor broken. The method needs a pointer receiver.
type Unmarshaler interface {
	// UnmarshalNode takes the value at n, and reports what it cannot take to d.Report().
	UnmarshalNode(n Node, d *Decoder)
}

// Decoder turns Nodes into Go values and reports what does not fit. It is not safe for concurrent use.
type Decoder struct {
	report *diag.Reporter
}

// NewDecoder makes a Decoder that reports to r.
func NewDecoder(r *diag.Reporter) *Decoder { return &Decoder{report: r} }

// Report gives the Reporter that the Decoder reports to.
func (d *Decoder) Report() *diag.Reporter { return d.report }

// Decode puts the whole document into the struct that into points to, and reports every unknown key, missing key and
// wrong type at its exact place, after the faults of Parse. All that is good is decoded. See Decoder.Decode for the
// types.
func (d *Document) Decode(into any, r *diag.Reporter) {
	r.Add(d.there().faults...)
	NewDecoder(r).Decode(d.Root(), into)
}

var (
	unmarshalerType = reflect.TypeFor[Unmarshaler]()
	textType        = reflect.TypeFor[encoding.TextUnmarshaler]()
	nodeType        = reflect.TypeFor[Node]()
)

// Decode puts a value into what into points to:
//
//   - a struct takes a map by its json tags. A key is optional if its tag says omitempty or omitzero, else required. A
//     key that no tag names is a fault. Embedded structs are flattened;
//   - string, bool, the int types and float64 take text, truth and numbers, none for another;
//   - a slice takes a list, an array a list of just its length, map[string]T a map, a pointer what it points to;
//   - an encoding.TextUnmarshaler, such as day.Day, takes a text of its form;
//   - any takes the plain value, Node the value itself, and an Unmarshaler what it wants.
//
// A key with nothing behind it is a fault, except where any or Node is wanted. A program's mistake, such as a channel or
// an into that is no pointer, is reported under the code key-no-place.
func (d *Decoder) Decode(n Node, into any) {
	target := reflect.ValueOf(into)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		d.noPlace(n, "the program passed %T where a pointer is needed", into)
		return
	}
	d.value(n, target.Elem())
}

// value decodes one value and reports whether it fitted on the whole; faults further down do not count.
func (d *Decoder) value(n Node, into reflect.Value) bool {
	t := into.Type()
	switch {
	case n.Broken():
		return false
	case t == nodeType:
		into.Set(reflect.ValueOf(n))
		return true
	case t.Kind() == reflect.Interface && t.NumMethod() == 0:
		if plain := n.Plain(); plain != nil {
			into.Set(reflect.ValueOf(plain))
		}
		return true
	case n.Shape() == Null:
		d.empty(n)
		return false
	case reflect.PointerTo(t).Implements(unmarshalerType) && into.CanAddr():
		into.Addr().Interface().(Unmarshaler).UnmarshalNode(n, d)
		return true
	case reflect.PointerTo(t).Implements(textType) && into.CanAddr():
		return d.text(n, into.Addr().Interface().(encoding.TextUnmarshaler))
	}
	switch t.Kind() {
	case reflect.Pointer:
		target := reflect.New(t.Elem())
		ok := d.value(n, target.Elem())
		if ok {
			into.Set(target)
		}
		return ok
	case reflect.String:
		return d.want(n, Text, func() { into.SetString(n.Text()) })
	case reflect.Bool:
		return d.want(n, Truth, func() { into.SetBool(n.Truth()) })
	case reflect.Float64:
		return d.want(n, Number, func() { into.SetFloat(n.Number()) })
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return d.whole(n, into)
	case reflect.Slice:
		return d.want(n, List, func() { d.slice(n, into) })
	case reflect.Array:
		return d.want(n, List, func() { d.array(n, into) })
	case reflect.Map:
		return d.want(n, Map, func() { d.mapping(n, into) })
	case reflect.Struct:
		if n.Shape() != Map {
			d.noMap(n, fieldsOf(t))
			return false
		}
		d.fields(n, into)
		return true
	default:
		d.noPlace(n, "the program cannot put a value into %s", t)
		return false
	}
}

// want runs set where the value has the shape, and reports it where it has another.
func (d *Decoder) want(n Node, shape Shape, set func()) bool {
	if n.Shape() != shape {
		d.wrongShape(n, shape)
		return false
	}
	set()
	return true
}

// text lets a type read a text of a form of its own, such as a day. What is no text is not quoted for the author: few numbers have
// the form.
func (d *Decoder) text(n Node, into encoding.TextUnmarshaler) bool {
	var e *diag.Entry
	if n.Shape() != Text {
		e = d.report.Errorf(codeType, diag.At(n.Pointer()), "%s is %s, and this is %s", name(n), Text, n.Shape())
	} else if err := into.UnmarshalText([]byte(n.Text())); err != nil {
		e = d.report.Errorf(codeType, diag.At(n.Pointer()), "%s cannot be read: %v", name(n), err)
	}
	if _, isDay := into.(*day.Day); isDay && e != nil {
		e.Hinted("Write it as %q, in quotes", "2024-04-01")
	}
	return n.Shape() == Text
}

func (d *Decoder) whole(n Node, into reflect.Value) bool {
	x := n.Number()
	switch {
	case n.Shape() != Number:
		hintNumber(d.report.Errorf(codeType, diag.At(n.Pointer()), "%s is a whole number, and this is %s", name(n), n.Shape()), n, "a whole number such as 7")
		return false
	case x != math.Trunc(x):
		d.report.Errorf(codeType, diag.At(n.Pointer()), "%s is a whole number, and this is %s", name(n), n.Text()).
			Hinted("Write it without a decimal point")
	case math.Abs(x) > 1<<53 || into.OverflowInt(int64(x)):
		d.report.Errorf(codeType, diag.At(n.Pointer()), "%s is a whole number, and %s is too far from 0", name(n), n.Text()).
			Hinted("Write the number that is meant")
	default:
		into.SetInt(int64(x))
	}
	return true
}

func (d *Decoder) slice(n Node, into reflect.Value) {
	list := reflect.MakeSlice(into.Type(), n.Len(), n.Len())
	for i := range n.Len() {
		d.value(n.At(i), list.Index(i))
	}
	into.Set(list)
}

func (d *Decoder) array(n Node, into reflect.Value) {
	if n.Len() != into.Len() {
		d.report.Errorf(codeType, diag.At(n.Pointer()), "%s holds %d values, and these are %d", name(n), into.Len(), n.Len())
		return
	}
	for i := range n.Len() {
		d.value(n.At(i), into.Index(i))
	}
}

func (d *Decoder) mapping(n Node, into reflect.Value) {
	t := into.Type()
	if t.Key().Kind() != reflect.String {
		d.noPlace(n, "the program cannot put keys into %s", t.Key())
		return
	}
	m := reflect.MakeMapWithSize(t, n.Len())
	for i, key := range n.Keys() {
		value := reflect.New(t.Elem()).Elem()
		if d.value(n.At(i), value) {
			m.SetMapIndex(reflect.ValueOf(key).Convert(t.Key()), value)
		}
	}
	into.Set(m)
}

func (d *Decoder) fields(n Node, into reflect.Value) {
	known := fieldsOf(into.Type())
	for i, key := range n.Keys() {
		if place, ok := known.byName[key]; ok {
			d.value(n.At(i), into.FieldByIndex(known.fields[place].index))
			continue
		}
		d.unknownKey(n.At(i), key, n, known)
	}
	for _, f := range known.fields {
		if _, ok := n.Get(f.name); f.required && !ok {
			d.missingKey(n, f.name)
		}
	}
}
