package values

import (
	"cmp"
	"slices"
)

// prepareCapped chooses a body around a region with upper limits that is easy to draw from and as small as may be. The tightest limits make a box, and
// what they leave is shared among the others as a simplex. Where the limits together are only a little over 1, the same is done upside down: what is
// drawn is how far each share hangs below its limit.
func (d *drawer) prepareCapped() {
	n := len(d.r.most)
	d.excess = -1
	for f, most := range d.r.most {
		d.excess += most
		d.limits[f] = most
		d.order[f] = f
	}
	slices.SortStableFunc(d.order[:n], func(a, b int) int { return cmp.Compare(d.r.most[a], d.r.most[b]) })
	volume := d.box()
	if d.excess > 0 {
		upright, boxed := d.limits, d.boxed
		shrink := 1.0
		for f, most := range d.r.most {
			d.limits[f] = min(1, most/d.excess)
			if f > 0 {
				shrink *= d.excess
			}
		}
		d.hung = shrink*d.box() < volume
		if !d.hung {
			d.limits, d.boxed = upright, boxed
		}
	}
	d.next = (*drawer).capped
}

// box chooses how many of the tightest limits are drawn as a box, and gives the size of the body.
func (d *drawer) box() float64 {
	n := len(d.r.most)
	least := 1.0
	for k := 1; k < n; k++ {
		least /= float64(k)
	}
	d.boxed = 0
	volume := least
	for k := 1; k < n; k++ {
		volume *= d.limits[d.order[k-1]] * float64(n-k)
		if volume < least {
			least, d.boxed = volume, k
		}
	}
	return least
}

// capped draws from the body; it is false where the draw falls outside the limits.
func (d *drawer) capped(s *source, shares []float64) bool {
	n, left := len(shares), 1.0
	for _, f := range d.order[:d.boxed] {
		shares[f] = float64(d.limits[f] * s.uniform())
		left -= shares[f]
	}
	if left < 0 {
		return false
	}
	rest := d.order[d.boxed:n]
	d.simplex(s, d.steps[:len(rest)])
	room := 1.0 // the size of what is left to the others, next to the size that the body gives them
	for i, f := range rest {
		shares[f] = float64(left * d.steps[i])
		if shares[f] > d.limits[f] {
			return false
		}
		if i > 0 {
			room *= left
		}
	}
	if d.boxed > 0 && s.uniform() >= room {
		return false
	}
	if d.hung {
		for f, most := range d.r.most {
			shares[f] = max(most-float64(d.excess*shares[f]), 0)
		}
	}
	return true
}
