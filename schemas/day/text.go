package day

import (
	"fmt"
	"strings"
	"time"
)

// String gives the day as 2024-04-01, and nothing where it is not known.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Long gives the day as people write it in English: 1 April 2024, and nothing where it is not known.
func (d Day) Long() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2 January 2006")
}

// MarshalText gives the text of String, so that JSON has "2024-04-01".
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote. A text with a time of day is refused: whoever wrote it meant a moment, and only they know
// in which time zone.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Day{}
		return nil
	}
	read, err := Parse(string(text))
	if err != nil && strings.Contains(string(text), ":") {
		err = fmt.Errorf("%.40q has a time of day; a day is written 2024-04-01", text)
	}
	if err != nil {
		return err
	}
	*d = read
	return nil
}
