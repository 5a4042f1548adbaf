package values

import (
	"fmt"
	"strings"
)

// order collects what a person said in pairs (this matters more than that, these matter equally) and turns it into a region.
type order struct {
	attributes *Attributes
	group      []int // for each attribute, the first attribute that matters equally
	edges      []edge
	said       []bool
}

// edge says that more matters more than less.
type edge struct{ more, less int }

func newOrder(a *Attributes) *order {
	o := &order{attributes: a, group: make([]int, len(a.list)), said: make([]bool, len(a.list))}
	for i := range o.group {
		o.group[i] = i
	}
	return o
}

func (o *order) say(more, less int) {
	o.said[more], o.said[less] = true, true
	o.edges = append(o.edges, edge{more, less})
}

func (o *order) tie(a, b int) {
	o.said[a], o.said[b] = true, true
	from, to := max(o.group[a], o.group[b]), min(o.group[a], o.group[b])
	for i := range o.group {
		if o.group[i] == from {
			o.group[i] = to
		}
	}
}

// preference gives the weights that the order allows and, where it places every attribute, their centroid.
func (o *order) preference(method Method, constraints []Constraint) (*Preference, error) {
	if cycle := o.cycle(); cycle != nil {
		return nil, o.contradiction(cycle)
	}
	n := len(o.group)
	block := make([]int, n)
	var columns [][]float64
	for i, g := range o.group {
		if g == i {
			block[i] = len(columns)
			columns = append(columns, make([]float64, n))
		}
		block[i] = block[g]
		columns[block[i]][i] = 1
	}
	above := o.closure(block, len(columns))
	p := &Preference{attributes: o.attributes, method: method, constraints: constraints}
	p.region = orderRegion(columns, above)
	p.open = o.attributes.ids(func(i int) bool { return n > 1 && !o.said[i] })
	if isChain(above) {
		p.weights = make([]float64, n)
		for i := range n {
			for _, corner := range p.region.corners {
				p.weights[i] += corner[i]
			}
			p.weights[i] /= float64(len(p.region.corners))
		}
	}
	return p, nil
}

// closure gives, for each block of equals, all blocks above it.
func (o *order) closure(block []int, blocks int) []uint32 {
	above := make([]uint32, blocks)
	for range blocks {
		for _, e := range o.edges {
			above[block[e.less]] |= above[block[e.more]] | 1<<block[e.more]
		}
	}
	return above
}

// isChain says whether any two blocks are compared, so that the order is a complete ranking.
func isChain(above []uint32) bool {
	for a := range above {
		for b := range a {
			if above[a]>>b&1 == 0 && above[b]>>a&1 == 0 {
				return false
			}
		}
	}
	return true
}

// cycle gives statements that lead from one group of equals back to itself, or nil.
func (o *order) cycle() []edge {
	const (
		fresh = iota
		open
		done
	)
	state := make([]int, len(o.group))
	var path []edge
	var visit func(group int) []edge
	visit = func(group int) []edge {
		state[group] = open
		for _, e := range o.edges {
			if o.group[e.more] != group {
				continue
			}
			next := o.group[e.less]
			path = append(path, e)
			switch state[next] {
			case open:
				start := len(path) - 1
				for o.group[path[start].more] != next {
					start--
				}
				return path[start:]
			case fresh:
				if found := visit(next); found != nil {
					return found
				}
			}
			path = path[:len(path)-1]
		}
		state[group] = done
		return nil
	}
	for i, g := range o.group {
		if g == i && state[i] == fresh {
			if found := visit(i); found != nil {
				return found
			}
		}
	}
	return nil
}

// contradiction names the attributes that go round in a circle.
func (o *order) contradiction(cycle []edge) error {
	var said, ids []string
	name := func(i int) string { return o.attributes.list[i].ID }
	for i, e := range cycle {
		said = append(said, fmt.Sprintf("%q above %q", name(e.more), name(e.less)))
		ids = append(ids, name(e.more))
		if next := cycle[(i+1)%len(cycle)].more; next != e.less {
			said = append(said, fmt.Sprintf("%q equal to %q", name(e.less), name(next)))
			ids = append(ids, name(e.less))
		}
	}
	return wrong(Contradiction{ids}, ids[0], "ask about one of these again", "the answers contradict each other: %s, and no weights can do all of that", strings.Join(said, ", "))
}
