package change

import "math"

// Rule says from which size on a change is reliable, and where the functional range begins.
type Rule struct {
	Better Better `json:"better"`
	// Reliable is the smallest reliable change, in points above 0. A change of exactly that size is reliable, as with
	// published numbers of points, unless Exceed is set.
	Reliable float64 `json:"reliable"`
	// Exceed asks for more than Reliable, as the index of Jacobson and Truax does, which must lie beyond 1.96.
	Exceed bool `json:"exceed,omitempty"`
	// CutOff is the clinical value that is nearest to the functional range: a person at the cut-off is still on the clinical side.
	CutOff float64 `json:"cut_off"`
}

// Class is what a person's change amounts to (Jacobson and Truax 1991, doi 10.1037/0022-006X.59.1.12).
type Class string

// The classes.
const (
	// Recovered: reliably better, and from the clinical side of the cut-off to the functional one.
	Recovered Class = "recovered"
	// Improved: reliably better, and not across the cut-off.
	Improved Class = "improved"
	// Unchanged: no reliable change, which does not mean that nothing changed.
	Unchanged Class = "unchanged"
	// Deteriorated: reliably worse, wherever the person started.
	Deteriorated Class = "deteriorated"
)

// Crossing says whether a change led across the cut-off.
type Crossing string

// The crossings.
const (
	// StayedOnSide: both values are on one side of the cut-off.
	StayedOnSide Crossing = "stayed"
	// IntoFunctional: from the clinical side to the functional one.
	IntoFunctional Crossing = "into_functional"
	// OutOfFunctional: from the functional side to the clinical one.
	OutOfFunctional Crossing = "out_of_functional"
)

// Verdict is what a rule says of one person's change.
type Verdict struct {
	Class Class `json:"class"`
	// Crossed tells also of a crossing whose change is not reliable: a person who started close to the cut-off.
	Crossed Crossing `json:"crossed"`
	// Gain is the change in points, positive for better.
	Gain float64 `json:"gain"`
}

// Classify says what a change from before to after amounts to. Sizes are compared after 12 significant digits of the
// values, so that a change from 50.1 to 47.1 is one of 3.
func (r Rule) Classify(before, after float64) (Verdict, error) {
	sign, err := r.Better.sign()
	if err != nil {
		return Verdict{}, err
	}
	if err := positive(named{"smallest reliable change", r.Reliable}); err != nil {
		return Verdict{}, err
	}
	if err := finite(named{"cut-off", r.CutOff}, named{"value before", before}, named{"value after", after}); err != nil {
		return Verdict{}, err
	}
	noise := 1e-12 * max(math.Abs(before), math.Abs(after), r.Reliable, math.Abs(r.CutOff))
	v := Verdict{Class: Unchanged, Crossed: StayedOnSide, Gain: plain(sign * (after - before))}
	reliable := func(gain float64) bool {
		if r.Exceed {
			return gain > r.Reliable+noise
		}
		return gain >= r.Reliable-noise
	}
	functional := func(value float64) bool { return sign*(value-r.CutOff) > noise }
	switch from, to := functional(before), functional(after); {
	case !from && to:
		v.Crossed = IntoFunctional
	case from && !to:
		v.Crossed = OutOfFunctional
	}
	switch {
	case reliable(v.Gain) && v.Crossed == IntoFunctional:
		v.Class = Recovered
	case reliable(v.Gain):
		v.Class = Improved
	case reliable(-v.Gain):
		v.Class = Deteriorated
	}
	return v, nil
}
