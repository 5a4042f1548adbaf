package population

import (
	"encoding/json"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
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

// UnmarshalJSON reads what MarshalJSON writes. The error wraps ErrDecode and has fault.Faults, and nothing is changed, where the numbers cannot be those of
// one group of people, or follow other definitions. Bound the size of the input before decoding it.
func (c *Counter) UnmarshalJSON(data []byte) error {
	var w wire
	err := fault.Decode(data, &w)
	var made *Counter
	if err == nil {
		made, err = w.counter()
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDecode, err)
	}
	*c = *made
	return nil
}

// counter makes the counter again. The error is fault.Faults with the first thing that cannot be, since what follows it means nothing then.
func (w wire) counter() (*Counter, error) {
	switch {
	case w.Kind != wireKind:
		return nil, fault.In("kind", "give a "+wireKind, "it is a %.40q", w.Kind)
	case w.Version != wireVersion:
		return nil, fault.In("version", "read it with the library that wrote it", "it is of version %d, and this library reads version %d", w.Version, wireVersion)
	case w.Definitions != DefinitionsVersion:
		return nil, fault.In("definitions", "count the records again", "it was counted by the definitions %.40q, and these are %s", w.Definitions, DefinitionsVersion)
	}
	made, err := New(w.Periods...)
	var f fault.Faults
	if err != nil {
		f.Because(err, nil, "periods", "", "%v", err)
		return nil, f
	}
	for i, g := range w.Groups {
		here := fault.Item("groups", i)
		if made.take(&f, &here, g); len(f) > 0 {
			return nil, f
		}
	}
	return made, nil
}

// take adds a group that was read, or tells of the first thing in it that cannot be.
func (c *Counter) take(f *fault.Faults, at *fault.Place, g GroupCounts) {
	const mend = "write the counter anew from its records"
	periods := c.calendar.periods
	switch {
	case c.groups[g.Group] != nil:
		f.Tell(at, "group", mend, "the group %.40q stands there twice", g.Group)
		return
	case g.Records < 0:
		f.Tell(at, "records", mend, "there are %d records", g.Records)
		return
	case len(g.Periods) != len(periods):
		f.Tell(at, "periods", mend, "it has %d periods, and the counter has %d", len(g.Periods), len(periods))
		return
	}
	if err := c.fits(g.Records, g.Group); err != nil {
		f.Because(err, at, "", mend, "%v", err)
		return
	}
	t := newTally(len(periods))
	t.records = g.Records
	for p, of := range g.Periods {
		here := at.Item("periods", p)
		if of.Period != periods[p].Name || of.Seen < 0 || of.Seen > g.Records || len(of.Components) != components {
			f.Tell(&here, "", mend, "%.40q is not the period %.40q with %d components and at most %d people seen", of.Period, periods[p].Name, components, g.Records)
			return
		}
		t.seen[p] = of.Seen
		for i, n := range of.Components {
			if n.Component != definitions[i].Component || !n.within(of.Seen) {
				below := here.Item("components", i)
				f.Tell(&below, "", mend, "the counts of %.40q are not those of %s for %d people", n.Component, definitions[i].Component, of.Seen)
				return
			}
			by := &t.counts[p*components+i]
			by[counted-1], by[declined-1], by[notCounted-1], by[notKnown-1] = n.Counted, n.Declined, n.NotCounted, n.NotKnown
		}
	}
	c.groups[g.Group] = t
	c.records += g.Records
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
