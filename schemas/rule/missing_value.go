package rule

import (
	"fmt"
	"math"
)

// Reason says why a value is missing. A missing value (NA) is never zero and never false.
type Reason uint8

const (
	// Present is the Reason of a value that is there.
	Present Reason = iota
	// Blank: the question was left unanswered.
	Blank
	// Declined: the person chose an answer that counts as missing, such as "prefer not to say".
	Declined
	// NotAsked: the question does not apply to this person, so nobody asked it.
	NotAsked
	// NotSupplied: another document or service should have brought the value and did not.
	NotSupplied
	// TooFew: fewer items are answered than the score needs.
	TooFew
	// KeyItem: an item that the score cannot do without is unanswered.
	KeyItem
	// Undefined: the calculation has no result, as after a division by zero.
	Undefined
	// Invalid: an answer was given and is not one of those allowed.
	Invalid
	// Internal: the definition broke its own promise, such as a score outside its range. It is a fault to mend, not an answer.
	Internal
)

var reasonWords = [...]string{
	Present: "present", Blank: "blank", Declined: "declined", NotAsked: "not_asked", NotSupplied: "not_supplied",
	TooFew: "too_few", KeyItem: "key_item", Undefined: "undefined", Invalid: "invalid", Internal: "internal",
}

// String gives the word that results use: blank, declined, not_asked and so on.
func (r Reason) String() string {
	if int(r) < len(reasonWords) {
		return reasonWords[r]
	}
	return reasonWords[Internal]
}

// MarshalText gives the word of String, so that results in JSON carry words and not numbers.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (r *Reason) UnmarshalText(text []byte) error {
	for i, word := range reasonWords {
		if word == string(text) {
			*r = Reason(i)
			return nil
		}
	}
	return fmt.Errorf("rule: %q is no reason for a missing value", text)
}

// naBits is a quiet NaN whose payload spells "WM" above the reason, so that a NaN made by arithmetic is told apart.
const naBits = 0x7FF8_0000_574D_0000

// NA makes the missing value with a reason. Present is no reason for a missing value and becomes Internal.
func NA(r Reason) float64 {
	if r == Present || r > Internal {
		r = Internal
	}
	return math.Float64frombits(naBits | uint64(r))
}

// IsNA reports whether a slot value is missing.
func IsNA(v float64) bool { return v != v }

// ReasonOf says why a slot value is missing; Present where it is not, Invalid for a NaN that NA did not make.
func ReasonOf(v float64) Reason {
	if v == v {
		return Present
	}
	bits := math.Float64bits(v)
	if r := Reason(bits & 0xFF); bits&^0xFF == naBits && r != Present && r <= Internal {
		return r
	}
	return Invalid
}

// carry gives the missing value that speaks for two operands: the first in reading order, except that not_asked gives
// way to every other reason. Where neither is missing it is b.
func carry(a, b float64) float64 {
	switch {
	case a == a:
		return b
	case b == b:
		return a
	case ReasonOf(a) == NotAsked:
		return b
	default:
		return a
	}
}

// settle makes a result fit to leave the engine: infinity and a NaN without a reason become NA(undefined), negative
// zero becomes zero.
func settle(v float64) float64 {
	if v-v == 0 {
		if v == 0 {
			return 0
		}
		return v
	}
	if v != v && math.Float64bits(v)&^0xFF == naBits {
		return NA(ReasonOf(v))
	}
	return NA(Undefined)
}
