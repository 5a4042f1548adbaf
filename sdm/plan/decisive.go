package plan

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// decisive lists the facts that decide: those of `for` where the criterion does not apply, those that are missing where it is unknown,
// and else those that speak the way it came out, or all where none can be told from the others.
func (s *Standard) decisive(r reading, f policy.Finding, state *rule.State) []rule.Slot {
	switch {
	case f.State == policy.NotApplicable:
		return r.aboutFacts
	case f.State == policy.Unknown:
		var missing []rule.Slot
		for _, slot := range slices.Concat(r.aboutFacts, r.meetsFacts, r.unlessFacts) {
			if rule.IsNA(state.Get(slot)) && !slices.Contains(missing, slot) {
				missing = append(missing, slot)
			}
		}
		return missing
	case f.State == policy.NotMet && f.DecidedBy != "":
		return r.unlessFacts
	}
	var speaking []rule.Slot
	for _, slot := range r.meetsFacts {
		if s.speaks(slot, r.meets, f.State == policy.Met, state) {
			speaking = append(speaking, slot)
		}
	}
	if len(speaking) == 0 {
		return r.meetsFacts
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
