package outcome

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// measure is a measure made ready.
type measure struct {
	id            string
	questionnaire *proms.Questionnaire
	score         string
	first, last   rule.Slot
	change        rule.Slot
}

// The readings of a measure, as rules say them behind its id.
const (
	first  = ".first"
	last   = ".last"
	change = ".change"
)

// ready is the one way from a definition to a set: for services, for authors and for definitions built in code. It gives
// nil where it reported an error.
func ready(def *Definition, questionnaires map[string]*proms.Questionnaire, options schemas.CheckOptions, r *diag.Reporter) *Set {
	schemas.CheckHeader(def.Header, def, options.AsOf, r)
	s := &Set{definition: def, measures: measuresOf(def, questionnaires, r)}
	checkNeeds(def, r)
	if r.HasErrors() {
		return nil
	}
	if s.compile(r); s.model == nil || r.HasErrors() {
		return nil
	}
	s.states.New = func() any { return s.model.NewState() }
	s.rests = s.restsOf()
	if s.checkStart(r); r.HasErrors() {
		return nil
	}
	cases.Run(s.model, def.Cases, "/cases", r, s.steps)
	promises := s.start.Promises()
	more := s.outcomes.Promises()
	promises.Outputs = append(promises.Outputs, more.Outputs...)
	promises.Conditions = append(promises.Conditions, more.Conditions...)
	cases.Check(s.model, promises, cases.Budget, r)
	s.digest = schemas.Digest(def)
	return s
}

// compile makes the model: first and last come in, change is worked out, and the criteria read them.
func (s *Set) compile(r *diag.Reporter) {
	def, b := s.definition, rule.NewBuilder(r)
	for i := range s.measures {
		m := &s.measures[i]
		at := fmt.Sprintf("/measures/%d", i)
		m.first = b.Input(rule.Input{Name: m.id + first, Type: m.kind(), Pointer: at})
		m.last = b.Input(rule.Input{Name: m.id + last, Type: m.kind(), Pointer: at})
	}
	for i := range s.measures {
		m := &s.measures[i]
		at := fmt.Sprintf("/measures/%d", i)
		m.change = b.Name(m.id+change, m.changeKind(), at)
		text := m.id + last + " - " + m.id + first
		b.Compute(m.change, b.Compile(rule.Source{At: at + "/id", Text: text, Want: m.changeKind()}))
	}
	startSlots := policy.Declare(def.Start, "/start", b)
	outcomeSlots := policy.Declare(def.Outcomes, "/outcomes", b)
	s.start = policy.Compile(def.Start, startSlots, "/start", b, r)
	s.gate(b)
	s.outcomes = policy.Compile(def.Outcomes, outcomeSlots, "/outcomes", b, r)
	s.model = b.Build()
}

// kind is the type of the measure's score.
func (m measure) kind() rule.Type {
	slot, _ := m.questionnaire.Model().Slot(m.score)
	return m.questionnaire.Model().Type(slot)
}

// changeKind is the type of a difference of two scores.
func (m measure) changeKind() rule.Type {
	t := m.kind()
	return rule.Type{Kind: rule.Number, Unit: t.Unit, Lo: t.Lo - t.Hi, Hi: t.Hi - t.Lo, Step: t.Step}
}

// restsOf finds, for each finding, the readings that it stands on, itself or through other findings.
func (s *Set) restsOf() map[string][]string {
	rests := map[string][]string{}
	for _, out := range s.model.Outputs() {
		rests[out.Name] = s.model.InputsOf(out.Name)
	}
	return rests
}
