package cohort

import (
	"encoding/json"
	"math"
)

const changeKind = "cohort-change"

type changeWire struct {
	header
	Plan          ChangePlan     `json:"plan"`
	Before        momentsWire    `json:"before"`
	After         momentsWire    `json:"after"`
	Difference    momentsWire    `json:"difference"`
	Responses     []responseWire `json:"responses,omitempty"`
	Unpaired      Unpaired       `json:"unpaired"`
	MissingBefore absenceWire    `json:"missing_before"`
	MissingAfter  absenceWire    `json:"missing_after"`
}

type responseWire struct {
	Improved int64 `json:"improved"`
	Worsened int64 `json:"worsened"`
	Of       int64 `json:"of"`
}

// MarshalJSON writes the whole state. Equal states give equal bytes. It returns ErrUnmade for a zero
// Change.
func (c Change) MarshalJSON() ([]byte, error) {
	if c.layout == nil {
		return nil, ErrUnmade
	}
	wire := changeWire{
		header: header{changeKind, wireVersion}, Plan: *c.plan,
		Before: c.before.wire(), After: c.after.wire(), Difference: c.difference.wire(),
		Unpaired: c.unpaired, MissingBefore: c.noBefore.wire(), MissingAfter: c.noAfter.wire(),
	}
	for _, r := range c.responses {
		wire.Responses = append(wire.Responses, responseWire{r.improved, r.worsened, r.of})
	}
	return json.Marshal(wire)
}

// UnmarshalJSON reads what MarshalJSON writes. It returns ErrDecode, and changes nothing, where the
// plan contradicts itself or the numbers cannot belong to one group of people. Bound the size of the
// input before decoding it.
func (c *Change) UnmarshalJSON(data []byte) error {
	var wire changeWire
	if err := decode(data, changeKind, &wire.header, &wire); err != nil {
		return err
	}
	made, err := NewChange(wire.Plan)
	if err != nil {
		return refuseWire(changeKind, "%v", err)
	}
	for _, read := range []func(changeWire) error{made.readMoments, made.readResponses, made.readAbsence} {
		if err := read(wire); err != nil {
			return err
		}
	}
	*c = *made
	return nil
}

func (c *Change) readMoments(wire changeWire) (err error) {
	lo, hi, noise := c.layout.scale.Min, c.layout.scale.Max, c.layout.noise
	if c.before, err = wire.Before.moments(changeKind, "before", lo, hi, noise); err != nil {
		return err
	}
	if c.after, err = wire.After.moments(changeKind, "after", lo, hi, noise); err != nil {
		return err
	}
	if c.difference, err = wire.Difference.moments(changeKind, "difference", lo-hi, hi-lo, noise); err != nil {
		return err
	}
	room := 1e-9 * max(math.Abs(lo), math.Abs(hi))
	switch {
	case c.before.n != c.difference.n || c.after.n != c.difference.n:
		return refuseWire(changeKind, "before, after and difference are of %d, %d and %d people; they must be the same", c.before.n, c.after.n, c.difference.n)
	case math.Abs(c.after.mean-c.before.mean-c.difference.mean) > room:
		return refuseWire(changeKind, "the mean difference %v is not the mean after %v less the mean before %v", c.difference.mean, c.after.mean, c.before.mean)
	}
	for _, m := range []Moments{c.before, c.after} {
		if m.n == 0 {
			continue
		}
		_, smallest := c.layout.find(m.smallest)
		_, most := c.layout.find(m.most)
		if smallest != m.smallest || most != m.most {
			return refuseWire(changeKind, "min %v and max %v are not values of the scale", m.smallest, m.most)
		}
	}
	return nil
}

func (c *Change) readResponses(wire changeWire) error {
	if len(wire.Responses) != len(c.responses) {
		return refuseWire(changeKind, "there are %d responses for %d responder definitions", len(wire.Responses), len(c.responses))
	}
	for i, w := range wire.Responses {
		byPoints := c.plan.Responders[i].Points != 0
		if w.Improved < 0 || w.Worsened < 0 || w.Of > c.difference.n || byPoints && w.Of != c.difference.n ||
			w.Improved > w.Of || w.Worsened > w.Of-w.Improved {
			return refuseWire(changeKind, "responder %q: %d improved and %d worsened of %d cannot be among %d pairs",
				c.plan.Responders[i].Code, w.Improved, w.Worsened, w.Of, c.difference.n)
		}
		c.responses[i] = response{w.Improved, w.Worsened, w.Of}
	}
	return nil
}

func (c *Change) readAbsence(wire changeWire) (err error) {
	if c.noBefore, err = wire.MissingBefore.absence(changeKind, c.layout.scale.Reasons); err != nil {
		return err
	}
	if c.noAfter, err = wire.MissingAfter.absence(changeKind, c.layout.scale.Reasons); err != nil {
		return err
	}
	c.unpaired = wire.Unpaired
	if _, err := total(changeKind, []int64{c.difference.n, c.unpaired.Before, c.unpaired.After, c.unpaired.Both}); err != nil {
		return err
	}
	if c.noBefore.total() != c.unpaired.Before+c.unpaired.Both || c.noAfter.total() != c.unpaired.After+c.unpaired.Both {
		return refuseWire(changeKind, "the reasons do not add up to the people who are unpaired")
	}
	return nil
}
