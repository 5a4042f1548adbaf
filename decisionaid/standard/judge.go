package standard

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Report holds an aid against the standard. said are attestations that are handed in beside those of the aid's own
// development block; those of facts that the standard does not have are left out. It is total: what nobody can tell is
// unknown.
func (s *Standard) Report(of Facts, said []Attestation) Report {
	state := s.states.Get().(*rule.State)
	defer s.states.Put(state)
	hearing := s.fill(state, of, said)
	s.model.Eval(state)
	r := Report{
		Standard: s.ID(), Version: s.Version(), Digest: s.digest, Title: s.Title(), Aid: of.aid, Incomplete: s.definition.Incomplete,
	}
	if !of.asOf.IsZero() {
		r.AsOf = of.asOf.String()
	}
	plain := s.criteria.Findings(state)
	for i, c := range s.definition.Criteria {
		f := Finding{Finding: plain[i], How: c.How}
		f.Places = s.places(s.clauses[i].Decisive(f.Finding, state), f.State, of, state)
		f.Doubts = s.doubts(i, f.State, of, state)
		for _, name := range s.all(s.clauses[i]) {
			f.Heard = append(f.Heard, hearing[name]...)
		}
		r.Counts.add(f.State)
		r.Findings = append(r.Findings, f)
	}
	for _, section := range s.definition.Sections {
		result := SectionResult{Section: section}
		for _, f := range r.Findings {
			if f.Kind == section.ID {
				result.Counts.add(f.State)
			}
		}
		result.State = result.Counts.state(section.Incomplete != "")
		r.Sections = append(r.Sections, result)
	}
	return r
}

// Explain says in steps that a person can check by hand how the finding of a criterion came about; nil where there is no
// criterion with this id.
func (s *Standard) Explain(of Facts, said []Attestation, id string) []string {
	state := s.states.Get().(*rule.State)
	defer s.states.Put(state)
	s.fill(state, of, said)
	s.model.Eval(state)
	return s.criteria.Explain(state, id)
}

// fill puts the facts into the inputs of a blank state, and gives what was heard by the names of the facts in rules.
func (s *Standard) fill(state *rule.State, of Facts, said []Attestation) map[string][]Heard {
	state.Reset()
	frame := state.Frame()
	vocabulary.Fill(frame, of.found)
	all := slices.Concat(of.said, said)
	hearing := map[string][]Heard{}
	for i, a := range s.definition.Attested {
		value, heard := hear(a.ID, all, of.asOf)
		frame[vocabulary.Len()+i] = value
		if heard != nil {
			hearing[attestedPrefix+a.ID] = heard
		}
	}
	return hearing
}

// doubts lists what speaks against a criterion that applies.
func (s *Standard) doubts(criterion int, came policy.State, of Facts, state *rule.State) []Doubt {
	var all []Doubt
	for _, d := range s.clauses[criterion].doubts {
		if came == policy.NotApplicable || state.Get(d.slot) != 1 {
			continue
		}
		all = append(all, Doubt{ID: d.ID, Because: d.Because, Places: s.places(d.reads, policy.NotMet, of, state)})
	}
	return all
}
