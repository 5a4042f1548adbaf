package community

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// hours are the times of a service. vague tells that there may be others: none is given, or one cannot be read.
type hours struct {
	sessions []session
	vague    bool
}

// session is one time on some days of the week. Where its start or end is not known, timed is false.
type session struct {
	days  weekdays
	times span
	timed bool
	ends  day.Day
}

func hoursOf(s Service) hours {
	h := hours{vague: len(s.Schedules) == 0}
	for _, one := range s.Schedules {
		days, err := parseByDay(one.ByDay)
		if err != nil || days == 0 || !one.readable() || checkSpan(one.OpensAt, one.ClosesAt) != nil || one.ValidTo.Before(one.ValidFrom) {
			h.vague = true
			continue
		}
		times := spanOf(one.OpensAt, one.ClosesAt)
		h.sessions = append(h.sessions, session{days: days, times: times, timed: !fault.Blank(one.OpensAt) && !fault.Blank(one.ClosesAt), ends: one.ValidTo})
	}
	return h
}

// suits tells whether there is a time at which the person can: a whole session lies within one of theirs, or none touches any. A session
// of which they can only make a part may or may not do.
func (h hours) suits(free []window, asOf day.Day) policy.State {
	state, over := policy.NotMet, len(h.sessions) > 0
	for i := range h.sessions {
		s := &h.sessions[i]
		if s.ends.Before(asOf) {
			continue
		}
		over = false
		dated := s.ends.IsZero() || !asOf.IsZero() // else it may be over
		for _, w := range free {
			switch {
			case s.days&w.days == 0:
			case dated && (s.timed && w.times.holds(s.times) || w.times == wholeDay):
				return policy.Met
			case !s.timed || w.times.touches(s.times):
				state = policy.Unknown
			}
		}
	}
	if h.vague || over {
		return policy.Unknown
	}
	return state
}

// byOpening asks whether it takes place when the person can.
func (d *Directory) byOpening(s Seeker) column {
	all, services, free := d.index.hours, d.definition.Services, windowsOf(s.Free)
	c := column{criterion: ByOpening}
	if len(free) == 0 {
		c.unknown("The times at which the person can are not given as days such as MO and times such as 09:30.")
		return c
	}
	c.state = func(i int) policy.State { return all[i].suits(free, s.AsOf) }
	c.says = func(i int, state policy.State) string {
		var times []string
		for _, one := range services[i].Schedules {
			if one.ValidTo.Before(s.AsOf) {
				continue
			}
			text := one.String()
			if one.ValidFrom.After(s.AsOf) {
				text += ", beginning on " + one.ValidFrom.Long()
			}
			times = append(times, text)
		}
		when := strings.Join(times, "; ")
		switch {
		case len(services[i].Schedules) == 0:
			return "It does not say when it takes place."
		case when == "":
			return "The times that it gives are over."
		case state == policy.Met:
			return fmt.Sprintf("It takes place when the person can: %s.", when)
		case state == policy.NotMet:
			return fmt.Sprintf("It takes place when the person cannot: %s.", when)
		}
		return fmt.Sprintf("Whether it takes place when the person can is not known: %s.", when)
	}
	return c
}
