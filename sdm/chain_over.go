package sdm

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// over says of a thing why it no longer holds.
func (g *graph) over(of Ref, why ...string) {
	l := g.link(of)
	l.Over = append(l.Over, why...)
}

// replaced links the decisions of each conversation with those that took their places.
func (g *graph) replaced(decisions []taken) {
	last := map[int]Ref{} // by conversation
	for _, d := range decisions {
		ref := Ref{Kind: RefDecision, ID: d.event}
		if before, there := last[d.talk]; there {
			g.over(before, fmt.Sprintf("replaced by decision %s on %s", d.event, d.on.Long()))
			g.link(before).ReplacedBy, g.link(ref).Replaces = ref, before
		}
		last[d.talk] = ref
	}
}

// over says why a part of a plan no longer holds: the version in force does not have it, or the plan ended. Of a version that is shown in
// part nobody can say what it does not have.
func (p part) over(of *plan.State, inPart bool) []string {
	var why []string
	if latest, ok := of.Latest(); ok && latest.ID != p.event && !inPart {
		why = append(why, fmt.Sprintf("not in the version in force since %s (event %s)", latest.On.Long(), latest.ID))
	}
	if end, ended := of.Ended(); ended {
		why = append(why, "the plan ended on "+end.On.Long())
	}
	return why
}

// lineOver says why a line of a budget, which an event agreed on last, no longer holds.
func lineOver(of *budget.State, event string, mode budget.Mode) []string {
	var why []string
	if last := of.Agreed[len(of.Agreed)-1]; last.ID != event {
		why = append(why, fmt.Sprintf("not in the budget in force since %s (event %s)", last.On.Long(), last.ID))
	}
	switch stop := of.Ended(mode); {
	case stop != "" && stop == of.Closed():
		why = append(why, "the budget was stopped on "+stoppedOn(of, stop).Long())
	case stop != "":
		why = append(why, fmt.Sprintf("%s was stopped on %s", phrase.Spoken(mode), stoppedOn(of, stop).Long()))
	}
	return why
}

// stoppedOn gives the day of the event that stopped or refused a budget.
func stoppedOn(of *budget.State, event string) day.Day {
	for _, s := range of.Stopped {
		if s.ID == event {
			return s.On
		}
	}
	for _, r := range of.Refused {
		if r.ID == event {
			return r.On
		}
	}
	return of.Last()
}
