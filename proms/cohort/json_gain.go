package cohort

import "encoding/json"

const gainKind = "cohort-adjusted-gain"

type gainWire struct {
	header
	Scale    Scale       `json:"scale"`
	Model    CaseMix     `json:"model"`
	Gain     momentsWire `json:"gain"`
	Residual momentsWire `json:"residual"`
	Missing  absenceWire `json:"missing"`
}

// MarshalJSON writes the whole state. Equal states give equal bytes. It returns ErrUnmade for a zero
// AdjustedGain.
func (g AdjustedGain) MarshalJSON() ([]byte, error) {
	if g.layout == nil {
		return nil, ErrUnmade
	}
	return json.Marshal(gainWire{
		header: header{gainKind, wireVersion}, Scale: g.layout.scale, Model: *g.model,
		Gain: g.gain.wire(), Residual: g.residual.wire(), Missing: g.absent.wire(),
	})
}

// UnmarshalJSON reads what MarshalJSON writes. It returns ErrDecode, and changes nothing, where scale
// or model contradict themselves or the numbers cannot belong to one group of people. Bound the size
// of the input before decoding it.
func (g *AdjustedGain) UnmarshalJSON(data []byte) error {
	var wire gainWire
	if err := decode(data, gainKind, &wire.header, &wire); err != nil {
		return err
	}
	made, err := NewAdjustedGain(wire.Scale, wire.Model)
	if err != nil {
		return refuseWire(gainKind, "%v", err)
	}
	lo, hi := made.layout.scale.Min, made.layout.scale.Max
	if made.gain, err = wire.Gain.moments(gainKind, "gain", lo-hi, hi-lo, made.layout.noise); err != nil {
		return err
	}
	// An expectation may lie anywhere up to MaxMagnitude from zero.
	if made.residual, err = wire.Residual.moments(gainKind, "residual", lo-MaxMagnitude, hi+MaxMagnitude, made.layout.noise); err != nil {
		return err
	}
	if made.gain.n != made.residual.n {
		return refuseWire(gainKind, "gain is of %d people and residual of %d; they must be the same", made.gain.n, made.residual.n)
	}
	if made.absent, err = wire.Missing.absence(gainKind, made.layout.scale.Reasons); err != nil {
		return err
	}
	if _, err := total(gainKind, []int64{made.gain.n, made.absent.total()}); err != nil {
		return err
	}
	*g = *made
	return nil
}
