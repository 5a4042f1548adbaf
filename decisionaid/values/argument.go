package values

import (
	"cmp"
	"slices"
)

// Argument is one attribute on which an option differs from the others: by how many points of fit it stands above (or, below 0, under) the
// average of all other options.
type Argument struct {
	Attribute string `json:"attribute"`
	Points    Range  `json:"points"`
}

// argue sorts the attributes that may have weight into what speaks for option i, what speaks against it, and what could be either because an
// estimate is missing. An attribute on which the option is like the average of the others is left out.
func (t *Table) argue(fit *Fit, i int, weights []Range) {
	leads := make([]Range, len(t.attributes.list))
	for j := range t.options {
		if j == i {
			continue
		}
		low, high := t.lead(i, j)
		for k := range leads {
			leads[k].Low += low[k]
			leads[k].High += high[k]
		}
	}
	others := float64(len(t.options) - 1)
	for k, lead := range leads {
		if weights[k].High == 0 {
			continue
		}
		lead = Range{lead.Low / others, lead.High / others}
		points := lead.times(weights[k])
		argument := Argument{t.attributes.list[k].ID, Range{points.Low * 100, points.High * 100}}
		switch {
		case lead.Low > tie:
			fit.For = append(fit.For, argument)
		case lead.High < -tie:
			fit.Against = append(fit.Against, argument)
		case lead.High-lead.Low > tie:
			fit.Unclear = append(fit.Unclear, argument)
		}
	}
	slices.SortStableFunc(fit.For, func(a, b Argument) int { return cmp.Compare(b.Points.High, a.Points.High) })
	slices.SortStableFunc(fit.Against, func(a, b Argument) int { return cmp.Compare(a.Points.Low, b.Points.Low) })
}
