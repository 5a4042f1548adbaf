package community

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

var codeSchedule = diag.Define(diag.Info{
	Code:  "directory-schedule",
	Title: "The times of a service cannot be right",
	Explain: "`freq:` is WEEKLY or MONTHLY, `byday:` days of the week as in \"MO,WE\", of a month also with their numbers as in \"1TU,-1FR\", `opens_at:` and `closes_at:` " +
		"times of one day as in \"09:30\". A time ends after it starts, and the first day on which it holds is not after the last.",
	Bad:  "schedules:\n  - {freq: WEEKLY, byday: TU, opens_at: \"19:00\", closes_at: \"17:00\"}",
	Good: "schedules:\n  - {freq: WEEKLY, byday: TU, opens_at: \"17:00\", closes_at: \"19:00\"}",
})

var codeAssured = diag.Define(diag.Info{
	Code:    "directory-assured",
	Title:   "A service was assured on a day that is yet to come",
	Explain: "`assured_date:` is the day on which somebody last made sure that all this is true. Nobody can have done that tomorrow.",
	Bad:     `assured_date: "2062-03-01"`,
	Good:    `assured_date: "2026-03-01"`,
})

func checkSchedules(s Service, at string, r *diag.Reporter) {
	for i, one := range s.Schedules {
		here := fmt.Sprintf("%s/schedules/%d", at, i)
		if one.Freq != "" && !slices.Contains(freqs, one.Freq) {
			r.Errorf(codeSchedule, diag.At(here+"/freq"), "%q says nothing of how often", one.Freq).Hinted("Write WEEKLY or MONTHLY; leave it out where neither is true")
		}
		if one.Freq == freqWeekly && numbered(one.ByDay) {
			r.Errorf(codeSchedule, diag.At(here+"/byday"), "%q has the number of a day in its month, and it is held every week", one.ByDay).
				Hinted("Write MONTHLY under `freq:`, or take the number out").Beside(diag.At(here+"/freq"), "every week")
		}
		if one.Interval < 0 {
			r.Errorf(codeSchedule, diag.At(here+"/interval"), "%d is no interval", one.Interval).Hinted("Write 2 for every second week or month")
		}
		if _, err := parseByDay(one.ByDay); err != nil {
			r.Errorf(codeSchedule, diag.At(here+"/byday"), "%s", err).Hinted("Write it like MO or \"MO,WE\"")
		}
		for _, t := range []struct{ key, text string }{{"opens_at", one.OpensAt}, {"closes_at", one.ClosesAt}} {
			if _, err := parseClock(t.text); err != nil && !fault.Blank(t.text) {
				r.Errorf(codeSchedule, diag.At(here+"/"+t.key), "%s", err).Hinted("Write it like \"09:30\"")
			}
		}
		from, errFrom := parseClock(one.OpensAt)
		to, errTo := parseClock(one.ClosesAt)
		if errFrom == nil && errTo == nil && to <= from {
			r.Errorf(codeSchedule, diag.At(here+"/closes_at"), "it ends at %s and starts at %s", one.ClosesAt, one.OpensAt).
				Hinted("Exchange them, or give what runs over midnight as two schedules").Beside(diag.At(here+"/opens_at"), "the start")
		}
		if one.ValidTo.Before(one.ValidFrom) {
			r.Errorf(codeSchedule, diag.At(here+"/valid_to"), "the last day, %s, is before the first, %s", one.ValidTo, one.ValidFrom).
				Hinted("Exchange them, or correct the one that is wrong").Beside(diag.At(here+"/valid_from"), "the first day")
		}
	}
}

// checkAssured warns, because whether a day is yet to come changes with the day of the check.
func checkAssured(s Service, at string, asOf day.Day, r *diag.Reporter) {
	if s.AssuredDate.After(asOf) {
		r.Warnf(codeAssured, diag.At(at+"/assured_date"), "the service %s was assured on %s, and today is %s", s.ID, s.AssuredDate, asOf).
			Hinted("Write the day on which somebody really made sure")
	}
}
