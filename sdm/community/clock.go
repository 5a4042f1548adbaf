package community

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// weekdays is a set of days of the week, Monday first.
type weekdays uint8

var dayCodes = []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

var dayNames = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// dayForm is a day of the week, perhaps with its number in the month.
var dayForm = regexp.MustCompile(`^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$`)

// parseByDay reads days of the week as in "MO,WE" or "1TU". Nothing is no day.
func parseByDay(text string) (weekdays, error) {
	var days weekdays
	if fault.Blank(text) {
		return 0, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		code := strings.ToUpper(strings.TrimSpace(part))
		if !dayForm.MatchString(code) {
			return 0, fmt.Errorf("%.20q is no day of the week; the days are MO, TU, WE, TH, FR, SA and SU", part)
		}
		for i, c := range dayCodes {
			if strings.HasSuffix(code, c) {
				days |= 1 << i
			}
		}
	}
	return days, nil
}

// names gives the days in words.
func (w weekdays) names() []string {
	var all []string
	for i, name := range dayNames {
		if w&(1<<i) != 0 {
			all = append(all, name)
		}
	}
	return all
}

// span is a stretch of a day in minutes from midnight.
type span struct{ from, to int16 }

// wholeDay is all of a day.
var wholeDay = span{0, 24 * 60}

func (s span) holds(other span) bool { return s.from <= other.from && other.to <= s.to }

func (s span) touches(other span) bool { return s.from < other.to && other.from < s.to }

// clockForm is a time of day, perhaps with seconds and the distance from UTC that some directories add; times are local.
var clockForm = regexp.MustCompile(`^([01][0-9]|2[0-4]):([0-5][0-9])(:[0-5][0-9])?(Z|[+-][0-9]{2}:?[0-9]{2})?$`)

// parseClock reads a time of day in minutes from midnight.
func parseClock(text string) (int16, error) {
	m := clockForm.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, fmt.Errorf("%.20q is no time of day; times are written 09:30", text)
	}
	hours, _ := strconv.Atoi(m[1]) // the form holds two digits
	minutes, _ := strconv.Atoi(m[2])
	if hours == 24 && minutes > 0 {
		return 0, fmt.Errorf("%.20q is no time of day; a day ends at 24:00", text)
	}
	return int16(60*hours + minutes), nil
}

// clockText writes a time of day without the seconds and the distance from UTC; what is no time stands as it is.
func clockText(text string) string {
	t, err := parseClock(text)
	if err != nil {
		return trimmed(text)
	}
	return fmt.Sprintf("%02d:%02d", t/60, t%60)
}

// checkSpan says what is wrong with a start and an end, of which each may be empty.
func checkSpan(from, to string) error {
	for _, text := range []string{from, to} {
		if _, err := parseClock(text); err != nil && !fault.Blank(text) {
			return err
		}
	}
	if s := spanOf(from, to); s.to <= s.from {
		return fmt.Errorf("it ends at %s and starts at %s", first(to, "the end of the day"), first(from, "the start of the day"))
	}
	return nil
}

// spanOf makes a stretch of a day from two texts that checkSpan finds good. What is empty is the start or the end of the day.
func spanOf(from, to string) span {
	s := wholeDay
	if t, err := parseClock(from); err == nil {
		s.from = t
	}
	if t, err := parseClock(to); err == nil {
		s.to = t
	}
	return s
}
