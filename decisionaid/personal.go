package decisionaid

import (
	"encoding/json"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Given is what an aid is personalised with.
type Given struct {
	// Person are the shared facts. Those that the aid does not ask for are left alone.
	Person person.Facts
	// Answers answer the aid's own questions; those to another copy or version of the aid are joined by id.
	Answers question.Answers
}

// Personal is an aid for one person: for every outcome and option a chance, or the reason why there is none. It is
// immutable and safe for concurrent use. It encodes to the JSON of its Comparison. The zero Personal is of no aid: it has no
// outcomes and no options.
type Personal struct {
	aid         *Aid
	frame       []float64 // the evaluated model
	eligibility policy.State
}

// For personalises the aid with what is known of a person. It is total: what cannot be worked out has a reason in place of
// a chance. A number that is the same for everybody stays as it is for a person whom the studies are not about, because it
// says whom it is about; one that would be worked out for that person is withheld with the reason OutsidePopulation.
func (a *Aid) For(who person.Facts) Personal { return a.ForWith(Given{Person: who}) }

// ForWith is For with answers to the aid's own questions.
func (a *Aid) ForWith(given Given) Personal {
	s := a.states.Get().(*rule.State)
	defer a.states.Put(s)
	a.fill(s, given)
	a.model.Eval(s)
	return Personal{aid: a, frame: slices.Clone(s.Frame()), eligibility: a.eligibility(s)}
}

// fill puts what is given into the inputs of a blank state. What nobody gave is not supplied.
func (a *Aid) fill(s *rule.State, given Given) {
	s.Reset()
	frame := s.Frame()[:len(a.inputs)]
	if a.prefix != "" {
		given.Person.Fill(frame, a.inputs, a.prefix)
	}
	answers, _ := given.Answers.On(a.sheet) // what cannot be joined is invalid there
	answers.Fill(frame[len(frame)-a.sheet.Width():])
}

// eligibility tells whether the aid is for the person.
func (a *Aid) eligibility(s *rule.State) policy.State {
	if a.audience == nil {
		return policy.Unknown
	}
	switch v := s.Get(a.forWhen); {
	case rule.IsNA(v):
		return policy.Unknown
	case v == 0:
		return policy.NotMet
	default:
		return policy.Met
	}
}

// chance gives the chance of a cell with its interval. One that would be worked out for a person whom the studies are not
// about is withheld.
func (p Personal) chance(c *cell) risk.Chance {
	if c.personal && p.eligibility == policy.NotMet {
		return risk.Unknown(OutsidePopulation)
	}
	o := &p.aid.definition.Outcomes[c.outcome]
	return o.shown(c.chance(p.frame, o.measured()))
}

// Aid gives the aid that was personalised; nil for the zero Personal.
func (p Personal) Aid() *Aid { return p.aid }

// state gives the evaluated model again, for explanations.
func (p Personal) state() *rule.State {
	s := p.aid.model.NewState()
	copy(s.Frame(), p.frame)
	return s
}

// MarshalJSON gives the JSON of Comparison.
func (p Personal) MarshalJSON() ([]byte, error) { return json.Marshal(p.Comparison()) }
