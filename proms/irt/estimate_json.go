package irt

import "encoding/json"

// estimateJSON leaves out numbers that do not exist, so that no reader can take a missing theta for 0.
type estimateJSON struct {
	Theta    *float64 `json:"theta,omitempty"`
	SE       *float64 `json:"se,omitempty"`
	Answered int      `json:"answered"`
	AtBound  bool     `json:"at_bound,omitempty"`
	Reason   Reason   `json:"reason,omitempty"`
}

// MarshalJSON gives {"theta", "se", "answered"}, or {"answered", "reason"} where there is no estimate.
func (e Estimate) MarshalJSON() ([]byte, error) {
	out := estimateJSON{Answered: e.Answered, AtBound: e.AtBound, Reason: e.Reason}
	if e.OK() {
		out.Theta, out.SE = &e.Theta, &e.SE
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote. A form with neither an estimate nor a reason is Faults of kind ErrArgument.
func (e *Estimate) UnmarshalJSON(text []byte) error {
	var in estimateJSON
	if err := json.Unmarshal(text, &in); err != nil {
		return err
	}
	*e = Estimate{Answered: in.Answered, AtBound: in.AtBound, Reason: in.Reason}
	if e.Reason != "" {
		return nil
	}
	if in.Theta == nil || in.SE == nil {
		return Faults{{Kind: ErrArgument, Index: -1, Field: "estimate", Problem: "has neither theta and se nor a reason; a missing number must say why it is missing"}}
	}
	e.Theta, e.SE = *in.Theta, *in.SE
	return nil
}

// reportedJSON is the same for a value on a metric.
type reportedJSON struct {
	Value  *float64 `json:"value,omitempty"`
	SE     *float64 `json:"se,omitempty"`
	Reason Reason   `json:"reason,omitempty"`
}

// MarshalJSON gives {"value", "se"}, or {"reason"} where there is no value.
func (r Reported) MarshalJSON() ([]byte, error) {
	out := reportedJSON{Reason: r.Reason}
	if r.Reason == "" {
		out.Value, out.SE = &r.Value, &r.SE
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote. A form with neither a value nor a reason is Faults of kind ErrArgument.
func (r *Reported) UnmarshalJSON(text []byte) error {
	var in reportedJSON
	if err := json.Unmarshal(text, &in); err != nil {
		return err
	}
	*r = Reported{Reason: in.Reason}
	if r.Reason != "" {
		return nil
	}
	if in.Value == nil || in.SE == nil {
		return Faults{{Kind: ErrArgument, Index: -1, Field: "reported", Problem: "has neither value and se nor a reason; a missing number must say why it is missing"}}
	}
	r.Value, r.SE = *in.Value, *in.SE
	return nil
}
