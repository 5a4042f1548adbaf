package population

import (
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Period is a stretch of days, both ends included.
type Period struct {
	// Name is what people call it, such as April 2026. It is unique among the periods of a counter.
	Name string  `json:"name"`
	From day.Day `json:"from"`
	To   day.Day `json:"to"`
}

// Months gives the months of the calendar from that of the one day to that of the other, such as "April 2026". There is none where a day is
// not known or they stand the wrong way round.
func Months(from, to day.Day) []Period {
	return stretches(from, to, 1, time.January, func(first, _ day.Day) string {
		year, month, _ := first.Date()
		return fmt.Sprintf("%s %d", month, year)
	})
}

// Quarters gives the quarters of the year, named by their months, such as "April to June 2026", since the NHS and the calendar number them
// differently.
func Quarters(from, to day.Day) []Period {
	return stretches(from, to, 3, time.January, func(first, last day.Day) string {
		year, month, _ := first.Date()
		_, end, _ := last.Date()
		return fmt.Sprintf("%s to %s %d", month, end, year)
	})
}

// FinancialYears gives the years from April to March in which the NHS counts, such as "2026/27".
func FinancialYears(from, to day.Day) []Period {
	return stretches(from, to, 12, time.April, func(first, _ day.Day) string {
		year, _, _ := first.Date()
		return fmt.Sprintf("%d/%02d", year, (year+1)%100)
	})
}

// stretches gives periods of whole months, of which one begins with the month start, from the one that holds from to the one that holds to.
func stretches(from, to day.Day, months int, start time.Month, name func(first, last day.Day) string) []Period {
	if from.IsZero() || to.IsZero() || to.Before(from) {
		return nil
	}
	year, month, _ := from.Date()
	into := (int(month) - int(start) + 12) % months
	first := day.New(year, month, 1).AddMonths(-into)
	var all []Period
	for !first.IsZero() && !first.After(to) {
		next := first.AddMonths(months)
		last := next.Add(-1)
		if last.IsZero() { // the calendar ends with the year 9999
			return all
		}
		all = append(all, Period{name(first, last), first, last})
		first = next
	}
	return all
}

// checkPeriods says why periods cannot be counted by.
func checkPeriods(periods []Period) error {
	if len(periods) == 0 || len(periods) > MaxPeriods {
		return fmt.Errorf("%w: there are %d; give from 1 to %d", ErrPeriods, len(periods), MaxPeriods)
	}
	names := make(map[string]bool, len(periods))
	for i, p := range periods {
		switch {
		case p.Name == "" || len(p.Name) > MaxName || !utf8.ValidString(p.Name):
			return fmt.Errorf("%w: period %d is called %.40q; give it a name of at most %d bytes", ErrPeriods, i+1, p.Name, MaxName)
		case names[p.Name]:
			return fmt.Errorf("%w: two are called %.40q, so nobody could tell them apart; give each a name of its own", ErrPeriods, p.Name)
		case p.From.IsZero() || p.To.IsZero():
			return fmt.Errorf("%w: %.40q has no first or no last day; give both", ErrPeriods, p.Name)
		case p.To.Before(p.From):
			return fmt.Errorf("%w: %.40q ends on %s, before it begins on %s; exchange the two", ErrPeriods, p.Name, p.To, p.From)
		}
		names[p.Name] = true
	}
	return nil
}
