package irt

import "fmt"

// Settings are what a bank's estimates depend on besides its items. Every field is part of a score's definition, so none has a
// hidden default: begin with Defaults and change what differs.
type Settings struct {
	// D is the scaling constant in x = D*a*(theta - b): 1, or 1.7 for parameters on the normal-ogive metric.
	D float64 `json:"d"`
	// Prior is the distribution of theta that EAP and MAP start from.
	Prior Prior `json:"prior"`
	// Grid is where EAP and raw-score tables sum, and the interval in which MAP, ML and WLE search.
	Grid Grid `json:"grid"`
	// Metric is the scale of reported scores.
	Metric Metric `json:"metric"`
	// Extreme says what MAP, ML and WLE do where the estimate is not inside the grid.
	Extreme ExtremeRule `json:"extreme"`
	// Information is what the standard errors of MAP, ML and WLE rest on.
	Information Information `json:"information"`
}

// Prior is a normal distribution of theta.
type Prior struct {
	Mean float64 `json:"mean"`
	SD   float64 `json:"sd"`
}

// ExtremeRule says what an estimator does where the maximum is not inside the grid, as for ML when every answer is the lowest
// or every answer is the highest.
type ExtremeRule string

const (
	// RefuseExtreme gives no estimate, with the reason.
	RefuseExtreme ExtremeRule = "refuse"
	// BoundExtreme gives the end of the grid, marked AtBound.
	BoundExtreme ExtremeRule = "bound"
)

// Information names the information I in a standard error. Programs differ: catR uses expected, mirt observed information.
type Information string

const (
	// ExpectedInformation is Fisher's, averaged over the answers that could have been given at theta.
	ExpectedInformation Information = "expected"
	// ObservedInformation is the curvature of the likelihood of the answers that were given. For GRM and 3PL it differs from the
	// expected, and under 3PL it can be negative: then there is no standard error, and no estimate.
	ObservedInformation Information = "observed"
)

// Defaults are D = 1, a standard normal prior, 61 nodes over -6 to 6, T-scores, extreme patterns refused, and expected
// information.
func Defaults() Settings {
	return Settings{D: 1, Prior: Prior{Mean: 0, SD: 1}, Grid: StandardGrid(), Metric: TScore(), Extreme: RefuseExtreme,
		Information: ExpectedInformation}
}

// check gives every fault of the settings.
func (s Settings) check() Faults {
	var faults Faults
	add := func(field, format string, args ...any) {
		faults = append(faults, Fault{Kind: ErrSettings, Index: -1, Field: field, Problem: fmt.Sprintf(format, args...)})
	}
	if !(s.D >= MinSlope && s.D <= MaxSlope) {
		add("d", "is %v; the scaling constant must lie between %v and %v (1 is usual, 1.7 for the normal-ogive metric)", s.D, MinSlope, MaxSlope)
	}
	sound := s.Grid.check(add)
	if !(s.Prior.SD > 0) || !finite(s.Prior.SD) || s.Prior.SD > MaxMagnitude {
		add("prior.sd", "is %v; a prior needs a standard deviation above 0 and up to %v", s.Prior.SD, MaxMagnitude)
		sound = false
	}
	if sound {
		s.checkPriorOnGrid(add)
	}
	s.Metric.check(add)
	if s.Extreme != RefuseExtreme && s.Extreme != BoundExtreme {
		add("extreme", "is %q; say %q or %q", s.Extreme, RefuseExtreme, BoundExtreme)
	}
	if s.Information != ExpectedInformation && s.Information != ObservedInformation {
		add("information", "is %q; say %q or %q", s.Information, ExpectedInformation, ObservedInformation)
	}
	return faults
}

// checkPriorOnGrid refuses a prior that the grid cannot see.
func (s Settings) checkPriorOnGrid(add report) {
	if !(s.Prior.Mean >= s.Grid.Low && s.Prior.Mean <= s.Grid.High) {
		add("prior.mean", "is %v, outside the grid from %v to %v; estimates would be pressed against its end", s.Prior.Mean, s.Grid.Low, s.Grid.High)
	}
	if step := s.Grid.Step(); step > s.Prior.SD {
		add("grid.points", "puts nodes %v apart, wider than the prior's standard deviation %v; sums on it would be wrong, so add nodes", step, s.Prior.SD)
	}
}
