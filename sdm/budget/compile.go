package budget

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// about is what a criterion is asked about.
type about uint8

const (
	aboutBudget about = iota
	aboutLine
	aboutDecision
)

// ready is the one way from a definition to a policy: for services, for authors and for definitions built in code. It gives nil where it
// reported an error.
func ready(def *Definition, who whose, options schemas.CheckOptions, r *diag.Reporter) *Policy {
	schemas.CheckHeader(def.Header, def, options.AsOf, r)
	checkBases(def, r)
	checkSettings(def, r)
	checkKinds(def, r)
	p := &Policy{definition: def, who: who}
	p.compile(r)
	if p.model == nil || r.HasErrors() {
		return nil
	}
	if p.checkSubjects(r); r.HasErrors() {
		return nil
	}
	p.states.New = func() any { return p.model.NewState() }
	cases.Run(p.model, def.Cases, "/cases", r, p.criteria.Explain)
	cases.Check(p.model, p.criteria.Promises(), cases.Budget, r)
	p.digest = schemas.Digest(def)
	return p
}

// compile makes the model: the facts of the person, of the budget and of the document's own questions come in, and the criteria read them.
func (p *Policy) compile(r *diag.Reporter) {
	def, b := p.definition, rule.NewBuilder(r)
	p.sheet = question.NewSheet(question.Source{
		Document: def.ID, Questions: def.Facts, QuestionsAt: "/facts", Sets: def.Answers, SetsAt: "/answers", Absent: rule.Blank,
	}, r)
	if p.who.facts != nil {
		p.inputs = p.who.facts.Inputs(p.who.prefix)
	}
	p.first, p.facts = len(p.inputs), vocabularyOf(def)
	p.inputs = slices.Concat(p.inputs, p.facts.Inputs(), p.sheet.Inputs(""))
	for _, in := range p.inputs {
		b.Input(in)
	}
	slots := policy.Declare(def.Criteria, "/criteria", b)
	p.criteria = policy.Compile(def.Criteria, slots, "/criteria", b, r)
	if p.model = b.Build(); p.model == nil {
		return
	}
	for _, c := range def.Criteria {
		p.subjects = append(p.subjects, subjectOf(p.model.InputsOf(c.ID)))
	}
}

// subjectOf tells what a criterion is about by what it reads.
func subjectOf(inputs []string) about {
	for _, name := range inputs {
		switch {
		case strings.HasPrefix(name, linePrefix):
			return aboutLine
		case strings.HasPrefix(name, decisionPrefix):
			return aboutDecision
		}
	}
	return aboutBudget
}
