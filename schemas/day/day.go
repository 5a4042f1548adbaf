package day

import (
	"cmp"
	"fmt"
	"time"
)

// Day is one date. It is a plain value that can be compared with ==, and be the key of a map. The zero Day means that the date is
// not known.
type Day struct {
	n int32 // 1 is 1 January of the year 1
}

// last is 31 December 9999.
const last = 3652059

const secondsADay = 24 * 60 * 60

// origin is the number of the day on which Unix time starts.
var origin = time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC).Unix()/secondsADay - 1

// New gives a date. A date that the calendar does not have, such as 30 February, is the zero Day.
func New(year int, month time.Month, dayOfMonth int) Day {
	t := time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC)
	if y, m, d := t.Date(); y != year || m != month || d != dayOfMonth {
		return Day{}
	}
	return numbered(t.Unix()/secondsADay - origin)
}

// Of gives the date of a moment in the moment's own time zone. The zero time.Time gives the zero Day.
func Of(t time.Time) Day {
	if t.IsZero() {
		return Day{}
	}
	return New(t.Date())
}

// Parse reads a date as it is written everywhere in this module: 2024-04-01. The error says what is wrong, for people.
func Parse(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return Day{}, fmt.Errorf("%.40q is not a day of the calendar; a day is written 2024-04-01", text)
	}
	return New(t.Date()), nil
}

// numbered gives the day with a number, or the zero Day outside the range.
func numbered(n int64) Day {
	if n < 1 || n > last {
		return Day{}
	}
	return Day{int32(n)}
}

// IsZero reports whether the date is not known.
func (d Day) IsZero() bool { return d.n == 0 }

// Time gives the first moment of the day in UTC, or the zero time.Time.
func (d Day) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix((int64(d.n)+origin)*secondsADay, 0).UTC()
}

// Date gives year, month and day of the month; zeros where the date is not known.
func (d Day) Date() (year int, month time.Month, dayOfMonth int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	return d.Time().Date()
}

// Weekday gives the day of the week; Sunday where the date is not known, so ask IsZero first.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Equal is the same as ==, for programs that look for a method of this name.
func (d Day) Equal(other Day) bool { return d == other }

// Compare is negative where d is earlier than other, positive where it is later. The zero Day is earlier than every other.
func (d Day) Compare(other Day) int { return cmp.Compare(d.n, other.n) }

// Before reports whether d is earlier than other. Nothing is before or after a day that is not known.
func (d Day) Before(other Day) bool { return d.n != 0 && other.n != 0 && d.n < other.n }

// After reports whether d is later than other. Nothing is before or after a day that is not known.
func (d Day) After(other Day) bool { return other.Before(d) }
