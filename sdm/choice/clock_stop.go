package choice

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// possible is a stop of which something is not known: it ended the wait on a day at the earliest, or not at all.
type possible struct {
	on   day.Day
	name string // what is not known, as a path
}

type possibles []possible

// by names what is not known of stops that may have been on or before a day; nil where there are none.
func (all possibles) by(last day.Day) []string {
	var names []string
	for _, p := range all {
		if !p.on.After(last) && !slices.Contains(names, p.name) {
			names = append(names, p.name)
		}
	}
	return names
}

// stopped gives the first day on which the wait certainly ended, and what of, or the zero Day; and the stops before it that may have been
// one.
func (r *Referral) stopped(l *Limit) (on day.Day, by StopKind, open possibles) {
	for k, s := range r.Stops {
		ends, why := r.ends(l, s, k)
		switch end, name := s.end(); {
		case !ends:
		case end.IsZero():
			open = append(open, possible{laterOf(r.Received, s.On), fmt.Sprintf("stops/%d/%s", k, name)})
		case why != "":
			open = append(open, possible{end, why})
		case on.IsZero() || end.Before(on):
			on, by = end, s.Kind
		}
	}
	for k, m := range r.Missed {
		if !l.FirstMissedStops || m.Which == Later || m.excused() || m.Notified != nil && !*m.Notified {
			continue
		}
		switch at, end := fmt.Sprintf("missed/%d/", k), m.NotifiedOn; {
		case end.IsZero():
			open = append(open, possible{laterOf(r.Received, m.On), at + "notified_on"})
		case m.Which == "":
			open = append(open, possible{end, at + "which"})
		case m.ConsequencesKnown == nil:
			open = append(open, possible{end, at + "consequences_known"})
		case on.IsZero() || end.Before(on):
			on, by = end, FirstMissed
		}
	}
	open = slices.DeleteFunc(open, func(p possible) bool { return !on.IsZero() && !p.on.Before(on) })
	return on, by, open
}

// laterOf gives the later of two days.
func laterOf(a, b day.Day) day.Day {
	if b.After(a) {
		return b
	}
	return a
}

// excused tells whether missing the appointment certainly ends no wait: the person had asked to move it, or had not known what would
// follow (regulation 46(5)(d) and (e)).
func (m Missed) excused() bool {
	return m.moved() || m.ConsequencesKnown != nil && !*m.ConsequencesKnown
}

// ends tells whether a stop ends the wait of a limit, and what is not known of that.
func (r *Referral) ends(l *Limit, s Stop, k int) (ends bool, open string) {
	switch {
	case s.Kind == "":
		return true, fmt.Sprintf("stops/%d/kind", k)
	case !slices.Contains(l.Stops, s.Kind):
		return false, ""
	case s.Kind == Discharged:
		return r.discharged(s)
	default:
		return true, ""
	}
}

// discharged tells whether a discharge ended the wait: a later appointment was missed that nobody had asked to move, and the person knew
// what would follow.
func (r *Referral) discharged(s Stop) (ends bool, open string) {
	if len(r.Missed) == 0 {
		return true, "missed"
	}
	for k, m := range r.Missed {
		switch {
		case m.Which == First || m.excused():
		case !s.NotifiedOn.IsZero() && m.On.After(s.NotifiedOn):
		case m.Which == "":
			ends, open = true, fmt.Sprintf("missed/%d/which", k)
		case m.On.IsZero():
			ends, open = true, fmt.Sprintf("missed/%d/on", k)
		case m.ConsequencesKnown == nil:
			ends, open = true, fmt.Sprintf("missed/%d/consequences_known", k)
		default:
			return true, ""
		}
	}
	return ends, open
}
