package standard

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// attestedPrefix stands before the names of attested facts in rules.
const attestedPrefix = "attested."

var truth = rule.Type{Kind: rule.Truth, Hi: 1, Step: 1}

// clauses tell which facts each part of a criterion reads, and hold its doubts.
type clauses struct {
	derived.Reading
	doubts []doubt
}

// doubt is a doubt made ready.
type doubt struct {
	policy.Exception
	slot  rule.Slot
	rule  *rule.Program
	reads []rule.Slot
}

// ready is the one way from a definition to a standard: for services, for authors and for definitions built in code. It gives
// nil where it reported an error.
func ready(def *Definition, options schemas.CheckOptions, r *diag.Reporter) *Standard {
	schemas.CheckHeader(def.Header, def, options.AsOf, r)
	checkSections(def, r)
	checkAttested(def, r)
	s := &Standard{definition: def}
	promises := s.compile(r)
	if s.model == nil || r.HasErrors() {
		return nil
	}
	if s.checkHow(r); r.HasErrors() {
		return nil
	}
	s.states.New = func() any { return s.model.NewState() }
	cases.Run(s.model, def.Cases, "/cases", r, s.criteria.Explain)
	cases.Check(s.model, promises, cases.Budget, r)
	s.digest = schemas.Digest(def)
	return s
}

// compile makes the model: facts come in, and the criteria read them.
func (s *Standard) compile(r *diag.Reporter) cases.Promises {
	def, b := s.definition, rule.NewBuilder(r)
	for _, in := range vocabulary.Inputs() {
		b.Input(in)
	}
	questions := make([]question.Question, len(def.Attested))
	for i, a := range def.Attested {
		questions[i] = a.Question
	}
	s.sheet = question.NewSheet(question.Source{Questions: questions, QuestionsAt: "/attested", Absent: rule.NotSupplied}, r)
	for _, in := range s.sheet.Inputs(attestedPrefix) {
		b.Input(in)
	}
	plain := make([]policy.Criterion, len(def.Criteria))
	for i, c := range def.Criteria {
		plain[i] = c.Criterion
	}
	slots := policy.Declare(plain, "/criteria", b)
	parts := s.compileClauses(b)
	s.criteria = policy.Compile(plain, slots, "/criteria", b, r)
	if s.model = b.Build(); s.model == nil || r.HasErrors() {
		return cases.Promises{}
	}
	promises := s.criteria.Promises()
	for i, p := range parts {
		read := clauses{p.Parts.On(s.model), p.doubts}
		for k := range read.doubts {
			d := &read.doubts[k]
			d.reads = derived.Inputs(s.model, d.rule)
			promises.Conditions = append(promises.Conditions, cases.Condition{About: "doubt " + d.ID + " of " + def.Criteria[i].ID, Rule: d.rule})
		}
		s.clauses = append(s.clauses, read)
	}
	return promises
}

// parts are those of a criterion, and its doubts.
type parts struct {
	derived.Parts
	doubts []doubt
}

func (s *Standard) compileClauses(b *rule.Builder) []parts {
	all := make([]parts, len(s.definition.Criteria))
	for i, c := range s.definition.Criteria {
		at := fmt.Sprintf("/criteria/%d", i)
		all[i].Parts = derived.PartsOf(c.Criterion, at, b)
		for k, e := range c.Doubts {
			here := fmt.Sprintf("%s/doubts/%d", at, k)
			d := doubt{Exception: e, slot: b.Name(c.ID+"."+e.ID, truth, here)}
			if e.When != "" {
				d.rule = b.Compile(rule.Source{At: here + "/when", Text: e.When, Want: truth, Condition: true})
			}
			b.Compute(d.slot, d.rule)
			all[i].doubts = append(all[i].doubts, d)
		}
	}
	return all
}

// names are how rules say the facts of some slots.
func (s *Standard) names(slots []rule.Slot) []string {
	all := make([]string, len(slots))
	for i, slot := range slots {
		all[i] = s.model.Name(slot)
	}
	return all
}

// all lists the facts that any part of a criterion reads, each once, in the order of their names.
func (s *Standard) all(c clauses) []string {
	slots := slices.Concat(c.About, c.Meets, c.Unless)
	for _, d := range c.doubts {
		slots = append(slots, d.reads...)
	}
	names := s.names(slots)
	slices.Sort(names)
	return slices.Compact(names)
}
