package risk

// Basis is a set of labels that say how a number was worked out, and so what a
// reader has to be told beside it.
type Basis uint8

// The labels. Names in JSON are given by Names.
const (
	// FromEffect: a measure of effect was applied to a starting chance.
	FromEffect Basis = 1 << iota
	// Chained: two or more effects were applied one on the other.
	Chained
	// Indirect: no study compared the two options with each other.
	Indirect
	// SteadyRate: moved to another period by 1-(1-p)^t, which assumes a steady rate.
	SteadyRate
	// FixedBaseline: the interval holds the uncertainty of the effect only, because the
	// starting chance came with no interval and was taken as exact.
	FixedBaseline
	// NoInterval: a part of the uncertainty was not stated, so no interval is given. One
	// from the other parts would look surer than it is.
	NoInterval
)

var basisNames = [...]string{"from_effect", "chained", "indirect", "steady_rate", "fixed_baseline", "no_interval"}

// Has reports whether all the given labels are set.
func (b Basis) Has(labels Basis) bool { return b&labels == labels }

// Names lists the labels that are set, always in one order, as JSON does.
func (b Basis) Names() []string {
	var names []string
	for bit, name := range basisNames {
		if b.Has(1 << bit) {
			names = append(names, name)
		}
	}
	return names
}
