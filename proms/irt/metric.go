package irt

import "math"

// Metric turns theta into the scale on which a score is reported: Intercept + Slope*theta. A negative slope turns the direction
// round; the standard error is multiplied by the slope's size.
type Metric struct {
	Intercept float64 `json:"intercept"`
	Slope     float64 `json:"slope"`
}

// TScore is the metric with mean 50 and standard deviation 10.
func TScore() Metric { return Metric{Intercept: 50, Slope: 10} }

// Reported is an estimate on a metric. Value and SE mean something only where Reason is empty.
type Reported struct {
	Value  float64
	SE     float64
	Reason Reason
}

// Report gives an estimate on the metric; a missing estimate stays missing, with its reason.
func (m Metric) Report(e Estimate) Reported {
	if e.Reason != "" {
		return Reported{Reason: e.Reason}
	}
	r := Reported{Value: m.Intercept + float64(m.Slope*e.Theta), SE: math.Abs(m.Slope) * e.SE}
	if !finite(r.Value) || !finite(r.SE) {
		return Reported{Reason: InvalidTheta}
	}
	return r
}

func (m Metric) check(add report) {
	if !finite(m.Intercept) || math.Abs(m.Intercept) > MaxMagnitude {
		add("metric.intercept", "is %v; it must be a number between -%v and %v", m.Intercept, MaxMagnitude, MaxMagnitude)
	}
	if size := math.Abs(m.Slope); !(size >= MinSlope && size <= MaxMagnitude) {
		add("metric.slope", "is %v; its size must lie between %v and %v, or every person gets the same score (irt.TScore has 10)",
			m.Slope, MinSlope, MaxMagnitude)
	}
}
