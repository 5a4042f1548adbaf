package population

import "github.com/whatmatters-care/whatmatters/schemas/day"

// standing is where a person stands in a period and component. Of several the greatest holds.
type standing uint8

const (
	absent standing = iota // no event of the component
	notCounted
	declined
	notKnown
	counted
	standings = counted // how many there are beside absent
)

// mark is one thing in a record that decides something, on its day.
type mark struct {
	component int
	is        standing
	on        day.Day
	// until is the day on which something later took its place; the zero day where nothing did.
	until day.Day
	// doubt is the first day by which an event that nobody can read may have taken it back; the zero day where there is none.
	doubt day.Day
	// talk is the place of the conversation whose options and matters a decision needs; -1 for all other marks.
	talk int
}

// in gives where the mark puts the person in a period that holds its day: as things stood at the end of the period.
func (m mark) in(p Period) standing {
	switch {
	case !m.until.IsZero() && !m.until.After(p.To):
		return notCounted // what took its place has a mark of its own
	case !m.doubt.IsZero() && !m.doubt.After(p.To):
		return notKnown
	}
	return m.is
}

// doubted gives the mark with a doubt since a day; one of which the day is not known may be as old as the mark.
func (m mark) doubted(since day.Day) mark {
	if since.Before(m.on) || since.IsZero() {
		since = m.on
	}
	if m.doubt.IsZero() || since.Before(m.doubt) {
		m.doubt = since
	}
	return m
}
