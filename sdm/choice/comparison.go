package choice

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Comparison is what is known of some providers, side by side. It is a plain value.
type Comparison struct {
	// Providers are the ids, in the caller's order; every row has a cell for each.
	Providers []string `json:"providers"`
	Rows      []Row    `json:"rows"`
}

// Row is one thing that is known of at least one provider.
type Row struct {
	// About is wait, distance, quality.MEASURE or has.FEATURE.
	About string `json:"about"`
	// Unit is weeks or miles; empty for ratings and features.
	Unit  string `json:"unit,omitempty"`
	Cells []Cell `json:"cells"`
}

// Cell is what is known of one provider.
type Cell struct {
	// Known tells whether anything is known. Without it Text says that it is not.
	Known bool   `json:"known"`
	Text  string `json:"text"`
}

// NotKnownText stands in every cell of which nothing is known, so that a blank is never read as a no.
const NotKnownText = "not known"

// Compare puts what is known of providers side by side: the wait, the distance, then ratings and features in alphabetical order. A
// number below zero counts as not known.
func Compare(providers ...Provider) Comparison {
	c := Comparison{}
	var ratings, features []string
	for _, p := range providers {
		c.Providers = append(c.Providers, p.ID)
		for measure := range p.Quality {
			ratings = append(ratings, measure)
		}
		for feature := range p.Has {
			features = append(features, feature)
		}
	}
	c.add(AboutWait, "weeks", providers, func(p Provider) Cell { return amount(p.WaitWeeks) })
	c.add(AboutDistance, "miles", providers, func(p Provider) Cell { return amount(p.DistanceMiles) })
	for _, measure := range distinct(ratings) {
		c.add(qualityPrefix+measure, "", providers, func(p Provider) Cell { return Cell{!fault.Blank(p.Quality[measure]), p.Quality[measure]} })
	}
	for _, feature := range distinct(features) {
		c.add(hasPrefix+feature, "", providers, func(p Provider) Cell {
			yes, known := p.Has[feature]
			return Cell{known, map[bool]string{true: "yes", false: "no"}[yes]}
		})
	}
	return c
}

// add adds a row, unless nothing is known of anybody.
func (c *Comparison) add(about, unit string, providers []Provider, cell func(Provider) Cell) {
	row := Row{About: about, Unit: unit, Cells: make([]Cell, len(providers))}
	known := false
	for i, p := range providers {
		row.Cells[i] = cell(p)
		known = known || row.Cells[i].Known
		if !row.Cells[i].Known {
			row.Cells[i].Text = NotKnownText
		}
	}
	if known {
		c.Rows = append(c.Rows, row)
	}
}

func amount(v rule.Value) Cell {
	x, known := v.Number()
	return Cell{known && x >= 0, v.String()}
}

func distinct(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}
