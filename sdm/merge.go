package sdm

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Conflict is something that two records of one person do not agree on. Merge keeps both sides, but for TwoParts, and leaves it to people to settle
// it by a later event. It holds what both records show, and is for those who may read both.
type Conflict struct {
	Kind ConflictKind `json:"kind"`
	// Thread is the id of the conversation or other thread that it is in; empty where it is in none.
	Thread string `json:"thread,omitempty"`
	// About says what it is about: the question that was answered twice, or the id that two events had.
	About string `json:"about"`
	// Events are the sides as they stand in the merged record, in its order.
	Events []Event `json:"events,omitempty"`
	// Why says in words what is the matter, and what was done.
	Why string `json:"why"`
}

// ConflictKind says in what two records do not agree.
type ConflictKind string

// The kinds of conflict.
const (
	// SameID: two events that say different things had one id. One of them has a new id now, and so has what referred to it in its record.
	SameID ConflictKind = "same_id"
	// Disagreement: both records answer one question, each without knowing of the other's answer, and differently.
	Disagreement ConflictKind = "disagreement"
	// Misfit: an event stood in its own record and cannot stand beside the events of the other. It is kept as Unread.
	Misfit ConflictKind = "misfit"
	// TwoParts: copies for different readers each show something of an event that the other leaves out. The one that shows more stands; the other
	// is only in the conflict.
	TwoParts ConflictKind = "two_parts"
	// TwoBirths: the records have two days of birth. The merged one has the earlier, before which neither has an event.
	TwoBirths ConflictKind = "two_births"
)

// Merge puts two records of one person together. Events that are the same in both count once, whatever their place; a full event counts
// for a copy of it from which something was withheld; all others are kept.
//
// The events of the merged record stand in the order of the days by which they were noted, then of their numbers (Event.Noted and
// Event.Seq), then of their ids. That is the order of each of the two records, and of the record that they were once parts of. A part may
// hold events whose conversation is only in the other part: ParseRecord keeps those, and Merge finds their place.
//
// Where two different events have one id, the earlier keeps it, and of two on one day the one whose content has the lower digest. The other
// gets the id with "~" and the start of its digest behind it, and what named it in its own record names it by that: the events of
// its thread, and the bodies of all components and of Referrers.
//
// Merge is commutative, associative and idempotent: the order in which records are merged changes nothing in the merged record. Of copies for
// different readers each may have another part of an event. The one that shows more stands until a record with the whole event is merged in; what it
// does not have of the other is told as a conflict (TwoParts).
//
// An event that either record says was entered in error takes no part in the story of the merged one. What stood in its own record and
// rests on it is listed in Story.Untold, as in one record.
//
// The error wraps ErrPerson where the records belong to different persons, and ErrTooLarge where the merged record could not be read again.
func Merge(a, b Record) (Record, []Conflict, error) {
	person, err := onePerson(a, b)
	if err != nil {
		return Record{}, nil, err
	}
	m := &merging{}
	left, right := gathered(a, first), gathered(b, second)
	parts := left.partings(right)
	left.completeFrom(right)
	right.completeFrom(left)
	m.unite(left, right)
	m.settleIDs()
	born, conflicts := oneBirth(a, b)
	record := m.build(Record{person: person, born: born})
	if record.size > record.room() {
		if all, fits := record.weighed(); !fits {
			return Record{}, nil, tooLarge(all)
		}
	}
	return record, slices.Concat(conflicts, parts, m.sameID, m.disagreements(), m.misfits), nil
}

// onePerson gives the person of two records. A record without events that belongs to nobody goes with every other.
func onePerson(a, b Record) (string, error) {
	nobodys := func(r Record) bool { return r.person == "" && len(r.events) == 0 }
	switch {
	case a.person == b.person, nobodys(b):
		return a.person, nil
	case nobodys(a):
		return b.person, nil
	}
	return "", fmt.Errorf("sdm: the records of %.40q and of %.40q cannot become one: %w", a.person, b.person, ErrPerson)
}

// oneBirth gives the day of birth, and the conflict where there are two.
func oneBirth(a, b Record) (day.Day, []Conflict) {
	switch {
	case a.born == b.born, b.born.IsZero():
		return a.born, nil
	case a.born.IsZero():
		return b.born, nil
	}
	early, late := a.born, b.born
	if late.Before(early) {
		early, late = late, early
	}
	return early, []Conflict{{
		Kind: TwoBirths, About: "born",
		Why: fmt.Sprintf("one record says that the person was born on %s, the other on %s; the earlier day stands until somebody finds out, "+
			"and whether these are records of one person has to be looked at", early, late),
	}}
}

// merging is two records on their way to one.
type merging struct {
	pieces []*piece // what the merged record is made of
	built  map[*piece]Event
	story  Story // of the merged record
	// sameID and misfits are the conflicts found on the way.
	sameID, misfits []Conflict
}

// inOrder compares pieces by their place in the merged record. What could not be placed stays behind the event that it followed.
func inOrder(a, b *piece) int {
	return cmp.Or(a.place.compare(b.place), cmp.Compare(a.floats, b.floats), cmp.Compare(a.event.ID, b.event.ID), cmp.Compare(a.digest, b.digest))
}
