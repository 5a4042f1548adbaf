package derived

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Decisive lists the inputs that decide what a criterion came to in a state: those of `for` where it does not apply, those that are missing
// where it is unknown, those of `unless` where an exception decided, and else those that speak the way it came out, or all where none can be
// told from the others.
func (r Reading) Decisive(f policy.Finding, s *rule.State) []rule.Slot {
	switch {
	case f.State == policy.NotApplicable:
		return r.About
	case f.State == policy.Unknown:
		var missing []rule.Slot
		for _, slot := range slices.Concat(r.About, r.Meets, r.Unless) {
			if rule.IsNA(s.Get(slot)) && !slices.Contains(missing, slot) {
				missing = append(missing, slot)
			}
		}
		return missing
	case f.State == policy.NotMet && f.DecidedBy != "":
		return r.Unless
	}
	var speaking []rule.Slot
	for _, slot := range r.Meets {
		if r.speaks(slot, f.State == policy.Met, s) {
			speaking = append(speaking, slot)
		}
	}
	if len(speaking) == 0 {
		return r.Meets
	}
	return speaking
}

// speaks reports whether an input speaks for what the criterion asks, or against it: a truth that is true, or a number of which one of the
// comparisons with a constant holds. A number that is compared with nothing may speak for both.
func (r Reading) speaks(slot rule.Slot, forIt bool, s *rule.State) bool {
	v := s.Get(slot)
	if r.model.Type(slot).Kind == rule.Truth {
		return !rule.IsNA(v) && (v == 1) == forIt
	}
	compared := false
	for _, p := range r.asks {
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
