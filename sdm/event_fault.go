package sdm

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// ErrEvent is wrapped by every error about an event of a record.
var ErrEvent = errors.New("this event cannot stand in the record")

// The reasons for which an event is refused that a program may want to tell apart. Each comes in an EventFault, which wraps ErrEvent too.
var (
	// ErrRepeated: the very same event stands in the record already. Nothing is lost by leaving it out.
	ErrRepeated = errors.New("the same event stands in the record already")
	// ErrIDTaken: another event has the id.
	ErrIDTaken = errors.New("the id is already taken by another event")
	// ErrOrder: the event is dated or noted before one that stands before it.
	ErrOrder = errors.New("the event is out of order")
	// ErrPerson: the event, or the record, is about somebody else.
	ErrPerson = errors.New("this is about another person")
	// ErrUnknownKind: this version does not know events of the kind, which may be of a later one.
	ErrUnknownKind = errors.New("this version does not know the kind of event")
	// ErrLaterForm: the event is of a kind that this version knows, written in a form of a later one.
	ErrLaterForm = errors.New("the event is written in a later form of its kind")
)

// EventFault says what is wrong with one event of a record, or what of it could not be checked: ErrNotChecked then.
type EventFault struct {
	// Event is its id, as far as it could be read, and Kind its kind.
	Event, Kind string
	// Number counts the events of a record in JSON, from 1; 0 where the event came otherwise.
	Number int
	// Faults are what is wrong, each with the field of the event or of its body, such as on or needs[0].goals[1].owner, the reason and the
	// remedy. There is at least one.
	Faults fault.Faults
	// stands tells that the event stands in the record, and does not go with something else.
	stands bool
}

// Error names the event and the fields, and says what is wrong: in one line for one fault, and with a line for each of several.
func (f *EventFault) Error() string {
	var b strings.Builder
	if f.Event == "" {
		b.WriteString("an event without an id")
	} else {
		b.WriteString("event " + f.Event)
	}
	if f.Kind != "" {
		b.WriteString(" (" + f.Kind + ")")
	}
	if f.Number > 0 {
		b.WriteString(", number " + strconv.Itoa(f.Number))
	}
	b.WriteString(":")
	switch {
	case errors.Is(f.Faults, ErrNotChecked): // it may well stand in the record
		b.WriteString(" " + ErrNotChecked.Error() + ":")
	case !f.stands:
		b.WriteString(" " + ErrEvent.Error() + ":")
	}
	if len(f.Faults) == 1 {
		b.WriteString(" " + f.Faults[0].Error())
		return b.String()
	}
	for _, one := range f.Faults {
		b.WriteString("\n  " + one.Error())
	}
	return b.String()
}

// Unwrap gives ErrEvent and what is wrong.
func (f *EventFault) Unwrap() []error { return []error{ErrEvent, f.Faults} }

// faulty says of an event what is wrong with it.
func faulty(e Event, err error) *EventFault {
	f := &EventFault{Event: e.ID, Faults: fault.Of(err)}
	if b := reflect.ValueOf(e.Body); b.IsValid() && (b.Kind() != reflect.Pointer || !b.IsNil()) {
		f.Kind = e.Body.Kind()
	}
	return f
}

// faultyIn says what is wrong with an event that stands in the record.
func faultyIn(e Event, err error) *EventFault {
	f := faulty(e, err)
	f.stands = true
	return f
}

// embodied says of an event that it has no body, or one that is handed in as something else than the struct that its kind has.
func (e Event) embodied() error {
	switch {
	case e.Body == nil:
		return bodiless()
	case reflect.TypeOf(e.Body).Kind() != reflect.Struct:
		return fault.In("body", "hand in the struct itself, and no pointer to it", "it is a %T, which is not what an event of a record has", e.Body)
	}
	return nil
}

// because is fault.In for a fault with a cause that a program may ask for.
func because(cause error, field, mend, says string, args ...any) error {
	var f fault.Faults
	f.Because(cause, nil, field, mend, says, args...)
	return f
}

// undated says of an event that it has no day.
func undated() error {
	return fault.In("on", "give the day on which it happened, as in 2024-04-01", "it has no date")
}

// bodiless says of an event that it has no body.
func bodiless() error {
	return fault.In("body", "say what happened", "nothing happened in it: it has no body")
}

// unknownKind says of an event that its kind is none.
func unknownKind(word string) error {
	known := slices.Sorted(maps.Keys(kinds))
	if word == "" {
		return fault.In("kind", fault.OneOf(word, known), "it does not say of which kind it is")
	}
	return because(ErrUnknownKind, "kind", fault.OneOf(word, known), "this version does not know events of the kind %.40q", word)
}

// listed gives what a diag.List says of the value in a field as faults.
func listed(field string, err error) error {
	var list diag.List
	if !errors.As(err, &list) {
		return fault.Of(err).Under(field)
	}
	var f fault.Faults
	for _, d := range list.Only(diag.Error) {
		f.Add(fault.Fault{Field: field + pointed(d.Path), Says: d.Message(), Mend: begun(d.Hint), Err: d})
	}
	return f.Err()
}

// begun writes a sentence as the part of another. Abbreviations keep their capitals.
func begun(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	if next, _ := utf8.DecodeRuneInString(sentence[size:]); size == 0 || unicode.IsUpper(next) {
		return sentence
	}
	return string(unicode.ToLower(first)) + sentence[size:]
}

// unescaped undoes what a JSON pointer does to the signs that it is made of.
var unescaped = strings.NewReplacer("~1", "/", "~0", "~")

// pointed writes a JSON pointer as the field of a fault: /stops/0/on as .stops[0].on.
func pointed(pointer string) string {
	var b strings.Builder
	for _, step := range strings.Split(pointer, "/")[1:] {
		if _, err := strconv.ParseUint(step, 10, 32); err == nil {
			b.WriteString("[" + step + "]")
			continue
		}
		b.WriteString("." + unescaped.Replace(step))
	}
	return b.String()
}
