package support

import (
	"errors"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
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

// ErrNoStep is returned for a step that is none of this package's, or a pointer to one.
var ErrNoStep = errors.New("support: a step is a plain value of one of this package's types, such as support.Answered")

// Apply adds a step to the thread. id is the id of its event. The first step is Offered, and no other is. The error is ErrNoStep, or
// fault.Faults that say all that is wrong with the step and what belongs in its place; the thread is then as it was.
func (s *State) Apply(id string, on day.Day, step Step) error {
	var faults fault.Faults
	switch step := step.(type) {
	case Offered:
		faults = append(step.faults(), s.misplaced(id, on, step.Kind())...)
		if len(faults) == 0 {
			s.offer(id, on, step)
		}
	case Answered:
		faults = append(step.faults(), s.misplaced(id, on, step.Kind())...)
		faults = append(faults, s.fitsAnswer(on, step)...)
		if len(faults) == 0 {
			s.answer(id, on, step)
		}
	case Ended:
		faults = append(step.faults(), s.misplaced(id, on, step.Kind())...)
		faults = append(faults, s.fitsEnd(step)...)
		if len(faults) == 0 {
			s.end(id, on, step)
		}
	default:
		return ErrNoStep
	}
	if len(faults) > 0 {
		return faults
	}
	s.last = on
	return nil
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

func (s *State) offer(id string, on day.Day, o Offered) {
	s.id, s.on, s.opened = id, on, o
	s.offers = make([]Progress, len(o.Offers))
	s.places = make(map[string]int, len(o.Offers))
	for i, shown := range o.Offers {
		s.offers[i] = Progress{Shown: shown, On: on, Step: id}
		s.places[shown.Offer] = i
	}
}

// answer notes an answer that fits. Only who takes an offer up again is no longer at its end.
func (s *State) answer(id string, on day.Day, a Answered) {
	p := &s.offers[s.places[a.Offer]]
	p.Answer, p.AskOn = a.Answer, a.AskOn
	if a.Answer == TakenUp {
		p.Ended = ""
	}
	for _, action := range a.Actions {
		if !slices.Contains(p.Actions, action) {
			p.Actions = append(p.Actions, action)
		}
	}
	p.stamp(id, on, a.Words)
}

func (s *State) end(id string, on day.Day, e Ended) {
	p := &s.offers[s.places[e.Offer]]
	p.Ended, p.Scores = e.How, slices.Clone(e.Scores)
	p.stamp(id, on, e.Words)
}

// stamp notes the step, and the person's words where it has any.
func (p *Progress) stamp(id string, on day.Day, words string) {
	p.On, p.Step = on, id
	if words != "" {
		p.Words = words
	}
}
