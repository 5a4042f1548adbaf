package community

import (
	"cmp"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// group holds the services of which the same is known. There are few groups even where there are many services, so only they are put in
// order. Groups that are equally near have one rank and place.
type group struct {
	nearness
	size, rank, place int
}

// group puts services of which the same is known together, and gives the group of each service.
func (s *search) group(n int) (groups []group, of []int32) {
	of = make([]int32, n)
	known := map[string]int{}
	key := make([]byte, len(s.columns))
	for i := range n {
		row := s.of(i)
		for c, state := range row {
			key[c] = byte(state)
		}
		g, seen := known[string(key)]
		if !seen {
			g = len(groups)
			known[string(key)] = g
			groups = append(groups, group{nearness: s.nearness(row)})
		}
		groups[g].size++
		of[i] = int32(g)
	}
	return groups, of
}

// ranked ranks the groups, and gives for each rank the index at which its first match goes.
func ranked(groups []group) (next []int) {
	order := make([]*group, len(groups))
	for g := range groups {
		order[g] = &groups[g]
	}
	slices.SortFunc(order, func(a, b *group) int { return a.compare(b.nearness) })
	at := 0
	for i, g := range order {
		if i == 0 || order[i-1].compare(g.nearness) != 0 {
			next = append(next, at)
			g.place = at + 1
		} else {
			g.place = order[i-1].place
		}
		g.rank = len(next) - 1
		at += g.size
	}
	return next
}

// nearness is how near a service comes to what a person said.
type nearness struct {
	barred                                   bool
	needs, needsMaybe, criteria, criteriaMay float64
}

func (s *search) nearness(states []policy.State) nearness {
	var n nearness
	for c, state := range states {
		col := &s.columns[c]
		surely, maybe := &n.criteria, &n.criteriaMay
		if col.need {
			surely, maybe = &n.needs, &n.needsMaybe
		}
		switch state {
		case policy.Met:
			*surely += col.weight
		case policy.Unknown:
			*maybe += col.weight
		case policy.NotMet:
			n.barred = n.barred || col.bars
		}
	}
	// Sums that differ only by rounding are equals.
	for _, sum := range []*float64{&n.needs, &n.needsMaybe, &n.criteria, &n.criteriaMay} {
		*sum = math.Round(*sum*1e6) / 1e6
	}
	return n
}

// compare puts the nearer first.
func (n nearness) compare(m nearness) int {
	if n.barred != m.barred {
		if m.barred {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(m.needs, n.needs), cmp.Compare(m.needsMaybe, n.needsMaybe),
		cmp.Compare(m.criteria, n.criteria), cmp.Compare(m.criteriaMay, n.criteriaMay))
}
