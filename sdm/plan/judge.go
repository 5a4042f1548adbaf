package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Report holds a plan against the standard. who are the person's facts, which rules may read too. It is total: what nobody can tell is
// unknown, with the fields that could decide it.
func (s *Standard) Report(of Facts, who person.Facts) Report {
	state := s.states.Get().(*rule.State)
	defer s.states.Put(state)
	state.Reset()
	frame := state.Frame()[:len(s.inputs)]
	for i := range frame {
		frame[i] = rule.NA(rule.NotSupplied)
	}
	if s.person != nil {
		who.Fill(frame, s.inputs, s.prefix)
	}
	vocabulary.Fill(frame[len(frame)-vocabulary.Len():], of.found)
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
	for _, slot := range s.reads[i].Decisive(f, state) {
		shown := vocabulary.Show(s.model, slot, state, of.found)
		p := Place{Fact: shown.Name, Says: shown.Says, At: shown.At, More: shown.More, Is: shown.Is}
		if f.State == policy.NotMet || f.State == policy.Unknown {
			p.Mend = shown.Mend
		}
		all = append(all, p)
	}
	return all
}
