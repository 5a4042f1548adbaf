package sdm

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Circumstances are the conditions under which the person decides, as the events of the record tell them, each in the order of the
// record. The verbs say what stood on a day. What nobody noted is not known, and never taken for a yes.
type Circumstances struct {
	// Capacity are the assessments of whether the person could make one decision, and BestInterests what was done where they could not.
	Capacity      []InThread[CapacityAssessed]
	BestInterests []InThread[BestInterests]
	// Consents are what the person, or who may lawfully speak for them, allowed and did not.
	Consents []InThread[Consent]
	// Representatives are those who may lawfully act for the person in something.
	Representatives []InThread[Represented]
	// Interpreters say whether the person needs an interpreter, Needs which other needs for information and communication there are, and
	// Met how each was met.
	Interpreters []InThread[InterpreterNeed]
	Needs        []InThread[InformationNeed]
	Met          []InThread[NeedMet]
	// Present is who was there.
	Present []InThread[WhoWasPresent]
}

// InThread is something of the record with the thread in which it was noted; In is empty for what holds for the person whatever the talk
// is about.
type InThread[T any] struct {
	Said[T]
	In string
}

// notes adds a body to a list of circumstances. It asks that the thread is one.
func notes[T Body](s *Story, list *[]InThread[T], e Event, body T) error {
	if err := s.within(e); err != nil {
		return err
	}
	s.note(e.ID, entry{word: body.Kind()})
	*list = append(*list, InThread[T]{Said: said(body, e), In: e.In})
	return nil
}

func (s *Story) capacityAssessed(e Event, c CapacityAssessed) error {
	if e.In == "" && c.Decision == "" {
		return fault.In("decision", "note it in the conversation over that decision, or say in words which decision it is", "capacity is for one decision and never a fact about the person")
	}
	return notes(s, &s.Capacity, e, c)
}

func (s *Story) bestInterests(e Event, b BestInterests) error {
	c, ok := s.CapacityFor(e.In, b.Decision, e.On)
	if !ok || c.What.Found != Lacks {
		return fault.In("decision", "note the assessment of capacity for this decision first (capacity_assessed)", "nobody found by then that the person cannot make this decision, so it is theirs")
	}
	return notes(s, &s.BestInterests, e, b)
}

func (s *Story) consented(e Event, c Consent) error { return notes(s, &s.Consents, e, c) }

func (s *Story) represented(e Event, r Represented) error {
	return notes(s, &s.Representatives, e, r)
}

func (s *Story) interpreterNeed(e Event, n InterpreterNeed) error {
	return notes(s, &s.Interpreters, e, n)
}

func (s *Story) informationNeed(e Event, n InformationNeed) error { return notes(s, &s.Needs, e, n) }

func (s *Story) needMet(e Event, n NeedMet) error {
	if _, known := s.need(n.Need, e.On); !known && n.Need != Interpreter {
		return fault.In("need", "note the need first (information_need), or name one that is there", "the record has no need %.40q", n.Need)
	}
	return notes(s, &s.Met, e, n)
}

func (s *Story) present(e Event, p WhoWasPresent) error {
	if e.In == "" {
		return fault.In("in", "name the event that opened the conversation or thread", "it does not say where they were present")
	}
	return notes(s, &s.Present, e, p)
}
