package population

import (
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// Counter counts people over records that are given to it one at a time. Make it with New, Empty or by decoding. Its memory grows with
// periods and groups, not with records. Reading is safe for concurrent use while nobody adds or merges; adding and merging are not.
type Counter struct {
	calendar *calendar
	reading  *reading
	groups   map[string]*tally
	records  int64
}

// New makes an empty counter. The periods may overlap. The error wraps ErrPeriods.
func New(periods ...Period) (*Counter, error) {
	c, err := newCalendar(periods)
	if err != nil {
		return nil, err
	}
	return emptyCounter(c), nil
}

func emptyCounter(c *calendar) *Counter {
	return &Counter{calendar: c, reading: newReading(c), groups: map[string]*tally{}}
}

// Empty gives a counter of nobody over the same periods, for another goroutine.
func (c *Counter) Empty() *Counter {
	if c.calendar == nil {
		return &Counter{}
	}
	return emptyCounter(c.calendar)
}

// Periods gives the periods, in the caller's order.
func (c *Counter) Periods() []Period {
	if c.calendar == nil {
		return nil
	}
	return slices.Clone(c.calendar.periods)
}

// Records is how many records were added.
func (c *Counter) Records() int64 { return c.records }

// Add counts one person by their record, outside any group. Two records of one person count twice: put them together with sdm.Merge before.
// The error is that of a record which does not replay, ErrTooMany or ErrUnmade; nothing is then counted.
func (c *Counter) Add(record sdm.Record) error { return c.AddIn("", record) }

// AddIn counts one person in a group that the caller names, such as a practice; a person is in one group. The error is as for Add, or
// ErrGroup.
func (c *Counter) AddIn(group string, record sdm.Record) error {
	if c.calendar == nil {
		return ErrUnmade
	}
	if err := c.fits(1, group); err != nil {
		return err
	}
	if err := c.reading.read(record); err != nil {
		return err
	}
	c.tally(group).add(c.reading)
	c.records++
	return nil
}

// Merge adds the people of another counter to this one, and leaves the other as it was. The order in which counters are merged
// changes nothing. The error is ErrDifferent where the periods are not the same, ErrUnmade or ErrTooMany; nothing is then changed.
func (c *Counter) Merge(other *Counter) error {
	if c.calendar == nil || other == nil || other.calendar == nil {
		return ErrUnmade
	}
	if !slices.Equal(c.calendar.periods, other.calendar.periods) {
		return fmt.Errorf("%w: their periods are not the same, in the same order; count both by the same list", ErrDifferent)
	}
	if err := c.fits(other.records, slices.Collect(maps.Keys(other.groups))...); err != nil {
		return err
	}
	records := other.records // other may be c
	for name, t := range other.groups {
		c.tally(name).merge(t)
	}
	c.records += records
	return nil
}

// fits says whether so many more records, in groups with these names, can be counted.
func (c *Counter) fits(records int64, groups ...string) error {
	if records > MaxCount-c.records {
		return fmt.Errorf("%w: %d records and %d more are over %d", ErrTooMany, c.records, records, int64(MaxCount))
	}
	more := 0
	for _, name := range groups {
		if len(name) > MaxName || !utf8.ValidString(name) {
			return fmt.Errorf("%w: %.40q is longer than %d bytes, or no UTF-8", ErrGroup, name, MaxName)
		}
		if c.groups[name] == nil {
			more++
		}
	}
	if len(c.groups)+more > MaxGroups {
		return fmt.Errorf("%w: there are more than %d groups; is the label something that each person has of their own?", ErrTooMany, MaxGroups)
	}
	return nil
}

// tally gives the counts of a group.
func (c *Counter) tally(group string) *tally {
	t := c.groups[group]
	if t == nil {
		t = newTally(len(c.calendar.periods))
		c.groups[group] = t
	}
	return t
}

// names gives the groups in their order.
func (c *Counter) names() []string { return slices.Sorted(maps.Keys(c.groups)) }
