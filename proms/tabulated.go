package proms

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// maxTabulated is how many sets of answers a score may have to be looked up: the 3,125 states of five items with five levels, and
// a little more.
const maxTabulated = 4096

// tabulated is what a score comes to for every set of answers that there is, where these are few. It holds what the rule gave, so
// that a look-up has the same bits; where an answer is missing the rule is asked.
type tabulated struct {
	axes     []axis
	origin   int64 // what to take off the sum of answers times strides, for the lowest answers to stand at place 0
	outcomes []outcome
}

// axis is an item that a tabulated score reads.
type axis struct {
	slot   rule.Slot
	span   span
	stride int64 // how far apart the outcomes of neighbouring answers are
}

func (a axis) count() int64 { return a.span.hi - a.span.lo + 1 }

// outcome is what a score writes for one set of answers.
type outcome struct{ exact, value, band float64 }

// of finds the outcome of the answers in a frame; nil where one of them is none.
func (t *tabulated) of(frame []float64) *outcome {
	place, wrong := -t.origin, uint64(0)
	for i := range t.axes {
		a := &t.axes[i]
		k, one := a.span.within(frame[a.slot])
		wrong |= one
		place += k * a.stride
	}
	if wrong != 0 || uint64(place) >= uint64(len(t.outcomes)) {
		return nil
	}
	return &t.outcomes[place]
}

// at is of for answers that are known to be whole numbers within their spans.
func (t *tabulated) at(frame []float64) *outcome {
	place := -t.origin
	for _, a := range t.axes {
		place += int64(frame[a.slot]) * a.stride
	}
	return &t.outcomes[place]
}

// lookUp writes the outcome of the answers, where there is a table and it has one.
func (sc *score) lookUp(frame []float64) bool {
	table := sc.table.Load()
	if table == nil {
		return false
	}
	found := table.of(frame)
	if found != nil {
		sc.write(found, frame)
	}
	return found != nil
}

func (sc *score) write(found *outcome, frame []float64) {
	frame[sc.exact], frame[sc.value] = found.exact, found.value
	if sc.banded {
		frame[sc.band] = found.band
	}
}

// tabulate works out the tables, once, for the paths that score people by the million. Where there is nothing but scores that are
// looked up, a row of plain answers needs no model at all.
func (q *Questionnaire) tabulate() {
	q.onlyTables = q.findings.Len() == 0 && len(q.gates) == 0
	for _, sc := range q.scores {
		axes := q.axes(sc)
		q.onlyTables = q.onlyTables && axes != nil && !sc.precise && len(sc.turned) == 0
		if axes != nil {
			sc.table.Store(sc.tabulate(axes, q.model.NewState()))
		}
	}
}

// axes gives the items that a score reads, or nil where they have too many answers together, or anything else decides too.
func (q *Questionnaire) axes(sc *score) []axis {
	if sc.plain != notPlain || len(sc.beside) > 0 || len(sc.carried) > 0 {
		return nil
	}
	var axes []axis
	sets := int64(1)
	slots := sc.Reads()
	slices.Sort(slots)
	for _, slot := range slices.Compact(slots) {
		if int(slot) >= q.sheet.Width() || q.spans[slot].lo > q.spans[slot].hi {
			return nil
		}
		a := axis{slot: slot, span: q.spans[slot]}
		if sets *= a.count(); a.count() > maxTabulated || sets > maxTabulated {
			return nil
		}
		axes = append(axes, a)
	}
	return axes
}

// tabulate works the score out for every set of answers, the last item changing first.
func (sc *score) tabulate(axes []axis, s *rule.State) *tabulated {
	t := &tabulated{axes: axes}
	sets := int64(1)
	for i := len(axes) - 1; i >= 0; i-- {
		axes[i].stride = sets
		t.origin += axes[i].span.lo * sets
		sets *= axes[i].count()
	}
	t.outcomes = make([]outcome, sets)
	frame := s.Frame()
	for place := range t.outcomes {
		for _, a := range axes {
			frame[a.slot] = float64(a.span.lo + int64(place)/a.stride%a.count())
		}
		sc.Eval(s)
		t.outcomes[place] = outcome{exact: frame[sc.exact], value: frame[sc.value]}
		if sc.banded {
			t.outcomes[place].band = frame[sc.band]
		}
	}
	return t
}
