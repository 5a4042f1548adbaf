package decisionaid

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
)

// Exclusive is a group of outcomes of which at most one happens to a person, such as better, the same and worse.
type Exclusive struct {
	ID string `json:"id"`
	// Label says for people what the outcomes have in common.
	Label string `json:"label"`
	// Outcomes are the ids of two or more outcomes, over one period and out of as many people.
	Outcomes []string `json:"outcomes"`
}

// Shares split all people of one option over a group of exclusive outcomes, so that the parts and the rest add up.
type Shares struct {
	// Group and Option are ids.
	Group  string           `json:"group"`
	Option string           `json:"option"`
	Of     risk.Denominator `json:"of"`
	// Parts are in the order of the group; empty where Reason is not.
	Parts []Share `json:"parts,omitempty"`
	// Rest are the people to whom none of the outcomes happens.
	Rest int `json:"rest"`
	// Reason says why the people cannot be split: the reason of the first chance that is not known, or internal where the
	// chances add up to more than everybody.
	Reason risk.Reason `json:"reason,omitempty"`
}

// Share is how many people have one outcome of a group.
type Share struct {
	Outcome string `json:"outcome"`
	Label   string `json:"label"`
	People  int    `json:"people"`
}

// Shares splits the people of an option over a group of exclusive outcomes by largest remainder. The error is
// ErrNoEstimate for a group or an option that the aid does not have.
func (p Personal) Shares(group, option string) (Shares, error) {
	here, _, err := p.aid.places(option)
	if err != nil {
		return Shares{}, err
	}
	groups := p.aid.definition.Exclusive
	at := slices.IndexFunc(groups, func(g Exclusive) bool { return g.ID == group })
	if at < 0 {
		return Shares{}, fmt.Errorf("decisionaid: %s has no group %q of exclusive outcomes: %w", p.aid.ID(), group, ErrNoEstimate)
	}
	return p.shares(&groups[at], here), nil
}

func (p Personal) shares(g *Exclusive, option int) Shares {
	def := p.aid.definition
	split := Shares{Group: g.ID, Option: def.Options[option].ID}
	chances := make([]risk.Chance, 0, len(g.Outcomes))
	for _, id := range g.Outcomes {
		i := slices.IndexFunc(def.Outcomes, func(o Outcome) bool { return o.ID == id })
		split.Of = def.Outcomes[i].ShownPer // The ids were checked when the aid was made ready.
		chance := p.chance(p.aid.cells[i][option])
		if !chance.Known() {
			split.Reason, split.Parts = chance.Reason(), nil
			return split
		}
		chances = append(chances, chance)
		split.Parts = append(split.Parts, Share{Outcome: id, Label: def.Outcomes[i].Label})
	}
	people, err := risk.Exclusive(split.Of, chances...)
	if err != nil {
		split.Reason, split.Parts = Internal, nil
		return split
	}
	for k := range split.Parts {
		split.Parts[k].People = people[k]
	}
	split.Rest = people[len(people)-1]
	return split
}
