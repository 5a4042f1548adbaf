package support

import (
	"errors"
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// State is one thread of support as its steps left it. The zero State is a thread that is not open yet. It is for one goroutine
// at a time.
type State struct {
	id     string
	opened Offered
	on     day.Day
	last   day.Day
	offers []Progress
	places map[string]int
}

// Progress is what became of one offer.
type Progress struct {
	Shown
	// Answer is the latest answer; empty where the person has not answered.
	Answer Answer
	// Words are the person's own, of the latest step that has any.
	Words string
	// AskOn is the day on which to ask again; zero where nobody said.
	AskOn day.Day
	// Ended is how it ended; empty while it has not, and again where the person took it up once more.
	Ended Ending
	// Actions are the plan actions that its answers named, each once, in the order in which they came.
	Actions []string
	// Scores are the scores that its latest end named.
	Scores []string
	// On is the day of the latest step about the offer, and Step the id of its event.
	On   day.Day
	Step string
}

// Apply adds a step to the thread. id is the id of its event. The first step is Offered, and no other is. On an error the
// thread is as it was; the error names the field and says what belongs there.
func (s *State) Apply(id string, on day.Day, step Step) error {
	switch {
	case id == "":
		return errors.New("id: a step without an id cannot be referred to; give the id of its event")
	case on.IsZero():
		return errors.New("on: the day is missing; a step is dated, as in 2024-04-01")
	case on.Before(s.last):
		return fmt.Errorf("on: %v is before %v, the day of the step before it; put the steps in order, or mend the day", on, s.last)
	}
	var err error
	switch step := step.(type) {
	case Offered:
		err = s.offer(id, on, step)
	case Answered:
		err = s.answer(id, on, step)
	case Ended:
		err = s.end(id, on, step)
	default: // a pointer, or none at all
		err = fmt.Errorf("%T is no step of support; give Offered, Answered or Ended as plain values", step)
	}
	if err == nil {
		s.last = on
	}
	return err
}

// Open reports whether the thread has begun.
func (s *State) Open() bool { return s.id != "" }

// ID is the id of the event that opened the thread.
func (s *State) ID() string { return s.id }

// On is the day on which the thread was opened.
func (s *State) On() day.Day { return s.on }

// Offered gives the step that opened the thread. It must not be changed.
func (s *State) Offered() Offered { return s.opened }

// Progress gives what became of each offer, in the order in which they were shown. It must not be changed.
func (s *State) Progress() []Progress { return s.offers }

// Of gives what became of the offer with an id, and whether it was offered in this thread.
func (s *State) Of(offer string) (Progress, bool) {
	i, ok := s.places[offer]
	if !ok {
		return Progress{}, false
	}
	return s.offers[i], true
}

func (s *State) offer(id string, on day.Day, o Offered) error {
	if err := o.Check(); err != nil {
		return err
	}
	if s.Open() {
		return fmt.Errorf("the thread %.80q was opened by offers already; open a thread of its own for new offers", s.id)
	}
	s.id, s.on, s.opened = id, on, o
	s.offers = make([]Progress, len(o.Offers))
	s.places = make(map[string]int, len(o.Offers))
	for i, shown := range o.Offers {
		s.offers[i] = Progress{Shown: shown, On: on, Step: id}
		s.places[shown.Offer] = i
	}
	return nil
}

func (s *State) answer(id string, on day.Day, a Answered) error {
	if err := a.Check(); err != nil {
		return err
	}
	p, err := s.find(a.Offer, a.Kind())
	if err != nil {
		return err
	}
	if p.Answer == TakenUp && p.Ended == "" {
		return fmt.Errorf("answer: %.80q was taken up and has not ended; to leave it is support_ended with stopped", a.Offer)
	}
	p.Answer, p.AskOn, p.Ended = a.Answer, a.AskOn, ""
	for _, action := range a.Actions {
		if !slices.Contains(p.Actions, action) {
			p.Actions = append(p.Actions, action)
		}
	}
	p.stamp(id, on, a.Words)
	return nil
}

func (s *State) end(id string, on day.Day, e Ended) error {
	if err := e.Check(); err != nil {
		return err
	}
	p, err := s.find(e.Offer, e.Kind())
	switch {
	case err != nil:
		return err
	case p.Answer != TakenUp:
		return fmt.Errorf("offer: %.80q was not taken up, so it cannot end; first comes support_answered with taken_up", e.Offer)
	case p.Ended != "":
		return fmt.Errorf("offer: %.80q has ended already (%s); to begin again is support_answered with taken_up", e.Offer, p.Ended)
	}
	p.Ended, p.Scores = e.How, slices.Clone(e.Scores)
	p.stamp(id, on, e.Words)
	return nil
}

// find gives an offer of the thread.
func (s *State) find(offer, kind string) (*Progress, error) {
	if !s.Open() {
		return nil, fmt.Errorf("nothing was offered in this thread yet; %s comes after support_offered", kind)
	}
	i, ok := s.places[offer]
	if !ok {
		return nil, fmt.Errorf("offer: %.80q was not offered in the thread %.80q; name one of its offers, or offer it first", offer, s.id)
	}
	return &s.offers[i], nil
}

// stamp notes the step, and the person's words where it has any.
func (p *Progress) stamp(id string, on day.Day, words string) {
	p.On, p.Step = on, id
	if words != "" {
		p.Words = words
	}
}
