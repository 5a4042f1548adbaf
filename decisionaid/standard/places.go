package standard

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// decisive lists the facts that decide a criterion: those of `for` where it does not apply, those that are missing where it
// is unknown, and else those that speak the way it came out, or all where none can be told from the others.
func (s *Standard) decisive(criterion int, f Finding, state *rule.State) []string {
	c := s.clauses[criterion]
	switch f.State {
	case policy.NotApplicable:
		return c.about
	case policy.Unknown:
		return s.missing(slices.Concat(c.about, c.meets, c.unless), state)
	}
	if f.DecidedBy != "" && f.State == policy.NotMet { // an exception decided
		return c.unless
	}
	var names []string
	for _, name := range c.meets {
		if slot, _ := s.model.Slot(name); s.speaks(slot, c.rules, f.State == policy.Met, state) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return c.meets
	}
	return names
}

// speaks reports whether a fact speaks for what rules ask, or against it: a truth that is true, or a number of which one of the
// comparisons with a constant holds. A number that is compared with nothing may speak for both.
func (s *Standard) speaks(slot rule.Slot, rules []*rule.Program, forIt bool, state *rule.State) bool {
	v := state.Get(slot)
	if s.model.Type(slot).Kind == rule.Truth {
		return !rule.IsNA(v) && (v == 1) == forIt
	}
	compared := false
	for _, p := range rules {
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

// missing keeps the names of facts that are missing.
func (s *Standard) missing(names []string, state *rule.State) []string {
	return slices.DeleteFunc(names, func(name string) bool {
		slot, _ := s.model.Slot(name)
		return !rule.IsNA(state.Get(slot))
	})
}

// mostPlaces is how many fields a Place lists.
const mostPlaces = 8

// places puts facts with their fields into words.
func (s *Standard) places(names []string, came policy.State, of Facts, state *rule.State) []Place {
	var all []Place
	for _, name := range names {
		slot, _ := s.model.Slot(name)
		p := Place{Fact: name, Is: said(s.model.Type(slot), state.Get(slot))}
		mend := ""
		if id, attested := strings.CutPrefix(name, attestedPrefix); attested {
			p.At, mend = s.attestedAt(id)
		} else {
			at := of.At(name)
			p.At, p.More = at[:min(len(at), mostPlaces)], max(len(at)-mostPlaces, 0)
			mend = mends[name]
		}
		if came == policy.NotMet || came == policy.Unknown {
			p.Mend = mend
		}
		all = append(all, p)
	}
	return all
}

// mends are how to mend each fact, by name.
var mends = func() map[string]string {
	all := map[string]string{}
	for _, f := range vocabulary {
		all[f.Name] = f.Mend
	}
	return all
}()

// attestedAt gives the place of an attested fact in an aid, and how to supply it.
func (s *Standard) attestedAt(id string) (at []string, mend string) {
	for _, a := range s.definition.Attested {
		switch {
		case a.ID != id:
		case a.About != "":
			return []string{a.About}, "Let somebody look, and hand in an attestation of " + id + " with who, when and evidence."
		default:
			return []string{"/development/" + id}, "Add `" + id + ":` under `development:` with who, when and evidence."
		}
	}
	return nil, ""
}

// said puts the value of a fact into words.
func said(t rule.Type, v float64) string {
	switch {
	case rule.IsNA(v):
		return rule.ReasonOf(v).String()
	case t.Kind == rule.Truth && v == 1:
		return "yes"
	case t.Kind == rule.Truth:
		return "no"
	default:
		return rule.FormatNumber(rule.Round(v, 3, rule.HalfEven))
	}
}
