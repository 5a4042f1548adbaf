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
type reading struct{ about, meets, unless []*rule.Program }

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
			at := of.At(name)
			p.Says, p.At, p.More = vocabulary[k].Says, at[:min(len(at), mostPlaces)], max(len(at)-mostPlaces, 0)
			if f.State == policy.NotMet || f.State == policy.Unknown {
				p.Mend = vocabulary[k].Mend
			}
		}
		all = append(all, p)
	}
	return all
}

// decisive lists the facts that decide: those of `for` where the criterion does not apply, those that are missing where it is unknown,
// and else those that speak the way it came out, or all where none can be told from the others.
func (s *Standard) decisive(r reading, f policy.Finding, state *rule.State) []rule.Slot {
	decided := r.meets
	switch {
	case f.State == policy.NotApplicable:
		return s.facts(r.about)
	case f.State == policy.Unknown:
		all := s.facts(slices.Concat(r.about, r.meets, r.unless))
		return slices.DeleteFunc(all, func(slot rule.Slot) bool { return !rule.IsNA(state.Get(slot)) })
	case f.State == policy.NotMet && f.DecidedBy != "":
		return s.facts(r.unless)
	}
	all := s.facts(decided)
	var speaking []rule.Slot
	for _, slot := range all {
		if s.speaks(slot, decided, f.State == policy.Met, state) {
			speaking = append(speaking, slot)
		}
	}
	if len(speaking) == 0 {
		return all
	}
	return speaking
}

// facts lists the inputs that conditions read, themselves or through other criteria, each once.
func (s *Standard) facts(conditions []*rule.Program) []rule.Slot {
	var all []rule.Slot
	for _, p := range conditions {
		for _, slot := range p.Reads() {
			for _, name := range s.model.InputsOf(s.model.Name(slot)) {
				if in, ok := s.model.Slot(name); ok && !slices.Contains(all, in) {
					all = append(all, in)
				}
			}
		}
	}
	return all
}

// speaks reports whether a fact speaks for what conditions ask, or against it: a truth that is true, or a number of which a comparison
// with a constant holds. A number that is compared with nothing may speak for both.
func (s *Standard) speaks(slot rule.Slot, conditions []*rule.Program, forIt bool, state *rule.State) bool {
	v := state.Get(slot)
	if s.model.Type(slot).Kind == rule.Truth {
		return !rule.IsNA(v) && (v == 1) == forIt
	}
	compared := false
	for _, p := range conditions {
		for _, cut := range p.Cuts() {
			if cut.Slot != slot {
				continue
			}
			holds, simple := compare(v, cut.Op, cut.Value)
			if simple && holds == forIt {
				return true
			}
			compared = compared || simple
		}
	}
	return !compared
}

// compare tells whether a comparison of a number with a constant holds; simple is false for what is no such comparison.
func compare(v float64, op string, with float64) (holds, simple bool) {
	equal := rule.Equal(v, with)
	switch op {
	case "==":
		return equal, true
	case "!=":
		return !equal, true
	case "<":
		return v < with && !equal, true
	case "<=":
		return v < with || equal, true
	case ">":
		return v > with && !equal, true
	case ">=":
		return v > with || equal, true
	}
	return false, false
}
