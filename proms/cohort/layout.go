package cohort

import (
	"math"
	"slices"
	"sort"
	"strconv"
)

const (
	// stepTolerance is how far, in steps, a value may lie from a point of its scale and still be that
	// point.
	stepTolerance = 1e-9
	// smallestStep is the smallest step, relative to the largest value of the scale, at which float64
	// still meets that tolerance.
	smallestStep = 1e-6
	// relativeNoise is the spread, relative to the largest value of the scale, below which float64
	// arithmetic cannot tell a spread from rounding.
	relativeNoise = 1e-12
)

// A layout is a checked scale, made ready for adding. It is immutable, and shared by all summaries
// that were made from each other.
type layout struct {
	scale  Scale
	points []float64 // each value in turn, where counting is by value
	bandOf []int     // the band of each value or bin, where there are bands
	noise  float64   // the spread that is no spread
}

func newLayout(scale Scale) (*layout, error) {
	scale, err := scale.canonical()
	if err != nil {
		return nil, err
	}
	l := &layout{scale: scale, noise: relativeNoise * max(math.Abs(scale.Min), math.Abs(scale.Max))}
	starts := scale.Edges
	if scale.Edges == nil {
		l.points = pointsOf(scale)
		starts = l.points
	}
	if scale.Bands != nil {
		l.bandOf = make([]int, l.places())
		for at := range l.bandOf {
			reach := starts[at] + float64(stepTolerance*scale.Step)
			l.bandOf[at] = sort.Search(len(scale.Bands), func(b int) bool { return scale.Bands[b].From > reach }) - 1
		}
	}
	return l, nil
}

// pointsOf lists the values of a scale with a step. A point that is a short decimal is stored as that
// decimal, so that 0.3 is not 0.30000000000000004.
func pointsOf(scale Scale) []float64 {
	last := int(math.Round((scale.Max - scale.Min) / scale.Step))
	rounding := 1e-14 * max(math.Abs(scale.Min), math.Abs(scale.Max))
	points := make([]float64, last+1)
	for at := range points {
		points[at] = scale.Min + float64(float64(at)*scale.Step)
		short, err := strconv.ParseFloat(strconv.FormatFloat(points[at], 'g', 12, 64), 64)
		if err == nil && math.Abs(short-points[at]) <= rounding {
			points[at] = short
		}
	}
	points[0], points[last] = scale.Min, scale.Max
	return points
}

// places returns how many values or bins are counted.
func (l *layout) places() int {
	if l.points != nil {
		return len(l.points)
	}
	return len(l.scale.Edges) - 1
}

// find returns where a value is counted, and the value to add: the point itself where counting is by
// value. It returns -1 where the value cannot occur.
func (l *layout) find(value float64) (at int, exact float64) {
	if l.points != nil {
		steps := (value - l.scale.Min) / l.scale.Step
		near := math.RoundToEven(steps)
		// The comparison is also false for NaN and for an infinity less itself.
		if math.Abs(steps-near) <= stepTolerance && near >= 0 && near <= float64(len(l.points)-1) {
			return int(near), l.points[int(near)]
		}
		return -1, 0
	}
	if !(value >= l.scale.Min && value <= l.scale.Max) {
		return -1, 0
	}
	edge, found := slices.BinarySearch(l.scale.Edges, value)
	if !found || edge == len(l.scale.Edges)-1 {
		edge--
	}
	return edge, value
}

// bounds returns the smallest and the largest value that is counted at a place.
func (l *layout) bounds(at int) (from, to float64) {
	if l.points != nil {
		return l.points[at], l.points[at]
	}
	return l.scale.Edges[at], l.scale.Edges[at+1]
}
