package values

import (
	"math/bits"
	"slices"
)

// region is the set of all weights that an answer allows. It is a simplex, given by its corners, of which a part may be cut away:
//
//	weight = share[0]*corners[0] + share[1]*corners[1] + ...,  shares >= 0, adding up to 1
//
// The corners are weights themselves and affinely independent, so that evenly drawn shares are evenly drawn weights. At most one of two cuts
// applies, and every answer gives one of the two:
//
//   - order: share[b]/mass[b] <= share[a]/mass[a] for every a in above[b] (an order in which some attributes are not compared)
//   - most: share[b] <= most[b] (ranges of points)
//
// A region is never empty and never changes.
type region struct {
	corners [][]float64
	above   []uint32
	mass    []float64
	most    []float64
}

func pointRegion(weights []float64) region { return region{corners: [][]float64{weights}} }

// wholeRegion is the set of all weights of the attributes for which keep holds; the others have none.
func wholeRegion(attributes int, keep func(i int) bool) region {
	var r region
	for i := range attributes {
		if keep(i) {
			corner := make([]float64, attributes)
			corner[i] = 1
			r.corners = append(r.corners, corner)
		}
	}
	return r
}

// orderRegion is the set of weights y[0]*columns[0] + y[1]*columns[1] + ... with y >= 0 and y[a] >= y[b] for every a in above[b], made to add up to 1.
// above must be closed: what is above something above b is above b.
//
// Where everything has at most one thing directly below it, the set is again a simplex, and its corners are "this one and all above it, equally"
// (Stanley 1986, doi:10.1007/BF02187680, gives the general case). A ranking is of this kind, and so is no answer at all.
func orderRegion(columns [][]float64, above []uint32) region {
	mass := make([]float64, len(columns))
	for b, column := range columns {
		for _, x := range column {
			mass[b] += x
		}
	}
	r := region{above: above, mass: mass}
	simple := isSimple(above)
	for b := range columns {
		members := uint32(1) << b
		if simple {
			members |= above[b]
		}
		corner, total := make([]float64, len(columns[b])), 0.0
		for m := members; m != 0; m &= m - 1 {
			a := bits.TrailingZeros32(m)
			total += mass[a]
			for i, x := range columns[a] {
				corner[i] += x
			}
		}
		for i := range corner {
			corner[i] /= total
		}
		r.corners = append(r.corners, corner)
	}
	if simple {
		return region{corners: r.corners}
	}
	return r
}

// isSimple says whether everything has at most one thing directly below it.
func isSimple(above []uint32) bool {
	for a := range above {
		var below uint32
		for b := range above {
			if above[b]>>a&1 == 1 {
				below |= 1 << b
			}
		}
		direct := 0
		for m := below; m != 0; m &= m - 1 {
			if above[bits.TrailingZeros32(m)]&below == 0 {
				direct++
			}
		}
		if direct > 1 {
			return false
		}
	}
	return true
}

// at gives the weighted sum of one number per attribute, at every corner.
func (r region) at(numbers []float64) []float64 {
	out := make([]float64, len(r.corners))
	for f, corner := range r.corners {
		out[f] = dot(corner, numbers)
	}
	return out
}

// extent gives the least and the greatest weighted sum over the whole region, exactly: a linear function is least and greatest at an extreme point.
func (r region) extent(numbers []float64) Range {
	g := r.at(numbers)
	high := r.greatest(g)
	for f := range g {
		g[f] = -g[f]
	}
	low := -r.greatest(g)
	if high-low <= tie { // the sum is the same everywhere; what is left is rounding
		low = high
	}
	return Range{low + 0, high + 0} // adding 0 turns -0 into 0
}

// weight gives the least and the greatest weight of attribute i.
func (r region) weight(i int) Range {
	pick := make([]float64, len(r.corners[0]))
	pick[i] = 1
	return r.extent(pick).within(0, 1)
}

// greatest gives the greatest value of share[0]*g[0] + share[1]*g[1] + ... over the region.
func (r region) greatest(g []float64) float64 {
	switch {
	case r.above != nil:
		return r.greatestOrdered(g)
	case r.most != nil:
		return r.greatestCapped(g)
	}
	return slices.Max(g)
}

// greatestOrdered looks at the extreme points of an ordered region: "these equally and nothing else", for every set that holds all above its members.
func (r region) greatestOrdered(g []float64) float64 {
	greatest, found := 0.0, false
	for set := uint32(1); set < 1<<len(g); set++ {
		sum, mass, closed := 0.0, 0.0, true
		for m := set; m != 0; m &= m - 1 {
			b := bits.TrailingZeros32(m)
			if r.above[b]&^set != 0 {
				closed = false
				break
			}
			sum += float64(r.mass[b] * g[b])
			mass += r.mass[b]
		}
		if x := sum / mass; closed && (!found || x > greatest) {
			greatest, found = x, true
		}
	}
	return greatest
}

// greatestCapped gives the shares to the greatest numbers first, each up to its most.
func (r region) greatestCapped(g []float64) float64 {
	order := make([]int, len(g))
	for f := range order {
		order[f] = f
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if g[a] > g[b] {
			return -1
		}
		if g[a] < g[b] {
			return 1
		}
		return 0
	})
	sum, left := 0.0, 1.0
	for _, f := range order {
		share := min(left, r.most[f])
		sum += float64(share * g[f])
		left -= share
	}
	return sum
}
