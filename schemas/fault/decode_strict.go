package fault

import (
	"bytes"
	"encoding/json"
	"errors"
	"sync"
)

// white are the characters of JSON that say nothing between others.
const white = " \t\r\n"

// strict decodes one value with encoding/json, refuses keys that are not known, and accepts only white space behind it.
func strict(src []byte, into any) error {
	src = bytes.TrimRight(src, white)
	d := decoders.Get().(*decoder)
	d.text.Reset(src)
	before := d.InputOffset()
	if err := d.Decode(into); err != nil {
		return err
	}
	if d.InputOffset()-before < int64(len(src)) {
		return errors.New("something stands behind the value")
	}
	if len(src) <= short {
		d.text.Reset(nil)
		decoders.Put(d)
	}
	return nil
}

// decoder reads values one after the other, each from a text of its own. To make one costs more than to read a short text.
type decoder struct {
	*json.Decoder
	text bytes.Reader
}

// decoders are those that read their last text to its end and nothing else, so that they can begin another.
var decoders = sync.Pool{New: func() any {
	d := new(decoder)
	d.Decoder = json.NewDecoder(&d.text)
	d.DisallowUnknownFields()
	return d
}}

// short is how many bytes a text may have so that its decoder is kept, with a buffer of that size.
const short = 64 << 10
