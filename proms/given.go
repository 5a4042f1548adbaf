package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Given is all that a questionnaire can be scored from. What is left out is not known, and never zero or "no".
type Given struct {
	// Answers are those of this visit.
	Answers question.Answers
	// Person are the facts that rules and norms read as person.NAME, for a document that names a vocabulary under `uses:`.
	Person person.Facts
	// Previous are the answers of an earlier visit, for scores whose missing rule says `fill: carried`.
	Previous Previous
}

// Previous are the answers that a person gave to the same questionnaire on an earlier day.
type Previous struct {
	Answers question.Answers
	// On is the day; a result that rests on answers of that day names it.
	On day.Day
}

// ours gives answers as answers to this copy of the questionnaire. Those of this visit that cannot be joined are invalid or unknown,
// and the result says so; earlier ones that cannot be joined, or whose day nobody said, are refused: they would stand for
// blanks without anybody being able to tell whose they are or how old.
func (q *Questionnaire) ours(g Given) (Given, error) {
	g.Answers, _ = g.Answers.On(q.sheet)
	if g.Previous.Answers.Sheet() == nil {
		return g, nil
	}
	earlier, err := g.Previous.Answers.On(q.sheet)
	switch {
	case err != nil:
		return g, fmt.Errorf("proms: the earlier answers cannot be joined to %s (%s): %w", q.ID(), err, ErrPrevious)
	case g.Previous.On.IsZero():
		return g, fmt.Errorf("proms: the earlier answers to %s have no day, so a result could not say how old they are: %w", q.ID(), ErrPrevious)
	}
	g.Previous.Answers = earlier
	return g, nil
}

// day gives the day of the earlier answers as results write it.
func (p Previous) day() string {
	if p.Answers.Sheet() == nil {
		return ""
	}
	return p.On.String()
}

// fill puts what is given into the inputs of a blank state.
func (q *Questionnaire) fill(s *rule.State, g Given) {
	s.Reset()
	frame := s.Frame()
	own := q.sheet.Width()
	g.Answers.Fill(frame[:own])
	beside := frame[own:len(q.inputs)]
	if len(beside) == 0 {
		return
	}
	for i := range beside {
		beside[i] = rule.NA(rule.NotSupplied)
	}
	if q.from.facts != nil {
		g.Person.Fill(beside, q.inputs[own:], q.from.prefix)
	}
	if g.Previous.Answers.Sheet() == nil {
		return
	}
	for _, id := range q.carries {
		slot, _ := q.model.Slot(previousPrefix + id)
		v, reason := g.Previous.Answers.Value(id)
		if frame[slot] = v; reason != rule.Present {
			frame[slot] = rule.NA(reason)
		}
	}
}
