package values

import "math/bits"

// drawer draws the shares of a region's corners evenly over the region, each draw independent of the others and without allocation.
type drawer struct {
	r    region
	next func(*drawer, *source, []float64) bool // false: the draw fell outside, try again
	cuts [MaxAttributes]uint64

	// For an order. Sets of corners are bit sets; a set is closed where it holds all that is above its members.
	chain  [MaxAttributes]int     // corners from the top down
	steps  [MaxAttributes]float64 // shares of the corners of the chain's simplex
	sizes  []float64              // by closed set: the total size of all ways to go on from it, over its mass; 0 for other sets
	totals []float64              // by closed set: the sum of sizes over the sets with one corner more
	parts  []float64              // by set: 1 over its mass

	// For upper limits.
	limits [MaxAttributes]float64
	order  [MaxAttributes]int // corners from the tightest limit to the widest
	boxed  int                // how many of the tightest are drawn from their own limits
	hung   bool               // shares are counted down from their limits
	excess float64            // by how much all limits together exceed 1
}

func newDrawer(r region) *drawer {
	d := &drawer{r: r, next: (*drawer).simplex}
	switch {
	case r.above != nil:
		d.prepareOrder()
	case r.most != nil:
		d.prepareCapped()
	}
	return d
}

// simplex draws shares that are at least 0 and add up to 1: the gaps between sorted uniform numbers.
func (d *drawer) simplex(s *source, shares []float64) bool {
	n := len(shares) - 1
	cuts := d.cuts[:n]
	for i := range cuts {
		x := s.bits53()
		for j := range i { // keeps what is drawn so far in order; min and max need no branch
			cuts[j], x = min(cuts[j], x), max(cuts[j], x)
		}
		cuts[i] = x
	}
	last := uint64(0)
	for i, cut := range cuts {
		shares[i] = float64(cut-last) * 0x1p-53
		last = cut
	}
	shares[n] = float64(1<<53-last) * 0x1p-53
	return true
}

// prepareOrder adds up, from the complete order back, the sizes of the simplexes into which the chains of the order divide the region: along a chain, the
// corners of the simplex are "the first k equally", and its size goes with the product of 1/mass over those.
func (d *drawer) prepareOrder() {
	n := len(d.r.corners)
	full := 1<<n - 1
	d.sizes, d.totals, d.parts = make([]float64, full+1), make([]float64, full+1), make([]float64, full+1)
	for set := full; set > 0; set-- {
		mass, closed := 0.0, true
		for b := range n {
			if set>>b&1 == 0 {
				d.totals[set] += d.sizes[set|1<<b]
				continue
			}
			mass += d.r.mass[b]
			closed = closed && int(d.r.above[b])&^set == 0
		}
		d.parts[set] = 1 / mass
		switch {
		case !closed:
		case set == full:
			d.sizes[set] = d.parts[set]
		default:
			d.sizes[set] = d.totals[set] / mass
		}
	}
	for b := range n {
		d.totals[0] += d.sizes[1<<b]
	}
	d.next = (*drawer).ordered
}

// ordered draws a chain by its size, and then a point of its simplex.
func (d *drawer) ordered(s *source, shares []float64) bool {
	n := len(shares)
	full := 1<<n - 1
	for set, k := 0, 0; k < n; k++ {
		u := float64(s.uniform() * d.totals[set])
		last := 0
		for free := full &^ set; free != 0; free &= free - 1 {
			b := bits.TrailingZeros(uint(free))
			size := d.sizes[set|1<<b]
			if size == 0 {
				continue
			}
			last = b // the last that may come next stands where rounding leaves something of u
			if u -= size; u < 0 {
				break
			}
		}
		d.chain[k] = last
		set |= 1 << last
	}
	d.simplex(s, d.steps[:n])
	level := 0.0
	for set, k := full, n-1; k >= 0; k-- {
		b := d.chain[k]
		level += float64(d.steps[k] * d.parts[set])
		shares[b] = float64(d.r.mass[b] * level)
		set &^= 1 << b
	}
	return true
}
