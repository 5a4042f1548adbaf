package standard

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// attestedPrefix stands before the names of attested facts in rules.
const attestedPrefix = "attested."

var truth = rule.Type{Kind: rule.Truth, Hi: 1, Step: 1}

// clauses tell which facts each part of a criterion reads, as names, and hold its doubts.
type clauses struct {
	about  []string // for
	meets  []string // when or levels
	unless []string
	doubts []doubt
	rules  []*rule.Program // those of when or levels
}

// doubt is a doubt made ready.
type doubt struct {
	policy.Exception
	slot  rule.Slot
	reads []string
	rules []*rule.Program // one, unless it has faults
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
	for _, in := range inputs() {
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
		s.clauses = append(s.clauses, p.named(s.model))
		for _, d := range p.doubts {
			for _, condition := range d.rules {
				promises.Conditions = append(promises.Conditions, cases.Condition{About: "doubt " + d.ID + " of " + def.Criteria[i].ID, Rule: condition})
			}
		}
	}
	return promises
}

// programs are the parts of a criterion, compiled to learn what each of them reads. What is wrong with one is reported by
// package policy in the same words, and so once.
type programs struct {
	about, meets, unless []*rule.Program
	doubts               []doubt
}

func (s *Standard) compileClauses(b *rule.Builder) []programs {
	all := make([]programs, len(s.definition.Criteria))
	for i, c := range s.definition.Criteria {
		at := fmt.Sprintf("/criteria/%d", i)
		p := &all[i]
		compile := func(into *[]*rule.Program, key, text string) *rule.Program {
			if text == "" {
				return nil
			}
			made := b.Compile(rule.Source{At: at + key, Text: text, Want: truth, Condition: true})
			if made != nil {
				*into = append(*into, made)
			}
			return made
		}
		compile(&p.about, "/for", c.For)
		compile(&p.meets, "/when", c.When)
		for k, l := range c.Levels {
			compile(&p.meets, fmt.Sprintf("/levels/%d/when", k), l.When)
		}
		for k, e := range c.Unless {
			compile(&p.unless, fmt.Sprintf("/unless/%d/when", k), e.When)
		}
		for k, e := range c.Doubts {
			here := fmt.Sprintf("/doubts/%d", k)
			slot := b.Name(c.ID+"."+e.ID, truth, at+here)
			var made []*rule.Program
			b.Compute(slot, compile(&made, here+"/when", e.When))
			p.doubts = append(p.doubts, doubt{Exception: e, slot: slot, rules: made})
		}
	}
	return all
}

// named turns what the parts read into names of facts.
func (p programs) named(m *rule.Model) clauses {
	c := clauses{about: factsOf(m, p.about), meets: factsOf(m, p.meets), unless: factsOf(m, p.unless), doubts: p.doubts, rules: p.meets}
	for i := range c.doubts {
		c.doubts[i].reads = factsOf(m, c.doubts[i].rules)
	}
	return c
}

// factsOf lists the facts that programs read, themselves or through other criteria, each once.
func factsOf(m *rule.Model, programs []*rule.Program) []string {
	var names []string
	for _, p := range programs {
		for _, slot := range p.Reads() {
			for _, name := range m.InputsOf(m.Name(slot)) {
				if !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// all lists the facts that any part of a criterion reads, each once.
func (c clauses) all() []string {
	names := slices.Concat(c.about, c.meets, c.unless)
	for _, d := range c.doubts {
		names = append(names, d.reads...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
