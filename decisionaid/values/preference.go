package values

import "slices"

// Method is how a person was asked what matters.
type Method string

// The methods, one elicit_*.go file each.
const (
	MethodRating      Method = "rating"
	MethodPoints      Method = "points"
	MethodPointRanges Method = "point_ranges"
	MethodSwing       Method = "swing"
	MethodRanking     Method = "ranking"
	MethodBestWorst   Method = "best_worst"
)

// Weight is how much one attribute matters: its share of the whole, 0 to 1. The shares of all attributes add up to 1.
type Weight struct {
	Attribute string  `json:"attribute"`
	Share     float64 `json:"share"`
}

// Preference is safe for concurrent use: what one person said matters. Every method of asking gives this same value. A finished answer settles
// the weights; an unfinished one only confines them, and no weight is guessed to fill the gap.
type Preference struct {
	attributes  *Attributes
	method      Method
	region      region    // all weights that the answer allows
	weights     []float64 // nil unless the answer is finished and settles them
	constraints []Constraint
	open        []string
	pointsLeft  float64
}

// Method says how the person was asked.
func (p *Preference) Method() Method { return p.method }

// Weights gives the weights in the order of the attributes, and whether the answer settles them.
// For a complete ranking they are rank-order-centroid weights: the middle of all weights in that order (Barron and Barrett 1996,
// doi:10.1287/mnsc.42.11.1515). Acceptability still looks at all of them.
func (p *Preference) Weights() ([]Weight, bool) {
	if p.weights == nil {
		return nil, false
	}
	out := make([]Weight, len(p.weights))
	for i, share := range p.weights {
		out[i] = Weight{p.attributes.list[i].ID, share}
	}
	return out, true
}

// WeightRange gives the least and the greatest weight, 0 to 1, that the answer allows an attribute; false where there is no such attribute.
func (p *Preference) WeightRange(attribute string) (Range, bool) {
	if p.attributes == nil {
		return Range{}, false
	}
	i, ok := p.attributes.index[attribute]
	if !ok {
		return Range{}, false
	}
	return p.region.weight(i), true
}

// Constraints gives everything that the answer says about the weights, in the order in which it was said.
func (p *Preference) Constraints() []Constraint { return slices.Clone(p.constraints) }

// Open gives the ids of the attributes about which the person has said nothing yet, in order.
func (p *Preference) Open() []string { return slices.Clone(p.open) }

// PointsLeft gives how many of the 100 points are still to be shared out; 0 for every method but MethodPoints.
func (p *Preference) PointsLeft() float64 { return p.pointsLeft }

// fitting gives the weights that a fit uses: the settled ones, or all that the answer allows.
func (p *Preference) fitting() region {
	if p.weights != nil {
		return pointRegion(p.weights)
	}
	return p.region
}

// settle makes a finished preference from numbers in proportion to the weights. Their sum must be above 0.
func (p *Preference) settle(parts []float64) {
	sum := 0.0
	for _, x := range parts {
		sum += x
	}
	p.weights = make([]float64, len(parts))
	for i, x := range parts {
		p.weights[i] = x / sum
	}
	p.region = pointRegion(p.weights)
}
