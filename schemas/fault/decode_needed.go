package fault

import (
	"encoding/json"
	"strings"
)

// DecodeNeeding is Decode for an object of which some keys have to be there, and not as null: for numbers and for yes or no, of which
// encoding/json would make a 0 or a no that nobody said. It tells every key that is missing.
func DecodeNeeding[T any](src []byte, into *T, keys ...string) error {
	if into == nil {
		return Decode(src, into)
	}
	var read T
	if err := Decode(src, &read); err != nil {
		return err
	}
	var there map[string]json.RawMessage
	if err := json.Unmarshal(src, &there); err != nil {
		return Of(err)
	}
	var faults Faults
	for _, key := range keys {
		if !said(there, key) {
			faults.Tell(nil, key, "give it", "it is missing, and what nobody said is neither 0 nor no")
		}
	}
	if len(faults) > 0 {
		return faults
	}
	*into = read
	return nil
}

// said reports whether an object has a value for a key, which may stand there in another case of letters.
func said(object map[string]json.RawMessage, key string) bool {
	for name, value := range object {
		if strings.EqualFold(name, key) {
			return string(value) != "null"
		}
	}
	return false
}
