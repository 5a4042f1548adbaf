package irt

import "math"

// MaxNodes is the most nodes a grid may have.
const MaxNodes = 2001

// Grid is the equally spaced nodes on which EAP and the raw-score tables sum, both ends included. Its ends also bound what MAP,
// ML and WLE may answer. The grid is part of a score's definition: a published table can be reproduced only on its own grid.
type Grid struct {
	// Low and High are the ends, on the scale of theta.
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	// Points is the number of nodes, 3 to MaxNodes.
	Points int `json:"points"`
}

// StandardGrid is 61 nodes over -6 to 6. On a ten-item graded form it is within 1e-6 of theta and 3e-6 of the standard error
// that numerical integration gives.
func StandardGrid() Grid { return Grid{Low: -6, High: 6, Points: 61} }

// SumTableGrid is 91 nodes over -4.5 to 4.5: the ends with which the published raw-score table of PROMIS Depression 8a is
// reproduced in every row (with D = 1 and a standard normal prior). With -4 to 4 or -6 to 6 its top row differs.
func SumTableGrid() Grid { return Grid{Low: -4.5, High: 4.5, Points: 91} }

// PatternGrid is 81 nodes over -4 to 4, the settings in which PROMIS response patterns and adaptive tests are scored.
func PatternGrid() Grid { return Grid{Low: -4, High: 4, Points: 81} }

// Step is the distance between neighbouring nodes; 0 for a grid that no bank takes.
func (g Grid) Step() float64 {
	if !g.check(func(string, string, ...any) {}) {
		return 0
	}
	return (g.High - g.Low) / float64(g.Points-1)
}

// nodes gives the nodes. The two-sided weighting makes a symmetric grid symmetric to the last bit.
func (g Grid) nodes() []float64 {
	nodes := make([]float64, g.Points)
	last := float64(g.Points - 1)
	for i := range nodes {
		up := float64(i)
		nodes[i] = (float64(g.Low*(last-up)) + float64(g.High*up)) / last
	}
	return nodes
}

func (g Grid) check(add report) bool {
	switch {
	case !finite(g.Low) || !finite(g.High) || math.Abs(g.Low) > MaxMagnitude || math.Abs(g.High) > MaxMagnitude:
		add("grid", "runs from %v to %v; both ends must be numbers between -%v and %v", g.Low, g.High, MaxMagnitude, MaxMagnitude)
	case g.High-g.Low < MinSlope:
		add("grid", "runs from %v to %v; the low end must lie below the high end", g.Low, g.High)
	case g.Points < 3 || g.Points > MaxNodes:
		add("grid.points", "is %d; a grid has 3 to %d nodes (start from irt.Defaults, which has 61)", g.Points, MaxNodes)
	default:
		return true
	}
	return false
}
