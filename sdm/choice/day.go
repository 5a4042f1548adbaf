package choice

import (
	"fmt"
	"time"
)

const secondsADay = 24 * 60 * 60

// number counts days, so that the distance between two of them is a difference. Only the date counts, in the value's own time zone.
func number(t time.Time) int {
	return int(civil(t).Unix() / secondsADay)
}

// civil is the start of the same date in UTC, in which every day has 24 hours.
func civil(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// dayOf is the inverse of number.
func dayOf(n int) time.Time { return time.Unix(int64(n)*secondsADay, 0).UTC() }

// date is a day as JSON has it: "2024-04-01".
type date struct{ time.Time }

// MarshalJSON gives the day in quotes, or null where there is none.
func (d date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + d.Format(time.DateOnly) + `"`), nil
}

// UnmarshalJSON reads a day in quotes; null is no day.
func (d *date) UnmarshalJSON(src []byte) error {
	if string(src) == "null" {
		d.Time = time.Time{}
		return nil
	}
	day, err := time.Parse(`"`+time.DateOnly+`"`, string(src))
	if err != nil {
		return fmt.Errorf(`a day is written as "2024-04-01"; this is %.40s`, src)
	}
	d.Time = day
	return nil
}

// text is how messages write a day.
func text(t time.Time) string { return t.Format(time.DateOnly) }
