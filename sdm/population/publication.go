package population

import (
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/sdm"
)

// Publication is tables in which small counts are hidden. It holds nothing of what it hides. It is the end of the way: there is no Merge
// and no way back to a Counter, since hidden counts cannot be added up. Merge counters, and publish once.
type Publication struct {
	// Notice says that the definitions are our own.
	Notice      string       `json:"notice"`
	Version     string       `json:"definitions_version"`
	Definitions []Definition `json:"definitions"`
	Rules       Rules        `json:"rules"`
	Tables      []Table      `json:"tables"`
}

// Table is what is published of one component in one period.
type Table struct {
	Component sdm.Component `json:"component"`
	Period    Period        `json:"period"`
	// Groups has a row for each group, by name; empty where the rules do not ask for groups.
	Groups []Row `json:"groups,omitempty"`
	All    Row   `json:"all"`
}

// Row is one row of a table. People is the sum of the other four.
type Row struct {
	Group      string `json:"group,omitempty"`
	Counted    Cell   `json:"counted"`
	Declined   Cell   `json:"declined"`
	NotCounted Cell   `json:"not_counted"`
	NotKnown   Cell   `json:"not_known"`
	People     Cell   `json:"people"`
}

// Cell is a count that is shown, or what is shown in its place. Just one of its fields is set.
type Cell struct {
	// Count is the count, rounded where the rules say so; nil where it is hidden.
	Count *int64 `json:"count,omitempty"`
	// FewerThan tells that the count is smaller than this, and that it is not 0 unless the rules hide that too.
	FewerThan int64 `json:"fewer_than,omitempty"`
	// Hidden tells that the count is hidden so that another one cannot be worked out. It may be any.
	Hidden bool `json:"hidden,omitempty"`
}

// String gives the cell in words: 12, fewer than 6, not shown.
func (c Cell) String() string {
	switch {
	case c.Count != nil:
		return strconv.FormatInt(*c.Count, 10)
	case c.FewerThan > 0:
		return "fewer than " + strconv.FormatInt(c.FewerThan, 10)
	}
	return "not shown"
}

// Publish makes tables in which small counts are hidden, with as many others as it takes that no hidden count can be worked out from the table that
// it stands in and what its cells say. The error wraps ErrRules, ErrPeriods or ErrUnmade. The counter stays as it is.
func (c *Counter) Publish(rules Rules) (Publication, error) {
	if c.calendar == nil {
		return Publication{}, ErrUnmade
	}
	rules, err := rules.complete()
	if err != nil {
		return Publication{}, err
	}
	periods, err := rules.places(c.calendar)
	if err != nil {
		return Publication{}, err
	}
	p := Publication{Notice: Notice, Version: DefinitionsVersion, Rules: rules, Tables: []Table{}}
	for i, d := range definitions {
		if len(rules.Components) > 0 && !slices.Contains(rules.Components, d.Component) {
			continue
		}
		p.Definitions = append(p.Definitions, d)
		for _, at := range periods {
			p.Tables = append(p.Tables, c.table(i, at, rules))
		}
	}
	return p, nil
}

// table makes the table of one component in one period.
func (c *Counter) table(component, period int, rules Rules) Table {
	t := Table{Component: definitions[component].Component, Period: c.calendar.periods[period]}
	names := c.names()
	rows := make([][]int64, 0, max(1, len(names)))
	all := make([]int64, standings)
	for _, name := range names {
		by := c.groups[name].counts[period*components+component]
		rows = append(rows, []int64{by[counted-1], by[declined-1], by[notCounted-1], by[notKnown-1]})
		for j, n := range rows[len(rows)-1] {
			all[j] += n
		}
	}
	if !rules.ByGroup || len(rows) == 0 {
		rows = [][]int64{all}
	}
	g := hide(rows, int(standings), rules)
	if rules.ByGroup {
		for i, name := range names {
			t.Groups = append(t.Groups, g.row(i, name, rules))
		}
	}
	last := g.rows - 1
	if len(rows) == 1 {
		last = 0 // the totals are the row itself
	}
	t.All = g.row(last, "", rules)
	return t
}

// row gives a row as it is published.
func (g *grid) row(i int, group string, rules Rules) Row {
	cell := func(column int) Cell {
		switch at := g.at(i, column); g.covers[at] {
		case open:
			n := rules.rounded(g.counts[at])
			return Cell{Count: &n}
		case small:
			return Cell{FewerThan: g.most + 1}
		default:
			return Cell{Hidden: true}
		}
	}
	return Row{group, cell(0), cell(1), cell(2), cell(3), cell(4)}
}
