package values

import "math/bits"

// drawer draws the shares of a region's corners evenly over the region, each draw independent of the others and without allocation.
type drawer struct {
	r      region
	cuts   [MaxAttributes]uint64
	next   func(*drawer, *source, []float64) bool // false: try again
	steps  []float64                              // shares of one chain of the order
	chain  []int                                  // the chain: corners from the top down
	totals []float64                              // by set of corners already placed: the total size of all ways to place the others
	masses []float64                              // by set of corners: their mass
	widest int
	excess float64
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
	d.totals, d.masses = make([]float64, full+1), make([]float64, full+1)
	d.steps, d.chain = make([]float64, n), make([]int, n)
	for set := 1; set <= full; set++ {
		low := bits.TrailingZeros(uint(set))
		d.masses[set] = d.masses[set&(set-1)] + d.r.mass[low]
	}
	d.totals[full] = 1
	for set := full - 1; set >= 0; set-- {
		for b := range n {
			if with := set | 1<<b; with != set && int(d.r.above[b])&^set == 0 {
				d.totals[set] += d.totals[with] / d.masses[with]
			}
		}
	}
	d.next = (*drawer).ordered
}

// ordered draws a chain by its size, and then a point of its simplex.
func (d *drawer) ordered(s *source, shares []float64) bool {
	set := 0
	for k := range d.chain {
		u := float64(s.uniform() * d.totals[set])
		for b := range d.chain {
			with := set | 1<<b
			if with == set || int(d.r.above[b])&^set != 0 {
				continue
			}
			d.chain[k] = b // the last that may come next stands where rounding leaves something of u
			u -= d.totals[with] / d.masses[with]
			if u < 0 {
				break
			}
		}
		set |= 1 << d.chain[k]
	}
	d.simplex(s, d.steps)
	level := 0.0
	for k := len(d.chain) - 1; k >= 0; k-- {
		level += d.steps[k] / d.masses[set]
		b := d.chain[k]
		shares[b] = float64(d.r.mass[b] * level)
		set &^= 1 << b
	}
	return true
}

// prepareCapped chooses, of three bodies around the region that are easy to draw from, the smallest: the simplex of all shares, the simplex that hangs
// from the upper limits, and the box of the limits of all but the widest.
func (d *drawer) prepareCapped() {
	box, floor, ceiling := 1.0, 1.0, 1.0
	d.excess = -1
	for f, most := range d.r.most {
		d.excess += most
		if most > d.r.most[d.widest] {
			d.widest = f
		}
	}
	for f, most := range d.r.most {
		if f != d.widest {
			box *= most
		}
	}
	for k := 1; k < len(d.r.most); k++ {
		floor /= float64(k)
		ceiling *= d.excess / float64(k)
	}
	switch min(box, floor, ceiling) {
	case floor:
		d.next = (*drawer).cappedFloor
	case ceiling:
		d.next = (*drawer).cappedCeiling
	default:
		d.next = (*drawer).cappedBox
	}
}

func (d *drawer) cappedFloor(s *source, shares []float64) bool {
	d.simplex(s, shares)
	for f, most := range d.r.most {
		if shares[f] > most {
			return false
		}
	}
	return true
}

func (d *drawer) cappedCeiling(s *source, shares []float64) bool {
	d.simplex(s, shares)
	for f, most := range d.r.most {
		shares[f] = most - float64(d.excess*shares[f])
		if shares[f] < 0 {
			return false
		}
	}
	return true
}

func (d *drawer) cappedBox(s *source, shares []float64) bool {
	left := 1.0
	for f, most := range d.r.most {
		if f != d.widest {
			shares[f] = float64(most * s.uniform())
			left -= shares[f]
		}
	}
	shares[d.widest] = left
	return left >= 0 && left <= d.r.most[d.widest]
}
