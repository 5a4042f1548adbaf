package population

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

const (
	wireKind    = "population-counter"
	wireVersion = 1
)

// wire is a counter in JSON.
type wire struct {
	Kind        string        `json:"kind"`
	Version     int           `json:"version"`
	Notice      string        `json:"notice"`
	Definitions string        `json:"definitions"`
	Periods     []Period      `json:"periods"`
	Groups      []GroupCounts `json:"groups"`
}

// MarshalJSON writes the whole counter, with its exact counts. Equal counters give equal bytes. The error is ErrUnmade.
func (c Counter) MarshalJSON() ([]byte, error) {
	if c.calendar == nil {
		return nil, ErrUnmade
	}
	counts := c.Counts()
	return json.Marshal(wire{wireKind, wireVersion, Notice, DefinitionsVersion, counts.Periods, counts.Groups})
}

// UnmarshalJSON reads what MarshalJSON writes. The error wraps ErrDecode, and nothing is changed, where the numbers cannot be those of
// one group of people, or follow other definitions. Bound the size of the input before decoding it.
func (c *Counter) UnmarshalJSON(data []byte) error {
	var w wire
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&w); err != nil {
		return fmt.Errorf("%w: %w", ErrDecode, err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fmt.Errorf("%w: something follows it", ErrDecode)
	}
	switch {
	case w.Kind != wireKind || w.Version != wireVersion:
		return fmt.Errorf("%w: it is a %.40q of version %d; this library reads %s of version %d", ErrDecode, w.Kind, w.Version, wireKind, wireVersion)
	case w.Definitions != DefinitionsVersion:
		return fmt.Errorf("%w: it was counted by the definitions %.40q, and these are %s; count the records again", ErrDecode, w.Definitions, DefinitionsVersion)
	}
	made, err := New(w.Periods...)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDecode, err)
	}
	for _, g := range w.Groups {
		if err := made.take(g); err != nil {
			return fmt.Errorf("%w: group %.40q: %w", ErrDecode, g.Group, err)
		}
	}
	*c = *made
	return nil
}

// take adds a group that was read.
func (c *Counter) take(g GroupCounts) error {
	periods := c.calendar.periods
	switch {
	case c.groups[g.Group] != nil:
		return fmt.Errorf("it stands there twice")
	case g.Records < 0 || len(g.Periods) != len(periods):
		return fmt.Errorf("it has %d records and %d periods; there are %d periods", g.Records, len(g.Periods), len(periods))
	}
	if err := c.fits(g.Records, g.Group); err != nil {
		return err
	}
	t := newTally(len(periods))
	t.records = g.Records
	for p, of := range g.Periods {
		if of.Period != periods[p].Name || of.Seen < 0 || of.Seen > g.Records || len(of.Components) != components {
			return fmt.Errorf("period %.40q: it is not the period %.40q with %d components and at most %d people seen", of.Period, periods[p].Name, components, g.Records)
		}
		t.seen[p] = of.Seen
		for i, n := range of.Components {
			if n.Component != definitions[i].Component || !n.within(of.Seen) {
				return fmt.Errorf("period %.40q: the counts of %.40q are not those of %s for %d people", of.Period, n.Component, definitions[i].Component, of.Seen)
			}
			by := &t.counts[p*components+i]
			by[counted-1], by[declined-1], by[notCounted-1], by[notKnown-1] = n.Counted, n.Declined, n.NotCounted, n.NotKnown
		}
	}
	c.groups[g.Group] = t
	c.records += g.Records
	return nil
}

// within reports whether the counts can be those of at most so many people.
func (c ComponentCounts) within(people int64) bool {
	for _, n := range []int64{c.Counted, c.Declined, c.NotCounted, c.NotKnown} {
		if n < 0 || n > people {
			return false
		}
		people -= n
	}
	return true
}
