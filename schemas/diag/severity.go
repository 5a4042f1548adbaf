package diag

import "fmt"

// Severity says how much a diagnostic matters. The zero value is invalid on purpose, so that a forgotten severity shows.
type Severity uint8

const (
	// Invalid is the zero Severity; it is never reported.
	Invalid Severity = iota
	// Note is something worth knowing that asks for nothing, such as a promise that could be neither proved nor refuted.
	Note
	// Warning is something an author should look at; the definition still loads.
	Warning
	// Error keeps the definition from loading.
	Error
)

// String gives the word for the severity: note, warning, error, or invalid.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	default:
		return "invalid"
	}
}

// MarshalText gives the word of String. It never fails.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads note, warning or error; any other word is an error, invalid among them.
func (s *Severity) UnmarshalText(text []byte) error {
	for _, known := range []Severity{Note, Warning, Error} {
		if known.String() == string(text) {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("diag: %q is no severity; write note, warning or error", text)
}
