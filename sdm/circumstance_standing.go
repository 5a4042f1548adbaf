package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// within asks that the thread of an event, where it names one, was opened before it.
func (s *Story) within(e Event) error {
	if e.In == "" {
		return nil
	}
	found, there := s.known.events[e.In]
	switch {
	case !there:
		return fault.In("in", "name the event that opened it, or leave it out", "it belongs to the conversation or thread %.40q, which was not opened before it", e.In)
	case !found.opens && found.in != unreadThread:
		return fault.In("in", "name the event that opened the conversation or thread", "the event %.40q is %s and opened nothing", e.In, found.word)
	}
	return nil
}

// last finds the last of a list by the end of a day that fits.
func last[T any](list []InThread[T], on day.Day, fits func(InThread[T]) bool) (InThread[T], bool) {
	for _, one := range slices.Backward(list) {
		if !one.On.After(on) && fits(one) {
			return one, true
		}
	}
	return InThread[T]{}, false
}

// CapacityFor gives the last assessment, by the end of a day, of whether the person can make a decision: that of a conversation or other
// thread, by the id of the event which opened it, or one that is said in words. ok is false where there was none; a person is then taken
// to have capacity (Sources: mental_capacity_act).
func (c *Circumstances) CapacityFor(thread, decision string, on day.Day) (_ InThread[CapacityAssessed], ok bool) {
	return last(c.Capacity, on, func(one InThread[CapacityAssessed]) bool {
		return one.In == thread && one.What.Decision == decision
	})
}

// capacityIn gives the last assessment in a thread, whichever of its decisions it was for.
func (c *Circumstances) capacityIn(thread string, on day.Day) (InThread[CapacityAssessed], bool) {
	return last(c.Capacity, on, func(one InThread[CapacityAssessed]) bool { return one.In == thread })
}

// Decider gives the last note, by the end of a day, of who decides in the person's best interests in a thread. ok is false where the
// person decides, as they do unless they were found to lack capacity for that decision, and where nobody noted who does.
func (c *Circumstances) Decider(thread, decision string, on day.Day) (_ InThread[BestInterests], ok bool) {
	found, assessed := c.CapacityFor(thread, decision, on)
	if !assessed || found.What.Found != Lacks {
		return InThread[BestInterests]{}, false
	}
	return last(c.BestInterests, on, func(one InThread[BestInterests]) bool {
		return one.In == thread && one.What.Decision == decision && !one.On.Before(found.On)
	})
}

// deciderIn gives the last note, by the end of a day, of who decides in a thread for a person who was last found unable to, whichever of its
// decisions that was for.
func (c *Circumstances) deciderIn(thread string, on day.Day) (_ InThread[BestInterests], ok bool) {
	found, _ := c.capacityIn(thread, on)
	return c.Decider(thread, found.What.Decision, on)
}

// ConsentTo gives the last word, by the end of a day, on a consent. what is the reader whom information is shared with, the service referred
// to, or the treatment in the words of Consent.What, since a consent to one treatment is none to another; it is empty for a recording. ok is false
// where nobody asked, or nobody noted it; that is not a consent.
func (c *Circumstances) ConsentTo(kind ConsentKind, what string, on day.Day) (_ InThread[Consent], ok bool) {
	return last(c.Consents, on, func(one InThread[Consent]) bool { return one.What.To == kind && one.What.about() == what })
}

// RepresentativesOn gives who may act for the person on a day, in the order in which they were first noted. The last note on each name and
// role stands.
func (c *Circumstances) RepresentativesOn(on day.Day) []InThread[Represented] {
	var standing []InThread[Represented]
	for _, one := range c.Representatives {
		if one.On.After(on) {
			continue
		}
		same := func(old InThread[Represented]) bool {
			return old.What.Name == one.What.Name && old.What.Role == one.What.Role
		}
		if i := slices.IndexFunc(standing, same); i >= 0 {
			standing[i] = one
		} else {
			standing = append(standing, one)
		}
	}
	return slices.DeleteFunc(standing, func(one InThread[Represented]) bool { return !one.What.standsOn(on) })
}

// InterpreterOn gives the last word, by the end of a day, on whether the person needs an interpreter. ok is false where nobody noted it.
func (c *Circumstances) InterpreterOn(on day.Day) (_ InThread[InterpreterNeed], ok bool) {
	return last(c.Interpreters, on, func(InThread[InterpreterNeed]) bool { return true })
}

// NeedsOn gives the needs for information and communication that stand on a day, in the order in which they were first noted. The last note
// on each need stands.
func (c *Circumstances) NeedsOn(on day.Day) []InThread[InformationNeed] {
	var ids []string
	for _, one := range c.Needs {
		if !one.On.After(on) && !slices.Contains(ids, one.What.Need) {
			ids = append(ids, one.What.Need)
		}
	}
	var standing []InThread[InformationNeed]
	for _, id := range ids {
		if one, _ := c.need(id, on); !one.What.Ended {
			standing = append(standing, one)
		}
	}
	return standing
}

// need gives the last note on a need.
func (c *Circumstances) need(id string, on day.Day) (InThread[InformationNeed], bool) {
	return last(c.Needs, on, func(one InThread[InformationNeed]) bool { return one.What.Need == id })
}

// MetIn gives the last note, by the end of a day, on whether a need was met in a conversation or other thread. ok is false where nobody
// noted it.
func (c *Circumstances) MetIn(thread, need string, on day.Day) (_ InThread[NeedMet], ok bool) {
	return last(c.Met, on, func(one InThread[NeedMet]) bool { return one.In == thread && one.What.Need == need })
}

// PresentIn gives who was present in a conversation or other thread on a day, in the order in which they were noted.
func (c *Circumstances) PresentIn(thread string, on day.Day) []Attendee {
	var all []Attendee
	for _, one := range c.Present {
		if one.In == thread && one.On == on {
			all = append(all, one.What.People...)
		}
	}
	return all
}
