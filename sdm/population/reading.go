package population

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// reading reads one record after the other and says where its person stands. What it remembers of a record is used again for the next.
type reading struct {
	calendar *calendar
	board    []standing // by period, then component
	seen     []bool     // by period: any event at all
	marks    []mark
	threads  []thread
	places   map[string]int // of the threads, by the event that opened them
	untold   map[string]bool
	days     []int   // the periods of the day that was looked up last
	last     day.Day // that day
}

func newReading(c *calendar) *reading {
	return &reading{
		calendar: c, board: make([]standing, len(c.periods)*components), seen: make([]bool, len(c.periods)),
		places: map[string]int{}, untold: map[string]bool{},
	}
}

// read replays a record, once, and puts its person on the board. Where the record has a fault nothing is to be counted.
func (r *reading) read(record sdm.Record) error {
	story, err := record.Replay()
	if err != nil {
		return fmt.Errorf("population: the record was not counted, because it does not replay: %w", err)
	}
	r.begin()
	for _, u := range story.Untold {
		r.untold[u.Event] = true
	}
	for e := range record.All() {
		if _, inError := story.EnteredInError(e.ID); inError {
			continue
		}
		word := e.Body.Kind()
		switch body := e.Body.(type) {
		case sdm.Unread:
			r.hidden(e, word, true)
		case sdm.Withheld:
			r.hidden(e, body.Was, false)
		default:
			if r.untold[e.ID] {
				r.hidden(e, word, false)
			} else {
				r.told(e, kinds[word])
			}
		}
	}
	r.settle()
	return nil
}

// begin clears what was remembered of the record before.
func (r *reading) begin() {
	clear(r.board)
	clear(r.seen)
	clear(r.places)
	clear(r.untold)
	r.marks, r.threads = r.marks[:0], r.threads[:0]
}

// settle puts the marks on the board, now that everything in the record is known.
func (r *reading) settle() {
	for _, m := range r.marks {
		if m.talk >= 0 {
			m.is = r.threads[m.talk].decides(m.on)
		}
		for _, p := range r.on(m.on) {
			r.raise(p, m.component, m.in(r.calendar.periods[p]))
		}
	}
}

// on gives the periods that hold a day.
func (r *reading) on(on day.Day) []int {
	if on != r.last || on.IsZero() {
		r.days, r.last = r.calendar.of(on, r.days[:0]), on
	}
	return r.days
}

// raise puts the person where they stand in a period, unless something puts them higher.
func (r *reading) raise(period, component int, to standing) {
	at := period*components + component
	r.board[at] = max(r.board[at], to)
}

// threadOf gives the place of the thread that an event belongs to, or opens.
func (r *reading) threadOf(e sdm.Event, component int) int {
	id := e.In
	if id == "" {
		id = e.ID
	}
	if at, there := r.places[id]; there {
		return at
	}
	at := len(r.threads)
	r.places[id] = at
	if at < cap(r.threads) { // the slots of an earlier record are used again
		r.threads = r.threads[:at+1]
	} else {
		r.threads = append(r.threads, thread{})
	}
	r.threads[at] = thread{component: component, slots: r.threads[at].slots[:0]}
	return at
}
