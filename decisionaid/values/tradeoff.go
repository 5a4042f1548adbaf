package values

import "math"

// Swap is the point at which two options fit equally well when one number changes and all others stay.
type Swap struct {
	Now    *float64 `json:"now,omitempty"`    // nil where it is not known
	At     *float64 `json:"at,omitempty"`     // nil where there is no such point
	Reason Reason   `json:"reason,omitempty"` // why there is none
}

// Change is what would have to be different about one attribute for two options to fit equally well. Each Swap stands alone.
type Change struct {
	Attribute   string `json:"attribute"`
	Weight      Swap   `json:"weight"`       // the attribute's weight, 0 to 1; all other weights keep their proportion to each other
	OtherScore  Swap   `json:"other_score"`  // the score of the other option, in the attribute's unit
	CloserScore Swap   `json:"closer_score"` // the score of the closer option, in the attribute's unit
}

// TradeOff compares two options: which is closer to what the person said, by how much, and what would make the other fit as well.
type TradeOff struct {
	Closer  string   `json:"closer"`
	Other   string   `json:"other"`
	Gap     float64  `json:"gap"`               // points of fit, 0 to 100
	Reason  Reason   `json:"reason,omitempty"`  // why there are no changes: tied, unfinished or unknown
	Changes []Change `json:"changes,omitempty"` // in the order of the attributes
}

// TradeOff compares options a and b at the settled weights. With w the weights and d the differences in value between the closer and the other option,
// D = sum of w[k]*d[k] is the gap. The weight of attribute i at which they swap is R/(R-d[i]) with R = (D - w[i]*d[i])/(1-w[i]); the score on it at which
// they swap is off by D/w[i] of the range. Where the answer is unfinished or an estimate is not a single number there is a Reason instead, and
// Closer and Other are a and b as given. The error is fault.Faults with the cause ErrMismatch, or ErrOption where a or b is unknown or they are the same.
func (t *Table) TradeOff(p *Preference, a, b string) (TradeOff, error) {
	if err := t.fitsTo(p); err != nil {
		return TradeOff{}, err
	}
	closer, err := t.option(a)
	if err != nil {
		return TradeOff{}, err
	}
	other, err := t.option(b)
	if err != nil {
		return TradeOff{}, err
	}
	if closer == other {
		return TradeOff{}, wrong(ErrOption, a, "name two options", "option %q cannot be compared with itself", a)
	}
	out := TradeOff{Closer: a, Other: b}
	if p.weights == nil {
		out.Reason = ReasonUnfinished
		return out, nil
	}
	low, high := t.lead(closer, other)
	gap := dot(p.weights, low)
	if dot(p.weights, high) != gap {
		out.Reason = ReasonUnknown
		return out, nil
	}
	if gap < 0 {
		closer, other, gap = other, closer, -gap
		low, _ = t.lead(closer, other)
		out.Closer, out.Other = b, a
	}
	if gap <= tie {
		out.Reason = ReasonTied
		return out, nil
	}
	out.Gap = min(gap*100, 100)
	for k := range low {
		out.Changes = append(out.Changes, t.change(k, closer, other, p.weights, low, gap))
	}
	return out, nil
}

// change gives the three swaps of attribute k.
func (t *Table) change(k, closer, other int, weights, lead []float64, gap float64) Change {
	c := Change{Attribute: t.attributes.list[k].ID}
	c.Weight = t.weightSwap(k, closer, other, weights, lead)
	c.OtherScore = t.scoreSwap(k, other, weights[k], gap)
	c.CloserScore = t.scoreSwap(k, closer, weights[k], -gap)
	return c
}

// weightSwap solves x*lead[k] + (1-x)*R = 0 for the weight x of attribute k, R being the lead on all others in their present proportion.
func (t *Table) weightSwap(k, closer, other int, weights, lead []float64) Swap {
	w, rest := weights[k], 0.0
	swap := Swap{Now: &w}
	for i := range weights {
		if i != k {
			rest += float64(weights[i] * lead[i])
		}
	}
	if !t.options[closer].single(k) || !t.options[other].single(k) {
		swap.Reason = ReasonUnknown
		return swap
	}
	if 1-w <= tie {
		swap.Reason = ReasonAlone
		return swap
	}
	rest /= 1 - w
	at := rest / (rest - lead[k])
	if !(math.Abs(rest-lead[k]) > tie && at >= 0 && at <= 1) {
		swap.Reason = ReasonNever
		return swap
	}
	swap.At = &at
	return swap
}

// scoreSwap moves the value of one option on attribute k by what closes the gap.
func (t *Table) scoreSwap(k, option int, weight, gap float64) Swap {
	of, e := t.attributes.list[k], &t.options[option]
	if !e.single(k) {
		return Swap{Reason: ReasonUnknown}
	}
	now := e.worse[k]
	swap := Swap{Now: &now}
	if weight == 0 {
		swap.Reason = ReasonNoWeight
		return swap
	}
	value := e.low[k] + gap/weight
	if !(value >= -tie && value <= 1+tie) {
		swap.Reason = ReasonOutOfRange
		return swap
	}
	at := of.score(min(max(value, 0), 1)) // moves rounding only
	swap.At = &at
	return swap
}
