package day

import "time"

// Add gives the day that is so many days later, or earlier for a negative number.
func (d Day) Add(days int) Day {
	if d.IsZero() {
		return Day{}
	}
	return numbered(int64(d.n) + int64(days))
}

// AddMonths gives the same day of the month so many months later. Where that month is too short it gives its last day: a month after
// 31 January is 28 or 29 February.
func (d Day) AddMonths(months int) Day {
	const most = 12 * 10_000
	if d.IsZero() || months > most || months < -most {
		return Day{}
	}
	year, month, dayOfMonth := d.Date()
	first := time.Date(year, month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	if first.Year() < 1 {
		return Day{}
	}
	longest := first.AddDate(0, 1, -1).Day()
	return New(first.Year(), first.Month(), min(dayOfMonth, longest))
}

// Sub gives how many days d lies after other; negative where it lies before. ok is false where one of them is not known.
func (d Day) Sub(other Day) (days int, ok bool) {
	if d.IsZero() || other.IsZero() {
		return 0, false
	}
	return int(d.n) - int(other.n), true
}

// Age gives how many years are complete on a day for somebody who was born on d. ok is false where one of the days is not known, or
// the day lies before the birth. Who was born on 29 February completes a year on 1 March where there is no such day.
func (d Day) Age(on Day) (years int, ok bool) {
	if d.IsZero() || on.IsZero() || on.n < d.n {
		return 0, false
	}
	bornYear, bornMonth, bornDay := d.Date()
	year, month, dayOfMonth := on.Date()
	years = year - bornYear
	if month < bornMonth || month == bornMonth && dayOfMonth < bornDay {
		years--
	}
	return years, true
}
