package fault

import (
	"bytes"
	"encoding/json"
	"reflect"
	"unicode/utf8"
)

// Reader goes through one JSON text, token by token and value by value, for a text of which what can be read is to be kept although something
// else in it is wrong. Read structs with Next; the methods of json.Decoder refuse no more than keys that are not known. It is not safe for
// concurrent use.
type Reader struct {
	*json.Decoder
	text []byte
}

// NewReader begins to read a text, which nobody may change meanwhile.
func NewReader(text []byte) *Reader {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	return &Reader{d, text}
}

// Next is Decode for the value at which a reader stands, and leads behind it. src is the text of the value, as a part of the whole text, also
// where the value is refused. Where the text is no JSON there, it is nil, and the error is that of encoding/json.
func Next[T any](r *Reader) (next T, src json.RawMessage, err error) {
	from := r.InputOffset()
	err = r.Decode(&next)
	src = bytes.TrimLeft(r.text[from:r.InputOffset()], ","+white)
	switch {
	case len(src) == 0:
		src = nil
	case err != nil || !utf8.Valid(src) || wrongKeys(src) != nil:
		next = *new(T)
		err = Decode(src, &next) // which tells all that is wrong
	}
	return next, src, err
}

// DecodePart is Decode for a part of a text that Decode or Next has read, such as a json.RawMessage in a struct. It does not look again for what
// there is nowhere in that text: bytes that are no UTF-8 and keys that stand twice.
func DecodePart[T any](src json.RawMessage) (part T, err error) {
	if err := strict(src, &part); err != nil {
		return *new(T), explain(src, reflect.TypeFor[T](), err)
	}
	return part, nil
}
