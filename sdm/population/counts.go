package population

import "github.com/whatmatters-care/whatmatters/sdm"

// Counts are the exact counts, small ones too. They are for those who may see every number; whoever publishes uses Counter.Publish.
type Counts struct {
	// Notice says that the definitions are our own, and Definitions is their version.
	Notice      string   `json:"notice"`
	Definitions string   `json:"definitions"`
	Periods     []Period `json:"periods"`
	// All are the counts of all groups together, and Groups those of each, by name.
	All    GroupCounts   `json:"all"`
	Groups []GroupCounts `json:"groups"`
}

// GroupCounts are the counts of one group.
type GroupCounts struct {
	// Group is the caller's label; empty for those who were given none, and for all together.
	Group string `json:"group"`
	// Records is how many were added.
	Records int64 `json:"records"`
	// Periods are in the order of the counter's.
	Periods []PeriodCounts `json:"periods"`
}

// PeriodCounts are the counts of one period.
type PeriodCounts struct {
	Period string `json:"period"`
	// Seen is how many people have any event in the period, of a component or not.
	Seen int64 `json:"seen"`
	// Components are in the order of sdm.Components.
	Components []ComponentCounts `json:"components"`
}

// ComponentCounts are people by where they stand in one period and component, each once; see Definitions.
type ComponentCounts struct {
	Component  sdm.Component `json:"component"`
	Counted    int64         `json:"counted"`
	Declined   int64         `json:"declined"`
	NotCounted int64         `json:"not_counted"`
	NotKnown   int64         `json:"not_known"`
}

// People is how many people have an event of the component in the period, or one that may be of it: the sum of the four.
func (c ComponentCounts) People() int64 { return c.Counted + c.Declined + c.NotCounted + c.NotKnown }

// Eligible is the denominator with the exclusions left out: People without those who declined. Of these at least Counted count, and at
// most Counted and NotKnown together.
func (c ComponentCounts) Eligible() int64 { return c.People() - c.Declined }

// Counts gives the counts so far.
func (c *Counter) Counts() Counts {
	counts := Counts{Notice: Notice, Definitions: DefinitionsVersion, Periods: c.Periods(), Groups: []GroupCounts{}}
	all := newTally(len(counts.Periods))
	for _, name := range c.names() {
		all.merge(c.groups[name])
		counts.Groups = append(counts.Groups, c.groups[name].counted(name, counts.Periods))
	}
	counts.All = all.counted("", counts.Periods)
	return counts
}

// counted gives a tally in words.
func (t *tally) counted(group string, periods []Period) GroupCounts {
	g := GroupCounts{Group: group, Records: t.records, Periods: make([]PeriodCounts, len(periods))}
	for p := range periods {
		g.Periods[p] = PeriodCounts{Period: periods[p].Name, Seen: t.seen[p], Components: make([]ComponentCounts, components)}
		for i, d := range definitions {
			by := t.counts[p*components+i]
			g.Periods[p].Components[i] = ComponentCounts{d.Component, by[counted-1], by[declined-1], by[notCounted-1], by[notKnown-1]}
		}
	}
	return g
}
