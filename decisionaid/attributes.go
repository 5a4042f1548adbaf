package decisionaid

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
)

// OutsideRange is the reason of a score that lies outside the range that the question about it referred to. It is never moved to
// the edge, so the option's fit stays open there.
const OutsideRange values.Reason = "outside_range"

// attributesOf makes the values of a definition ready; nil for none.
func attributesOf(def *Definition) (*values.Attributes, error) {
	if len(def.Values) == 0 {
		return nil, nil
	}
	var voice risk.Voice
	list := make([]values.Attribute, len(def.Values))
	for i, v := range def.Values {
		o := def.valued(&v)
		if o == nil {
			return nil, nil // checkValues reports it.
		}
		per := float64(o.ShownPer)
		list[i] = values.Attribute{
			ID: v.ID, Name: cmp.Or(v.Label, o.spoken().Happens), Unit: fmt.Sprintf("in %s people", voice.Number(int(o.ShownPer))),
			Worst: float64(v.Range[0] * per), Best: float64(v.Range[1] * per),
		}
	}
	return values.NewAttributes(list...)
}

// valued gives the outcome that a value is about, or nil.
func (d *Definition) valued(v *Value) *Outcome {
	if at := slices.IndexFunc(d.Outcomes, func(o Outcome) bool { return o.ID == v.About }); at >= 0 {
		return &d.Outcomes[at]
	}
	return nil
}

// Table puts what is known of the options for this person beside the aid's values: the chances in people, with the
// uncertainty that is known of them. A study's count is drawn from a Beta distribution, an interval from a normal one of the same
// width, each on its own: options whose estimates start from one another look less firmly apart than they are. What cannot happen with an option is 0 people; what is not known stays so, with its reason. The error is ErrNoValues,
// or what values.NewTable finds.
func (p Personal) Table() (*values.Table, error) {
	if p.aid == nil || p.aid.attributes == nil {
		return nil, fmt.Errorf("decisionaid: this aid asks nothing about what matters: %w", ErrNoValues)
	}
	def := p.aid.definition
	options := make([]values.Option, len(def.Options))
	for k, o := range def.Options {
		options[k] = values.Option{ID: o.ID, Name: o.Label, Cells: map[string]values.Cell{}}
		for i := range def.Values {
			v := &def.Values[i]
			outcome := slices.IndexFunc(def.Outcomes, func(o Outcome) bool { return o.ID == v.About })
			options[k].Cells[v.ID] = cellOf(p.chance(p.aid.cells[outcome][k]), v, float64(def.Outcomes[outcome].ShownPer))
		}
	}
	return values.NewTable(p.aid.attributes, options...)
}

// cellOf gives a chance as a score.
func cellOf(c risk.Chance, v *Value, per float64) values.Cell {
	chance, known := c.Value()
	if c.Reason() == NotApplicable {
		known = true // It cannot happen, which is 0 people.
	}
	low, high := min(v.Range[0], v.Range[1]), max(v.Range[0], v.Range[1])
	count, interval := c.Count(), c.Interval()
	switch {
	case !known:
		return values.Unknown(string(c.Reason()))
	case chance < low || chance > high:
		return values.Unknown(string(OutsideRange))
	case count.People > 0:
		if score := float64(count.Events) * per / float64(count.People); score >= float64(low*per) && score <= float64(high*per) {
			return values.Events(count.Events, count.People, per)
		}
	case interval.Stated():
		// The width of a normal distribution whose middle part of that level is as wide as the interval.
		deviation := (interval.Upper - interval.Lower) / (2 * math.Sqrt2 * math.Erfinv(interval.Level))
		if deviation > 0 && deviation <= high-low {
			return values.Normal(clampTo(float64(chance*per), float64(low*per), float64(high*per)), float64(deviation*per))
		}
	}
	return values.Known(clampTo(float64(chance*per), float64(low*per), float64(high*per)))
}

// clampTo takes away what the last digit of a product may have added to a score that is inside its range.
func clampTo(score, low, high float64) float64 { return min(max(score, low), high) }
