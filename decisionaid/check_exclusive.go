package decisionaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeExclusive = diag.Define(diag.Info{
	Code:  "aid-exclusive",
	Title: "A group of exclusive outcomes that cannot be",
	Explain: "At most one of the outcomes of a group happens to a person. So there are two or more, over one period and out of as many people, and for " +
		"each option their chances add up to at most 1.",
	Bad:  "exclusive:\n  - {id: result, label: Half a year later, outcomes: [better]}",
	Good: "exclusive:\n  - {id: result, label: Half a year later, outcomes: [better, worse]}",
})

// checkExclusive holds that the outcomes of a group can be counted together.
func checkExclusive(def *Definition, r *diag.Reporter) {
	ids := make([]string, len(def.Outcomes))
	for i, o := range def.Outcomes {
		ids[i] = o.ID
	}
	for i, g := range def.Exclusive {
		at := fmt.Sprintf("/exclusive/%d/outcomes", i)
		if len(g.Outcomes) == 1 {
			r.Errorf(codeExclusive, diag.At(at).Key(), "a group of one outcome excludes nothing").Hinted("Add the others, or take the group out")
		}
		var first *Outcome
		for k, id := range g.Outcomes {
			here := diag.At(fmt.Sprintf("%s/%d", at, k))
			place := slices.Index(ids, id)
			if place < 0 {
				e := r.Errorf(codeExclusive, here, "there is no outcome %s", id).After("/outcomes")
				if near := diag.Nearest(id, ids); near != "" {
					e.Hinted("Did you mean %s?", near).Mended(here, near)
				} else {
					e.Hinted("Name the id of an outcome")
				}
				continue
			}
			o := &def.Outcomes[place]
			switch {
			case slices.Index(g.Outcomes, id) < k:
				r.Errorf(codeExclusive, here, "%s stands in the group twice", id).Hinted("Take one of them out")
			case first == nil:
				first = o
			case o.Within != first.Within:
				r.Errorf(codeExclusive, here, "%s is over another period than %s", id, first.ID).Hinted("Give both the same `within:`")
			case o.ShownPer != first.ShownPer:
				r.Errorf(codeExclusive, here, "%s is shown out of %d people, and %s out of %d", id, int(o.ShownPer), first.ID, int(first.ShownPer)).
					Hinted("Give both the same `shown_per:`")
			}
		}
	}
}

// checkSums holds that no option leads to more of the exclusive outcomes than there are people.
func checkSums(a *Aid, r *diag.Reporter) {
	s := a.model.Ranges()
	for i := range a.definition.Exclusive {
		g, at := &a.definition.Exclusive[i], diag.At(fmt.Sprintf("/exclusive/%d/outcomes", i))
		var surely, maybe []string
		for k, option := range a.definition.Options {
			switch least, most := a.sum(s, g, k); {
			case least > 1 && !rule.Equal(least, 1):
				surely = append(surely, option.ID)
			case most > 1 && !rule.Equal(most, 1):
				maybe = append(maybe, option.ID)
			}
		}
		switch {
		case len(surely) > 0:
			r.Errorf(codeExclusive, at, "the chances of these outcomes add up to more than everybody with %s", strings.Join(surely, ", ")).
				Hinted("Correct the chances, or take out of the group what can happen to one person together")
		case len(maybe) > 0:
			r.Notef(codeExclusive, at, "the chances of these outcomes may add up to more than everybody for some people with %s, and are then not shown together",
				strings.Join(maybe, ", ")).Hinted("Give the values that the rules read a narrower range")
		}
	}
}

// sum gives the least and the most that the chances of a group come to with an option, over everybody. A chance that is not
// known adds nothing.
func (a *Aid) sum(s *rule.State, g *Exclusive, option int) (least, most float64) {
	for j, o := range a.definition.Outcomes {
		if b := s.Bound(a.cells[j][option].slot); slices.Contains(g.Outcomes, o.ID) && b.NA != rule.Always {
			least, most = least+b.Lo, most+b.Hi
		}
	}
	return least, most
}
