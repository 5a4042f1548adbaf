package decisionaid

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// Unanswered is a question without whose answer something cannot be worked out.
type Unanswered struct {
	// Name is how rules say it, such as person.age.
	Name string `json:"name"`
	// Ask is the question in the words in which a person is asked.
	Ask string `json:"ask,omitempty"`
	// Reason says why there is no answer.
	Reason rule.Reason `json:"reason"`
}

// unanswered lists the questions without whose answers a rule has no value: at most eight, in the order in which they are
// asked. Names that no person can answer, such as a derived value without a result, are left out.
func (a *Aid) unanswered(s *rule.State, p *rule.Program) []Unanswered {
	var all []Unanswered
	for _, name := range p.Missing(s).Names {
		slot, ok := a.model.Slot(name)
		if !ok || int(slot) >= len(a.inputs) {
			continue
		}
		all = append(all, Unanswered{Name: name, Ask: a.asked[name], Reason: rule.ReasonOf(s.Get(slot))})
	}
	return all
}
