package sdm

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// look goes through a body once, whatever its kind: for texts and numbers that JSON cannot keep, for days before the person was born, and for
// how long its JSON can be. What a body is about is for its Check.
type look struct {
	born   day.Day
	faults fault.Faults
	// size is how many bytes of JSON the body takes at most.
	size int
	// longest is the length of the longest text so far, of those that are long, and where is its field.
	longest int
	where   string
	way     []wayStep // where one stands
}

// wayStep is a step down: to a field, to the value of a key, to an element of a list, or, without a name, to what a pointer leads to.
type wayStep struct {
	name  string
	index int // of an element; -1 otherwise
}

const (
	// deepestBody is how many fields and lists of a body may stand in each other. No body of this library has ten.
	deepestBody = 64
	// longText is from how many bytes on a text is said to be the reason for which an event is too large.
	longText = 4 << 10
	// mostExact is the greatest whole number that is read from JSON as it was, where nothing says that it is whole.
	mostExact = 1 << 53
	// escaped is how many bytes of JSON a byte of a text takes at most.
	escaped = len(`\u003c`)
)

// through looks through a body.
func (l *look) through(b Body, born day.Day) {
	l.born, l.faults, l.size, l.longest, l.where, l.way = born, nil, 0, longText, "", l.way[:0]
	v := reflect.ValueOf(b)
	l.value(v, shapeOf(v.Type()))
}

func (l *look) value(v reflect.Value, s *shape) {
	l.size += s.size
	switch s.of {
	case aText:
		l.text(v.String())
	case aDay:
		if d, _ := reflect.TypeAssert[day.Day](v); d.Before(l.born) {
			l.faults.Because(ErrOrder, nil, l.field(), "mend the day, or the day of birth", "it is %s, before the person was born on %s", d, l.born)
		}
	case aNumber:
		if n := v.Float(); math.IsNaN(n) || math.IsInf(n, 0) {
			l.tell("give a number, or leave it out", "%v is no number that can be written", n)
		}
	case aStructure:
		for i := range s.fields {
			f := &s.fields[i]
			if f.name == "" {
				l.value(v.Field(f.index), f.shape)
				continue
			}
			l.down(v.Field(f.index), f.shape, wayStep{f.name, -1})
		}
	case aList:
		l.list(v, s.elem)
	case aTable:
		l.table(v, s.elem)
	case aPointer:
		if !v.IsNil() {
			l.down(v.Elem(), s.elem, wayStep{"", -1})
		}
	case anything:
		l.anything(v)
	case unbounded:
		l.size += MaxEventBytes
	}
}

// down looks at what is in a value.
func (l *look) down(v reflect.Value, s *shape, to wayStep) {
	l.way = append(l.way, to)
	if len(l.way) > deepestBody {
		l.tell("write it flatter", "it stands %d levels deep, and no more than %d are kept", len(l.way), deepestBody)
	} else {
		l.value(v, s)
	}
	l.way = l.way[:len(l.way)-1]
}

func (l *look) list(v reflect.Value, elem *shape) {
	n := v.Len()
	l.size += n * len(",")
	if elem.of == known {
		l.size += n * elem.size
		return
	}
	for i := range n {
		l.down(v.Index(i), elem, wayStep{"", i})
	}
}

// table looks at a table in the order of its keys.
func (l *look) table(v reflect.Value, elem *shape) {
	if v.Type().Key().Kind() != reflect.String {
		l.size += MaxEventBytes // in no body of this library
		return
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	fault.Repeats(keys, func(key *reflect.Value) string { return fault.Folded(key.String()) }, func(i int) {
		l.way = append(l.way, wayStep{keys[i].String(), -1})
		l.tell("keep the right one", "the key stands there twice but for the case of its letters, so that nobody can tell which value is meant")
		l.way = l.way[:len(l.way)-1]
	})
	for _, key := range keys {
		l.size += len(`"":,`)
		l.text(key.String())
		l.down(v.MapIndex(key), elem, wayStep{key.String(), -1})
	}
}

// anything looks at a value whose type is not known from where it stands.
func (l *look) anything(v reflect.Value) {
	if v.Kind() == reflect.Interface {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	if v.CanInt() && (v.Int() > mostExact || v.Int() < -mostExact) || v.CanUint() && v.Uint() > mostExact {
		l.tell("give a number of at most 15 digits, or leave it out", "%v would be read as another number", v)
	}
	l.value(v, shapeOf(v.Type()))
}

func (l *look) text(text string) {
	l.size += escaped * len(text)
	if len(text) > l.longest {
		l.longest, l.where = len(text), l.field()
	}
	if !utf8.ValidString(text) {
		l.tell("write it in UTF-8", "it has bytes that are no UTF-8, so that letters would be lost")
	}
}

func (l *look) tell(mend, says string, args ...any) {
	l.faults.Tell(nil, l.field(), mend, says, args...)
}

// field puts into words where one stands, as in lines[0].what.
func (l *look) field() string {
	var b strings.Builder
	for _, s := range l.way {
		switch {
		case s.index >= 0:
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
			continue
		case b.Len() > 0 && s.name != "":
			b.WriteByte('.')
		}
		b.WriteString(strings.ToValidUTF8(s.name, "\uFFFD"))
	}
	return b.String()
}
