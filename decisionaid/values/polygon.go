package values

// vertex is a point of a region with at most three corners: its shares. Where there are fewer corners, the places left over carry coordinates that
// nothing depends on, so that a line and a point become a strip and a square, and one way of cutting and measuring does for all three. The second
// and third places always span the figure.
type vertex [3]float64

func (v vertex) dot(line vertex) float64 {
	return float64(v[0]*line[0]) + float64(v[1]*line[1]) + float64(v[2]*line[2])
}

// outline gives the region as a convex polygon.
func (r region) outline() []vertex {
	var outline []vertex
	corners := len(r.corners)
	switch corners {
	case 1:
		outline = []vertex{{1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {1, 0, 1}}
	case 2:
		outline = []vertex{{1, 0, 0}, {0, 1, 0}, {0, 1, 1}, {1, 0, 1}}
	default:
		outline = []vertex{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
	}
	keep := func(line vertex) {
		if above, _ := split(outline, line); above != nil {
			outline = above
		}
	}
	for b, above := range r.above {
		for a := range r.above {
			if above>>a&1 == 1 {
				var line vertex
				line[a], line[b] = 1/r.mass[a], -1/r.mass[b]
				keep(line)
			}
		}
	}
	for f, most := range r.most {
		var line vertex
		for i := range corners {
			line[i] = most
		}
		line[f] -= 1
		keep(line)
	}
	return outline
}

// split divides a convex polygon by the line on which line is 0, into the part where it is above 0 and the part where it is below. A part without
// area is nil.
func split(outline []vertex, line vertex) (above, below []vertex) {
	someAbove, someBelow := false, false
	for _, v := range outline {
		d := v.dot(line)
		someAbove = someAbove || d > 0
		someBelow = someBelow || d < 0
	}
	switch {
	case !someBelow:
		return outline, nil
	case !someAbove:
		return nil, outline
	}
	above, below = make([]vertex, 0, len(outline)+1), make([]vertex, 0, len(outline)+1)
	from := outline[len(outline)-1]
	before := from.dot(line)
	for _, to := range outline {
		after := to.dot(line)
		if before < 0 && after > 0 || before > 0 && after < 0 {
			crossing := between(from, to, before/(before-after))
			above, below = append(above, crossing), append(below, crossing)
		}
		if after >= 0 {
			above = append(above, to)
		}
		if after <= 0 {
			below = append(below, to)
		}
		from, before = to, after
	}
	return above, below
}

func between(from, to vertex, part float64) (v vertex) {
	for i := range v {
		v[i] = from[i] + float64(part*(to[i]-from[i]))
	}
	return v
}

// measure gives the area and the centre of a convex polygon. It adds up triangles from the first vertex, which keeps small areas accurate.
func measure(outline []vertex) (area float64, centre vertex) {
	origin := outline[0]
	for i := 2; i < len(outline); i++ {
		a, b := outline[i-1], outline[i]
		part := float64((a[1]-origin[1])*(b[2]-origin[2])) - float64((a[2]-origin[2])*(b[1]-origin[1]))
		area += part
		for k := range centre {
			centre[k] += float64(part * (origin[k] + a[k] + b[k]))
		}
	}
	if area == 0 {
		return 0, origin
	}
	for k := range centre {
		centre[k] /= 3 * area
	}
	return max(area, 0), centre
}

// weights turns shares of the corners into weights.
func (r region) weights(shares []float64) []float64 {
	out := make([]float64, len(r.corners[0]))
	for f, corner := range r.corners {
		for k, x := range corner {
			out[k] += float64(shares[f] * x)
		}
	}
	return out
}
