package fault

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"unicode/utf8"
)

// Decode reads one JSON value into a target, as encoding/json does, and refuses whatever encoding/json would let fall away: keys that the
// target does not have, a key that stands twice in one object, be it in another case of letters, bytes that are no UTF-8, and anything behind
// the value. On success the target is that value and nothing else: what it held before is gone. On an error it is as it was.
//
// The error is Faults. It has every key that is not known or whose value does not fit, each with its Field, such as needs[0].weight,
// and with what encoding/json or the type of that value said as its Err. Where the text is no JSON, it has the first place where it
// breaks. Faults that an UnmarshalJSON gives are moved to where its value stands.
//
// The error for a nil target has a *json.InvalidUnmarshalError. Bound the size of the text before decoding it.
func Decode[T any](src []byte, into *T) error { return DecodeNeeding(src, into) }

// DecodeNeeding is Decode for an object of which some keys have to be there, and not as null: for numbers and for yes or no, of which
// encoding/json would make a 0 or a no that nobody said. It tells every key that is missing.
func DecodeNeeding[T any](src []byte, into *T, needed ...string) error {
	if into == nil {
		return because(&json.InvalidUnmarshalError{Type: reflect.TypeFor[*T]()}, "", "give the address of a value", "there is no target to decode into")
	}
	if !utf8.Valid(src) {
		return noUTF8(src)
	}
	whole := new(T)
	if err := strict(src, whole); err != nil {
		return explain(src, reflect.TypeFor[T](), err)
	}
	if err := wrongKeys(src, needed...); err != nil {
		return err
	}
	*into = *whole
	return nil
}

// explain finds what is wrong with a text that cannot be decoded into a type.
func explain(src []byte, t reflect.Type, err error) error {
	var broken *json.SyntaxError
	if wrong := json.Unmarshal(src, new(json.RawMessage)); errors.As(wrong, &broken) {
		return noJSON(src, broken)
	}
	var faults Faults
	faults.misfits(nil, t, src, err, 0)
	return faults.Err()
}

// noJSON tells where a text stops being JSON.
func noJSON(src []byte, broken *json.SyntaxError) error {
	switch err := json.NewDecoder(bytes.NewReader(src)).Decode(new(json.RawMessage)); {
	case err == nil:
		return because(broken, "", "give one value at a time", "something stands behind the value, at byte %d, and would be lost", broken.Offset)
	case errors.Is(err, io.EOF):
		return because(broken, "", "give one JSON value", "there is none")
	case bytes.HasPrefix(src, []byte("\xef\xbb\xbf")):
		return because(broken, "", "save it as UTF-8 without BOM", "the text starts with an invisible byte order mark")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return because(broken, placeAt(src), "give the whole text", "the JSON breaks off here, after %d bytes", len(src))
	}
	return because(broken, placeAt(src[:max(broken.Offset, 1)-1]), "mend the JSON", "byte %d is no JSON: %s", broken.Offset, broken)
}

// noUTF8 tells where a text stops being UTF-8.
func noUTF8(src []byte) error {
	at := 0
	for at < len(src) {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return because(nil, placeAt(src[:at]), "write the JSON in UTF-8", "byte %d is no UTF-8, so that letters would be lost", at+1)
}

// because gives one fault with a cause.
func because(cause error, field, mend, says string, args ...any) error {
	return Faults{{Field: field, Says: fmt.Sprintf(says, args...), Mend: mend, Err: cause}}
}
