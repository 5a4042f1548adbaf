package budget

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Given is what a policy is asked about. What is left out is not known, and never "no".
type Given struct {
	// Person are the shared facts.
	Person person.Facts
	// Answers answer the policy's own questions; see Policy.Sheet. Those to another copy or version of the policy are joined by id.
	Answers question.Answers
	// State is the budget; nil for none. It must not change meanwhile.
	State *State
	// AsOf is the day as of which reviews are overdue and months are counted.
	AsOf day.Day
}

// Findings finds what every criterion comes to that is about the budget as a whole, in the order of the document. It is total: what cannot
// be decided is Unknown, with the answers that could decide it.
func (p *Policy) Findings(given Given) []policy.Finding {
	return p.find(given, subject{}, aboutBudget)
}

// Line finds what every criterion about lines comes to for one line. Those of kind Excluded that are met say that it may not be paid for.
func (p *Policy) Line(given Given, l Line) []policy.Finding {
	return p.find(given, subject{line: &l}, aboutLine)
}

// Decision finds what every criterion about decisions comes to for one decision of the budget, such as whether it must be looked at again. The
// error names an id that is no decision of the budget.
func (p *Policy) Decision(given Given, id string) ([]policy.Finding, error) {
	if given.State != nil {
		if d, ok := given.State.decisions[id]; ok {
			return p.find(given, subject{of: &d, ofID: id}, aboutDecision), nil
		}
	}
	return nil, fmt.Errorf("budget: %.40q is no decision of this budget; pass the id of the event of a refusal, a budget, a review, a stop or a request for repayment", id)
}

// Explain says in steps that a person can check by hand how the finding of a criterion about the budget came about; nil where there is no
// such criterion.
func (p *Policy) Explain(given Given, id string) []string {
	i := slices.IndexFunc(p.definition.Criteria, func(c policy.Criterion) bool { return c.ID == id })
	if i < 0 || p.subjects[i] != aboutBudget {
		return nil
	}
	s := p.states.Get().(*rule.State)
	defer p.states.Put(s)
	p.fill(s, given, subject{})
	p.model.Eval(s)
	return p.criteria.Explain(s, id)
}

func (p *Policy) find(given Given, of subject, which about) []policy.Finding {
	s := p.states.Get().(*rule.State)
	defer p.states.Put(s)
	p.fill(s, given, of)
	p.model.Eval(s)
	var found []policy.Finding
	for i, f := range p.criteria.Findings(s) {
		if p.subjects[i] == which {
			found = append(found, f)
		}
	}
	return found
}

// fill puts what is given into the inputs of a blank state.
func (p *Policy) fill(s *rule.State, given Given, of subject) {
	s.Reset()
	frame := s.Frame()[:len(p.inputs)]
	for i := range frame {
		frame[i] = unknown
	}
	if p.who.facts != nil {
		given.Person.Fill(frame, p.inputs, p.who.prefix)
	}
	of.def, of.asOf, of.state = p.definition, given.AsOf, given.State
	if of.state == nil || of.state.Requested.ID == "" {
		of.state = &State{}
	}
	if n := len(of.state.Agreed); n > 0 {
		of.agreed = &of.state.Agreed[n-1].Step
	}
	p.facts.Fill(frame[p.first:], p.facts.Read(&of))
	answers, _ := given.Answers.On(p.sheet) // what cannot be joined is invalid there
	answers.Fill(frame[len(frame)-p.sheet.Width():])
}
