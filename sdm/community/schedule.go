package community

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// ordinals says which of the days of a month it is, by the number before its code.
var ordinals = map[string]string{
	"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth",
	"-1": "last", "-2": "second last", "-3": "third last", "-4": "fourth last", "-5": "fifth last",
}

// String says when it takes place.
func (s Schedule) String() string {
	text := trimmed(s.Description)
	if days := s.daysText(); days != "" {
		text = days
	}
	switch {
	case !fault.Blank(s.OpensAt) && !fault.Blank(s.ClosesAt):
		text += " from " + trimmed(s.OpensAt) + " to " + trimmed(s.ClosesAt)
	case !fault.Blank(s.OpensAt):
		text += " from " + trimmed(s.OpensAt) + " on"
	}
	return first(trimmed(text), "at times that are not given")
}

// daysText says on which days; it is empty where that cannot be read.
func (s Schedule) daysText() string {
	days, err := parseByDay(s.ByDay)
	if err != nil || days == 0 {
		return ""
	}
	monthly := strings.EqualFold(s.Freq, "MONTHLY")
	text := phrase.Listed(days.names())
	if monthly && strings.ContainsAny(s.ByDay, "12345") {
		text = s.datesText() + " of the month"
	}
	if s.Interval > 1 {
		thing := "weeks"
		if monthly {
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
