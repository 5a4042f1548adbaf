package support

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// misplaced tells of an event that cannot be the next, whatever its step says.
func (s *State) misplaced(id string, on day.Day, kind string) (f fault.Faults) {
	if fault.Blank(id) {
		f.Tell(nil, "id", "give the id of its event", "a step without an id cannot be referred to")
	}
	switch {
	case on.IsZero():
		f.Tell(nil, "on", "give the day of the event, as in 2024-04-01", "the day is missing")
	case on.Before(s.last):
		f.Tell(nil, "on", "put the steps in order, or mend the day", "%v is before %v, the day of the step before it", on, s.last)
	}
	opens := kind == Offered{}.Kind()
	switch {
	case opens && s.Open():
		f.Tell(nil, "", "open a thread of its own for new offers", "the thread %.80q was opened by offers already", s.id)
	case !opens && !s.Open():
		f.Tell(nil, "", "record the offer first", "nothing was offered in this thread yet; %s comes after %s", kind, Offered{}.Kind())
	}
	return f
}

// fitsAnswer holds an answer against what became of the offer before.
func (s *State) fitsAnswer(on day.Day, a Answered) (f fault.Faults) {
	if p := s.find(&f, a.Offer); p != nil && p.running() {
		f.Tell(nil, "answer", "where the person leaves it, record support_ended with stopped", "%.80q was taken up and has not ended", a.Offer)
	}
	if a.AskOn.Before(on) {
		f.Tell(nil, "ask_on", "give a day from then on, or leave it out", "%v is before %v, the day of the answer", a.AskOn, on)
	}
	return f
}

// fitsEnd holds an end against what became of the offer before.
func (s *State) fitsEnd(e Ended) (f fault.Faults) {
	switch p := s.find(&f, e.Offer); {
	case p == nil || p.running():
	case p.Ended != "":
		f.Tell(nil, "offer", "where the person began again, record support_answered with taken_up first", "%.80q has ended already (%s)", e.Offer, p.Ended)
	default:
		f.Tell(nil, "offer", "record support_answered with taken_up first", "%.80q was not taken up, so it cannot end", e.Offer)
	}
	return f
}

// running reports whether the person took the offer up, and it has not ended.
func (p *Progress) running() bool { return p.Answer == TakenUp && p.Ended == "" }

// find gives an offer of the thread, and nil where there is none. It tells of one that was not offered in a thread that is open.
func (s *State) find(f *fault.Faults, offer string) *Progress {
	i, ok := s.places[offer]
	if ok {
		return &s.offers[i]
	}
	if s.Open() && !fault.Blank(offer) {
		f.Tell(nil, "offer", "name one of its offers, or offer it first", "%.80q was not offered in the thread %.80q", offer, s.id)
	}
	return nil
}
