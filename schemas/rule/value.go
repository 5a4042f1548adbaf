package rule

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
)

// Value is a number, or the reason why there is none: the form in which numbers leave the engine, so that no NaN does. The
// zero Value is missing as not supplied. A Value is immutable and may be compared with ==.
type Value struct {
	number float64
	given  bool
	reason Reason
}

// ValueOf makes a Value of a slot value: a number, or NA with its reason. Infinities are undefined.
func ValueOf(v float64) Value {
	if v = settle(v); v != v {
		return Value{reason: ReasonOf(v)}
	}
	return Value{number: v, given: true}
}

// MissingValue makes a Value that is missing for a reason.
func MissingValue(r Reason) Value { return ValueOf(NA(r)) }

// Number gives the number, and whether there is one. Without one it is 0 and means nothing.
func (v Value) Number() (float64, bool) { return v.number, v.given }

// Reason says why there is no number; Present where there is one.
func (v Value) Reason() Reason {
	switch {
	case v.given:
		return Present
	case v.reason == Present:
		return NotSupplied
	default:
		return v.reason
	}
}

// Equal reports whether two Values are the same number, or are missing for the same reason. It agrees with ==, but for the zero Value,
// which is the same as one that is missing as not supplied.
func (v Value) Equal(other Value) bool {
	return v.number == other.number && v.Reason() == other.Reason()
}

// Slot gives the Value as a slot value: the number, or NA.
func (v Value) Slot() float64 {
	if v.given {
		return v.number
	}
	return NA(v.Reason())
}

// String gives the number in its shortest exact form, or the word of the reason.
func (v Value) String() string {
	if v.given {
		return FormatNumber(v.number)
	}
	return v.Reason().String()
}

// MarshalJSON gives a number, or {"missing": "too_few"}.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.given {
		return []byte(FormatNumber(v.number)), nil
	}
	return json.Marshal(map[string]Reason{"missing": v.Reason()})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (v *Value) UnmarshalJSON(src []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(src), []byte("{")) {
		var form struct {
			Missing *Reason `json:"missing"`
		}
		if err := json.Unmarshal(src, &form); err != nil {
			return err
		}
		if form.Missing == nil || *form.Missing == Present {
			return fmt.Errorf(`rule: a value is a number or {"missing": reason}, not %s`, src)
		}
		*v = MissingValue(*form.Missing)
		return nil
	}
	var number *float64
	if err := json.Unmarshal(src, &number); err != nil || number == nil || math.IsInf(*number, 0) {
		return fmt.Errorf(`rule: a value is a number or {"missing": reason}, not %s`, src)
	}
	*v = ValueOf(*number)
	return nil
}
