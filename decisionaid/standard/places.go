package standard

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// places puts facts with their fields into words.
func (s *Standard) places(slots []rule.Slot, came policy.State, of Facts, state *rule.State) []Place {
	var all []Place
	for _, slot := range slots {
		f := vocabulary.Show(s.model, slot, state, of.found)
		p := Place{Fact: f.Name, At: f.At, More: f.More, Is: f.Is}
		if id, attested := strings.CutPrefix(f.Name, attestedPrefix); attested {
			p.At, f.Mend = s.attestedAt(id)
		}
		if came == policy.NotMet || came == policy.Unknown {
			p.Mend = f.Mend
		}
		all = append(all, p)
	}
	return all
}

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
