package plan

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// reading is the conditions of a criterion, compiled to learn which facts each of them reads. What is wrong with one is reported by
// package policy in the same words, and so once.
type reading struct {
	about, meets, unless []*rule.Program
	// The facts of each, themselves or through other criteria, once the model is there.
	aboutFacts, meetsFacts, unlessFacts []rule.Slot
}

func readingOf(c policy.Criterion, i int, b *rule.Builder) reading {
	compile := func(into []*rule.Program, key, text string) []*rule.Program {
		if text == "" {
			return into
		}
		p := b.Compile(rule.Source{At: fmt.Sprintf("/criteria/%d%s", i, key), Text: text, Want: truth, Condition: true})
		if p == nil {
			return into
		}
		return append(into, p)
	}
	r := reading{about: compile(nil, "/for", c.For), meets: compile(nil, "/when", c.When)}
	for k, l := range c.Levels {
		r.meets = compile(r.meets, fmt.Sprintf("/levels/%d/when", k), l.When)
	}
	for k, e := range c.Unless {
		r.unless = compile(r.unless, fmt.Sprintf("/unless/%d/when", k), e.When)
	}
	return r
}

// Report holds a plan against the standard. who are the person's facts, which rules may read too. It is total: what nobody can tell is
// unknown, with the fields that could decide it.
func (s *Standard) Report(of Facts, who person.Facts) Report {
	state := s.states.Get().(*rule.State)
	defer s.states.Put(state)
	state.Reset()
	frame := state.Frame()[:len(s.inputs)]
	own := frame[len(s.inputs)-len(vocabulary):]
	for i := range frame {
		frame[i] = rule.NA(rule.NotSupplied)
	}
	if s.person != nil {
		who.Fill(frame, s.inputs, s.prefix)
	}
	for i, a := range of.answers {
		own[i] = a.value
	}
	s.model.Eval(state)
	r := Report{
		Standard: s.ID(), Version: s.Version(), Digest: s.digest, Title: s.Title(), Note: s.definition.Note, Plan: of.plan, AsOf: of.asOf,
	}
	for i, f := range s.criteria.Findings(state) {
		r.Findings = append(r.Findings, Finding{Finding: f, Places: s.places(i, f, of, state)})
	}
	r.CountsAsPlan = r.counts(s.definition.Needed)
	return r
}

// places names the facts that decide a criterion, with the fields of the plan that show them.
func (s *Standard) places(i int, f policy.Finding, of Facts, state *rule.State) []Place {
	var all []Place
	for _, slot := range s.decisive(s.reads[i], f, state) {
		name, value := s.model.Name(slot), state.Get(slot)
		p := Place{Fact: name, Is: said(s.model.Type(slot), value)}
		if k := int(slot) - (len(s.inputs) - len(vocabulary)); k >= 0 && k < len(vocabulary) {
			var at []string
			if k < len(of.answers) {
				at = slices.Clone(of.answers[k].at)
			}
			p.Says, p.At, p.More = vocabulary[k].Says, at[:min(len(at), mostPlaces)], max(len(at)-mostPlaces, 0)
			if f.State == policy.NotMet || f.State == policy.Unknown {
				p.Mend = vocabulary[k].Mend
			}
		}
		all = append(all, p)
	}
	return all
}
