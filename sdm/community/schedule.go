package community

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// ordinals says which of the days of a month it is, by the number before its code.
var ordinals = map[string]string{
	"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth",
	"-1": "last", "-2": "second last", "-3": "third last", "-4": "fourth last", "-5": "fifth last",
}

// String says when it takes place, with the words of its description behind that.
func (s Schedule) String() string {
	text := s.daysText()
	switch {
	case !fault.Blank(s.OpensAt) && !fault.Blank(s.ClosesAt):
		text += " from " + clockText(s.OpensAt) + " to " + clockText(s.ClosesAt)
	case !fault.Blank(s.OpensAt):
		text += " from " + clockText(s.OpensAt) + " on"
	case !fault.Blank(s.ClosesAt):
		text += " until " + clockText(s.ClosesAt)
	}
	text, words := trimmed(text), trimmed(s.Description)
	if text != "" && words != "" {
		return text + " (" + words + ")"
	}
	return first(text, words, "at times that are not given")
}

// readable tells whether one can say how often it is held: every so many weeks or months, and with numbers of days in a month only there.
func (s Schedule) readable() bool {
	known := s.Freq == "" || slices.Contains(freqs, s.Freq)
	return known && s.Interval >= 0 && !(s.Freq == freqWeekly && numbered(s.ByDay))
}

// numbered tells whether a day has its number in the month.
func numbered(byDay string) bool { return strings.ContainsAny(byDay, "12345") }

// daysText says on which days; it is empty where that cannot be read.
func (s Schedule) daysText() string {
	days, err := parseByDay(s.ByDay)
	if err != nil || days == 0 {
		return ""
	}
	text := phrase.Listed(days.names())
	if numbered(s.ByDay) {
		text = s.datesText() + " of the month"
	}
	if s.Interval > 1 {
		thing := "weeks"
		if s.Freq == freqMonthly || numbered(s.ByDay) {
			thing = "months"
		}
		text += fmt.Sprintf(" (every %d %s)", s.Interval, thing)
	}
	return text
}

// datesText says on which days of a month, such as the second and fourth Wednesday.
func (s Schedule) datesText() string {
	var dates []string
	for i, code := range dayCodes {
		var which []string
		every := false
		for part := range strings.SplitSeq(s.ByDay, ",") {
			number, of := strings.CutSuffix(strings.ToUpper(strings.TrimSpace(part)), code)
			if ordinal := ordinals[strings.TrimPrefix(number, "+")]; of && ordinal != "" {
				which = append(which, ordinal)
			} else {
				every = every || of
			}
		}
		switch {
		case every:
			dates = append(dates, "every "+dayNames[i])
		case len(which) > 0:
			dates = append(dates, "the "+phrase.Listed(which)+" "+dayNames[i])
		}
	}
	return phrase.Listed(dates)
}
