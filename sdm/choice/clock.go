package choice

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// State is how a wait stands to its limit. The zero State is Unknown.
type State uint8

const (
	// Unknown: what is missing could decide either way.
	Unknown State = iota
	// Within: the wait ended within the limit, or the limit has not passed.
	Within
	// Passed: the wait was or is longer than the limit.
	Passed
)

var stateWords = [...]string{"unknown", "within", "passed"}

// String gives unknown, within or passed.
func (s State) String() string {
	if int(s) < len(stateWords) {
		return stateWords[s]
	}
	return stateWords[Unknown]
}

// MarshalText gives the word of String.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a word of String.
func (s *State) UnmarshalText(text []byte) error {
	i := slices.Index(stateWords[:], string(text))
	if i < 0 {
		return fmt.Errorf("choice: %.40q is no state of a clock; the states are %q", text, stateWords)
	}
	*s = State(i)
	return nil
}

// Clock is how one wait stands to one limit as of a day. It is a plain value.
type Clock struct {
	// Limit is the ID of the Limit.
	Limit string `json:"limit"`
	// AsOf is the day as of which the clock was read.
	AsOf  day.Day `json:"as_of,omitzero"`
	State State   `json:"state"`
	// Start is the day on which the clock starts, LastDay the last one within the limit; both zero where the start is not known.
	Start   day.Day `json:"start,omitzero"`
	LastDay day.Day `json:"last_day,omitzero"`
	// EndedOn and EndedBy say when and by what the wait ended; zero where it is not known to have ended.
	EndedOn day.Day  `json:"ended_on,omitzero"`
	EndedBy StopKind `json:"ended_by,omitempty"`
	// Runs tells that the wait is known to go on. Where it neither runs nor has ended, nobody knows.
	Runs bool `json:"runs,omitempty"`
	// Days says which day of the wait its end was, or AsOf where no end is known: the wait was or is on day Days of the Limit's Days.
	// Start is day 1 where Limit.FirstDayCounts, and day 0 otherwise. A wait that ended before its Start has 0 days; Days is missing
	// where the start is not known.
	Days rule.Value `json:"days,omitzero"`
	// Missing names what is not known, by its path in the referral's JSON, where that keeps the state unknown.
	Missing []string `json:"missing,omitempty"`
}

// Clock reads how long the wait of a limit has lasted as of a day. Dates that cannot be right count as not known; Check says which
// they are. It never fails: what nobody can tell is Unknown and says what is missing.
func (r Referral) Clock(l Limit, asOf day.Day) Clock {
	if asOf.IsZero() {
		return Clock{Limit: l.ID, Missing: []string{"as_of"}}
	}
	sound, _ := r.sound(asOf)
	return sound.clock(&l, asOf)
}

// clock is Clock for a referral whose dates can be right.
func (r *Referral) clock(l *Limit, asOf day.Day) Clock {
	c := Clock{Limit: l.ID, AsOf: asOf}
	if r.Received.IsZero() {
		c.Missing = []string{"received"}
		return c
	}
	start, restart := r.start(l)
	c.Start, c.LastDay = start, l.last(start)
	var open possibles
	c.EndedOn, c.EndedBy, open = r.stopped(l)
	ended := !c.EndedOn.IsZero()
	c.Runs = !ended && len(open) == 0 && r.complete(asOf)
	end := asOf
	if ended {
		end = c.EndedOn
	}
	days := l.count(start, end)
	c.Days = rule.ValueOf(float64(max(0, days)))
	switch {
	case days <= l.Days:
		c.State = Within
	case restart != "":
		c.Missing = []string{restart} // the clock may have started later than this
	case open.by(c.LastDay) != nil:
		c.Missing = open.by(c.LastDay)
	case ended || r.complete(c.LastDay):
		c.State = Passed
	default:
		c.Missing = []string{"known_to"}
	}
	return c
}

// start gives the day on which a clock starts, and the name of what could move it to a later day. An appointment that the person had
// asked to move restarts nothing (regulation 52(4)(b)).
func (r *Referral) start(l *Limit) (start day.Day, open string) {
	start = r.Received
	for k, m := range r.Missed {
		switch {
		case !l.FirstMissedRestarts || m.Which == Later || m.moved():
		case m.Which == "":
			open = fmt.Sprintf("missed/%d/which", k)
		case m.AvailableAgain.IsZero():
			open = fmt.Sprintf("missed/%d/available_again", k)
		case l.restart(m.AvailableAgain).After(start):
			start = l.restart(m.AvailableAgain)
		}
	}
	return start, open
}
