package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// referringBody gives a body with each id of another event replaced, or left out where the new one is empty. Ids within a
// thread, such as those of lines, and of parts of plans stay.
func referringBody(body Body, id func(string) string) Body {
	one := func(ids *string) {
		if *ids != "" {
			*ids = id(*ids)
		}
	}
	many := func(ids *[]string) { *ids = mapped(*ids, id) }
	switch b := body.(type) {
	case Referrer:
		return b.Referring(id)
	case support.Offered:
		one(&b.Decision)
		if b.Level != nil {
			level := *b.Level
			one(&level.Score)
			b.Level = &level
		}
		return b
	case support.Ended:
		many(&b.Scores)
		return b
	case community.Offered:
		one(&b.Decision)
		return b
	case community.Referred:
		one(&b.Decision)
		return b
	case community.Assessed:
		many(&b.Scores)
		one(&b.Plan)
		return b
	case community.FollowedUp:
		many(&b.Scores)
		return b
	case plan.Agreed:
		one(&b.Supersedes)
		b.Needs = slices.Clone(b.Needs)
		for i := range b.Needs {
			b.Needs[i].Goals = slices.Clone(b.Needs[i].Goals)
			for k := range b.Needs[i].Goals {
				one(&b.Needs[i].Goals[k].Decision)
			}
		}
		return b
	case plan.Reviewed:
		many(&b.Scores)
		b.Goals = slices.Clone(b.Goals)
		for i := range b.Goals {
			many(&b.Goals[i].Scores)
		}
		return b
	case plan.Shared:
		one(&b.Version)
		return b
	case budget.Requested:
		one(&b.Plan)
		return b
	case budget.Agreed:
		one(&b.Supersedes)
		return b
	case budget.Reviewed:
		many(&b.Scores)
		return b
	case budget.Reconsidered:
		one(&b.Of)
		return b
	}
	return body
}
