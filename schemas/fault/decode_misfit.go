package fault

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// deepest is how far below the whole value a misfit is looked for. Whatever lies deeper is told at that depth, so that the time stays in
// proportion to the length of the text.
const deepest = 32

// misfits tells what below a place does not fit its type, where decoding the value there gave an error. It decodes each part alone, so
// that it is always encoding/json that says what fits.
func (f *Faults) misfits(at *Place, t reflect.Type, src json.RawMessage, err error, depth int) {
	for t.Kind() == reflect.Pointer && !readsItself(t) {
		t = t.Elem()
	}
	told := len(*f)
	if depth < deepest && !readsItself(t) {
		switch t.Kind() {
		case reflect.Struct:
			f.members(at, src, depth, keysOf(t))
		case reflect.Map:
			f.members(at, src, depth, keys{all: t.Elem()})
		case reflect.Slice, reflect.Array:
			f.elements(at, t.Elem(), src, depth)
		}
	}
	if len(*f) == told {
		f.misfit(at, err)
	}
}

// part looks at one part of a value.
func (f *Faults) part(at *Place, t reflect.Type, src json.RawMessage, depth int) {
	if err := strict(src, reflect.New(t).Interface()); err != nil {
		f.misfits(at, t, src, err, depth+1)
	}
}

// members looks at the members of an object.
func (f *Faults) members(at *Place, src json.RawMessage, depth int, of keys) {
	d := json.NewDecoder(bytes.NewReader(src))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return
	}
	for d.More() && len(*f) < Max {
		key, err := d.Token()
		var value json.RawMessage
		if err != nil || d.Decode(&value) != nil {
			return
		}
		said, _ := key.(string)
		here := at.Field(keyInWords(said))
		switch t, known := of.find(said); {
		case !known:
			f.Tell(&here, "", of.instead(said), "there is no such key, so that what stands there would be lost")
		case t != nil:
			f.part(&here, t, value, depth)
		}
	}
}

// elements looks at the elements of a list.
func (f *Faults) elements(at *Place, t reflect.Type, src json.RawMessage, depth int) {
	d := json.NewDecoder(bytes.NewReader(src))
	if open, err := d.Token(); err != nil || open != json.Delim('[') {
		return
	}
	for i := 0; d.More() && len(*f) < Max; i++ {
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return
		}
		here := at.Item("", i)
		f.part(&here, t, value, depth)
	}
}

// misfit tells what encoding/json, or the type of a value, says of it.
func (f *Faults) misfit(at *Place, err error) {
	if below, ok := err.(Faults); ok { // of the UnmarshalJSON of that very type, so that their fields lead on from here
		for _, one := range below {
			one.Field = join(at.String(), one.Field)
			f.Add(one)
		}
		return
	}
	if wrong, ok := err.(*json.UnmarshalTypeError); ok {
		f.Because(err, at, "", "", "there is %s where %s belongs", given(wrong.Value), wanted(wrong.Type))
		return
	}
	f.Because(err, at, "", "", "%s", strings.TrimPrefix(err.Error(), "json: "))
}

// given puts into words what encoding/json found, which is such as string or number 5.5.
func given(value string) string {
	switch value {
	case "string":
		return "a text"
	case "array":
		return "a list"
	case "object":
		return "an object"
	case "bool":
		return "true or false"
	case "number":
		return "a number"
	}
	return fmt.Sprintf("the %.40s", value)
}

// wanted puts into words what a type takes.
func wanted(t reflect.Type) string {
	switch k := t.Kind(); {
	case k == reflect.String, implements[encoding.TextUnmarshaler](t):
		return "a text"
	case k == reflect.Bool:
		return "true or false"
	case k >= reflect.Int && k <= reflect.Int64:
		return fmt.Sprintf("a whole number of %d bits", t.Bits())
	case k >= reflect.Uint && k <= reflect.Uintptr:
		return fmt.Sprintf("a whole number of %d bits that is not negative", t.Bits())
	case k == reflect.Float32 || k == reflect.Float64:
		return "a number"
	case k == reflect.Slice || k == reflect.Array:
		return "a list"
	}
	return "an object"
}

// readsItself reports whether a type has its own way of being read, into which one cannot look.
func readsItself(t reflect.Type) bool {
	return implements[json.Unmarshaler](t) || implements[encoding.TextUnmarshaler](t)
}

// implements reports whether a value of a type has the methods I, or its address has.
func implements[I any](t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[I]()) || reflect.PointerTo(t).Implements(reflect.TypeFor[I]())
}
